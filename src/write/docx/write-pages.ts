/** A document of blocks and of pages that are pictures. */
import type { Block, Cover, Report } from "../../model/document.ts";
import { drawBlocks } from "./blocks.ts";
import type { DocxContext } from "./context.ts";
import { drawCover, marksParagraph } from "./cover.ts";
import { drawingFor } from "./drawing.ts";
import { packDocument } from "./package.ts";
import { pictureSections } from "./page-pictures.ts";
import type { PagePicture } from "./page-pictures.ts";
import { plainSection } from "./sections.ts";

/** Blocks, and the pages that follow them. */
export interface Leaves {
  /** Stands before them, on a page of its own: a part of the document begins. */
  readonly cover?: Cover;
  readonly blocks: readonly Block[];
  readonly pages: readonly PagePicture[];
}

/**
 * Draws the cover of a report, unless it has none, and its leaves. Pages have no marks: pictures bring their printed
 * numbers. In the place of each picture stand the bytes of its mark.
 */
export async function writePages(
  { cover, letter }: Pick<Report, "cover" | "letter">,
  leaves: readonly Leaves[],
  context: DocxContext,
): Promise<Uint8Array> {
  const drawing = drawingFor(context, { front: [], blocks: leaves.flatMap(({ blocks }) => blocks) }, new Map());
  const look = { style: context.style, watermark: null };
  const marks = letter === true && cover.marks.length > 0 ? [marksParagraph(cover.marks)] : [];
  return packDocument(drawing, cover.title, [
    ...(letter === true ? [] : [plainSection(look, drawCover(drawing, cover))]),
    ...leaves.flatMap(({ cover: before, blocks, pages }, index) => [
      ...(before === undefined ? [] : [plainSection(look, drawCover(drawing, before, { opens: true }))]),
      ...(blocks.length === 0
        ? []
        : [plainSection(look, [...(index === 0 ? marks : []), ...drawBlocks(drawing, blocks)])]),
      ...pictureSections(drawing, pages),
    ]),
  ]);
}
