/** Small parts that several views share. */
import type { ComponentChildren } from "preact";
import type { CoverageStatus } from "../src/model/coverage.ts";
import type { SiteCount, SiteExhibit, SiteLine } from "../src/model/site.ts";
import { data, exhibits, fill, pagesText, pathOf, words } from "./pack.ts";
import { toExhibit, toIndicator } from "./route.ts";

/** How full: 0 nothing, 4 all; null when nothing is asked. */
export function levelOf({ covered, applicable }: SiteCount): 0 | 1 | 2 | 3 | 4 {
  if (covered >= applicable) return 4;
  if (covered === 0) return 0;
  const share = covered / applicable;
  return share < 0.5 ? 1 : share < 0.8 ? 2 : 3;
}

/** A bar with its rate; it says no more than the words beside it. */
export function Rate({ count }: { readonly count: SiteCount }) {
  const width = count.applicable === 0 ? "0%" : `${String((100 * count.covered) / count.applicable)}%`;
  return (
    <span class="rate" title={fill(words.covered_of, { covered: count.covered, applicable: count.applicable })}>
      <span class="bar" aria-hidden="true">
        <span class={`full level-${String(levelOf(count))}`} style={{ width }} />
      </span>
      <span class="number">{count.rate}</span>
      <span class="of">
        {count.covered}/{count.applicable}
      </span>
    </span>
  );
}

const good: readonly CoverageStatus[] = ["covered", "stale", "waived"];
const apart: readonly CoverageStatus[] = ["on-site", "not-applicable", "optional"];

export function Status({ status }: { readonly status: CoverageStatus }) {
  const name = data.statuses.find(([each]) => each === status)?.[1] ?? status;
  const tone = good.includes(status)
    ? "good"
    : apart.includes(status)
      ? "apart"
      : status === "missing"
        ? "bad"
        : "poor";
  return <span class={`chip ${tone}`}>{name}</span>;
}

export function ExhibitState({ exhibit }: { readonly exhibit: SiteExhibit }) {
  const tone = { sound: "good", placeholder: "apart", "not-counted": "poor" }[exhibit.state];
  return (
    <span class={`chip ${tone}`} title={exhibit.reason}>
      {exhibit.reason === "" ? words.states[exhibit.state] : exhibit.reason}
    </span>
  );
}

export function Lines({ lines }: { readonly lines: readonly SiteLine[] }) {
  if (lines.length === 0) return null;
  return (
    <dl class="lines">
      {lines.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The nodes above, as a way back. */
export function Above({ code }: { readonly code: string }) {
  return (
    <p class="above">
      {pathOf(code).map((node, index) => (
        <>
          {index > 0 && <span aria-hidden="true"> › </span>}
          <a href={toIndicator(node.code)}>
            {node.code} {node.title}
          </a>
        </>
      ))}
    </p>
  );
}

/** Exhibits as a table, whatever brought them together. */
export function ExhibitTable({ caption, ids }: { readonly caption: string; readonly ids: readonly string[] }) {
  return (
    <Table
      caption={caption}
      head={[
        words.exhibit,
        words.exhibit_title,
        words.doc_number,
        words.department,
        words.day,
        words.pages,
        words.status,
      ]}
    >
      {ids.map((id) => {
        const exhibit = exhibits.get(id);
        if (exhibit === undefined) return null;
        return (
          <tr key={id}>
            <td class="code">
              <a href={toExhibit(id)}>{id}</a>
            </td>
            <td class="wide">
              <a href={toExhibit(id)}>{exhibit.title}</a>
            </td>
            <td>{exhibit.docNumber}</td>
            <td>{exhibit.departmentName}</td>
            <td class="number">{exhibit.day}</td>
            <td class="number">{pagesText(exhibit, exhibit.first, exhibit.last)}</td>
            <td>
              <ExhibitState exhibit={exhibit} />
            </td>
          </tr>
        );
      })}
    </Table>
  );
}

interface TableProps {
  readonly caption: string;
  readonly head: readonly string[];
  readonly children: ComponentChildren;
}

/** A table that scrolls by itself where it is too wide; the caption is for those who cannot see it. */
export function Table({ caption, head, children }: TableProps) {
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption}>
      <table>
        <caption class="unseen">{caption}</caption>
        <thead>
          <tr>
            {head.map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}
