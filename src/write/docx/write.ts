/** The report as a Word document. */
import type { Report } from "../../model/document.ts";
import { drawBlocks } from "./blocks.ts";
import { drawContents } from "./contents.ts";
import type { DocxContext } from "./context.ts";
import { drawCover } from "./cover.ts";
import type { Drawing } from "./inline.ts";
import { packDocument } from "./package.ts";
import { bodySection, plainSection } from "./sections.ts";

/**
 * Draws cover, contents and blocks of a report as a DOCX file in the looks of `context.style`. Equal arguments give
 * equal bytes. Throws when a role of the style names a face that the style does not have.
 */
export async function writeDocx(report: Report, context: DocxContext): Promise<Uint8Array> {
  const { style } = context;
  const drawing: Drawing = { context, bookmarks: bookmarkNames(report) };
  const contents = context.contents ? drawContents(drawing, report.contentsTitle, report.blocks) : [];
  return packDocument(context, report.cover.title, [
    plainSection(style, drawCover(drawing, report.cover)),
    ...(report.front.length === 0 ? [] : [plainSection(style, drawBlocks(drawing, report.front))]),
    ...(contents.length === 0 ? [] : [plainSection(style, contents)]),
    bodySection(style, drawBlocks(drawing, report.blocks)),
  ]);
}

/** Draws the blocks of a report alone, as a page or a few: neither cover nor contents. */
export async function writeSheetDocx(report: Report, context: DocxContext): Promise<Uint8Array> {
  const drawing: Drawing = { context, bookmarks: bookmarkNames(report) };
  const body = bodySection(context.style, drawBlocks(drawing, report.blocks));
  return packDocument(context, report.cover.title, [body]);
}

/** Names that Word accepts (a letter first, no hyphens, 40 characters), in its own way for places of the contents. */
function bookmarkNames(report: Report): Map<string, string> {
  const names = new Map<string, string>();
  for (const block of report.blocks) {
    if (block.type === "heading" && !names.has(block.anchor)) {
      names.set(block.anchor, `_Toc${String(names.size + 1).padStart(9, "0")}`);
    }
  }
  return names;
}
