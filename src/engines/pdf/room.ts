/** Room at the foot of a page that is printed down to its edge: all of it is drawn a little smaller. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import type { PDFObject, PDFPage } from "pdf-lib";
import { arrayOf, dictOf, itemsOf, numbersIn, plainAll, streamOf } from "./objects.ts";
import { decoded, packedStream } from "./streams.ts";
import { viewOf } from "./view.ts";

const formName = "EvipackPage";

/** Coordinates of an annotation that lie on the page (ISO 32000-1, 12.5.2 and 12.5.6). */
const placed = ["Rect", "QuadPoints"];

/**
 * Draws a page and its links smaller, towards the middle of its head as it is seen, so that `strip` (page units) is free
 * at its foot. The content becomes a form: patterns are laid out from the corner of the content in which they stand
 * (ISO 32000-1, 8.7.3.1), so a matrix before it would shift them. False, and nothing done, where content cannot be read.
 */
export function makeRoom(page: PDFPage, strip: number): boolean {
  const { node } = page;
  const { context } = node;
  const view = viewOf(page);
  const scale = (view.height - strip) / view.height;
  const content = contentOf(node.lookup(PDFName.of("Contents")));
  if (content === null || scale < 0.5) return false;
  const fixed = view.at(view.width / 2, view.height);
  const matrix = [scale, 0, 0, scale, fixed.x * (1 - scale), fixed.y * (1 - scale)] as const;
  const [a, b] = [view.at(0, 0), view.at(view.width, view.height)];
  const form = dictOf(context, {
    Type: PDFName.of("XObject"),
    Subtype: PDFName.of("Form"),
    BBox: arrayOf(context, [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)]),
    Resources: node.get(PDFName.of("Resources")) ?? dictOf(context, {}),
    Group: node.get(PDFName.of("Group")),
  });
  const drawn = context.register(packedStream(form, content));
  const resources = dictOf(context, { XObject: dictOf(context, { [formName]: drawn }) });
  node.set(PDFName.of("Resources"), resources);
  const calls = streamOf(dictOf(context, {}), `q ${plainAll(...matrix)} cm /${formName} Do Q\n`);
  node.set(PDFName.of("Contents"), context.register(calls));
  for (const annotation of itemsOf(node.Annots() ?? null)) {
    if (annotation instanceof PDFDict) moveAnnotation(annotation, scale, fixed);
  }
  return true;
}

function moveAnnotation(annotation: PDFDict, scale: number, fixed: { readonly x: number; readonly y: number }): void {
  for (const key of placed) {
    const numbers = numbersIn(annotation, key);
    if (numbers === null) continue;
    const moved = numbers.map((each, index) => {
      const from = index % 2 === 0 ? fixed.x : fixed.y;
      return PDFNumber.of(Number((from + (each - from) * scale).toFixed(3)));
    });
    annotation.set(PDFName.of(key), arrayOf(annotation.context, moved));
  }
}

/** All content of a page, its pieces one after another; null where one of them cannot be read. */
function contentOf(contents: PDFObject | undefined): Uint8Array | null {
  const streams = contents instanceof PDFArray ? itemsOf(contents) : [contents];
  const pieces: Uint8Array[] = [];
  for (const stream of streams) {
    const piece = stream instanceof PDFRawStream ? decoded(stream) : stream === undefined ? new Uint8Array() : null;
    if (piece === null) return null;
    // Tokens end at the end of a piece.
    pieces.push(piece, Buffer.from("\n"));
  }
  return Buffer.concat(pieces);
}
