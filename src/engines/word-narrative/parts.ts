/** What the other parts of a DOCX tell: levels of styles, first numbers of lists, and what stands around the text. */
import type { Loss } from "../../model/narrative.ts";
import { readOoxmlPart } from "../ooxml.ts";
import { scanXml } from "../xml.ts";
import { partsOf } from "../zip-parts.ts";

/** Name of the part that holds the text; null for a package without one. */
export const mainPart = (bytes: Uint8Array): string | null =>
  partsOf(bytes).find((name) => /^word\/document\d*\.xml$/u.test(name)) ?? null;

export interface WordStyle {
  /** 1 for the highest heading; null for text. */
  readonly heading: number | null;
  readonly isTitle: boolean;
  readonly isCaption: boolean;
  /** Lines of a contents page. */
  readonly isContents: boolean;
}

interface RawStyle {
  name: string;
  basedOn: string;
  outline: number | null;
}

/** The paragraph styles that mean something, by id; a style means what the one means on which it is based. */
export function stylesOf(bytes: Uint8Array): ReadonlyMap<string, WordStyle> {
  const raw = new Map<string, RawStyle>();
  let open: RawStyle | null = null;
  scanXml(readOoxmlPart(bytes, "word/styles.xml") ?? "", ({ name, attributes }) => {
    const value = attributes["w:val"] ?? "";
    if (name === "style") raw.set(attributes["w:styleId"] ?? "", (open = { name: "", basedOn: "", outline: null }));
    if (open === null) return;
    if (name === "name") open.name = value;
    if (name === "basedOn") open.basedOn = value;
    if (name === "outlineLvl") open.outline = Number(value);
  });
  return new Map([...raw.keys()].map((id) => [id, meaningOf(id, raw)]));
}

const headingName = /^(?:heading|标题)\s*([1-9])$/iu;

function meaningOf(id: string, styles: ReadonlyMap<string, RawStyle>): WordStyle {
  const met = new Set<string>();
  for (let at = id; styles.has(at) && !met.has(at); at = styles.get(at)?.basedOn ?? "") {
    met.add(at);
    const { name = "", outline = null } = styles.get(at) ?? {};
    const meaning = namedStyle(name, outline);
    if (meaning !== null) return meaning;
  }
  return namedStyle("", null) ?? text;
}

const text: WordStyle = { heading: null, isTitle: false, isCaption: false, isContents: false };

/** What the name of a style, or its level in the outline (0 to 8), says; null when neither says anything. */
export function namedStyle(name: string, outline: number | null): WordStyle | null {
  const heading = headingName.exec(name)?.[1] ?? (outline !== null && outline < 9 ? String(outline + 1) : null);
  if (heading !== null) return { ...text, heading: Number(heading) };
  if (/^(?:title|标题)$/iu.test(name)) return { ...text, isTitle: true };
  if (/^(?:caption|题注)$/iu.test(name)) return { ...text, isCaption: true };
  return /^(?:toc|目录)\s*\d/iu.test(name) ? { ...text, isContents: true } : null;
}

/** First numbers of lists: list → level → number; 1 where nothing is said (ECMA-376-1, 17.9.25 and 17.9.27). */
export function startsOf(bytes: Uint8Array): ReadonlyMap<string, ReadonlyMap<number, number>> {
  const patterns = new Map<string, Map<number, number>>();
  const lists = new Map<string, Map<number, number>>();
  let open: Map<number, number> | null = null;
  let level = 0;
  scanXml(readOoxmlPart(bytes, "word/numbering.xml") ?? "", ({ name, attributes, depth }) => {
    const value = attributes["w:val"] ?? "";
    if (name === "abstractNum") patterns.set(attributes["w:abstractNumId"] ?? "", (open = new Map()));
    if (name === "num") lists.set(attributes["w:numId"] ?? "", (open = new Map()));
    if (name === "abstractNumId" && depth === 2) for (const each of patterns.get(value) ?? []) open?.set(...each);
    if (name === "lvl" || name === "lvlOverride") level = Number(attributes["w:ilvl"] ?? level);
    if (name === "start" || name === "startOverride") open?.set(level, Number(value));
  });
  return lists;
}

/** Headers and footers with words (a page number has none) and comments: none of them is printed. */
export function surroundings(bytes: Uint8Array): Omit<Loss, "at">[] {
  const names = partsOf(bytes);
  const headers = names
    .filter((name) => /^word\/(?:header|footer)\d*\.xml$/u.test(name))
    .filter((name) => /<w:t(?:\s[^<>]*)?>[^<]*\p{L}/u.test(readOoxmlPart(bytes, name) ?? ""));
  const comments = (readOoxmlPart(bytes, "word/comments.xml") ?? "").match(/<w:comment\s/gu) ?? [];
  const found: Omit<Loss, "at">[] = [
    { what: "header", count: headers.length },
    { what: "comment", count: comments.length },
  ];
  return found.filter(({ count }) => count > 0);
}
