/** The report as a Word document. */
import type { FileChild, ISectionOptions } from "../../engines/docx.ts";
import type { Block, Report } from "../../model/document.ts";
import { drawBlocks } from "./blocks.ts";
import { drawContents } from "./contents.ts";
import type { DocxContext } from "./context.ts";
import { drawCover, marksParagraph } from "./cover.ts";
import { drawingFor } from "./drawing.ts";
import type { Drawing } from "./drawing.ts";
import { packDocument } from "./package.ts";
import { drawnPictures } from "./pictures.ts";
import { onPageOf } from "./reference.ts";
import { bodySection, contentsSection, plainSection } from "./sections.ts";
import type { SectionLook } from "./sections.ts";

/**
 * Draws cover, front pages, contents and blocks of a report as a DOCX file in the looks of `given.style`, on the page
 * and with the styles of `given.reference` if there is one. Equal arguments give equal bytes. Throws when a role of the
 * style names a face that the style does not have.
 */
export async function writeDocx(report: Report, given: DocxContext): Promise<Uint8Array> {
  const style = onPageOf(given.style, given.reference ?? null);
  const context = { ...given, style };
  const { cover, front, blocks, letter } = report;
  const drawing = drawingFor(context, report, await drawnPictures([...front, ...blocks], style));
  const look: SectionLook = { style, watermark: report.watermark ?? null };
  const contents = context.contents ? drawContents(drawing, report.contentsTitle, blocks) : [];
  const marks = letter === true && cover.marks.length > 0 ? [marksParagraph(cover.marks)] : [];
  return packDocument(drawing, cover.title, [
    ...(letter === true ? [] : [plainSection(look, drawCover(drawing, cover))]),
    ...(front.length === 0 ? [] : [plainSection(look, drawBlocks(drawing, front))]),
    ...(contents.length === 0 ? [] : [contentsSection(look, contents)]),
    ...bodySections(drawing, look, blocks, marks),
  ]);
}

/** The body in parts, `before` at its top: a table that lies on its side has pages of its own. */
function bodySections(
  drawing: Drawing,
  look: SectionLook,
  blocks: readonly Block[],
  before: readonly FileChild[],
): ISectionOptions[] {
  const sections: ISectionOptions[] = [];
  const add = (children: readonly FileChild[], turned: boolean): void => {
    const first = sections.length === 0;
    sections.push(bodySection(look, first ? [...before, ...children] : children, { first, turned }));
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
