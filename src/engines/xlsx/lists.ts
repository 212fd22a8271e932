/** Workbooks of several lists, to be printed, sorted and filtered: exceljs shares its importer with ../xlsx.ts. */
import type exceljs from "exceljs";
import type { Language } from "../../model/map.ts";
import { readOoxmlPart, withParts } from "../ooxml.ts";
import { clean, emptyWorkbook, finished, paperFor, sheetMargin } from "../xlsx.ts";
import { heightOf } from "./heights.ts";

export interface ListColumn {
  readonly title: string;
  /** Width in characters of a Latin font. */
  readonly width: number;
  readonly align?: "left" | "center";
  /** It is there to be clicked, and not printed; such columns stand last. */
  readonly onScreen?: boolean;
}

/** `sheet` leads to another sheet of the workbook; `address` is a relative or absolute address, encoded. */
export type ListLink = { readonly sheet: string } | { readonly address: string };

/** Text is never a formula. */
export type ListCell = string | number | null | { readonly text: string; readonly link: ListLink };

/** Colours the cells of a column that say exactly this. */
export interface ListTint {
  /** Number of the column, from 0. */
  readonly column: number;
  readonly when: { readonly text: string } | { readonly below: number };
  /** RGB of the ground, as `F8CBAD`. */
  readonly colour: string;
}

export interface List {
  /** Made by `listNames`. */
  readonly name: string;
  /** Lines above the list; the first is its title. */
  readonly lines: readonly ListCell[];
  readonly columns: readonly ListColumn[];
  readonly rows: readonly (readonly ListCell[])[];
  readonly tints: readonly ListTint[];
}

export interface ListLook {
  readonly language: Language;
  /** `YYYY-MM-DD`; stands for the clock. */
  readonly day: string;
  readonly title: string;
}

const fonts: Readonly<Record<Language, readonly [text: string, heading: string]>> = {
  "zh-CN": ["宋体", "黑体"],
  en: ["Calibri", "Calibri"],
};

/**
 * Names for sheets that Excel accepts: without `\ / ? * [ ] :`, no quote at either end, at most 31 characters, no two
 * alike whatever their case, none empty, and not the reserved `History` (Excel, limits of worksheet names).
 */
export function listNames(wanted: readonly string[]): string[] {
  const taken = new Set(["history"]);
  return wanted.map((name) => {
    const legal = clean(name)
      .replace(/[\\/?*[\]:\p{Cc}]/gu, " ")
      .replace(/^[' ]+|[' ]+$/gu, "");
    for (let number = 1; ; number += 1) {
      const mark = number === 1 ? "" : ` ${String(number)}`;
      const text = `${cut(legal === "" ? "–" : legal, 31 - mark.length)}${mark}`;
      if (taken.has(text.toLowerCase())) continue;
      taken.add(text.toLowerCase());
      return text;
    }
  });
}

