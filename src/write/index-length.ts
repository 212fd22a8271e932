/** How many pages a list of exhibits will take, before it is typeset: nearly always right, and never relied upon. */
import type { Style } from "../schema/style.ts";
import type { IndexData } from "./appendix-sheets.ts";

const mm = 72 / 25.4;

/** Widths in em: Chinese, digits, slim signs, and all others (Libertinus Serif is among the narrow ones). */
const widths: readonly (readonly [characters: RegExp, width: number])[] = [
  [/[\u2E80-\u9FFF\uF900-\uFAFF\uFF00-\uFF60]/u, 1],
  [/[0-9]/u, 0.465],
  [/[ .,:;/'()-]/u, 0.3],
];

const widthOf = (text: string): number =>
  [...text].reduce((sum, each) => sum + (widths.find(([characters]) => characters.test(each))?.[1] ?? 0.5), 0);

const linesIn = (cell: string, room: number): number =>
  cell.split("\n").reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / room)), 0);

/** Lays the rows out as `index-pages` in templates/appendix.typ does: heads come again on each page. */
export function guessedPages({ title, columns, rows }: IndexData, style: Style): number {
  const { page, roles, tables } = style;
  const block = (page.width - page.left - page.right) * mm;
  const room = (page.height - Math.min(page.top, 30) - Math.max(Math.min(page.bottom, 25), 20)) * mm;
  const pitch = (role: "table" | "table_head" | "contents_title"): number =>
    roles[role].leading ?? roles[role].size * 1.4;
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const rooms = columns.map(({ share }) => ((block * share) / shares - 2 * tables.inset_x) / roles.table.size);
  const row = (lines: number, line = pitch("table")): number => lines * line + 2 * tables.inset_y;
  const linesOf = (cells: readonly string[], room: readonly number[]): number =>
    Math.max(1, ...cells.map((cell, at) => linesIn(cell, room[at] ?? 1)));
  const heads = { columns: row(1, pitch("table_head")), section: 0, indicator: 0 };
  let pages = 1;
  let filled = heads.columns + (title === null ? 0 : pitch("contents_title") + roles.contents_title.after);
  for (const each of rows) {
    const cells = each.type === "exhibit" ? each.cells : [each.text];
    const height = row(linesOf(cells, each.type === "exhibit" ? rooms : [block / roles.table.size]));
    if (each.type === "section") [heads.section, heads.indicator] = [height, 0];
    if (each.type === "indicator") heads.indicator = height;
    filled += height;
    if (filled <= room || each.type !== "exhibit") continue;
    pages += 1;
    filled = heads.columns + heads.section + heads.indicator + height;
  }
  return pages;
}
