/** The only importer of exceljs: one plain sheet with a frozen, filterable head. */
import exceljs from "exceljs";
import { normaliseOoxml } from "./ooxml.ts";

export interface SheetColumn {
  readonly title: string;
  /** Width in characters. */
  readonly width: number;
}

export interface Sheet {
  readonly name: string;
  readonly columns: readonly SheetColumn[];
  /** Text or numbers; text is never a formula. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Sheet names may not hold these, nor be longer than 31 characters. */
const sheetName = (name: string): string => name.replace(/[\\/?*[\]:]/gu, " ").slice(0, 31);

/** XML forbids most control characters. */
const clean = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/\p{Surrogate}/gu, "\ufffd").replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd");

/** Writes a workbook of one sheet; `day` (YYYY-MM-DD) stands for the clock. */
export async function writeWorkbook(sheet: Sheet, day: string): Promise<Uint8Array> {
  const workbook = new exceljs.Workbook();
  workbook.creator = "evipack";
  const page = workbook.addWorksheet(sheetName(sheet.name), {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: "landscape",
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: "1:1",
    },
  });
  page.columns = sheet.columns.map(({ title, width }) => ({ header: title, width }));
  for (const row of sheet.rows) page.addRow(row.map((cell) => (typeof cell === "string" ? clean(cell) : cell)));
  const head = page.getRow(1);
  head.font = { bold: true };
  head.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFE8E8E8" } };
  page.eachRow((row) => {
    row.alignment = { vertical: "top", wrapText: true };
  });
  page.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: sheet.columns.length } };
  return normaliseOoxml(new Uint8Array(await workbook.xlsx.writeBuffer()), { date: day });
}