/** At most so many UTF-16 units, no character in half. */
function cut(text: string, length: number): string {
  let kept = "";
  for (const sign of text) {
    if (kept.length + sign.length > length) break;
    kept += sign;
  }
  return kept.replace(/[' ]+$/u, "");
}

/** One sheet for each list: across, as wide as the paper, the head on every page and always in sight. */
export async function writeLists(lists: readonly List[], look: ListLook): Promise<Uint8Array> {
  const workbook = emptyWorkbook();
  workbook.title = clean(look.title);
  for (const list of lists) addList(workbook, list, look);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  return finished(withInnerLinks(bytes, lists.length), look.day);
}

/** Links inside the workbook: the library writes them as links to a file too, which some programs then look for. */
function withInnerLinks(bytes: Uint8Array, sheets: number): Uint8Array {
  const changed = new Map<string, string>();
  const edit = (path: string, change: (xml: string) => string): void => {
    const xml = readOoxmlPart(bytes, path);
    if (xml !== null) changed.set(path, change(xml));
  };
  for (let number = 1; number <= sheets; number += 1) {
    edit(`xl/worksheets/sheet${String(number)}.xml`, (xml) =>
      xml.replace(/(<hyperlink ref="[^"]*") r:id="[^"]*"( location=")#/gu, "$1$2"),
    );
    edit(`xl/worksheets/_rels/sheet${String(number)}.xml.rels`, (xml) =>
      xml.replace(/<Relationship [^>]*Target="#[^>]*\/>/gu, ""),
    );
  }
  return withParts(bytes, changed);
}

function addList(workbook: exceljs.Workbook, list: List, { language, title }: ListLook): void {
  const { lines, columns, rows, tints } = list;
  const [font, headingFont] = fonts[language];
  const head = lines.length + 1;
  const last = head + Math.max(1, rows.length);
  const page = addPage(workbook, list, title);
  lines.forEach((line, index) => {
    const cell = page.getCell(index + 1, 1);
    put(cell, line, font);
    page.mergeCells(index + 1, 1, index + 1, columns.length);
    cell.alignment = { vertical: "middle", horizontal: index === 0 ? "center" : "left", wrapText: true };
    if (index === 0) cell.font = { name: headingFont, size: 16 };
    page.getRow(index + 1).height =
      index === 0 ? 28 : air + heightOf([{ width: acrossOf(columns) }], () => textOf(line));
  });
  columns.forEach((column, index) => {
    page.getColumn(index + 1).width = column.width;
    const cell = page.getCell(head, index + 1);
    cell.value = clean(column.title);
    cell.font = { name: headingFont, size: 11 };
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFD9E2F3" } };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    cell.border = frame;
  });
  page.getRow(head).height = 7 + heightOf(printedOf(columns), (index) => columns[index]?.title ?? "");
  rows.forEach((row, index) => addRow(page.getRow(head + 1 + index), row, columns, font));
  page.autoFilter = { from: { row: head, column: 1 }, to: { row: last, column: columns.length } };
  tints.forEach((tint, index) => addTint(page, tint, [head + 1, last], index + 1));
}

/** Columns that stand on paper. */
const printedOf = (columns: readonly ListColumn[]): readonly ListColumn[] =>
  columns.filter(({ onScreen }) => onScreen !== true);

const acrossOf = (columns: readonly ListColumn[]): number =>
  printedOf(columns).reduce((sum, { width }) => sum + width, 0);

/** A sheet with its paper: a list without a line above it has the title of the workbook at the head of each page. */
function addPage(workbook: exceljs.Workbook, { name, lines, columns, rows }: List, title: string): exceljs.Worksheet {
  const head = lines.length + 1;
  const printed = printedOf(columns);
  const page = workbook.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: head }],
    pageSetup: {
      paperSize: paperFor(printed, 11),
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${String(head)}:${String(head)}`,
      horizontalCentered: true,
      margins: { left: sheetMargin, right: sheetMargin, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: {
      oddFooter: "&C&P / &N",
      ...(lines.length === 0 ? { oddHeader: `&C${clean(title).replaceAll("&", "&&")}` } : {}),
    },
  });
  if (printed.length < columns.length) {
    page.pageSetup.printArea = `A$1:${page.getColumn(printed.length).letter}$${String(head + rows.length)}`;
  }
  return page;
}

/** pt above and below the text of a row, together. */
const air = 4;

const side = { style: "thin" as const, color: { argb: "FF7F7F7F" } };
const frame = { top: side, bottom: side, left: side, right: side };

function addRow(row: exceljs.Row, values: readonly ListCell[], columns: readonly ListColumn[], font: string): void {
  columns.forEach(({ align = "left" }, index) => {
    const cell = row.getCell(index + 1);
    put(cell, values[index] ?? null, font);
    cell.alignment = { vertical: "middle", horizontal: align, wrapText: true };
    cell.border = frame;
  });
  row.height = air + heightOf(printedOf(columns), (index) => textOf(values[index] ?? null));
}

function put(cell: exceljs.Cell, value: ListCell, font: string): void {
  cell.font = { name: font, size: 11 };
  if (value === null || typeof value === "number") cell.value = value;
  else if (typeof value === "string") cell.value = clean(value);
  else {
    const { text, link } = value;
    const hyperlink = "sheet" in link ? `#'${link.sheet.replaceAll("'", "''")}'!A1` : link.address;
    cell.value = { text: clean(text), hyperlink };
    cell.font = { name: font, size: 11, color: { argb: "FF0563C1" }, underline: true };
  }
}

const textOf = (value: ListCell): string =>
  value === null ? "" : typeof value === "object" ? value.text : String(value);

function addTint(
  page: exceljs.Worksheet,
  { column, when, colour }: ListTint,
  [first, last]: readonly [number, number],
  priority: number,
): void {
  const letter = page.getColumn(column + 1).letter;
  const cell = `${letter}${String(first)}`;
  const formula =
    "text" in when
      ? `${cell}="${when.text.replaceAll('"', '""')}"`
      : `AND(ISNUMBER(${cell}),${cell}<${String(when.below)})`;
  page.addConditionalFormatting({
    ref: `${cell}:${letter}${String(last)}`,
    rules: [
      {
        type: "expression",
        priority,
        formulae: [formula],
        style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: `FF${colour}` } } },
      },
    ],
  });
}
