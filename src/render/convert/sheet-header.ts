/** The name of a sheet as its page header: small, above the table on the left. */
import type { SheetFacts } from "./sheet-facts.ts";

/** Inches between the header and the table below it, for one small line. */
const headerRoom = 0.25;

/** Text of a header: left, 9 pt, name of the sheet (ISO/IEC 29500-1, 18.3.1.39). */
const nameOfSheet = `&amp;L&amp;"宋体,Regular"&amp;9&amp;A`;

const ownHeader = /<(?:\w+:)?(?:odd|even|first)Header\b[^>]*>[^<]/u;
const emptyHeader = /<(?:\w+:)?oddHeader\b[^>]*(?:\/>|>\s*<\/(?:\w+:)?oddHeader>)/u;

/** What stands between the tags of `headerFooter`, and where it ends; empty and right behind the tag when it has none. */
function innerOf(xml: string, { root, headerFooter }: SheetFacts): { readonly text: string; readonly end: number } {
  if (headerFooter === null || headerFooter.selfClosing) return { text: "", end: headerFooter?.end ?? 0 };
  const end = Math.max(headerFooter.end, xml.indexOf(`</${root?.prefix ?? ""}headerFooter>`, headerFooter.end));
  return { text: xml.slice(headerFooter.end, end), end };
}

/** A header of the author's own stays, and where the margins leave no room for one, none is put. */
export function mayHaveHeader(xml: string, facts: SheetFacts): boolean {
  const { top = "0.75", header = "0.3" } = facts.margins?.attributes ?? {};
  return !ownHeader.test(innerOf(xml, facts).text) && Number(top) - Number(header) >= headerRoom;
}

/** The element with the name of the sheet in it and the author's footers kept, and what it takes the place of. */
export function headerWithName(
  xml: string,
  facts: SheetFacts,
): { readonly replaces: readonly [start: number, end: number] | null; readonly text: string } {
  const prefix = facts.root?.prefix ?? "";
  const old = facts.headerFooter;
  const { text: inner, end } = innerOf(xml, facts);
  const header = `<${prefix}oddHeader>${nameOfSheet}</${prefix}oddHeader>${inner.replace(emptyHeader, "")}`;
  const [open, close] = [`<${prefix}headerFooter>`, `</${prefix}headerFooter>`];
  if (old === null) return { replaces: null, text: open + header + close };
  if (old.selfClosing) return { replaces: [old.start, old.end], text: open + header + close };
  return { replaces: [old.end, end], text: header };
}
