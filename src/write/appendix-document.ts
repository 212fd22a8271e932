/** The appendix as a document to edit: cover, index and dividers with the page numbers of the bound file. */
import type { Block, Report } from "../model/document.ts";
import type { IndexRow, Pack } from "../model/pack.ts";

export function appendixDocument({ appendix, language }: Pack): Report {
  const index: Block[] = [
    { type: "heading", level: 1, mark: "", text: appendix.indexTitle, anchor: "index" },
    ...sectionsOf(appendix.rows).map((rows): Block => ({
      type: "table",
      caption: rows[0]?.type === "section" ? rows[0].text : null,
      columns: appendix.columns,
      rows: rows.flatMap((row) => (row.type === "exhibit" ? [row.cells] : [])),
    })),
  ];
  const dividers = appendix.dividers.flatMap((divider): Block[] => [
    { type: "heading", level: 2, mark: divider.code, text: divider.title, anchor: `divider-${divider.code}` },
    ...divider.lines.map(([label, text]): Block => ({ type: "labelled", label, content: [{ type: "text", text }] })),
    { type: "table", caption: null, columns: divider.columns, rows: divider.rows.map((row) => row.cells) },
  ]);
  return { language, cover: appendix.cover, contentsTitle: "", blocks: [...index, ...dividers] };
}

/** The rows of each section, its title first. */
function sectionsOf(rows: readonly IndexRow[]): IndexRow[][] {
  const sections: IndexRow[][] = [];
  for (const row of rows) {
    if (row.type === "section" || sections.length === 0) sections.push([]);
    sections.at(-1)?.push(row);
  }
  return sections;
}
