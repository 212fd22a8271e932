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
import { inCells, plainText } from "../resolve.ts";
import { geometryOf, splitByShare, twips } from "./geometry.ts";
import { captionRuns } from "./captions.ts";
import type { Drawing } from "./drawing.ts";
import { bookmark, inlineRuns, textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { roughWidth } from "../../model/rough-width.ts";

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
  const lines = table.rows.map((row) => rowLines(drawing, row, rooms));
  // A table of a few lines stays on one page: each row clings to the next.
  const whole = lines.reduce((sum, each) => sum + each, 0) <= style.tables.keep_lines;
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
                const last = index + 1 === table.rows.length;
                const keep = !last && (whole || isShared(table, index));
                const body = bodyRow(drawing, table, row, { widths, index, keep, lines: lines[index] ?? 1 });
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
  const centred = drawing.context.style.roles.table_head.align === "center";
  const cells = columns.map(
    (column, index) =>
      new TableCell({
        width: { size: widths[index] ?? 0, type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          new Paragraph({
            style: styleIds.tableHead,
            // A style that centres its heads centres all; otherwise a head stands as its column does.
            ...(centred ? {} : { alignment: AlignmentType[sideOf(column)] }),
            children: textRuns(drawing, column.title),
          }),
        ],
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

/** Lines that a row needs, roughly. */
const rowLines = ({ context }: Drawing, row: readonly Cell[], rooms: readonly number[]): number =>
  Math.max(
    1,
    ...rooms.map((room, index) => Math.ceil(roughWidth(plainText(row[index] ?? [], context)) / Math.max(1, room))),
  );

/** Whether the row below shares a cell with this one: such rows stay on one page. */
const isShared = ({ merged }: TableBlock, index: number): boolean =>
  merged !== undefined && !merged.starts.has(index + 1);

interface RowPlace {
  readonly widths: readonly number[];
  readonly index: number;
  /** Stays on the page of the next row. */
  readonly keep: boolean;
  readonly lines: number;
}

/** A row is filled up with empty cells, or its cells too many are joined into the last, so that none is lost. */
function bodyRow(
  drawing: Drawing,
  { columns, merged }: TableBlock,
  row: readonly Cell[],
  { widths, index: at, keep, lines }: RowPlace,
): TableRow {
  const last = columns.length - 1;
  const begins = merged?.starts.has(at) === true;
  const within = { ...drawing, context: inCells(drawing.context) };
  const isMerged = (index: number): boolean => index < (merged?.columns ?? 0);
  const cells = columns.map((_, index) => (index < last ? (row[index] ?? []) : row.slice(last).flat()));
  return new TableRow({
    cantSplit: lines <= drawing.context.style.tables.break_row,
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
              keepNext: keep,
              alignment: AlignmentType[sideOf(columns[index])],
              children: isMerged(index) && !begins ? [] : inlineRuns(within, cell),
            }),
          ],
        }),
    ),
  });
}

const sides = { left: "LEFT", center: "CENTER", right: "RIGHT" } as const;
const sideOf = (column: Column | undefined): (typeof sides)[keyof typeof sides] => sides[column?.align ?? "left"];
