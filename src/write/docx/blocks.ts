/** Blocks of the document model → paragraphs and tables. */
import { type FileChild, Paragraph, TextRun } from "../../engines/docx.ts";
import type { Block } from "../../model/document.ts";
import { isCloser } from "../marks.ts";
import { blankLines, drawAttachment, drawAttachmentNote, drawSignature } from "./closing.ts";
import type { Drawing } from "./drawing.ts";
import { drawFigure } from "./figure.ts";
import { geometryOf } from "./geometry.ts";
import { drawHeading } from "./headings.ts";
import { inlineRuns, textRuns } from "./inline.ts";
import { drawList } from "./lists.ts";
import { styleIds } from "./names.ts";
import { drawTable } from "./table.ts";
import { colon, isChinese } from "./text.ts";
import { balanceTitle } from "./title.ts";

/**
 * The body. A page break is a property of what follows it: a break of its own would leave an empty line on the new
 * page. Breaks at the very start and end, and second ones in a row, say nothing. `keepEnd`: the last words stay on the
 * page of what comes behind all blocks.
 */
export function drawBlocks(drawing: Drawing, blocks: readonly Block[], keepEnd = false): FileChild[] {
  const drawn: FileChild[] = [];
  let newPage = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === "page-break") newPage = drawn.length > 0;
    else {
      drawn.push(
        ...drawBlock(drawing, block, newPage, isCloser(blocks[index + 1]) || (keepEnd && index === blocks.length - 1)),
      );
      newPage = false;
    }
  }
  return drawn.length === 0 ? [new Paragraph({ style: styleIds.body })] : drawn;
}

/** `keep`: words stay on the page of what follows. */
function drawBlock(
  drawing: Drawing,
  block: Exclude<Block, { type: "page-break" }>,
  newPage: boolean,
  keep = false,
): FileChild[] {
  const paragraph = (style: string, children: ConstructorParameters<typeof Paragraph>[0] & object): Paragraph =>
    new Paragraph({ style, pageBreakBefore: newPage, ...(keep ? { keepNext: true } : {}), ...children });
  switch (block.type) {
    case "heading":
      return [drawHeading(drawing, block, newPage)];
    case "paragraph":
      return [paragraph(styleIds.body, { children: inlineRuns(drawing, block.content) })];
    case "labelled":
      return [
        paragraph(styleIds.body, { children: [...label(drawing, block.label), ...inlineRuns(drawing, block.content)] }),
      ];
    case "quote":
      return [paragraph(styleIds.quote, { children: inlineRuns(drawing, block.content) })];
    case "list":
      return drawList(drawing, block, { newPage, depth: 0 }, (each) =>
        each.type === "page-break" ? [] : drawBlock(drawing, each, false),
      );
    case "table":
      return drawTable(drawing, block, { newPage });
    case "verbatim":
      return [paragraph(styleIds.verbatim, { children: textRuns(drawing, block.text) })];
    case "figure":
      return drawFigure(drawing, block, newPage);
    case "title": {
      const { style } = drawing.context;
      const { text, indent } = balanceTitle(geometryOf(style), style.roles.title, block.text);
      return [
        paragraph(styleIds.title, { indent, keepNext: true, children: textRuns(drawing, text) }),
        ...blankLines(style.attachment.gap),
      ];
    }
    case "attachment-note":
      return [...opening(newPage), ...drawAttachmentNote(drawing, block, keep)];
    case "signature":
      return [...opening(newPage), ...drawSignature(drawing, block)];
    case "attachment":
      return drawAttachment(drawing, block);
  }
}

/** What breaks the page before blocks that begin with an empty line. */
const opening = (newPage: boolean): Paragraph[] =>
  newPage ? [new Paragraph({ style: styleIds.afterTable, pageBreakBefore: true })] : [];

function label(drawing: Drawing, text: string): TextRun[] {
  const { language } = drawing.context;
  const words = textRuns(drawing, `${text}${colon(language, text)}`, { style: styleIds.label });
  return isChinese(language) ? words : [...words, new TextRun(" ")];
}
