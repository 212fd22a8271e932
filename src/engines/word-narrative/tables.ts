/** Tables of Word: merged cells are opened, each with the text of all. */
import type { Block, Cell, Column, Inline } from "../../model/document.ts";
import { plainOf, tableOf } from "../narrated.ts";
import { nodesIn, wordsIn } from "./nodes.ts";
import type { WordCell, WordNode, WordTable } from "./nodes.ts";
import type { Reader } from "./reader.ts";
import { inlinesOf } from "./runs.ts";

interface Read {
  readonly content: Cell;
  readonly align: Column["align"];
}

/** The table, and below it what no cell can hold: pictures, and notes of the head. */
export function tableBlocks(table: WordTable, reader: Reader): Block[] {
  const rows = gridOf(table, reader);
  const [head = [], ...body] = rows;
  const titles = head.map(({ content }) => plainOf(content).trim());
  const inHead = head.flatMap(({ content }) => content);
  const notes = inHead.flatMap((each) => (each.type === "note" ? [each.content] : []));
  if (notes.length > 0) reader.lose("note-in-heading", notes.length);
  const mentions = inHead.filter((each) => "mention" in each).length;
  if (mentions > 0) reader.lose("mention-in-heading", mentions);
  const align = titles.map((_, column) => alignOf(body.flatMap((row) => row[column]?.align ?? [])));
  return [
    tableOf(
      titles,
      align,
      body.map((row) => row.map(({ content }) => content)),
    ),
    ...notes.map((content): Block => ({ type: "paragraph", content })),
    ...reader.takeFigures(),
  ];
}

/** What all cells below a title say, if they agree. */
const alignOf = (cells: readonly Column["align"][]): Column["align"] => {
  const [first = "left", ...others] = new Set(cells);
  return others.length === 0 ? first : "left";
};

/** More columns than this are no table. */
const widest = 200;

function gridOf(table: WordTable, reader: Reader): Read[][] {
  const grid: Read[][] = [];
  const rows = table.children.filter((node) => node.type === "tableRow");
  const rowAt = (index: number): Read[] => (grid[index] ??= []);
  let merged = 0;
  for (const [index, row] of rows.entries()) {
    const line = rowAt(index);
    for (const cell of row.children.filter((node) => node.type === "tableCell")) {
      const [across, down] = [Math.min(cell.colSpan || 1, widest), Math.min(cell.rowSpan || 1, rows.length - index)];
      if (across > 1 || down > 1) merged += 1;
      const read = readCell(cell, reader);
      let column = 0;
      while (line[column] !== undefined) column += 1;
      for (let below = 0; below < down; below += 1)
        for (let beside = 0; beside < across; beside += 1) rowAt(index + below)[column + beside] = read;
    }
  }
  if (merged > 0) reader.lose("merged-cells", merged);
  return grid.map((row) => Array.from(row, (cell) => cell ?? { content: [], align: "left" }));
}

function readCell(cell: WordCell, reader: Reader): Read {
  const lines = cell.children.flatMap((node) => linesOf(node, reader)).filter((line) => line.length > 0);
  const content = lines.flatMap((line, index): Inline[] => (index === 0 ? line : [{ type: "break" }, ...line]));
  const [first] = cell.children.flatMap((node) => (node.type === "paragraph" ? [node.alignment] : []));
  const align = first === "center" ? "center" : first === "right" || first === "end" ? "right" : "left";
  return { content, align };
}

function linesOf(node: WordNode, reader: Reader): Inline[][] {
  if (node.type === "table") {
    reader.lose("table-in-cell");
    return nodesIn([node])
      .filter((each) => each.type === "paragraph")
      .flatMap((each) => linesOf(each, reader));
  }
  if (!("children" in node)) return [];
  if (wordsIn(node.children).trim() !== "") reader.at = reader.placeOf(node);
  const content = inlinesOf(node.children, reader);
  reader.tell(content);
  return [content];
}
