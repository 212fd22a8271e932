/** A table: caption above, head on every page, widths by share, hairlines. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  VerticalMergeType,
  WidthType,
  type ITableBordersOptions,
} from "../../engines/docx.ts";
import type { Cell, Column, Table as TableBlock } from "../../model/document.ts";
import { captionText } from "../marks.ts";
import { plainText } from "../resolve.ts";
import { geometryOf, splitByShare, twips } from "./geometry.ts";
import { captionRuns } from "./captions.ts";
import type { Drawing } from "./drawing.ts";
import { bookmark, inlineRuns, textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { roughWidth } from "./text.ts";

type Tables = Drawing["context"]["style"]["tables"];

/** Rules on all sides, in eighths of a point. */
function bordersOf({ rule }: Tables): ITableBordersOptions {
  const line =
    rule === 0
      ? { style: BorderStyle.NONE, size: 0, color: "auto" }
      : { style: BorderStyle.SINGLE, size: Math.max(2, Math.round(rule * 8)), color: "000000" };
  return { top: line, bottom: line, left: line, right: line, insideHorizontal: line, insideVertical: line };
}

/** Twips between rule and words. Word and LibreOffice set a row below its rule, so the upper space is shorter by it. */
const paddingOf = ({ inset_x: x, inset_y: y, rule }: Tables): { x: number; top: number; bottom: number } => ({
  x: twips(x),
  top: twips(Math.max(0, y - rule)),
  bottom: twips(y),
});

export interface TablePlace {
  /** The table opens a page. */
  readonly newPage: boolean;
}

/** Caption, table, and the small paragraph below it. */
export function drawTable(drawing: Drawing, table: TableBlock, place: TablePlace): FileChild[] {
  const { style } = drawing.context;
  const padding = paddingOf(style.tables);
  const { textWidth, textHeight } = geometryOf(style);
  const width = table.sideways === true ? textHeight : textWidth;
  const widths = splitByShare(
    width,
    table.columns.map((column) => column.share),
  );
  const rooms = widths.map((each) => (each - 2 * padding.x) / twips(style.roles.table.size));
  const drawn =
    table.columns.length === 0
      ? []
      : [
          new Table({
            width: { size: width, type: WidthType.DXA },
            columnWidths: widths,
            layout: TableLayoutType.FIXED,
            alignment: AlignmentType.CENTER,
            borders: bordersOf(style.tables),
            margins: {
              marginUnitType: WidthType.DXA,
              left: padding.x,
              right: padding.x,
              top: padding.top,
              bottom: padding.bottom,
            },
            rows: [
              headRow(drawing, table.columns, widths),
              ...table.rows.flatMap((row, index) => {
                const subhead = table.subheads?.get(index);
                const body = bodyRow(drawing, table, row, { widths, rooms, index });
                return subhead === undefined ? [body] : [subheadRow(drawing, subhead, widths), body];
              }),
            ],
          }),
        ];
  return [...above(drawing, table, place), ...drawn, new Paragraph({ style: styleIds.afterTable })];
}

function above(drawing: Drawing, table: TableBlock, place: TablePlace): Paragraph[] {
  const caption = captionText(table, drawing.context.style);
  if (caption !== "") {
    return [
      new Paragraph({
        style: styleIds.caption,
        pageBreakBefore: place.newPage,
        children: captionRuns(drawing, table),
      }),
    ];
  }
  const mark = bookmark(drawing, table.anchor, []);
  if (!place.newPage && mark.length === 0) return [];
  return [
    new Paragraph({ style: styleIds.afterTable, pageBreakBefore: place.newPage, keepNext: true, children: mark }),
  ];
}

function headRow(drawing: Drawing, columns: readonly Column[], widths: readonly number[]): TableRow {
  const cells = columns.map(
    (column, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [new Paragraph({ style: styleIds.tableHead, children: textRuns(drawing, column.title) })],
      }),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function subheadRow(drawing: Drawing, text: string, widths: readonly number[]): TableRow {
  const paragraph = new Paragraph({
    style: styleIds.tableHead,
    alignment: AlignmentType.LEFT,
    children: textRuns(drawing, text),
  });
  const width = { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA };
  return new TableRow({
    cantSplit: true,
    children: [new TableCell({ columnSpan: widths.length, width, children: [paragraph] })],
  });
}

interface RowPlace {
  readonly widths: readonly number[];
  /** Characters that fit a line of each column. */
  readonly rooms: readonly number[];
  readonly index: number;
}

/** A row is filled up with empty cells, or its cells too many are joined into the last, so that none is lost. */
function bodyRow(
  drawing: Drawing,
  { columns, merged, rows: { length: count } }: TableBlock,
  row: readonly Cell[],
  { widths, rooms, index: at }: RowPlace,
): TableRow {
  const last = columns.length - 1;
  const begins = merged?.starts.has(at) === true;
  // Rows that share a cell stay on one page.
  const keepNext = merged !== undefined && !merged.starts.has(at + 1) && at + 1 < count;
  const isMerged = (index: number): boolean => index < (merged?.columns ?? 0);
  const cells = columns.map((_, index) => (index < last ? (row[index] ?? []) : row.slice(last).flat()));
  const lines = cells.map((cell, index) =>
    isMerged(index) ? 0 : roughWidth(plainText(cell, drawing.context)) / Math.max(1, rooms[index] ?? 1),
  );
  return new TableRow({
    cantSplit: Math.max(...lines) <= drawing.context.style.tables.break_row,
    children: cells.map(
      (cell, index) =>
        new TableCell({
          width: { size: widths[index] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlign.CENTER,
          ...(isMerged(index)
            ? { verticalMerge: begins ? VerticalMergeType.RESTART : VerticalMergeType.CONTINUE }
            : {}),
          children: [
            new Paragraph({
              style: styleIds.table,
              keepNext,
              alignment: AlignmentType[sideOf(columns[index])],
              children: isMerged(index) && !begins ? [] : inlineRuns(drawing, cell),
            }),
          ],
        }),
    ),
  });
}

const sides = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
const sideOf = (column: Column | undefined): (typeof sides)[keyof typeof sides] => sides[column?.align ?? "left"];
