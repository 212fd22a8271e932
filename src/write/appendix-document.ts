/** The appendix as a document to edit: cover, index and dividers with the page numbers of the bound file. */
import { countedRows } from "../assemble/appendix-index.ts";
import type { Block, Cell, Report } from "../model/document.ts";
import type { ExhibitId, IndicatorCode } from "../model/ids.ts";
import type { IndexRow, Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Words } from "../schema/words.ts";
import { originalAddress } from "./original-address.ts";

interface From {
  readonly words: Words;
  /** The way up to where originals lie, as `../`; null when they lie elsewhere. */
  readonly workspace: string | null;
}

/** Cover and index, then the dividers, each on a page of its own. */
export function appendixDocument(pack: Pack, plan: PagePlan, from: From): Report {
  const { appendix, language } = pack;
  const { index, dividers } = appendixBlocks(pack, plan, from);
  return {
    language,
    cover: appendix.cover,
    letter: !appendix.own.cover,
    front: [],
    contentsTitle: "",
    blocks: [...index, ...[...dividers.values()].flatMap((each): Block[] => [{ type: "page-break" }, ...each])],
  };
}

export interface AppendixBlocks {
  readonly index: readonly Block[];
  /** Empty where there are none. */
  readonly dividers: ReadonlyMap<IndicatorCode, readonly Block[]>;
}

/** Titles lead to the originals, pages to the bound file. */
export function appendixBlocks(
  { appendix, exhibits }: Pack,
  { volumes }: PagePlan,
  { words, workspace }: From,
): AppendixBlocks {
  const addresses = new Map(
    exhibits.map(({ id, files: [lead] }) => [id, lead === undefined ? null : originalAddress(lead, workspace)]),
  );
  /** A cell whose first words open the original of an exhibit. */
  const opening = (cell: Cell, exhibit: ExhibitId): Cell => {
    const url = addresses.get(exhibit) ?? null;
    return url === null
      ? cell
      : cell.map((each, at) => (at === 0 && each.type === "text" ? { type: "link", text: each.text, url } : each));
  };
  const withLinks = (row: Row, title: number): readonly Cell[] =>
    row.cells.map((cell, at) => (at === title ? opening(cell, row.exhibit) : cell));
  const isOnly = volumes.length === 1;
  const title = isOnly ? appendix.indexTitle : words.appendix.volume.master;
  const index: Block[] = [
    { type: "heading", level: 1, code: "", numbers: null, text: title, anchor: "index" },
    ...sectionsOf(countedRows(appendix.rows, appendix), (row) =>
      withLinks(row, appendix.index === "archive" ? 3 : 1),
    ).map((section): Block => ({
      type: "table",
      caption: section.title,
      columns: isOnly ? appendix.columns : appendix.masterColumns,
      rows: section.rows,
      subheads: section.subheads,
    })),
  ];
  const dividers = (appendix.own.dividers ? appendix.dividers : []).map((divider): [IndicatorCode, Block[]] => [
    divider.code,
    [
      {
        type: "heading",
        level: 2,
        code: divider.code,
        numbers: null,
        text: divider.title,
        anchor: `divider-${divider.code}`,
      },
      ...divider.lines.map(([label, text]): Block => ({ type: "labelled", label, content: [{ type: "text", text }] })),
      { type: "table", caption: null, columns: divider.columns, rows: divider.rows.map((row) => withLinks(row, 1)) },
    ],
  ]);
  return { index, dividers: new Map(dividers) };
}

type Row = Pick<Extract<IndexRow, { type: "exhibit" }>, "exhibit" | "cells">;

interface IndexSection {
  readonly title: string | null;
  readonly rows: Cell[][];
  /** Titles of the indicators, by the row before which they stand. */
  readonly subheads: Map<number, string>;
}

/** The exhibits of each section, under the heads that the index of the PDF has. */
function sectionsOf(rows: readonly IndexRow[], cellsOf: (row: Row) => readonly Cell[]): IndexSection[] {
  const sections: IndexSection[] = [];
  for (const row of rows) {
    if (row.type === "section" || sections.length === 0) {
      sections.push({ title: row.type === "section" ? row.text : null, rows: [], subheads: new Map() });
    }
    const section = sections.at(-1);
    if (row.type === "exhibit") section?.rows.push([...cellsOf(row)]);
    else if (row.type === "indicator") section?.subheads.set(section.rows.length, row.text);
  }
  return sections;
}
