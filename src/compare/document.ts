/** A comparison as blocks of the document model: a page of its own, or a chapter of a draft. */
import { text } from "../assemble/format.ts";
import type { Block, Column, Report, Table } from "../model/document.ts";
import type { Language } from "../model/map.ts";
import { tell } from "./chapters.ts";
import type { Chapter } from "./chapters.ts";
import type { PackDiff } from "./compare.ts";

/** Title, a few lines, a table for each kind of change. Headings are of level 1 and counted from 1. */
export function comparisonBlocks(diff: PackDiff, language: Language): readonly Block[] {
  const { title, lines, chapters } = tell(diff, language);
  return [
    { type: "title", text: title },
    ...lines.map((line): Block => ({ type: "paragraph", content: [text(line)] })),
    ...chapters.flatMap((chapter, index): Block[] => [
      {
        type: "heading",
        level: 1,
        code: "",
        numbers: [index + 1],
        text: chapter.title,
        anchor: `changes-${String(index + 1)}`,
      },
      tableOf(chapter, null),
    ]),
  ];
}

/** The same as the last part of a report: headings that are not counted, each chapter with its table. */
export function comparisonPart(diff: PackDiff, language: Language): readonly Block[] {
  const { title, lines, chapters } = tell(diff, language);
  const heading = (level: 1 | 2, words: string, anchor: string): Block => ({
    type: "heading",
    level,
    code: "",
    numbers: null,
    text: words,
    anchor,
  });
  return [
    heading(1, title, "changes"),
    ...lines.map((line): Block => ({ type: "paragraph", content: [text(line)] })),
    ...chapters.flatMap((chapter, index): Block[] => [
      heading(2, chapter.title, `changes-${String(index + 1)}`),
      tableOf(chapter, null),
    ]),
  ];
}

export const tableOf = (chapter: Pick<Chapter, "columns" | "rows">, caption: string | null): Table => ({
  type: "table",
  caption,
  columns: columnsOf(chapter),
  rows: chapter.rows.map((row) => row.map((cell) => [text(cell)])),
});

/** The page alone; its cover is not drawn, but gives the file its title. */
export function comparisonReport(diff: PackDiff, language: Language): Report {
  const { title } = tell(diff, language);
  const cover = { title, subtitle: null, lines: [], date: "", marks: [] };
  return { language, cover, front: [], contentsTitle: "", blocks: comparisonBlocks(diff, language) };
}

/** Columns as wide as what stands in them asks, none very narrow or very wide. */
function columnsOf({ columns, rows }: Pick<Chapter, "columns" | "rows">): readonly Column[] {
  const wide = (cell: string): number =>
    [...cell].reduce((sum, sign) => sum + (/[\u2E80-\uFFEF]/u.test(sign) ? 2 : 1), 0);
  const widths = columns.map((title, index) =>
    Math.min(40, Math.max(8, ...[title, ...rows.map((row) => row[index] ?? "")].map(wide))),
  );
  const all = widths.reduce((sum, each) => sum + each, 0);
  return columns.map((title, index) => ({ title, share: (widths[index] ?? 0) / all, align: "left" }));
}
