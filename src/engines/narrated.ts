/** What Markdown and Word narratives become alike: blocks, tables with captions, the words for the rules. */
import type { Block, Cell, Column, Figure, Inline, Picture, Table, Written } from "../model/document.ts";
import type { Mention } from "../model/mention.ts";
import type { Loss } from "../model/narrative.ts";
import type { TextLine } from "../model/words.ts";

export interface Narrated {
  readonly blocks: readonly Block[];
  /** The words as they are typed, by line or paragraph; mentions and comments are none. */
  readonly texts: readonly TextLine[];
  readonly lost: readonly Loss[];
}

/** Highest level that a heading may have where the text goes. */
export type Level = 1 | 2 | 3 | 4;

/** How a piece of text is set. */
export type Setting =
  | Pick<Extract<Written, { type: "link" }>, "type" | "url">
  | { readonly type: "text" | "strong" | "emphasis" };

export const written = (text: string, setting: Setting, mention?: Mention): Written => ({
  ...setting,
  text,
  ...(mention === undefined ? {} : { mention }),
});

/** Controls but for tab and line breaks, noncharacters, and marks that turn the direction of what follows them. */
const unprintable = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff]/gu;

/** The text without characters that have no place on paper, and how many there were. */
export function printable(text: string): { readonly text: string; readonly removed: number } {
  const kept = text.replace(unprintable, "");
  return { text: kept, removed: text.length - kept.length };
}

/** The style indents paragraphs; the full-width spaces that people type for it would do it twice. */
export function unindented(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first === undefined || !("text" in first) || first.type === "reference") return [...content];
  const text = first.text.replace(/^[\s\u3000\u00a0]+/u, "");
  return text === "" && first.mention === undefined ? unindented(rest) : [{ ...first, text }, ...rest];
}

/** Line ends as they are typed inside a paragraph: none between two Chinese characters, a space elsewhere. */
export function withoutLineEnds(content: readonly Inline[]): Inline[] {
  const textAt = (index: number): string => {
    const inline = content[index];
    return inline !== undefined && "text" in inline ? inline.text : "";
  };
  return content.map((inline, index) => {
    if (!("text" in inline) || !inline.text.includes("\n")) return inline;
    const text = inline.text.replace(/[ \t]*\r?\n[ \t]*/gu, (found: string, offset: number) => {
      const before = inline.text.slice(0, offset) || textAt(index - 1);
      const after = inline.text.slice(offset + found.length) || textAt(index + 1);
      return /[\p{Script=Han}\p{P}]$/u.test(before) && /^[\p{Script=Han}《（“]/u.test(after) ? "" : " ";
    });
    return { ...inline, text };
  });
}

export const plainOf = (content: readonly Inline[]): string =>
  content.map((each) => ("text" in each ? each.text : each.type === "break" ? " " : "")).join("");

/** A table whose columns are as wide as what stands in them asks for; rows may have more cells than the head. */
export function tableOf(
  head: readonly string[],
  align: readonly (Column["align"] | null | undefined)[],
  rows: readonly (readonly Cell[])[],
): Table {
  const count = rows.reduce((most, row) => Math.max(most, row.length), head.length);
  const titles = Array.from({ length: count }, (_, column) => head[column] ?? "");
  const widths = titles.map((title, column) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[column] ?? [])), title.length);
    return Math.min(Math.max(longest, 4), 24);
  });
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    type: "table",
    caption: null,
    columns: titles.map((title, column) => ({
      title,
      share: (widths[column] ?? 1) / total,
      align: align[column] ?? "left",
    })),
    rows: rows.map((row) => titles.map((_, column) => row[column] ?? [])),
  };
}

/** Characters that a cell takes; what a mention will be is not known yet, and is mostly a figure with its unit. */
const lengthOf = (cell: Cell): number =>
  cell.reduce((sum, each) => sum + ("mention" in each ? 8 : plainOf([each]).length), 0);

const captionForm = /^(?:表|table)\s*\d*\s*[:：]\s*(\S.*)$/isu;

/** The words of a caption typed as `表：…`, `Table: …`, `表3：…`; null for any other text. */
export const captionIn = (text: string): string | null => captionForm.exec(text.trim())?.[1] ?? null;

/** A paragraph of a caption and nothing else; what a caption cannot hold (notes, mentions, links) keeps it a paragraph. */
function captionOf(block: Block | undefined, read: (text: string) => string | null): string | null {
  if (block?.type !== "paragraph") return null;
  const bare = block.content.every(
    (each) =>
      (each.type === "text" || each.type === "strong" || each.type === "emphasis") && each.mention === undefined,
  );
  return bare ? read(plainOf(block.content)) : null;
}

/**
 * Blocks in which a caption directly above or below its table or figure has become part of it. `above` and `below` tell
 * what a caption there looks like.
 */
export function captioned(
  blocks: readonly Block[],
  type: "table" | "figure",
  forms: { readonly above?: (text: string) => string | null; readonly below?: (text: string) => string | null },
): Block[] {
  const done: Block[] = [];
  for (let index = 0; index < blocks.length; index += 1) {
    const block = blocks[index];
    if (block === undefined) continue;
    if (block.type !== type || block.caption !== null) {
      done.push(block);
      continue;
    }
    const over = forms.above === undefined ? null : captionOf(done.at(-1), forms.above);
    // What stands between two tables belongs to the second one.
    const under =
      over === null && forms.below !== undefined && blocks[index + 2]?.type !== type
        ? captionOf(blocks[index + 1], forms.below)
        : null;
    if (over !== null) done.pop();
    if (under !== null) index += 1;
    done.push({ ...block, caption: over ?? under });
  }
  return done;
}

/** A picture with what is said of it; the words alone when the picture could not be had. */
export function figureOf(picture: Picture | null, caption: string, alt: string): Figure | Block | null {
  const said = [alt, caption].filter((text, index, all) => text !== "" && all.indexOf(text) === index);
  if (picture !== null)
    return { type: "figure", caption: caption === "" ? null : caption, alt: alt || caption, picture };
  return said.length === 0 ? null : { type: "paragraph", content: said.map((text) => written(text, { type: "text" })) };
}

/** Losses of one kind as one, at the place of the first. */
export function together(lost: readonly Loss[]): Loss[] {
  const kinds = new Map<Loss["what"], Loss>();
  for (const each of lost) {
    const first = kinds.get(each.what) ?? { ...each, count: 0 };
    kinds.set(each.what, { ...first, count: first.count + each.count });
  }
  return [...kinds.values()];
}
