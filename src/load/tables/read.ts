/** tables/ (.xlsx, .csv) → tables of figures, by the name of the file. */
import path from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../../diagnostics/diagnostic.ts";
import { decodeAny } from "../../engines/text.ts";
import type { Grid, GridRow } from "../../engines/xlsx.ts";
import { isLeftBehind } from "../../model/left-behind.ts";
import { compareNames } from "../../model/order.ts";
import type { FactTable } from "../../model/workspace.ts";
import { walk } from "../../world.ts";
import { readInside } from "../inside.ts";
import { headerOf, readTable, tableName } from "./rows.ts";

export const tablesFolder = "tables";

/** Rows of a text table; a list of schools or villages is far shorter. */
const rowLimit = 20_000;

/** Reads every table, in the order of names; a file that is no table is told, system files are passed over. */
export async function readTables(root: string): Promise<Staged<ReadonlyMap<string, FactTable>>> {
  const entries = (await walk(path.join(root, tablesFolder))) ?? [];
  const files = entries.map((each) => each.path).filter((name) => !isLeftBehind(name));
  const tables = new Map<string, FactTable>();
  const found: Diagnostic[] = [];
  for (const name of files.toSorted(compareNames)) {
    const file = `${tablesFolder}/${name}`;
    const sheet = await readSheet(root, file, found);
    const table = sheet === null ? null : readTable(file, sheet, found);
    const first = table === null ? undefined : tables.get(table.name);
    if (table === null) continue;
    if (first === undefined) tables.set(table.name, table);
    else found.push(diagnostic("table-unreadable", { file }, { reason: "name-taken", about: first.at.file }));
  }
  return { value: tables, diagnostics: found };
}

/** The sheet of a file that has figures; null, and told, when there is none. */
async function readSheet(root: string, file: string, found: Diagnostic[]): Promise<Grid | null> {
  const unread = (reason: TableFault, about = ""): null => {
    found.push(diagnostic("table-unreadable", { file }, { reason, about }));
    return null;
  };
  if (!/\.(?:xlsx|csv)$/iu.test(file)) return unread("not-a-table");
  const read = await readInside(root, file);
  if (!read.ok) return unread("cannot-read", read.cause);
  if (/\.csv$/iu.test(file)) {
    const { readCsv } = await import("../../engines/csv.ts");
    const rows = readCsv(decodeAny(read.bytes), rowLimit + 1);
    if (rows === null || rows.length > rowLimit) return unread("too-large");
    const sheet = { name: tableName(file), rows: gridRows(rows) };
    return headerOf(sheet) === null ? unread("no-figures") : sheet;
  }
  const { readWorkbook } = await import("../../engines/xlsx.ts");
  const workbook = await readWorkbook(read.bytes);
  if (!workbook.ok) return unread(workbook.reason);
  const [first, ...others] = workbook.sheets.filter((sheet) => headerOf(sheet) !== null);
  if (first === undefined) return unread("no-figures");
  if (others.length > 0) {
    found.push(diagnostic("table-sheets", { file }, { read: first.name, left: others.map((each) => each.name) }));
  }
  return first;
}

type TableFault = Extract<Diagnostic, { readonly code: "table-unreadable" }>["facts"]["reason"];

/** Cells of a text table as those of a sheet. */
const gridRows = (rows: readonly (readonly string[])[]): GridRow[] =>
  rows.map((row, index) => ({
    number: index + 1,
    cells: new Map(
      row.flatMap((raw, column) => {
        const text = raw.normalize("NFC").trim();
        const owner = `${letters(column)}${String(index + 1)}`;
        return text === "" ? [] : [[column + 1, { text, type: "text", link: "", owner }] as const];
      }),
    ),
  }));

/** 0 → A, 26 → AA. */
const letters = (column: number): string =>
  (column < 26 ? "" : letters(Math.floor(column / 26) - 1)) + String.fromCodePoint(65 + (column % 26));
