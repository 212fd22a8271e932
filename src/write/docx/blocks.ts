/** Blocks of the document model → paragraphs and tables. */
import { type FileChild, Paragraph, TextRun } from "../../engines/docx.ts";
import type { Block } from "../../model/document.ts";
import { bookmarked, type Drawing, inlineRuns, textRuns } from "./inline.ts";
import { drawList } from "./lists.ts";
import { headingStyles, styleIds } from "./names.ts";
import { drawTable } from "./table.ts";
import { captionText, headingMark } from "../marks.ts";
import { colon, headingText, isChinese } from "./text.ts";

/**
 * The body. A page break is a property of what follows it: a break of its own would leave an empty line on the new
 * page. Breaks at the very start and end, and second ones in a row, say nothing.
 */
export function drawBlocks(drawing: Drawing, blocks: readonly Block[]): FileChild[] {
  const drawn: FileChild[] = [];
  const seen = new Set<string>();
  let newPage = false;
  for (const [index, block] of blocks.entries()) {
    if (block.type === "page-break") newPage = drawn.length > 0;
    else {
      const again = block.type === "heading" && seen.has(block.anchor);
      drawn.push(...drawBlock(drawing, block, { instance: index + 1, newPage, again }));
      if (block.type === "heading") seen.add(block.anchor);
      newPage = false;
    }
  }
  return drawn.length === 0 ? [new Paragraph({ style: styleIds.body })] : drawn;
}

interface Place {
  /** Position among all blocks. */
  readonly instance: number;
  readonly newPage: boolean;
  /** A heading whose anchor an earlier heading has: a bookmark can stand only once. */
  readonly again: boolean;
}

function drawBlock(drawing: Drawing, block: Exclude<Block, { type: "page-break" }>, place: Place): FileChild[] {
  const paragraph = (style: string, children: ConstructorParameters<typeof Paragraph>[0] & object): Paragraph =>
    new Paragraph({ style, pageBreakBefore: place.newPage, ...children });
  const { language, style } = drawing.context;
  switch (block.type) {
    case "heading": {
      const text = headingText(language, headingMark(block, style), block.text);
      return [
        paragraph(headingStyles[block.level - 1] ?? styleIds.heading4, {
          children: place.again ? textRuns(drawing, text) : bookmarked(drawing, block.anchor, text),
        }),
      ];
    }
    case "paragraph":
      return [paragraph(styleIds.body, { children: inlineRuns(drawing, block.content) })];
    case "labelled":
      return [
        paragraph(styleIds.body, { children: [...label(drawing, block.label), ...inlineRuns(drawing, block.content)] }),
      ];
    case "quote":
      return [paragraph(styleIds.quote, { children: inlineRuns(drawing, block.content) })];
    case "list":
      return drawList(drawing, block, place, (each) =>
        each.type === "page-break" ? [] : drawBlock(drawing, each, { ...place, newPage: false }),
      );
    case "table":
      return drawTable(drawing, block, place);
    case "verbatim":
      return [paragraph(styleIds.quote, { children: textRuns(drawing, block.text) })];
    case "figure":
      return [paragraph(styleIds.caption, { children: textRuns(drawing, captionText(block, style)) })];
    case "title":
      return [paragraph(styleIds.title, { children: textRuns(drawing, block.text) })];
    case "attachment-note":
      return block.names.map((name, index) =>
        paragraph(styleIds.body, {
          children: textRuns(drawing, `${index === 0 ? block.label : ""}${String(index + 1)}. ${name}`),
        }),
      );
    case "signature":
      return [block.issuer, block.date].map((line) =>
        paragraph(styleIds.body, { alignment: "right", children: textRuns(drawing, line) }),
      );
    case "attachment":
      return [
        paragraph(styleIds.heading1, {
          pageBreakBefore: true,
          children: bookmarked(drawing, block.anchor, `${block.mark} ${block.title}`),
        }),
      ];
  }
}

function label(drawing: Drawing, text: string): TextRun[] {
  const { language } = drawing.context;
  const words = textRuns(drawing, `${text}${colon(language, text)}`, { style: styleIds.label });
  return isChinese(language) ? words : [...words, new TextRun(" ")];
}
