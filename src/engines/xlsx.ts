/** The only importer of exceljs: gives empty workbooks to those beside it, writes a plain table; reads a workbook as text. */
import exceljs from "exceljs";
import { shift } from "../model/unit.ts";
import { widthOf } from "./xlsx/heights.ts";
import { normaliseOoxml, readOoxmlPart, repackOoxml, withParts } from "./ooxml.ts";

/** An empty workbook, for what is drawn cell by cell (xlsx-sheets.ts). */
export function emptyWorkbook(): exceljs.Workbook {
  const workbook = new exceljs.Workbook();
  workbook.creator = "evipack";
  return workbook;
}

/** Its bytes; `day` (YYYY-MM-DD) stands for the clock. */
export const bytesOf = async (workbook: exceljs.Workbook, day: string): Promise<Uint8Array> =>
  finished(new Uint8Array(await workbook.xlsx.writeBuffer()), day);

/** What the library wrote, as it is to be: sound, and the same bytes each time. */
export function finished(written: Uint8Array, day: string): Uint8Array {
  const bytes = normaliseOoxml(written, { date: day });
  const styles = readOoxmlPart(bytes, stylesPart);
  return styles === null ? bytes : withParts(bytes, new Map([[stylesPart, orderFonts(styles)]]));
}

const stylesPart = "xl/styles.xml";
const fontOrder = "b i strike condense extend outline shadow u vertAlign sz color name family charset scheme".split(
  " ",
);

/** The library writes the parts of a font in an order that the schema does not have (ISO/IEC 29500-1, 18.8.22). */
const orderFonts = (xml: string): string =>
  xml.replace(/<font>(.*?)<\/font>/gsu, (_, inside: string) => {
    const place = (part: string): number => fontOrder.indexOf(/^<(\w+)/u.exec(part)?.[1] ?? "");
    const parts = inside.match(/<\w+[^>]*\/>/gu) ?? [];
    return `<font>${parts.toSorted((a, b) => place(a) - place(b)).join("")}</font>`;
  });

/** Sheet names may not hold these, nor be longer than 31 characters. */
export const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/gu, " ").slice(0, 31);

/** XML forbids most control characters. */
export const clean = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd");

/** Inches beside a sheet on its paper. */
export const sheetMargin = 0.4;

/** Paper as workbooks name it (ISO/IEC 29500-1, 18.3.1.63), and pt between the margins of a sheet set sideways. */
const a4 = { code: 9, across: 784 };
const a3 = 8;

/** Text that is printed smaller cannot be read well. */
const leastPrinted = 8.5;

/**
 * The paper for columns of these widths, in which text has so many pt: sheets are shrunk until they are as wide as
 * their paper, so one that would be too small on A4 goes on A3.
 */
export function paperFor(columns: readonly { readonly width: number }[], textSize: number): exceljs.PaperSize {
  // A character is 7 pixels wide, a column has 5 more; a pixel is 0.75 pt.
  const across = columns.reduce((sum, { width }) => sum + (7 * width + 5) * 0.75, 0);
  // The library's list of sizes leaves A3 out.
  return (textSize * a4.across) / across < leastPrinted ? (a3 as exceljs.PaperSize) : a4.code;
}

/** pt of the text of a table; a character of it is as wide as one of the usual font, by which columns are measured. */
const tableFont = 10.5;
/** Characters in a column: more are wrapped, and a crowded table wraps at fewer. */
const [widestColumn, narrowestColumn] = [40, 10];

/**
 * Writes a table as it is, with lines around its cells and columns as wide as they need; every cell is text.
 * Where it is wider than `across` characters, the widest columns are wrapped more narrowly. The first row is set as
 * the head when it names its columns: several cells, none empty, none a number, no two alike.
 */
