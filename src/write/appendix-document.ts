/** The appendix as a document to edit: cover, index and dividers with the page numbers of the bound file. */
import type { Block, Cell, Report } from "../model/document.ts";
import type { IndexRow, Pack } from "../model/pack.ts";

export function appendixDocument({ appendix, language }: Pack): Report {
  const index: Block[] = [
    { type: "heading", level: 1, mark: "", text: appendix.indexTitle, anchor: "index" },
    ...partsOf(appendix.rows).flatMap((part, number): Block[] => [
      ...(part.section === null
        ? []
        : [{ type: "heading", level: 2, mark: "", text: part.section, anchor: `index-${String(number)}` } as const]),
      { type: "table", caption: part.indicator, columns: appendix.columns, rows: part.rows },
    ]),
  ];
  const dividers = appendix.dividers.flatMap((divider): Block[] => [
    { type: "heading", level: 2, mark: divider.code, text: divider.title, anchor: `divider-${divider.code}` },
    ...divider.lines.map(([label, text]): Block => ({ type: "labelled", label, content: [{ type: "text", text }] })),
    { type: "table", caption: null, columns: divider.columns, rows: divider.rows.map((row) => row.cells) },
  ]);
  return { language, cover: appendix.cover, contentsTitle: "", blocks: [...index, ...dividers] };
}

interface IndexPart {
  /** Title of the section that begins here. */
  readonly section: string | null;
  readonly indicator: string;
  readonly rows: Cell[][];
}

/** The exhibits of each indicator, under the heads that the index of the PDF has. */
function partsOf(rows: readonly IndexRow[]): IndexPart[] {
  const parts: IndexPart[] = [];
  let section: string | null = null;
  for (const row of rows) {
    if (row.type === "section") section = row.text;
    else if (row.type === "exhibit") parts.at(-1)?.rows.push([...row.cells]);
    else {
      parts.push({ section, indicator: row.text, rows: [] });
      section = null;
    }
  }
  return parts;
}
