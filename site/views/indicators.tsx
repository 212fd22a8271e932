/** The tree of indicators, and what is told of the one that is chosen. */
import type { SiteNode } from "../../src/model/site.ts";
import { Blocks } from "../blocks.tsx";
import { childrenOf, data, nodes, words } from "../pack.ts";
import { Above, ExhibitTable, Lines, Rate, Table } from "../parts.tsx";
import { toIndicator } from "../route.ts";
import { RequirementRows, requirementHead } from "./requirement-rows.tsx";
import { Tree } from "./tree.tsx";

export function Indicators({ code }: { readonly code: string }) {
  const first = data.nodes.find((each) => each.level === "section");
  const node = code === "" ? first : nodes.get(code);
  return (
    <div class="beside">
      <aside>
        <Tree code={node?.code ?? ""} />
      </aside>
      <article>
        {node === undefined ? <Unknown /> : node.level === "leaf" ? <Leaf node={node} /> : <Branch node={node} />}
      </article>
    </div>
  );
}

function Unknown() {
  return (
    <>
      <h1 tabIndex={-1}>{words.not_found}</h1>
      <p>{words.not_found_hint}</p>
    </>
  );
}

function Head({ node }: { readonly node: SiteNode }) {
  return (
    <>
      {node.parent !== null && <Above code={node.parent} />}
      <h1 tabIndex={-1}>
        <span class="code">{node.code}</span> {node.title}
      </h1>
      <Rate count={node.count} />
      {node.criterion !== "" && (
        <section>
          <h2>{words.criterion}</h2>
          <p>{node.criterion}</p>
        </section>
      )}
    </>
  );
}

function Branch({ node }: { readonly node: SiteNode }) {
  return (
    <>
      <Head node={node} />
      <Table caption={node.title} head={[words.indicators, words.coverage, words.self]}>
        {childrenOf(node.code).map((child) => (
          <tr key={child.code}>
            <td class="wide">
              <a href={toIndicator(child.code)}>
                <span class="code">{child.code}</span> {child.title}
              </a>
            </td>
            <td>
              <Rate count={child.count} />
            </td>
            <td>{child.self}</td>
          </tr>
        ))}
      </Table>
    </>
  );
}

function Leaf({ node }: { readonly node: SiteNode }) {
  const asked = data.requirements.filter((each) => each.indicator === node.code);
  return (
    <>
      <Head node={node} />
      <Lines lines={node.lines} />
      {(node.self !== "" || node.reason !== "") && (
        <section>
          <h2>{words.self}</h2>
          <p>
            {node.self !== "" && <strong class="self">{node.self}</strong>} {node.reason}
          </p>
        </section>
      )}
      <section class="narrative">
        <h2>{words.narrative}</h2>
        {node.narrative.length === 0 ? <p class="hint">{words.no_narrative}</p> : <Blocks blocks={node.narrative} />}
      </section>
      {asked.length > 0 && (
        <section>
          <h2>{words.asked}</h2>
          <Table caption={words.asked} head={requirementHead(false)}>
            <RequirementRows requirements={asked} withIndicator={false} />
          </Table>
        </section>
      )}
      <section>
        <h2>{words.evidence}</h2>
        {node.exhibits.length === 0 ? (
          <p class="hint">{words.no_evidence}</p>
        ) : (
          <ExhibitTable caption={words.evidence} ids={node.exhibits} />
        )}
      </section>
      {node.references.length > 0 && (
        <section>
          <h2>{words.also_proves}</h2>
          <ExhibitTable caption={words.also_proves} ids={node.references} />
        </section>
      )}
    </>
  );
}
