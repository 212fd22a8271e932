/** What a search found: titles at once, the text of the evidence as soon as it is read. */
import { useEffect, useMemo, useState } from "preact/hooks";
import { data, exhibits, fill, loadTexts, nodes, pagesText, words } from "../pack.ts";
import { ExhibitState, Rate } from "../parts.tsx";
import { toExhibit, toIndicator } from "../route.ts";
import { textSearch, titleSearch } from "../search.ts";
import type { TextHit, TitleHit } from "../search.ts";
import { Portions } from "./filters.tsx";

/** Results shown at first: they are there while one is still typing. */
const portion = 50;

const inTitles = titleSearch(data);
let inTexts: ReturnType<typeof textSearch> | null = null;

async function readTexts(): Promise<void> {
  if (inTexts !== null) return;
  const search = textSearch(await loadTexts());
  search("");
  inTexts = search;
}

/** Makes all ready for a search, for who is about to type one. */
export function prepare(): void {
  setTimeout(() => inTitles(""));
  void readTexts();
}

export function Results({ query }: { readonly query: string }) {
  const [ready, setReady] = useState(inTexts !== null);
  useEffect(() => {
    const read = async (): Promise<void> => {
      await readTexts();
      setReady(true);
    };
    void read();
  }, []);
  const titles = useMemo(() => (query === "" ? [] : inTitles(query)), [query]);
  const texts = useMemo(() => (query === "" || !ready ? [] : (inTexts?.(query) ?? [])), [query, ready]);
  const n = titles.length + texts.length;
  return (
    <>
      <h1 tabIndex={-1}>{words.search}</h1>
      <p role="status">
        {query === ""
          ? words.results_ask
          : n > 0 || !ready
            ? fill(words.results, { query, n })
            : fill(words.results_none, { query })}
      </p>
      {titles.length > 0 && (
        <section>
          <h2>{words.in_titles}</h2>
          <Portions all={titles} portion={portion} key={query}>
            {(shown) => (
              <ul class="results">
                {shown.map((hit) => (
                  <TitleResult hit={hit} key={`${hit.type} ${hit.id}`} />
                ))}
              </ul>
            )}
          </Portions>
        </section>
      )}
      {query !== "" && (
        <section>
          <h2>{words.in_text}</h2>
          {!ready && <p class="hint">{words.searching}</p>}
          {texts.length > 0 && (
            <Portions all={texts} portion={portion} key={query}>
              {(shown) => (
                <ul class="results">
                  {shown.map((hit) => (
                    <TextResult hit={hit} key={hit.exhibit} />
                  ))}
                </ul>
              )}
            </Portions>
          )}
          {ready && texts.length === 0 && <p class="hint">{fill(words.results_none, { query })}</p>}
          {data.cut > 0 && <p class="hint">{fill(words.text_cut, { n: data.cut })}</p>}
        </section>
      )}
    </>
  );
}

function TitleResult({ hit: { type, id } }: { readonly hit: TitleHit }) {
  if (type === "indicator") {
    const node = nodes.get(id);
    return (
      <li>
        <a href={toIndicator(id)}>
          <span class="code">{id}</span> {node?.title}
        </a>
        {node !== undefined && <Rate count={node.count} />}
      </li>
    );
  }
  const exhibit = exhibits.get(id);
  if (exhibit === undefined) return null;
  return (
    <li>
      <a href={toExhibit(id)}>
        <span class="code">{id}</span> {exhibit.title}
      </a>
      <span class="hint">
        {[exhibit.docNumber, exhibit.departmentName, exhibit.day].filter((part) => part !== "").join(" · ")}
      </span>
      <ExhibitState exhibit={exhibit} />
    </li>
  );
}

function TextResult({ hit: { exhibit: id, page, before, match, after } }: { readonly hit: TextHit }) {
  const exhibit = exhibits.get(id);
  if (exhibit === undefined) return null;
  return (
    <li>
      <a href={toExhibit(id, page)}>
        <span class="code">{id}</span> {exhibit.title}
      </a>
      <span class="hint">{pagesText(exhibit, page, page)}</span>
      <p class="snippet">
        {before}
        <mark>{match}</mark>
        {after}
      </p>
    </li>
  );
}
