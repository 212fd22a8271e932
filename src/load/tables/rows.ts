/** A sheet of figures as an office keeps it → a table: head found, titles above, sums and notes below passed over. */
import path from "node:path";
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Grid, GridCell, GridRow } from "../../engines/xlsx.ts";
import type { SourceRef } from "../../model/source.ts";
import { convert, parseUnit, plain, sameKind } from "../../model/unit.ts";
import type { Unit } from "../../model/unit.ts";
import type { FactTable, TableColumn, TableRow } from "../../model/workspace.ts";

/** The name under which formulas know the table: that of its file. */
export const tableName = (file: string): string => formulaName(path.posix.parse(file).name);

/** Letters and digits of any script, `_` for spaces between words: 生均校舍面积（平方米） → 生均校舍面积. */
const formulaName = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕/gu, "")
    .trim()
    .replace(/(?<=[a-z\d])[\s-]+(?=[a-z\d])/giu, "_")
    .replace(/[^\p{L}\p{N}_]/gu, "")
    .replace(/^(?=\p{N})/u, "_");

/** What stands in the last brackets of a heading. */
const unitText = (heading: string): string =>
  (/[(（]([^()（）]*)[)）]\s*$/u.exec(heading)?.[1] ?? "").replace(/^\s*(?:单位|unit)\s*[:：]\s*/iu, "");

/** Shares written with a sign of their own. */
const signs: Readonly<Record<string, Unit>> = { "%": { ...plain, scale: -2 }, "‰": { ...plain, scale: -3 } };

interface CellFigure {
  readonly value: number;
  /** Of 85% that of %; null for a bare number. */
  readonly unit: Unit | null;
}

/** The number that a cell says; null when it says something else. */
function numberIn({ text, type }: GridCell): CellFigure | null {
  if (type === "error" || type === "date") return null;
  const plainText = text.normalize("NFKC").replace(/(?<=\d),(?=\d{3})|\s/gu, "");
  const match = /^([-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?)([%‰]?)$/iu.exec(plainText);
  return match === null ? null : { value: Number(match[1]), unit: signs[match[2] ?? ""] ?? null };
}

/** The last row of words above the first row with a number; null when the sheet has no figures. */
export function headerOf({ rows }: Grid): GridRow | null {
  const first = rows.findIndex(isRowOfFigures);
  const above = rows.slice(0, Math.max(0, first)).filter((row) => ownCells(row).length > 1);
  return above.at(-1) ?? null;
}

const ownCells = (row: GridRow): GridCell[] => [
  ...new Map([...row.cells.values()].map((cell) => [cell.owner, cell])).values(),
];

const isRowOfFigures = (row: GridRow): boolean =>
  ownCells(row).length > 1 && ownCells(row).some((cell) => numberIn(cell) !== null);

const sum = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|全[县市区省]|sub-?total|total)(?:$|[\s:：（(])/iu;
const counter = /^(?:序号|编号|no|nr|#)\.?$/iu;

/** A table with what it says; cells that should hold a number and do not are told, and stand for "not known". */
export function readTable(file: string, sheet: Grid, found: Diagnostic[]): FactTable | null {
  const header = headerOf(sheet);
  if (header === null) return null;
  const at = (cell: string): SourceRef => ({ file, cell: `${sheet.name}!${cell}` });
  const rows = sheet.rows.filter((row) => row.number > header.number && isEntry(row));
  const heads = [...header.cells].filter(([, cell]) => !counter.test(cell.text.normalize("NFKC")));
  const figures = heads.filter(([column, head]) => isColumnOfFigures(column, head, rows));
  const named = heads.find(([column]) => !figures.some(([each]) => each === column))?.[0];
  const names = rows.map((row): TableRow => {
    const cell = named === undefined ? undefined : row.cells.get(named);
    return { name: cell?.text ?? String(row.number), at: at(cell?.owner ?? `A${String(row.number)}`) };
  });
  tellTwice(names, found);
  tellHeadless(header, rows, at, found);
  const columns = new Map<string, TableColumn>();
  for (const [column, head] of figures) {
    const name = formulaName(head.text);
    const first = columns.get(name);
    if (first === undefined) columns.set(name, columnOf(column, head, rows, at, found));
    else found.push(diagnostic("table-heading", at(head.owner), { heading: head.text, first: first.at }));
  }
  return { name: tableName(file), rows: names, columns, at: { file } };
}

const note = /^(?:注|备注|说明|填表|填报|制表|审核|负责人|notes?|remarks?|source|prepared by)[^:：]{0,4}[:：]/iu;

/** A row that is no sum of the others and no note across the sheet; it may lack its figures. */
function isEntry(row: GridRow): boolean {
  const [first] = ownCells(row).filter((cell) => numberIn(cell) === null);
  const isAcross = row.cells.size > 1 && ownCells(row).length === 1;
  return !isAcross && !(first !== undefined && (sum.test(first.text) || note.test(first.text)));
}

/** Numbers in at least half of its cells, or a heading that names a unit. */
function isColumnOfFigures(column: number, head: GridCell, rows: readonly GridRow[]): boolean {
  const cells = rows.map((row) => row.cells.get(column)).filter((cell) => cell !== undefined);
  const numbers = cells.filter((cell) => numberIn(cell) !== null).length;
  return numbers > 0 && (unitText(head.text) !== "" || numbers * 2 >= cells.length);
}

function columnOf(
  column: number,
  head: GridCell,
  rows: readonly GridRow[],
  at: (cell: string) => SourceRef,
  found: Diagnostic[],
): TableColumn {
  const told = parseUnit(unitText(head.text));
  const unit = told ?? (rows.some((row) => isShare(row.cells.get(column))) ? plain : null);
  const values = rows.map((row) => {
    const cell = row.cells.get(column);
    if (cell === undefined) return null;
    const figure = numberIn(cell);
    const fits = figure !== null && (figure.unit === null || (unit !== null && sameKind(figure.unit, unit)));
    if (fits) return figure.unit === null || unit === null ? figure.value : convert(figure.value, figure.unit, unit);
    found.push(diagnostic("table-value", at(cell.owner), { column: head.text, got: cell.text.slice(0, 40) }));
    return null;
  });
  return { unit, values, at: at(head.owner) };
}

const isShare = (cell: GridCell | undefined): boolean => cell !== undefined && (numberIn(cell)?.unit ?? null) !== null;

/** A school that stands in the list twice would count twice. */
function tellTwice(rows: readonly TableRow[], found: Diagnostic[]): void {
  const first = new Map<string, SourceRef>();
  for (const { name, at } of rows) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, at);
    else found.push(diagnostic("table-row-twice", at, { name, first: earlier }));
  }
}

/** Numbers without a heading: nobody can use them. */
function tellHeadless(
  header: GridRow,
  rows: readonly GridRow[],
  at: (cell: string) => SourceRef,
  found: Diagnostic[],
): void {
  const told = new Set<number>();
  for (const [column, cell] of rows.flatMap((row) => [...row.cells])) {
    if (header.cells.has(column) || told.has(column) || numberIn(cell) === null) continue;
    told.add(column);
    found.push(diagnostic("table-heading", at(cell.owner), { heading: "", first: null }));
  }
}
