/** What the XML of one sheet tells of its page, its columns and its first rows. */
import { scanXml } from "../../engines/xml.ts";
import type { XmlElement } from "../../engines/xml.ts";
import { columnOf } from "./sheet-widths.ts";

/** Width in characters of a column that has none of its own. */
const usualColumn = 9.14;
/** A head stands among the first rows. */
const firstRows = 12;

export interface SheetFacts {
  root: XmlElement | null;
  properties: XmlElement | null;
  fitProperty: XmlElement | null;
  margins: XmlElement | null;
  setup: XmlElement | null;
  headerFooter: XmlElement | null;
  data: XmlElement | null;
  breaks: boolean;
  /** Width of a column in characters, by number from 1. */
  readonly widths: Map<number, number>;
  defaultWidth: number;
  /** Last column with content; 0 in an empty sheet. */
  lastColumn: number;
  /** Style numbers of the cells with content, by row from 1; of the first rows only. */
  readonly rows: Map<number, number[]>;
  /** Rows above the line where the sheet is frozen. */
  frozenRows: number;
  /** The row whose cells carry the buttons of a filter; 0 for none. */
  filterRow: number;
}

/** Reads a sheet in one go; null when it is no well-formed XML. */
export function factsOf(xml: string): SheetFacts | null {
  const facts: SheetFacts = {
    root: null,
    properties: null,
    fitProperty: null,
    margins: null,
    setup: null,
    headerFooter: null,
    data: null,
    breaks: false,
    widths: new Map(),
    defaultWidth: usualColumn,
    lastColumn: 0,
    rows: new Map(),
    frozenRows: 0,
    filterRow: 0,
  };
  const at = { row: 0, column: 0, style: 0 };
  const wellFormed = scanXml(xml, (element) => {
    const { name, attributes } = element;
    if (element.depth === 0) facts.root = element;
    else if (name === "c") {
      at.column = columnOf(attributes["r"] ?? "") || at.column + 1;
      at.style = Number(attributes["s"] ?? 0);
    } else if (name === "row") {
      at.row = Number(attributes["r"] ?? 0) || at.row + 1;
      at.column = 0;
    } else if (name === "v" || name === "is") {
      facts.lastColumn = Math.max(facts.lastColumn, at.column);
      if (at.row <= firstRows) facts.rows.set(at.row, [...(facts.rows.get(at.row) ?? []), at.style]);
    } else readSetting(element, facts);
  });
  return wellFormed ? facts : null;
}

/** Elements that are kept as they are, by name. */
const kept: Readonly<Record<string, "properties" | "fitProperty" | "margins" | "setup" | "headerFooter" | "data">> = {
  sheetPr: "properties",
  pageSetUpPr: "fitProperty",
  pageMargins: "margins",
  pageSetup: "setup",
  headerFooter: "headerFooter",
  sheetData: "data",
};

function readSetting(element: XmlElement, facts: SheetFacts): void {
  const { name, attributes } = element;
  const place = kept[name];
  if (place !== undefined) facts[place] = element;
  switch (name) {
    case "rowBreaks":
    case "colBreaks":
      facts.breaks = true;
      return;
    case "pane":
      if (attributes["state"]?.startsWith("frozen") === true) facts.frozenRows = Number(attributes["ySplit"] ?? 0) || 0;
      return;
    case "autoFilter":
      facts.filterRow = Number(/^\$?[A-Z]+\$?(\d+)/u.exec(attributes["ref"] ?? "")?.[1] ?? 0);
      return;
    case "sheetFormatPr":
      facts.defaultWidth = Number(attributes["defaultColWidth"] ?? usualColumn) || usualColumn;
      return;
    case "col":
      readColumns(element, facts);
  }
}

/** A setting of columns that stand side by side; a sheet may name all sixteen thousand. */
function readColumns({ attributes }: XmlElement, { widths, defaultWidth }: SheetFacts): void {
  const [first, last] = [Number(attributes["min"]), Math.min(Number(attributes["max"]), 1000)];
  const width = isTrue(attributes["hidden"]) ? 0 : Number(attributes["width"] ?? defaultWidth) || 0;
  for (let column = first; column <= last; column += 1) widths.set(column, width);
}

/** How XML Schema writes a truth. */
export const isTrue = (value: string | undefined): boolean => /^(?:1|true)$/u.test(value ?? "");
