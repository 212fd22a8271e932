/** Workbooks made by hand, cell by cell, as departments fill them in. */
import exceljs from "exceljs";

/** Text, number, day, or what exceljs takes for formulas, links, rich text and errors. */
export type CellValue = exceljs.CellValue;

export interface SheetFacts {
  readonly name?: string;
  /** From the first row on; null leaves a cell empty. */
  readonly rows: readonly (readonly CellValue[])[];
  /** Areas such as `A2:A4`. */
  readonly merges?: readonly string[];
  /** 1-based. */
  readonly hidden?: readonly number[];
  /** Number format of a column by its letter. */
  readonly formats?: Readonly<Record<string, string>>;
  /** Anything else. */
  readonly change?: (sheet: exceljs.Worksheet) => void;
}

/** An XLSX of these sheets. */
export async function workbookOf(...sheets: readonly SheetFacts[]): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const [index, { name, rows, merges = [], hidden = [], formats = {}, change }] of sheets.entries()) {
    const sheet = workbook.addWorksheet(name ?? (index === 0 ? "登记表" : `登记表${String(index + 1)}`));
    for (const [at, row] of rows.entries()) {
      for (const [column, value] of row.entries()) if (value !== null) sheet.getCell(at + 1, column + 1).value = value;
    }
    for (const area of merges) sheet.mergeCells(area);
    for (const number of hidden) sheet.getRow(number).hidden = true;
    for (const [column, format] of Object.entries(formats)) sheet.getColumn(column).numFmt = format;
    change?.(sheet);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
