/** The index of the appendix: the usual columns, or those of archives. */
import type { Cell, Column } from "../model/document.ts";
import type { Appendix, Exhibit, ExhibitGroup, IndexRow } from "../model/pack.ts";
import { roughWidth } from "../model/rough-width.ts";
import type { Words } from "../schema/words.ts";
import { text } from "./format.ts";

type Index = Pick<Appendix, "columns" | "masterColumns" | "rows">;

/**
 * Lists under each indicator what proves it, also what is printed for another one. Where the register names any proving
 * passage, the column of pages has room for 见第1234页 in a line.
 */
export function usualIndex(groups: readonly ExhibitGroup[], { appendix }: Words): Index {
  const [pages, most] = groups.some(hasProof) ? [0.14, 0.22] : [0.1, 0.23];
  const number = numberShare(groups, most);
  const inMaster = numberShare(groups, 0.22);
  return {
    columns: columns(appendix.columns, [0.12, 0.61 - pages - number, number, 0.14, 0.13, pages]),
    masterColumns: columns(
      [...appendix.columns.slice(0, -1), appendix.volume.column],
      [0.12, 0.46 - inMaster, inMaster, 0.13, 0.13, 0.16],
    ),
    rows: indexRows(groups, ({ id, title, docNumber, department, day }) => [
      [{ type: "exhibit", exhibit: id }],
      [text(title)],
      [text(docNumber)],
      [text(department)],
      [text(day)],
      [{ type: "pages", exhibit: id }],
    ]),
  };
}

/** An em of the type of tables, and the space beside the words of a cell, as shares of the text block (GB/T 9704, 五号). */
const [em, inset] = [0.024, 0.016];

/**
 * Share of the column for 文号: as wide as the longest of them, at least as its head and at most so much that one of
 * usual length (奉财〔2017〕11号) stays on a line. What it does not take, the titles have.
 */
function numberShare(groups: readonly ExhibitGroup[], most: number): number {
  const widths = groups.flatMap(({ exhibits, references }) =>
    [...exhibits, ...references].map(({ docNumber }) => roughWidth(docNumber)),
  );
  const longest = widths.reduce((wide, each) => Math.max(wide, each), 0);
  return Math.min(most, Math.max(0.1, longest * em + inset));
}

const hasProof = ({ exhibits }: ExhibitGroup): boolean =>
  exhibits.some(({ registered }) => (registered?.locator ?? null) !== null);

/** Which column of the archive's index holds the pages. */
const pagesAt = 5;

/**
 * Columns of a list of files in a volume (卷内文件目录): 序号、责任者、文号、题名、日期、页号、备注, after DA/T 22-2015
 * 归档文件整理规则 and GB/T 9705-2008 文书档案案卷格式. Days have eight digits (DA/T 22); the number of the exhibit, by which
 * experts ask for it, stands in the remarks, with what the register tells of copies. A day stays on one line.
 */
export function archiveIndex(groups: readonly ExhibitGroup[], words: Words): Index {
  const { archive, volume } = words.appendix;
  const number = numberShare(groups, 0.22);
  return {
    columns: archiveColumns(archive.columns, [0.07, 0.12, number, 0.43 - number, 0.12, 0.14, 0.12]),
    masterColumns: archiveColumns(archive.columns.with(pagesAt, volume.column), [
      0.07,
      0.12,
      number,
      0.42 - number,
      0.12,
      0.15,
      0.12,
    ]),
    rows: indexRows(groups.map(withoutReferences), ({ id, title, docNumber, department, day, registered }) => [
      [text(department)],
      [text(docNumber)],
      [text(title)],
      [text(archiveDay(day))],
      [{ type: "pages", exhibit: id }],
      [
        { type: "exhibit", exhibit: id },
        ...[registered?.copy === "copy" ? archive.copy : "", registered?.remark ?? ""]
          .filter((each) => each !== "")
          .map((each) => text(`${archive.gap}${each}`)),
      ],
    ]),
  };
}

/** A volume of an archive lists what lies in it. */
const withoutReferences = (group: ExhibitGroup): ExhibitGroup => ({ ...group, references: [] });

/** Whether anything proves the indicator. */
export const hasAny = ({ exhibits, references }: ExhibitGroup): boolean => exhibits.length + references.length > 0;

/** `2019-03-05` → `20190305`; what is not known is not filled in. */
export const archiveDay = (day: string): string => day.replaceAll("-", "");

/** Titles and shares of the width; the first and the last column hold numbers and stand in the middle. */
export const columns = (titles: readonly string[], shares: readonly number[]): Column[] =>
  titles.map((title, index) => ({
    title,
    share: shares[index] ?? 1 / titles.length,
    align: index === 0 || index === titles.length - 1 ? "center" : "left",
  }));

const archiveColumns = (titles: readonly string[], shares: readonly number[]): Column[] =>
  columns(titles, shares).map((column, index) => (index >= pagesAt - 1 ? { ...column, align: "center" } : column));

function indexRows(groups: readonly ExhibitGroup[], cells: (exhibit: Exhibit) => readonly Cell[]): IndexRow[] {
  return groups.flatMap(({ leaf, exhibits, references }, index): IndexRow[] => {
    const newSection = groups[index - 1]?.leaf.section !== leaf.section;
    return [
      ...(newSection ? [{ type: "section", text: `${leaf.section.code} ${leaf.section.title}` } as const] : []),
      { type: "indicator", text: `${leaf.indicator.code} ${leaf.indicator.title}` },
      ...exhibits.map((exhibit): IndexRow => ({ type: "exhibit", exhibit: exhibit.id, cells: cells(exhibit) })),
      ...references.map((exhibit): IndexRow => ({
        type: "exhibit",
        exhibit: exhibit.id,
        cells: cells(exhibit),
        isReference: true,
      })),
    ];
  });
}

/** The rows of one index; in that of an archive each exhibit begins with its place in it (顺序号). */
export function countedRows(rows: readonly IndexRow[], { index }: Pick<Appendix, "index">): readonly IndexRow[] {
  if (index === "default") return rows;
  let count = 0;
  return rows.map((row): IndexRow => {
    if (row.type !== "exhibit") return row;
    count += 1;
    return { ...row, cells: [[text(String(count))], ...row.cells] };
  });
}
