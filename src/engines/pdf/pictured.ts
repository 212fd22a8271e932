/** Pages that cannot be taken over as they are: pictures of them, at the quality of print. */
import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import type { PDFPage } from "pdf-lib";
import { drawPages } from "../pdfium-draw.ts";
import type { DrawnPage } from "../pdfium-draw.ts";
import { dictOf, plainAll, streamOf } from "./objects.ts";

const printDpi = 200;

/**
 * A PDF in which the pages at some places of `original` are pictures: all of them, or those in `differing` while the others are
 * taken from a clean copy. Null when a page cannot be drawn.
 */
export async function pictured(
  original: Uint8Array,
  places: readonly number[],
  clean: { readonly bytes: Uint8Array; readonly differing: ReadonlySet<number> } | null,
): Promise<Uint8Array | null> {
  const target =
    clean === null
      ? await PDFDocument.create({ updateMetadata: false })
      : await PDFDocument.load(clean.bytes, { updateMetadata: false });
  for (const [index, place] of places.entries()) {
    if (clean !== null && !clean.differing.has(index)) continue;
    const [drawn] = (await drawPages(original, [place], printDpi)) ?? [];
    if (drawn === null || drawn === undefined) return null;
    if (clean === null) draw(target.addPage(), drawn);
    else draw(target.getPage(index), drawn);
  }
  return target.save({ useObjectStreams: false, addDefaultPage: false, objectsPerTick: Number.POSITIVE_INFINITY });
}

/** Puts the picture in the place of all that a page shows. */
function draw(page: PDFPage, { width, height, data, points }: DrawnPage): void {
  const { context } = page.doc;
  const [wide, high] = points;
  const image = dictOf(context, {
    Type: PDFName.of("XObject"),
    Subtype: PDFName.of("Image"),
    Width: PDFNumber.of(width),
    Height: PDFNumber.of(height),
    ColorSpace: PDFName.of("DeviceRGB"),
    BitsPerComponent: PDFNumber.of(8),
    Filter: PDFName.of("FlateDecode"),
  });
  const picture = context.register(streamOf(image, deflateSync(data)));
  const content = context.register(
    streamOf(dictOf(context, {}), `q ${plainAll(wide, 0, 0, high, 0, 0)} cm /Picture Do Q`),
  );
  for (const key of ["CropBox", "Rotate", "UserUnit", "Group", "Annots"]) page.node.delete(PDFName.of(key));
  page.setMediaBox(0, 0, wide, high);
  page.node.set(PDFName.of("Contents"), content);
  page.node.set(PDFName.of("Resources"), dictOf(context, { XObject: dictOf(context, { Picture: picture }) }));
}
