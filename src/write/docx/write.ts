/** The report as a Word document. */
import { Document, Packer } from "../../engines/docx.ts";
import { normaliseOoxml } from "../../engines/ooxml.ts";
import type { Report } from "../../model/document.ts";
import { drawBlocks } from "./blocks.ts";
import { drawContents } from "./contents.ts";
import type { DocxContext } from "./context.ts";
import { drawCover } from "./cover.ts";
import type { Drawing } from "./inline.ts";
import { numberingOf } from "./lists.ts";
import { bodySection, plainSection } from "./sections.ts";
import { settingsXml } from "./settings.ts";
import { stylesOf } from "./styles.ts";
import { cleanLine } from "./text.ts";

/**
 * Draws cover, contents and blocks of a report as a DOCX file in the looks of `context.style`. Equal arguments give
 * equal bytes. Throws when a role of the style names a face that the style does not have.
 */
export async function writeDocx(report: Report, context: DocxContext): Promise<Uint8Array> {
  const { style, language } = context;
  const drawing: Drawing = { context, bookmarks: bookmarkNames(report) };
  const contents = context.contents ? drawContents(drawing, report.contentsTitle, report.blocks) : [];
  const document = new Document({
    title: cleanLine(report.cover.title),
    creator: cleanLine(context.author),
    lastModifiedBy: cleanLine(context.author),
    revision: 1,
    evenAndOddHeaderAndFooters: style.page_mark.position === "outer",
    styles: { importedStyles: stylesOf(style, language) },
    numbering: numberingOf(style),
    sections: [
      plainSection(style, drawCover(drawing, report.cover)),
      ...(contents.length === 0 ? [] : [plainSection(style, contents)]),
      bodySection(style, drawBlocks(drawing, report.blocks)),
    ],
  });
  const settings = { path: "word/settings.xml", data: settingsXml(style, language) };
  const bytes = await Packer.toBuffer(document, false, [settings]);
  return normaliseOoxml(bytes, { date: context.asOf });
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