export async function writeTable(
  rows: readonly (readonly string[])[],
  { across }: { readonly across: number },
): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  const page = workbook.addWorksheet("Sheet1");
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const side = { style: "thin" as const };
  for (const [number, row] of rows.entries()) {
    const added = page.addRow(Array.from({ length: columns }, (_, index) => clean(row[index] ?? "")));
    const head = number === 0 && rows.length > 1 && namesColumns(row, columns);
    added.eachCell({ includeEmpty: true }, (cell) => {
      cell.border = { top: side, bottom: side, left: side, right: side };
      cell.alignment = { vertical: "top", wrapText: true };
      cell.font = { name: "宋体", size: tableFont, bold: head };
    });
  }
  for (const [index, width] of columnWidths(rows, columns, across).entries()) page.getColumn(index + 1).width = width;
  return bytesOf(workbook, "1980-01-01");
}

const namesColumns = (row: readonly string[], columns: number): boolean =>
  columns > 1 &&
  row.length === columns &&
  new Set(row).size === columns &&
  row.every((cell) => cell.trim() !== "" && Number.isNaN(Number(cell)));

/**
 * As wide as the cells of the first rows need, within a limit. The limit sinks until the table is no wider than
 * `across`; where that is out of reach, the table goes over several pages anyway and nothing is narrowed.
 */
function columnWidths(rows: readonly (readonly string[])[], columns: number, across: number): readonly number[] {
  const needed = Array.from({ length: columns }, (_, index) =>
    rows.slice(0, 500).reduce((most, row) => Math.max(most, widthOf(row[index] ?? "") + 2), 6),
  );
  const widthAt = (limit: number): number => needed.reduce((sum, each) => sum + Math.min(each, limit), 0);
  let most = widestColumn;
  if (widthAt(narrowestColumn) <= across) while (widthAt(most) > across) most -= 1;
  return needed.map((each) => Math.min(each, most));
}

/** A cell as a person reads it. A merged cell says the same in all its places. */
export interface GridCell {
  /** What is shown; for a formula its last result. Never empty but for a cell with an error or a link. */
  readonly text: string;
  /** `date`: `text` is YYYY-MM-DD. `error`: `text` is #N/A and the like, or empty when a formula has no result. */
  readonly type: "text" | "number" | "date" | "error";
  /** Where the cell leads when it is clicked, as it is written; empty when nowhere. */
  readonly link: string;
  /** Top left cell of the merged area, or the cell itself, as `C7`. */
  readonly owner: string;
}

export interface GridRow {
  /** 1-based number in the sheet. */
  readonly number: number;
  /** By 1-based column; empty cells are left out. */
  readonly cells: ReadonlyMap<number, GridCell>;
}

export interface Grid {
  readonly name: string;
  /** Rows with anything in them, hidden ones too, in order. */
  readonly rows: readonly GridRow[];
}

export type UnreadWorkbook = "corrupt" | "encrypted" | "old-format" | "too-large";

export type ReadWorkbook =
  | { readonly ok: true; readonly sheets: readonly Grid[] }
  | { readonly ok: false; readonly reason: UnreadWorkbook };

/** Bytes of XML that a workbook may unpack to: some 200,000 cells, which a list made by hand never has. */
const workbookLimit = 32 * 1024 * 1024;
const rowLimit = 20_000;
/** Columns to the right of this are not read. */
const columnLimit = 100;
/** Cells of one merged area; a larger one is decoration, and would be written out cell by cell. */
const mergeLimit = 10_000;

/** What the library need not read; some of it it reads badly (checks of whole columns, pictures, tables). */
const ignoreNodes = ["dataValidations", "conditionalFormatting", "drawing", "legacyDrawing", "picture", "tableParts"];
const isCellPart = (path: string): boolean =>
  !/^xl\/(?:media|drawings|embeddings|charts|comments|tables|printerSettings|externalLinks)|\.bin$|comments\d*\.xml/u.test(
    path,
  );

