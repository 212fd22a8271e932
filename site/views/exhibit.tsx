/** One exhibit: what it is, what it proves, its pages in the appendix, and its files where they can be reached. */
import { useState } from "preact/hooks";
import type { SiteExhibit, SiteFile, SiteLine } from "../../src/model/site.ts";
import { Outward } from "../blocks.tsx";
import { data, fill, nodes, pageAddress, pagesText, sizeText, words } from "../pack.ts";
import { Above, ExhibitState, Lines } from "../parts.tsx";
import { toExhibit, toIndicator } from "../route.ts";

interface Props {
  readonly exhibit: SiteExhibit;
  /** As it is printed in the appendix; any number, as it was typed. */
  readonly page: number;
}

export function ExhibitView({ exhibit, page }: Props) {
  const { id, title, first, last } = exhibit;
  const shown = Number.isInteger(page) && page >= first && page <= last ? page : first;
  const address = `${pageAddress(exhibit, shown)}&navpanes=0&view=FitH`;
  const about: SiteLine[] = [
    [words.exhibit, id],
    [words.doc_number, exhibit.docNumber],
    [words.department, exhibit.departmentName],
    [words.day, exhibit.day],
    [words.requirement, exhibit.requirement],
    [words.pages, pagesText(exhibit, first, last)],
    ...exhibit.lines,
  ];
  return (
    <article class="exhibit">
      <Above code={exhibit.proves[0] ?? ""} />
      <h1 tabIndex={-1}>{title}</h1>
      <p>
        <ExhibitState exhibit={exhibit} />
      </p>
      <div class="facing">
        <div>
          <Lines lines={about.filter(([, value]) => value !== "")} />
          <h2>{words.proves}</h2>
          <ul class="plain">
            {exhibit.proves.map((code) => (
              <li>
                <a href={toIndicator(code)}>
                  <span class="code">{code}</span> {nodes.get(code)?.title}
                </a>
              </li>
            ))}
          </ul>
          <h2>{words.original}</h2>
          {exhibit.files.map((file) => (
            <Original key={file.path} file={file} exhibit={exhibit} />
          ))}
          <Neighbours id={id} />
        </div>
        <section class="pages">
          <h2>{words.bound_pages}</h2>
          <p>
            <Outward address={address} text={words.open_page} />
          </p>
          <iframe key={address} src={address} title={`${words.bound_pages} ${pagesText(exhibit, first, last)}`} />
        </section>
      </div>
    </article>
  );
}

function Original({ file, exhibit }: { readonly file: SiteFile; readonly exhibit: SiteExhibit }) {
  const { name, path, kind, size, address, reason } = file;
  const isWeb = address !== null && !address.startsWith("../");
  return (
    <div class="original">
      <p>
        <strong>{name}</strong>
        <br />
        <small>
          {kind}
          {size > 0 && ` · ${sizeText(size)}`} · {pagesText(exhibit, file.first, file.last)}
        </small>
      </p>
      {reason !== null && <p class="hint">{fill(words.placeholder, { reason })}</p>}
      {address === null ? (
        <p class="hint">
          {words.original_away} <code>{path}</code>
        </p>
      ) : (
        <>
          {file.view !== null && <Shown file={file} address={address} />}
          <p>
            <Outward address={address} text={isWeb ? words.original_web : words.original_open} />
          </p>
        </>
      )}
    </div>
  );
}

/** The original in the page itself, or a word where the browser cannot. */
function Shown({ file: { view, name }, address }: { readonly file: SiteFile; readonly address: string }) {
  const [failed, setFailed] = useState(false);
  const fail = (): void => {
    setFailed(true);
  };
  if (failed) return <p class="hint">{words.original_unshown}</p>;
  if (view === "image") return <img src={address} alt={name} loading="lazy" onError={fail} />;
  const Player = view === "video" ? "video" : "audio";
  return <Player src={address} controls preload="metadata" aria-label={name} onError={fail} />;
}

function Neighbours({ id }: { readonly id: string }) {
  const at = data.exhibits.findIndex((each) => each.id === id);
  const [before, after] = [data.exhibits[at - 1], data.exhibits[at + 1]];
  return (
    <p class="neighbours">
      {before !== undefined && (
        <a href={toExhibit(before.id)} rel="prev">
          ← {words.previous} {before.id}
        </a>
      )}
      {after !== undefined && (
        <a href={toExhibit(after.id)} rel="next">
          {words.next} {after.id} →
        </a>
      )}
    </p>
  );
}
