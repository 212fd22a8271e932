/** Narratives: blocks of the document model as elements. Text is always text. */
import type { SiteBlock, SiteInline } from "../src/model/site.ts";
import { words } from "./pack.ts";
import { toExhibit } from "./route.ts";

export function Blocks({ blocks }: { readonly blocks: readonly SiteBlock[] }) {
  return (
    <>
      {blocks.map((block) => (
        <OneBlock block={block} />
      ))}
    </>
  );
}

function OneBlock({ block }: { readonly block: SiteBlock }) {
  switch (block.type) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "paragraph":
      return (
        <p>
          <Inlines content={block.content} />
        </p>
      );
    case "quote":
      return (
        <blockquote>
          <Inlines content={block.content} />
        </blockquote>
      );
    case "labelled":
      return (
        <p>
          <strong>{block.label}</strong>
          <Inlines content={block.content} />
        </p>
      );
    case "verbatim":
      return <pre>{block.text}</pre>;
    case "list": {
      const items = block.items.map((item) => (
        <li>
          <Blocks blocks={item} />
        </li>
      ));
      return block.ordered ? <ol start={block.start}>{items}</ol> : <ul>{items}</ul>;
    }
    case "table":
      return <NarrativeTable table={block} />;
    case "figure":
      return (
        <figure>
          <img src={block.picture} alt={block.alt} loading="lazy" />
          {block.caption !== null && <figcaption>{block.caption}</figcaption>}
        </figure>
      );
  }
}

function NarrativeTable({ table }: { readonly table: Extract<SiteBlock, { type: "table" }> }) {
  const { caption, columns, rows } = table;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={caption ?? words.narrative}>
      <table>
        {caption !== null && <caption>{caption}</caption>}
        <thead>
          <tr>
            {columns.map(({ title, align }) => (
              <th scope="col" class={align}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              {row.map((cell, index) => (
                <td class={columns[index]?.align}>
                  <Inlines content={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Inlines({ content }: { readonly content: readonly SiteInline[] }) {
  return (
    <>
      {content.map((inline) => (
        <OneInline inline={inline} />
      ))}
    </>
  );
}

function OneInline({ inline }: { readonly inline: SiteInline }) {
  switch (inline.type) {
    case "text":
      return <>{inline.text}</>;
    case "strong":
      return <strong>{inline.text}</strong>;
    case "emphasis":
      return <em>{inline.text}</em>;
    case "link":
      return <Outward address={inline.url} text={inline.text} />;
    case "exhibit":
      return <a href={toExhibit(inline.exhibit, inline.page)}>{inline.text}</a>;
    case "note":
      return (
        <small class="note">
          [{words.note} <Inlines content={inline.content} />]
        </small>
      );
    case "break":
      return <br />;
  }
}

/** Whoever made the data has looked at its addresses; nothing that runs is followed here either. */
const harmless = /^(?:https?:|mailto:|\.\.\/)/iu;

/** A way out of the page: to the web, to a file. Nobody is told where it was come from. */
export function Outward({ address, text }: { readonly address: string; readonly text: string }) {
  if (!harmless.test(address)) return <>{text}</>;
  return (
    <a href={address} target="_blank" rel="noopener noreferrer">
      {text}
    </a>
  );
}
