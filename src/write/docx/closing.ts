/** What ends a document: the note of attachments, issuer and date, and the attachments themselves (GB/T 9704-2012). */
import { type FileChild, Paragraph, Tab, TextRun } from "../../engines/docx.ts";
import type { Block } from "../../model/document.ts";
import type { Drawing } from "./drawing.ts";
import { em, geometryOf } from "./geometry.ts";
import { bookmark, textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { roughWidth } from "../../model/rough-width.ts";
import { colon, isChinese } from "./text.ts";
import { balanceTitle } from "./title.ts";

type Of<T extends Block["type"]> = Extract<Block, { type: T }>;

const blankLine = (keepNext: boolean): Paragraph => new Paragraph({ style: styleIds.list, keepNext, children: [] });

/** Empty lines of body text. */
export const blankLines = (count: number, keepNext = true): Paragraph[] =>
  Array.from({ length: Math.max(0, Math.round(count)) }, () => blankLine(keepNext));

/**
 * 附件说明 (7.3.4): a line below the text, two characters in; several are numbered, and the second line of a name stands
 * below its first character. `keep`: it stays on the page of what follows.
 */
export function drawAttachmentNote(
  drawing: Drawing,
  { label, names }: Of<"attachment-note">,
  keep: boolean,
): FileChild[] {
  const { language, style } = drawing.context;
  const unit = em(style);
  const opening = `${label}${colon(language, label)}`;
  const several = names.length > 1;
  const number = several ? Math.max(1, (String(names.length).length + 1) * 0.55) : 0;
  const from = (style.roles.body.indent + roughWidth(opening) + (isChinese(language) ? 0 : 0.5)) * unit;
  const words = Math.round(from + number * unit);
  const lines = names.map((name, index) => {
    const start = index === 0 ? style.roles.body.indent * unit : from;
    const mark = `${index === 0 ? opening : ""}${index === 0 && !isChinese(language) ? " " : ""}${several ? `${String(index + 1)}.` : ""}`;
    return new Paragraph({
      style: styleIds.list,
      keepNext: keep || index < names.length - 1,
      alignment: "left",
      indent: { left: words, hanging: words - Math.round(start) },
      tabStops: [{ type: "left", position: words }],
      children: [
        ...textRuns(drawing, mark),
        ...(several ? [new TextRun({ children: [new Tab()] })] : []),
        ...textRuns(drawing, name),
      ],
    });
  });
  return [...blankLines(style.attachment.gap), ...lines];
}

/** Word and LibreOffice leave a quarter between Chinese and figures. */
const spacedWidth = (text: string): number =>
  roughWidth(text) + 0.25 * (text.match(/(?<=\p{Script=Han})(?=\d)|(?<=\d)(?=\p{Script=Han})/gu)?.length ?? 0);

/**
 * A line below the text, the issuer ends two characters from the right, and the date begins two characters after the
 * issuer; where the date is the longer one, it ends there instead and the issuer moves with it (7.3.5.2: documents
 * without a seal). In English both end at the right. `keep`: they stay on the page of what follows.
 */
export function drawSignature(drawing: Drawing, { issuer, date }: Of<"signature">, keep = false): FileChild[] {
  const { style, language } = drawing.context;
  const unit = em(style);
  const { gap, signature_inset: inset } = style.attachment;
  const room = geometryOf(style).textWidth / unit - inset;
  const chinese = isChinese(language);
  const start = Math.min(room - spacedWidth(issuer), room - spacedWidth(date) - 2);
  const line = (text: string, left: number, last: boolean): Paragraph =>
    new Paragraph({
      style: styleIds.list,
      keepNext: !last,
      keepLines: true,
      ...(chinese
        ? { indent: { left: Math.max(0, Math.round(left * unit)) }, alignment: "left" as const }
        : { indent: { right: Math.round(inset * unit) }, alignment: "right" as const }),
      children: textRuns(drawing, text),
    });
  return [...blankLines(gap), line(issuer, start, false), line(date, start + 2, !keep)];
}

/** 附件 (7.3.7): its mark on the first line of a new page, its title on the line that the style says. */
export function drawAttachment(drawing: Drawing, { mark, title, anchor }: Of<"attachment">): FileChild[] {
  const { style } = drawing.context;
  const balanced = balanceTitle(geometryOf(style), style.roles.title, title);
  return [
    new Paragraph({
      style: styleIds.attachmentMark,
      pageBreakBefore: true,
      children: textRuns(drawing, mark),
    }),
    ...blankLines(style.attachment.title_line - 2),
    new Paragraph({
      style: styleIds.attachmentTitle,
      indent: balanced.indent,
      outlineLevel: 0,
      children: bookmark(drawing, anchor, textRuns(drawing, balanced.text)),
    }),
    ...blankLines(style.attachment.gap),
  ];
}
