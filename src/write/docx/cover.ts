/** The cover: marks at the top, the title in the upper half, the lines below, the date at the foot. */
import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "../../engines/docx.ts";
import type { Cover } from "../../model/document.ts";
import { type Geometry, geometryOf, lineHeight, twips } from "./geometry.ts";
import type { Drawing } from "./drawing.ts";
import { textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { roughWidth } from "../../model/rough-width.ts";
import { cleanLine, colon, isChinese } from "./text.ts";
import { balanceTitle } from "./title.ts";

/** Heights of the free spaces: above the title, below the title, above the date, below the date. */
const springs = { title: 4, lines: 6, date: 3, foot: 1.6 };
const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
/** Ideographic spaces, underlined, where a value is to be filled in by hand. */
const blank = "　".repeat(12);

/**
 * The paragraphs of the cover. What space the text leaves is shared out above, between and below its parts. `opens`: a
 * part of the document begins with it, to which its subtitle leads as a heading would.
 */
export function drawCover(drawing: Drawing, cover: Cover, { opens = false } = {}): FileChild[] {
  const { style } = drawing.context;
  const geometry = geometryOf(style);
  const { title, subtitle, cover_line: line, mark } = style.roles;
  const titled = balanceTitle(geometry, title, cover.title);
  const subtitled = balanceTitle(geometry, subtitle, cover.subtitle ?? "");
  const columns = lineColumns(drawing, geometry, cover);
  const used =
    (cover.marks.length === 0 ? 0 : lineHeight(geometry, mark)) +
    titled.height +
    (cover.subtitle === null ? 0 : subtitled.height + twips(title.size)) +
    columns.height +
    lineHeight(geometry, line);
  const total = springs.title + springs.lines + springs.date + springs.foot;
  const unit = Math.max(0, geometry.textHeight - used) / total;
  const space = (parts: number): number => Math.round(parts * unit);
  const lines = drawLines(drawing, cover, columns);
  return [
    ...(cover.marks.length === 0 ? [] : [marksParagraph(cover.marks)]),
    spacer(space(springs.title)),
    new Paragraph({ style: styleIds.title, indent: titled.indent, children: textRuns(drawing, titled.text) }),
    ...(cover.subtitle === null
      ? []
      : [
          new Paragraph({
            style: styleIds.subtitle,
            spacing: { before: twips(title.size) },
            indent: subtitled.indent,
            ...(opens ? { outlineLevel: 0 } : {}),
            children: textRuns(drawing, subtitled.text),
          }),
        ]),
    spacer(space(springs.lines)),
    ...lines,
    spacer(space(springs.date)),
    new Paragraph({ style: styleIds.coverDate, children: textRuns(drawing, cleanLine(cover.date)) }),
  ];
}

/** An empty line of a given height: Word drops space above the first paragraph of a page, but no line. */
const spacer = (height: number): Paragraph =>
  new Paragraph({
    style: styleIds.afterTable,
    spacing: { after: 0, line: Math.max(20, Math.min(height, 31_680)), lineRule: "exact" },
  });

/** Each mark in a box. */
export function marksParagraph(marks: readonly string[]): Paragraph {
  const border = { style: BorderStyle.SINGLE, size: 6, space: 1, color: "000000" };
  const boxes = marks.map((mark) => new TextRun({ text: `\u00A0${cleanLine(mark)}\u00A0`, border }));
  return new Paragraph({
    style: styleIds.mark,
    children: boxes.flatMap((box, index) => (index === 0 ? [box] : [new TextRun("\u2003"), box])),
  });
}

interface LineColumns {
  readonly label: number;
  readonly colon: number;
  readonly value: number;
  readonly height: number;
}

function lineColumns({ context }: Drawing, geometry: Geometry, cover: Cover): LineColumns {
  const role = context.style.roles.cover_line;
  const size = twips(role.size);
  const chinese = isChinese(context.language);
  // Latin letters are rarely as narrow as the rough width says.
  const widest = (texts: readonly string[]): number =>
    Math.max(0, ...texts.map(roughWidth)) * size * (chinese ? 1 : 1.15);
  const labels = widest(cover.lines.map(([label]) => label));
  const label = Math.ceil(Math.min(labels + (chinese ? size : size / 2), geometry.textWidth * 0.4));
  const stop = Math.ceil(size * (chinese ? 1.2 : 0.5));
  const values = widest(cover.lines.map(([, value]) => (value === "" ? blank : value)));
  const value = Math.ceil(Math.min(values + size, geometry.textWidth - label - stop));
  const rows = cover.lines.map(([, text]) => Math.max(1, Math.ceil((roughWidth(text) * size) / Math.max(1, value))));
  const height = rows.reduce((sum, lines) => sum + lines * lineHeight(geometry, role) + twips(role.size / 4), 0);
  return { label, colon: stop, value, height };
}

/** Label, colon, value. Chinese labels are spread over the width of the longest. */
function drawLines(drawing: Drawing, cover: Cover, columns: LineColumns): Table[] {
  if (cover.lines.length === 0) return [];
  const { language, style } = drawing.context;
  const widths = [columns.label, columns.colon, columns.value];
  const gap = twips(style.roles.cover_line.size / 4);
  const cell = (width: number, children: TextRun[], spread: boolean): TableCell =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [
        new Paragraph({
          style: styleIds.coverLine,
          spacing: { after: gap },
          ...(spread ? { alignment: AlignmentType.DISTRIBUTE } : {}),
          children,
        }),
      ],
    });
  const rows = cover.lines.map(([label, value]) => {
    const spread = isChinese(language) && /^[\u4E00-\u9FFF]{2,}$/.test(label);
    const shown = value === "" ? textRuns(drawing, blank, { underline: true }) : textRuns(drawing, value);
    const stop = colon(language, label);
    const [inLabel, apart] = isChinese(language) ? ["", stop] : [stop, ""];
    return new TableRow({
      cantSplit: true,
      children: [
        cell(columns.label, textRuns(drawing, `${cleanLine(label)}${inLabel}`), spread),
        cell(columns.colon, textRuns(drawing, apart), false),
        cell(columns.value, shown, false),
      ],
    });
  });
  return [
    new Table({
      width: { size: widths.reduce((a, b) => a + b, 0), type: WidthType.DXA },
      columnWidths: widths,
      layout: TableLayoutType.FIXED,
      alignment: AlignmentType.CENTER,
      borders: noBorders,
      margins: { marginUnitType: WidthType.DXA, left: 0, right: 0, top: 0, bottom: 0 },
      rows,
    }),
  ];
}
