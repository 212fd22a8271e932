/** A paper (任务分解表) as a Word document on sheets set sideways. */
import { type FileChild, Paragraph } from "../../engines/docx.ts";
import type { Block } from "../../model/document.ts";
import type { Paper } from "../../model/paper.ts";
import { marksParagraph } from "../docx/cover.ts";
import type { DocxContext } from "../docx/context.ts";
import { geometryOf, sideways } from "../docx/geometry.ts";
import { drawingFor } from "../docx/drawing.ts";
import type { Drawing } from "../docx/drawing.ts";
import { textRuns } from "../docx/inline.ts";
import { styleIds } from "../docx/names.ts";
import { packDocument } from "../docx/package.ts";
import { bodySection } from "../docx/sections.ts";
import { drawTable } from "../docx/table.ts";
import { balanceTitle } from "../docx/title.ts";

/** What a paper or a letter is drawn with. */
export type PaperContext = Pick<DocxContext, "style" | "language" | "author" | "asOf">;

/** Papers have neither headings nor exhibits nor pictures. */
export const drawingOf = (context: PaperContext, blocks: readonly Block[] = []): Drawing =>
  drawingFor(
    {
      ...context,
      contents: false,
      headingPage: () => null,
      exhibitText: (id) => id,
      citationText: (exhibit) => exhibit,
      pagesText: () => "",
      cellText: () => "",
    },
    { front: [], blocks },
    new Map(),
  );

/** Title, lines, table, notes. Equal arguments give equal bytes. */
export async function writePaperDocx(paper: Paper, upright: PaperContext): Promise<Uint8Array> {
  const context = { ...upright, style: sideways(upright.style) };
  const drawing = drawingOf(context);
  const line = (text: string): Paragraph =>
    new Paragraph({ style: styleIds.table, spacing: { before: 60, after: 60 }, children: textRuns(drawing, text) });
  const title = balanceTitle(geometryOf(context.style), context.style.roles.title, paper.title);
  const children: FileChild[] = [
    ...(paper.marks.length === 0 ? [] : [marksParagraph(paper.marks)]),
    new Paragraph({ style: styleIds.title, indent: title.indent, children: textRuns(drawing, title.text) }),
    ...paper.lines.map(line),
    ...drawTable(drawing, paper.table, { newPage: false }),
    ...paper.notes.map(line),
  ];
  return packDocument(drawing, paper.title, [bodySection({ style: context.style, watermark: null }, children)]);
}
