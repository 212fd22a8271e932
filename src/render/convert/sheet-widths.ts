/** How wide the columns of a sheet must be to show what stands in them, where nobody has set any width. */
import { plain } from "../../engines/ooxml-text.ts";
import { readOoxmlPart } from "../../engines/ooxml.ts";
import { scanXml } from "../../engines/xml.ts";
import { roughWidth } from "../../model/rough-width.ts";

/** Characters that a column gets at most: more is a text of its own, and runs on. */
const widest = 100;
/** Air beside the words of a cell, in characters. */
const air = 2;
/** A number with a look of its own may be a day, which takes more signs than it has digits: 2019-10-31. */
const dayWidth = 11;

/** Widths in characters of the usual font of the shared texts of a workbook, by their places. */
export function sharedWidths(bytes: Uint8Array): readonly number[] {
  const xml = readOoxmlPart(bytes, "xl/sharedStrings.xml") ?? "";
  const widths: number[] = [];
  let phonetic = -1;
  scanXml(xml, ({ name, depth, end }) => {
    if (phonetic >= depth) phonetic = -1;
    if (name === "rPh") phonetic = depth;
    else if (name === "si") widths.push(0);
    else if (name === "t" && phonetic === -1) widths.push((widths.pop() ?? 0) + widthOf(textAt(xml, end)));
  });
  return widths;
}

/**
 * Widths in characters by column, of those that need more than `usual`. What is joined over several cells, and a title
 * that may run on over empty ones, ask for nothing; in the last column (`lastColumn`) nothing may run on, for it would
 * come onto pages of its own.
 */
export function contentWidths(
  xml: string,
  shared: readonly number[],
  { usual, lastColumn }: { readonly usual: number; readonly lastColumn: number },
): Map<number, number> {
  const [rows, merged] = [cellsOf(xml, shared), mergedIn(xml)];
  const widths = new Map<number, number>();
  for (const cells of rows) {
    for (const [index, { column, reference, width }] of cells.entries()) {
      const runsOn = index === cells.length - 1 && column < lastColumn;
      if (runsOn || merged.has(reference)) continue;
      const wanted = Math.min(widest, width + air);
      if (wanted > Math.max(usual, widths.get(column) ?? 0)) widths.set(column, wanted);
    }
  }
  return widths;
}

interface CellWidth {
  readonly column: number;
  readonly reference: string;
  readonly width: number;
}

/** The cells with content, row by row. */
function cellsOf(xml: string, shared: readonly number[]): readonly (readonly CellWidth[])[] {
  const rows: CellWidth[][] = [];
  let [cell, column]: [Readonly<Record<string, string>>, number] = [{}, 0];
  let text: number | null = null;
  const add = (width: number): void => {
    // The pieces of a text with several looks are one.
    if (text !== null) width += rows.at(-1)?.pop()?.width ?? 0;
    rows.at(-1)?.push({ column, reference: cell["r"] ?? "", width });
  };
  scanXml(xml, ({ name, attributes, end }) => {
    if (name === "row") {
      rows.push([]);
      column = 0;
    } else if (name === "c") {
      cell = attributes;
      column = columnOf(attributes["r"] ?? "") || column + 1;
      text = null;
    } else if (name === "v") add(valueWidth(textAt(xml, end), cell, shared));
    else if (name === "t" && cell["t"] === "inlineStr") {
      add(widthOf(textAt(xml, end)));
      text = 0;
    }
  });
  return rows;
}

function valueWidth(value: string, cell: Readonly<Record<string, string>>, shared: readonly number[]): number {
  if (cell["t"] === "s") return shared[Number(value)] ?? 0;
  const isNumber = cell["t"] === undefined || cell["t"] === "n";
  if (!isNumber) return widthOf(value);
  // Long fractions are cut by programs themselves.
  return Math.max((cell["s"] ?? "0") === "0" ? 0 : dayWidth, Math.min(value.length, dayWidth));
}

/** First cells of what is joined over several columns; it has their room. */
function mergedIn(xml: string): ReadonlySet<string> {
  const merged = new Set<string>();
  for (const [, reference = ""] of xml.matchAll(/<(?:\w+:)?mergeCell\s[^<>]*?ref="([A-Z]+\d+):/gu))
    merged.add(reference);
  return merged;
}

/** Text right behind a start tag. */
const textAt = (xml: string, end: number): string => xml.slice(end, Math.max(end, xml.indexOf("<", end)));

/** Of its longest line, in characters of the usual font: a Chinese one takes two. */
const widthOf = (text: string): number =>
  Math.max(
    ...plain(text)
      .split("\n")
      .map((line) => 2 * roughWidth(line.trim())),
  );

/** `AB12` is in column 28. */
export const columnOf = (reference: string): number =>
  [...reference.replace(/[^A-Z]/gu, "")].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
