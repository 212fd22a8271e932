/** An official letter (函) as a Word document, after GB/T 9704-2012 where the style is that. */
import { type FileChild, Paragraph } from "../../engines/docx.ts";
import type { Letter } from "../../model/paper.ts";
import { drawBlocks } from "../docx/blocks.ts";
import { marksParagraph } from "../docx/cover.ts";
import { em, geometryOf } from "../docx/geometry.ts";
import type { Drawing } from "../docx/inline.ts";
import { textRuns } from "../docx/inline.ts";
import { styleIds } from "../docx/names.ts";
import { packDocument } from "../docx/package.ts";
import { bodySection } from "../docx/sections.ts";
import { isChinese, roughWidth } from "../docx/text.ts";
import { balanceTitle } from "../docx/title.ts";
import { drawingOf } from "./paper-docx.ts";
import type { PaperContext } from "./paper-docx.ts";

/** Title, addressee, text, who sends it and when. Equal arguments give equal bytes. */
export async function writeLetterDocx(letter: Letter, context: PaperContext): Promise<Uint8Array> {
  const drawing = drawingOf(context);
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
    ...drawBlocks(drawing, letter.blocks),
    ...letter.closing.map(
      (text) => new Paragraph({ style: styleIds.body, keepNext: true, children: textRuns(drawing, text) }),
    ),
    ...signature(drawing, letter),
  ];
  return packDocument(context, letter.title, [bodySection(style, children)]);
}

/**
 * One line below the text, the sender ends two characters from the right, and the date begins two characters after the
 * sender; where the date is the longer one, it ends there instead and the sender moves with it (GB/T 9704-2012,
 * 7.3.5.2: letters without a seal). In English both stand at the left.
 */
function signature(drawing: Drawing, { issuer, date }: Letter): Paragraph[] {
  const { style, language } = drawing.context;
  const unit = em(style);
  const line = (text: string, left: number, last: boolean): Paragraph =>
    new Paragraph({
      style: styleIds.list,
      keepNext: !last,
      keepLines: true,
      indent: { left: Math.max(0, Math.round(left)) },
      children: textRuns(drawing, text),
    });
  if (!isChinese(language)) return [line("", 0, false), line(issuer, 0, false), line(date, 0, true)];
  const room = geometryOf(style).textWidth / unit - 2;
  const start = Math.min(room - roughWidth(issuer), room - roughWidth(date) - 2);
  return [line("", 0, false), line(issuer, start * unit, false), line(date, (start + 2) * unit, true)];
}
