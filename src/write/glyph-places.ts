/** Where in a report a character stands, so that it can be found and mended. */
import type { Block, Inline, Report } from "../model/document.ts";

export interface GlyphPlace {
  readonly character: string;
  /** The heading above; empty on the cover. */
  readonly under: string;
  /** Some words around it. */
  readonly words: string;
}

/** A message has room for so many. */
const most = 5;

/** Characters of context on either side. */
const around = 10;

/** The first place of each of `characters`, as far as the report has them; those of the first few. */
export function glyphPlaces(characters: readonly string[], report: Report): GlyphPlace[] {
  const texts = textsOf(report);
  return characters.slice(0, most).flatMap((character) => {
    const found = texts.find(({ text }) => text.includes(character));
    if (found === undefined) return [];
    const letters = [...found.text];
    const at = letters.indexOf(character);
    const words = letters.slice(Math.max(0, at - around), at + around + 1).join("");
    return at < 0 ? [] : [{ character, under: found.under, words: words.replace(/\s+/gu, " ").trim() }];
  });
}

interface Text {
  readonly under: string;
  readonly text: string;
}

function textsOf({ cover, front, blocks }: Report): Text[] {
  const onCover = [cover.title, cover.subtitle ?? "", ...cover.lines.flat(), cover.date, ...cover.marks];
  let under = "";
  const below = (block: Block): Text[] => {
    if (block.type === "heading" || block.type === "attachment")
      under = block.type === "heading" ? block.text : block.title;
    return wordsOf(block).map((text) => ({ under, text }));
  };
  return [...onCover.map((text) => ({ under, text })), ...[...front, ...blocks].flatMap(below)];
}

function wordsOf(block: Block): string[] {
  switch (block.type) {
    case "heading":
    case "title":
    case "verbatim":
      return [block.text];
    case "paragraph":
    case "quote":
      return [said(block.content)];
    case "labelled":
      return [block.label, said(block.content)];
    case "list":
      return block.items.flat().flatMap(wordsOf);
    case "table":
      return [
        block.caption ?? "",
        ...block.columns.map(({ title }) => title),
        ...(block.subheads?.values() ?? []),
        ...block.rows.flat().map(said),
      ];
    case "figure":
      return [block.caption ?? "", block.alt];
    case "attachment-note":
      return [block.label, ...block.names];
    case "signature":
      return [block.issuer, block.date];
    case "attachment":
      return [block.mark, block.title];
    case "page-break":
      return [];
  }
}

const said = (content: readonly Inline[]): string =>
  content.map((each) => (each.type === "note" ? said(each.content) : "text" in each ? each.text : "")).join("");
