/** An official letter (函) as a Word document, after GB/T 9704-2012 where the style is that. */
import { type FileChild, Paragraph } from "../../engines/docx.ts";
import type { Letter } from "../../model/paper.ts";
import { drawBlocks } from "../docx/blocks.ts";
import { marksParagraph } from "../docx/cover.ts";
import { drawSignature } from "../docx/closing.ts";
import { geometryOf } from "../docx/geometry.ts";
import { textRuns } from "../docx/inline.ts";
import { styleIds } from "../docx/names.ts";
import { packDocument } from "../docx/package.ts";
import { bodySection } from "../docx/sections.ts";
import { balanceTitle } from "../docx/title.ts";
import { drawingOf } from "./paper-docx.ts";
import type { PaperContext } from "./paper-docx.ts";

/** Title, addressee, text, who sends it and when, whom to ask. Equal arguments give equal bytes. */
export async function writeLetterDocx(letter: Letter, context: PaperContext): Promise<Uint8Array> {
  const drawing = drawingOf(context, letter.blocks);
  const { style } = context;
  const title = balanceTitle(geometryOf(style), style.roles.title, letter.title);
  const flush = (text: string): Paragraph =>
    new Paragraph({ style: styleIds.list, keepNext: true, children: textRuns(drawing, text) });
  const children: FileChild[] = [
    ...(letter.marks.length === 0 ? [] : [marksParagraph(letter.marks)]),
    flush(""),
    new Paragraph({ style: styleIds.title, indent: title.indent, children: textRuns(drawing, title.text) }),
    flush(""),
    flush(letter.addressee),
    // Closing words and signature alone on a page could belong to any letter.
    ...drawBlocks(drawing, letter.blocks, true),
    ...letter.closing.map(
      (text) => new Paragraph({ style: styleIds.body, keepNext: true, children: textRuns(drawing, text) }),
    ),
    ...drawSignature(drawing, { type: "signature", issuer: letter.issuer, date: letter.date }, true),
    // 附注 (7.3.9): on the line after the date, two characters in.
    new Paragraph({ style: styleIds.body, children: textRuns(drawing, letter.note) }),
  ];
  return packDocument(drawing, letter.title, [bodySection({ style, watermark: null }, children)]);
}
