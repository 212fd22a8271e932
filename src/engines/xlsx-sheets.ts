/** Workbooks that people print and fill in: sheets with a title, lines below it, a framed table, notes. */
import type { DataValidation, Worksheet } from "exceljs";
import { bytesOf, clean, emptyWorkbook, paperFor, sheetMargin, sheetName } from "./xlsx.ts";
import { widthOf } from "./xlsx/heights.ts";

export interface SheetFonts {
  readonly title: string;
  readonly head: string;
  readonly body: string;
}

export interface FormColumnFacts {
  readonly title: string;
  /** Characters of a Latin font. */
  readonly width: number;
  readonly align: "left" | "center" | "right";
  /** Printed beforehand: grey. */
  readonly shaded: boolean;
  readonly holds: "general" | "text" | "date";
  /** Cells of a sheet that may be chosen from; what else is typed is warned of, or refused. */
  readonly choice: { readonly from: string; readonly strict: boolean } | null;
  /** Days that a date should lie between; another one is warned of. */
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly prompt: string;
}

export interface TableSheet {
  readonly type: "table";
  readonly name: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly columns: readonly FormColumnFacts[];
  /** Lines that a row has room for at least: more where it is filled in by hand. */
  readonly least: number;
  /** A text alone is a row over the whole width. */
  readonly rows: readonly (readonly (string | number | null)[] | string)[];
  /** The first columns are one cell over the rows that stand here as first and last, counted from 0 among `rows`. */
  readonly merged: { readonly columns: number; readonly areas: readonly (readonly [number, number])[] };
  readonly notes: readonly string[];
  /** Printed at the foot; `{n}` is the page. */
  readonly page: string;
  /** Title of the warning for what is unusual. */
  readonly refused: string;
}

/** One column of text; `hidden`: nobody need see it. */
export interface TextSheet {
  readonly type: "text";
  readonly name: string;
  readonly lines: readonly string[];
  readonly hidden: boolean;
}

const lineHeight = 15;
const side = { style: "thin" as const };
const frame = { top: side, bottom: side, left: side, right: side };
const grey = { type: "pattern" as const, pattern: "solid" as const, fgColor: { argb: "FFEDEDED" } };

/** Writes the sheets in their order; `day` (YYYY-MM-DD) stands for the clock. Text is never a formula. */
export async function writeSheets(
  sheets: readonly (TableSheet | TextSheet)[],
  fonts: SheetFonts,
  day: string,
): Promise<Uint8Array> {
  const workbook = emptyWorkbook();
  for (const sheet of sheets) {
    const page = workbook.addWorksheet(sheetName(sheet.name));
    if (sheet.type === "table") drawTable(page, sheet, fonts);
    else drawText(page, sheet, fonts);
  }
  return bytesOf(workbook, day);
}

function drawText(page: Worksheet, { lines, hidden }: TextSheet, fonts: SheetFonts): void {
  const width = 110;
  page.getColumn(1).width = width;
  page.state = hidden ? "hidden" : "visible";
  for (const [index, line] of lines.entries()) {
    const cell = page.getCell(index + 1, 1);
    cell.value = clean(line);
    cell.numFmt = "@";
    cell.font = index === 0 ? { name: fonts.title, size: 16 } : { name: fonts.body, size: 12 };
    cell.alignment = { vertical: "middle", wrapText: true, horizontal: index === 0 && !hidden ? "center" : "left" };
    if (!hidden) page.getRow(index + 1).height = index === 0 ? 34 : 1.5 * lineHeight * linesOf(line, width * 0.87);
  }
  page.pageSetup = { paperSize: 9, orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0 };
}

function drawTable(page: Worksheet, sheet: TableSheet, fonts: SheetFonts): void {
  const { columns } = sheet;
  for (const [index, { width }] of columns.entries()) page.getColumn(index + 1).width = width;
  const all = columns.reduce((sum, { width }) => sum + width, 0);
  const across = (number: number, text: string, size: number, title: boolean): void => {
    page.mergeCells(number, 1, number, columns.length);
    const cell = page.getCell(number, 1);
    cell.value = clean(text);
    cell.font = { name: title ? fonts.title : fonts.body, size };
    cell.alignment = { vertical: "middle", horizontal: title ? "center" : "left", wrapText: true };
    page.getRow(number).height = title ? 34 : 3 + lineHeight * linesOf(text, (all * 10.5) / size);
  };
  across(1, sheet.title, 18, true);
  for (const [index, line] of sheet.lines.entries()) across(index + 2, line, 10.5, false);
  const head = sheet.lines.length + 2;
  drawHead(page, head, sheet, fonts);
  for (const [index, row] of sheet.rows.entries()) {
    const number = head + 1 + index;
    if (typeof row === "string") drawSubhead(page, number, row, columns.length, fonts);
    else drawRow(page, number, row, sheet, fonts);
  }
  mergeDown(page, head + 1, sheet);
  guardColumns(page, head + 1, sheet);
  for (const [index, note] of sheet.notes.entries()) across(head + 1 + sheet.rows.length + index, note, 10.5, false);
  page.views = [{ state: "frozen", ySplit: head }];
  page.pageSetup = {
    paperSize: paperFor(columns, 10.5),
    orientation: "landscape",
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    printTitlesRow: `${String(head)}:${String(head)}`,
    margins: { left: sheetMargin, right: sheetMargin, top: 0.8, bottom: 0.8, header: 0.4, footer: 0.4 },
  };
  page.headerFooter.oddFooter = `&C${sheet.page.replaceAll("&", "&&").replace("{n}", "&P")}`;
}