/** Reads an XLSX. Nothing in it is carried out: no formula is computed, no address is followed. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    return {
      ok: false,
      reason: head.includes(Buffer.from("EncryptedPackage", "utf16le")) ? "encrypted" : "old-format",
    };
  }
  const packed = repackOoxml(bytes, { limit: workbookLimit, keep: isCellPart, edit: plainPart });
  if (!packed.ok) return packed;
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(packed.bytes.buffer as ArrayBuffer, { ignoreNodes });
  } catch {
    return { ok: false, reason: "corrupt" };
  }
  const sheets = workbook.worksheets.map((sheet) => ({ name: sheet.name, rows: rowsOf(sheet) }));
  if (sheets.length === 0) return { ok: false, reason: "corrupt" };
  return sheets.some((sheet) => sheet.rows.length > rowLimit)
    ? { ok: false, reason: "too-large" }
    : { ok: true, sheets };
}

/** Without huge merges, and without relationships to what is left out, over which the library would stumble. */
function plainPart(path: string, xml: string): string {
  if (path.startsWith("xl/worksheets/_rels/")) {
    return xml.replace(/<Relationship\s[^>]*\/>/gu, (each) => (/\sType="[^"]*\/hyperlink"/u.test(each) ? each : ""));
  }
  if (!/^xl\/worksheets\/[^/]+\.xml$/u.test(path)) return xml;
  return xml.replace(/<mergeCell\s+ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"\s*\/>/gu, (whole, left, top, right, bottom) => {
    const width = columnNumber(String(right)) - columnNumber(String(left)) + 1;
    return width * (Number(bottom) - Number(top) + 1) > mergeLimit ? "" : whole;
  });
}

const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 64) - 64, 0);

function rowsOf(sheet: exceljs.Worksheet): GridRow[] {
  const rows: GridRow[] = [];
  sheet.eachRow((row, number) => {
    const cells = new Map<number, GridCell>();
    row.eachCell((cell, column) => {
      const read = column <= columnLimit ? readCell(cell) : null;
      if (read !== null) cells.set(column, read);
    });
    if (cells.size > 0) rows.push({ number, cells });
  });
  return rows;
}

function readCell(cell: exceljs.Cell): GridCell | null {
  const owner = cell.master.address;
  const shown = (value: exceljs.CellValue, link = ""): GridCell | null => {
    if (value === null || value === undefined) return link === "" ? null : { text: "", type: "text", link, owner };
    if (value instanceof Date) {
      const typed = typedNumber(value);
      if (typed !== null) return { text: String(typed), type: "number", link, owner };
      const day = Number.isNaN(value.getTime()) ? "" : value.toISOString().slice(0, 10);
      return { text: day, type: day === "" ? "error" : "date", link, owner };
    }
    if (typeof value === "number") return { text: numberText(value, cell.numFmt), type: "number", link, owner };
    if (typeof value !== "object") return textCell(String(value), link, owner);
    if ("error" in value) return { text: value.error, type: "error", link, owner };
    if ("richText" in value) return textCell(value.richText.map((run) => run.text).join(""), link, owner);
    if ("hyperlink" in value) return shown(value.text, value.hyperlink);
    if (value.result === undefined) return { text: "", type: "error", link, owner };
    return shown(value.result, addressIn(cell.master.formula));
  };
  return shown(cell.value);
}

/**
 * 2019, 201903 or 20190305 typed into a cell that is formatted as a date, where a spreadsheet takes it for a count of
 * days and shows 1905, 2452 or ####: the number that was typed. Null for a day that can be meant.
 */
function typedNumber(value: Date): number | null {
  const days = value.getTime() / 86_400_000 + 25_569;
  const isMeant = Number.isNaN(days) || (days >= 3000 && days < 100_000);
  return isMeant ? null : Number(days.toFixed(6));
}

/** A share that is shown as a percentage is one: 0.85 in a cell of form 0.0% is 85%. */
const numberText = (value: number, form: string | undefined): string =>
  /^[^"]*%/u.test(form ?? "") ? `${String(shift(value, 2))}%` : String(value);

function textCell(raw: string, link: string, owner: string): GridCell | null {
  const text = raw.normalize("NFC").trim();
  return text === "" && link === "" ? null : { text, type: "text", link, owner };
}

/** The first argument of =HYPERLINK("…", …) when it is plain text; it is data and is not followed. */
const addressIn = (formula: string): string =>
  (/^\s*HYPERLINK\(\s*"((?:[^"]|"")*)"/iu.exec(formula)?.[1] ?? "").replaceAll('""', '"');
