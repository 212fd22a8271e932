/** The report as a Word document. */
import type { FileChild, ISectionOptions } from "../../engines/docx.ts";
import type { Block, Report } from "../../model/document.ts";
import { drawBlocks } from "./blocks.ts";
import { drawContents } from "./contents.ts";
import type { DocxContext } from "./context.ts";
import { drawCover } from "./cover.ts";
import { drawingFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { packDocument } from "./package.ts";
import { drawnPictures } from "./pictures.ts";
import { onPageOf } from "./reference.ts";
import { bodySection, contentsSection, plainSection } from "./sections.ts";
import type { SectionLook } from "./sections.ts";

/**
 * Draws cover, front pages, contents and blocks of a report as a DOCX file in the looks of `given.style`, on the page and with the styles of
 * `given.reference` if there is one. Equal
 * arguments give equal bytes. Throws when a role of the style names a face that the style does not have.
 */
export async function writeDocx(report: Report, given: DocxContext): Promise<Uint8Array> {
  const style = onPageOf(given.style, given.reference ?? null);
  const context = { ...given, style };
  const { cover, front, blocks } = report;
  const drawing = drawingFor(context, report, await drawnPictures([...front, ...blocks], style));
  const look: SectionLook = { style, watermark: report.watermark ?? null };
  const contents = context.contents ? drawContents(drawing, report.contentsTitle, blocks) : [];
  return packDocument(drawing, cover.title, [
    plainSection(look, drawCover(drawing, cover)),
    ...(front.length === 0 ? [] : [plainSection(look, drawBlocks(drawing, front))]),
    ...(contents.length === 0 ? [] : [contentsSection(look, contents)]),
    ...bodySections(drawing, look, blocks),
  ]);
}

/** The body in parts: a table that lies on its side has pages of its own. */
function bodySections(drawing: Drawing, look: SectionLook, blocks: readonly Block[]): ISectionOptions[] {
  const sections: ISectionOptions[] = [];
  const add = (children: readonly FileChild[], turned: boolean): void => {
    sections.push(bodySection(look, children, { first: sections.length === 0, turned }));
  };
  let upright: Block[] = [];
  const flush = (): void => {
    if (upright.some((block) => block.type !== "page-break")) add(drawBlocks(drawing, upright), false);
    upright = [];
  };
  for (const block of blocks) {
    if (block.type === "table" && block.sideways === true) {
      flush();
      add(drawBlocks(drawing, [block]), true);
    } else upright.push(block);
  }
  flush();
  if (sections.length === 0) add(drawBlocks(drawing, []), false);
  return sections;
}
