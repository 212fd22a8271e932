/** A sheet as departments fill it in → rows: header found, titles above and notes below passed over, merged cells understood. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Grid, GridRow } from "../../engines/xlsx.ts";
import type { SourceRef } from "../../model/source.ts";
import { fieldOf, nearestHeading } from "./columns.ts";
import type { Field } from "./columns.ts";
import type { RawCell, RawRow } from "./raw.ts";

export interface ReadSheet {
  readonly rows: readonly RawRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A header stands somewhere in the first rows; forms begin with a title, a note on how to fill them in, the name of the unit. */
const headerWithin = 40;

/** A file's name and a sheet's columns; null when the sheet has no header, so that it is no register. */
export function readSheet(file: string, sheet: Grid): ReadSheet | null {
  const header = findHeader(sheet);
  if (header === null) return null;
  const at = (cell: string): SourceRef => ({ file, cell: `${sheet.name}!${cell}` });
  const columns = new Map<number, Field>();
  const diagnostics: Diagnostic[] = [];
  for (const [column, { text, type, owner }] of header.cells) {
    const field = fieldOf(text);
    if (field !== null) columns.set(column, field);
    else if (type === "text") {
      const facts = { heading: text.replace(/\s+/gu, " ").slice(0, 60), nearest: nearestHeading(text) };
      diagnostics.push(diagnostic("register-column", at(owner), facts));
    }
  }
  const body = sheet.rows.filter((row) => row.number > header.number && isItem(row, columns));
  return { rows: joinMerged(body, columns).map((rows) => toRaw(rows, columns, at)), diagnostics };
}

/** The row with the most known headings, of which one names titles, files or indicators; the first of equals. */
function findHeader({ rows }: Grid): GridRow | null {
  let best: GridRow | null = null;
  let most = 1;
  for (const row of rows.slice(0, headerWithin)) {
    const owners = new Map([...row.cells.values()].map((cell) => [cell.owner, fieldOf(cell.text)]));
    const fields = [...owners.values()].filter((field) => field !== null);
    if (fields.length > most && fields.some((field) => ["title", "files", "indicators"].includes(field))) {
      best = row;
      most = fields.length;
    }
  }
  return best;
}

const total = /^(?:合\s*计|总\s*计|小\s*计|共\s*计|sub-?total|total)(?:$|[\s:：（(])/iu;
const note =
  /^(?:注|备注|说明|填表说明|填报说明|填表人|填报人|审核人|审核|制表|负责人|联系人|单位负责人|填表日期|填报日期|notes?|remarks?|filled in by|prepared by|checked by|contact)\s*(?:\d\s*)?[:：]/iu;

/** Not the header printed again, nor a heading or a note across the sheet, nor a sum, nor a row that only counts. */
function isItem(row: GridRow, columns: ReadonlyMap<number, Field>): boolean {
  const cells = [...row.cells].toSorted(([a], [b]) => a - b);
  const first = cells.find(([, cell]) => !/^\d*$/u.test(cell.text))?.[1];
  if (first === undefined || total.test(first.text) || note.test(first.text)) return false;
  const own = cells.filter(([column, cell]) => {
    const field = columns.get(column);
    return field !== undefined && field !== "known" && isOwn(cell.owner, row.number);
  });
  if (own.length === 0) return false;
  if (cells.length > 2 && new Set(cells.map(([, cell]) => cell.owner)).size === 1) return false;
  const headings = cells.filter(
    ([column, cell]) => fieldOf(cell.text) !== null && fieldOf(cell.text) === columns.get(column),
  );
  return headings.length < 2;
}

/** True when a cell begins in this row; a cell merged from above says nothing new. */
const isOwn = (owner: string, row: number): boolean => owner.replace(/^[A-Z]+/u, "") === String(row);

/** Rows whose title is one merged cell are one item in several rows. */
function joinMerged(rows: readonly GridRow[], columns: ReadonlyMap<number, Field>): GridRow[][] {
  const [title] = [...columns].find(([, field]) => field === "title") ?? [];
  const groups: GridRow[][] = [];
  for (const row of rows) {
    const owner = title === undefined ? undefined : row.cells.get(title)?.owner;
    const before = groups.at(-1);
    const above = title === undefined ? undefined : before?.[0]?.cells.get(title)?.owner;
    if (before !== undefined && owner !== undefined && owner === above) before.push(row);
    else groups.push([row]);
  }
  return groups;
}

function toRaw(rows: readonly GridRow[], columns: ReadonlyMap<number, Field>, at: (cell: string) => SourceRef): RawRow {
  const cells = new Map<Field, RawCell[]>();
  const owners = new Set<string>();
  for (const row of rows) {
    for (const [column, field] of columns) {
      const cell = row.cells.get(column);
      if (cell === undefined || owners.has(cell.owner)) continue;
      owners.add(cell.owner);
      const { text, type, link } = cell;
      cells.set(field, [...(cells.get(field) ?? []), { text, type, link, at: at(cell.owner) }]);
    }
  }
  const place = cells.get("title")?.[0] ?? cells.get("files")?.[0] ?? [...cells.values()][0]?.[0];
  return { at: place?.at ?? at(`A${String(rows[0]?.number ?? 1)}`), cells };
}