function drawHead(page: Worksheet, number: number, { columns }: TableSheet, fonts: SheetFonts): void {
  const row = page.getRow(number);
  for (const [index, { title }] of columns.entries()) {
    const cell = row.getCell(index + 1);
    cell.value = clean(title);
    cell.font = { name: fonts.head, size: 10.5 };
    cell.alignment = { vertical: "middle", horizontal: "center", wrapText: true };
    cell.border = frame;
    cell.fill = { ...grey, fgColor: { argb: "FFD9D9D9" } };
  }
  row.height = 6 + lineHeight * columns.reduce((most, each) => Math.max(most, linesOf(each.title, each.width)), 1);
}

function drawSubhead(page: Worksheet, number: number, text: string, columns: number, fonts: SheetFonts): void {
  page.mergeCells(number, 1, number, columns);
  const cell = page.getCell(number, 1);
  cell.value = clean(text);
  cell.font = { name: fonts.head, size: 10.5 };
  cell.alignment = { vertical: "middle", horizontal: "left" };
  for (let column = 1; column <= columns; column += 1) page.getCell(number, column).border = frame;
  page.getRow(number).height = 20;
}

function drawRow(
  page: Worksheet,
  number: number,
  cells: readonly (string | number | null)[],
  sheet: TableSheet,
  fonts: SheetFonts,
): void {
  const row = page.getRow(number);
  let lines = sheet.least;
  for (const [index, column] of sheet.columns.entries()) {
    const cell = row.getCell(index + 1);
    const value = cells[index] ?? null;
    if (value !== null && value !== "") cell.value = typeof value === "string" ? clean(value) : value;
    if (column.holds !== "general") cell.numFmt = column.holds === "date" ? "yyyy-mm-dd" : "@";
    cell.font = { name: fonts.body, size: 10.5 };
    // What is one cell over several rows begins at its top, so that no page break cuts it; the others stand beside it.
    const vertical = sheet.merged.columns > 0 ? "top" : "middle";
    cell.alignment = { vertical, horizontal: column.align, wrapText: true };
    cell.border = frame;
    // An empty row is to be filled in all over.
    if (column.shaded && cells.length > 0) cell.fill = grey;
    if (index >= sheet.merged.columns) lines = Math.max(lines, linesOf(String(value ?? ""), column.width));
  }
  row.height = 5 + lineHeight * lines;
}

/** What the library has and its types leave out: rules for whole ranges. Cell by cell it writes ranges that overlap. */
interface Guarded {
  readonly dataValidations: { readonly add: (range: string, rule: DataValidation) => void };
}

/** Rules and hints of the columns that have any. */
function guardColumns(page: Worksheet, first: number, { columns, rows, refused }: TableSheet): void {
  const { dataValidations } = page as Worksheet & Guarded;
  for (const [index, column] of columns.entries()) {
    const rule = ruleOf(column, refused);
    const { letter } = page.getColumn(index + 1);
    const range = `${letter}${String(first)}:${letter}${String(first + rows.length - 1)}`;
    if (rule !== null && rows.length > 0) dataValidations.add(range, rule);
  }
}

/** What may be chosen or is expected; null when anything will do. */
function ruleOf({ choice, days, prompt, title }: FormColumnFacts, refused: string): DataValidation | null {
  const says = {
    allowBlank: true,
    showInputMessage: prompt !== "",
    ...(prompt === "" ? {} : { promptTitle: title.slice(0, 32), prompt: clean(prompt).slice(0, 255) }),
    errorTitle: refused.slice(0, 32),
    ...(prompt === "" ? {} : { error: clean(prompt).slice(0, 225) }),
  };
  if (choice !== null) {
    return { type: "list", formulae: [choice.from], ...says, showErrorMessage: choice.strict, errorStyle: "stop" };
  }
  if (days !== null) {
    const formulae = [days.from, days.to].map((day) => new Date(`${day}T00:00:00Z`));
    return { type: "date", operator: "between", formulae, ...says, showErrorMessage: true, errorStyle: "warning" };
  }
  return prompt === "" ? null : { type: "custom", formulae: ["TRUE"], ...says, showErrorMessage: false };
}

/** Merges what is one cell over several rows; where it needs more room than they have, they share what is lacking. */
function mergeDown(page: Worksheet, first: number, { merged, rows, columns }: TableSheet): void {
  for (const [from, to] of merged.areas) {
    const cells = rows[from];
    if (cells === undefined || typeof cells === "string") continue;
    const lines = columns
      .slice(0, merged.columns)
      .reduce((most, { width }, index) => Math.max(most, linesOf(String(cells[index] ?? ""), width)), 1);
    const numbers = Array.from({ length: to - from + 1 }, (_, index) => first + from + index);
    const there = numbers.reduce((sum, number) => sum + page.getRow(number).height, 0);
    const lacking = Math.max(0, 5 + lineHeight * lines - there) / numbers.length;
    for (const number of numbers) page.getRow(number).height += lacking;
    if (numbers.length === 1) {
      page.getRow(first + from).eachCell({ includeEmpty: true }, (cell) => {
        cell.alignment = { ...cell.alignment, vertical: "middle" };
      });
      continue;
    }
    for (let column = 1; column <= merged.columns; column += 1) {
      page.mergeCells(first + from, column, first + to, column);
    }
  }
}

/** Lines that a text takes in so many characters. */
const linesOf = (text: string, width: number): number =>
  text.split("\n").reduce((sum, line) => sum + Math.max(1, Math.ceil(widthOf(line) / Math.max(2, width - 2))), 0);
