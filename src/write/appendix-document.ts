/** The appendix as a document to edit: cover, index and dividers with the page numbers of the bound file. */
import { countedRows } from "../assemble/appendix-index.ts";
import type { Block, Cell, Report } from "../model/document.ts";
import type { IndexRow, Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";

export function appendixDocument({ appendix, language }: Pack, { volumes }: PagePlan, words: Words): Report {
  const isOnly = volumes.length === 1;
  const title = isOnly ? appendix.indexTitle : words.appendix.volume.master;
  const index: Block[] = [
    { type: "heading", level: 1, code: "", numbers: null, text: title, anchor: "index" },
    ...sectionsOf(countedRows(appendix.rows, appendix)).map((section): Block => ({
      type: "table",
      caption: section.title,
      columns: isOnly ? appendix.columns : appendix.masterColumns,
      rows: section.rows,
      subheads: section.subheads,
    })),
  ];
  const dividers = appendix.dividers.flatMap((divider): Block[] => [
    {
      type: "heading",
      level: 2,
      code: divider.code,
      numbers: null,
      text: divider.title,
      anchor: `divider-${divider.code}`,
    },
    ...divider.lines.map(([label, text]): Block => ({ type: "labelled", label, content: [{ type: "text", text }] })),
    { type: "table", caption: null, columns: divider.columns, rows: divider.rows.map((row) => row.cells) },
  ]);
  return { language, cover: appendix.cover, front: [], contentsTitle: "", blocks: [...index, ...dividers] };
}

interface IndexSection {
  readonly title: string | null;
  readonly rows: Cell[][];
  /** Titles of the indicators, by the row before which they stand. */
  readonly subheads: Map<number, string>;
}

/** The exhibits of each section, under the heads that the index of the PDF has. */
function sectionsOf(rows: readonly IndexRow[]): IndexSection[] {
  const sections: IndexSection[] = [];
  for (const row of rows) {
    if (row.type === "section" || sections.length === 0) {
      sections.push({ title: row.type === "section" ? row.text : null, rows: [], subheads: new Map() });
    }
    const section = sections.at(-1);
    if (row.type === "exhibit") section?.rows.push([...row.cells]);
    else if (row.type === "indicator") section?.subheads.set(section.rows.length, row.text);
  }
  return sections;
}
