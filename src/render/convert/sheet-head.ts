/** The head of a table in a sheet: the rows that are worth repeating on each of its pages. */
import { scanXml } from "../../engines/xml.ts";
import type { SheetFacts } from "./sheet-facts.ts";

/** First and last row, from 1. */
export type HeadRows = readonly [first: number, last: number];

/** More rows than this would leave too little of a page to the table. */
const mostRows = 5;

/**
 * Where the author has not said which rows come again (`_xlnm.Print_Titles`), the head is
 * 1. the rows above the line where the sheet is frozen; else
 * 2. the row with the buttons of a filter; else
 * 3. the first row with two or more cells with content, and those after it, as long as every such cell is bold or has
 *    a background; a row that is neither must follow, for a table that is bold all over has no head. Rows of one
 *    cell before it are its title, and are not repeated.
 * Null when there is none, or one of more than five rows.
 */
export function headOf({ frozenRows, filterRow, rows }: SheetFacts, marked: readonly boolean[]): HeadRows | null {
  if (frozenRows > 0) return frozenRows <= mostRows ? [1, frozenRows] : null;
  if (filterRow > 0) return [filterRow, filterRow];
  const table = [...rows].filter(([, styles]) => styles.length > 1);
  const body = table.findIndex(([, styles]) => !styles.every((style) => marked[style] ?? false));
  const [first, last] = [table[0]?.[0], table[body - 1]?.[0]];
  return first === undefined || last === undefined || last - first >= mostRows ? null : [first, last];
}

/** Whether cells of a style are bold or have a background, by its number (ISO/IEC 29500-1, 18.8.10 `cellXfs`). */
export function markedStyles(stylesXml: string): readonly boolean[] {
  const [bold, filled, marked]: [boolean[], boolean[], boolean[]] = [[], [], []];
  let list = "";
  scanXml(stylesXml, ({ name, attributes, depth }) => {
    if (depth === 1) list = name;
    else if (list === "fonts" && name === "font") bold.push(false);
    else if (list === "fonts" && name === "b") bold[bold.length - 1] = !/^(?:0|false)$/u.test(attributes["val"] ?? "");
    else if (list === "fills" && name === "fill") filled.push(false);
    else if (list === "fills" && name === "patternFill") filled[filled.length - 1] = isFill(attributes["patternType"]);
    else if (list === "fills" && name === "gradientFill") filled[filled.length - 1] = true;
    else if (list === "cellXfs" && name === "xf") {
      const { fontId, fillId } = attributes;
      marked.push((bold[Number(fontId)] ?? false) || (filled[Number(fillId)] ?? false));
    }
  });
  return marked;
}

/** Every workbook has `gray125` as its second fill; nobody uses it. */
const isFill = (pattern = "none"): boolean => pattern !== "none" && pattern !== "gray125";
