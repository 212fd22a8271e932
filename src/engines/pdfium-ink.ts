/** pdfium: whether anything is drawn at a place of a page. */
import { withDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";

/** A place on a page as it is seen, in points from its lower left corner. */
export interface SeenBox {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
  readonly height: number;
}

/** Pixels in a point: a hairline is seen, and a place is drawn in no time. */
const scale = 1;

/** What is lighter is paper: the ground of a scan is rarely quite white. */
const paper = 225;

/** FPDF_ANNOT (public/fpdfview.h). */
const drawAnnotations = 0x01;

/** For each page from the first on, whether it has ink in its box; a file that does not open has none. */
export async function inkIn(bytes: Uint8Array, boxes: readonly SeenBox[]): Promise<readonly boolean[]> {
  const result = await withDocument(bytes, [], ({ engine: { api }, document }) =>
    boxes.map((box, index) => hasInk(api, document, index, box)),
  );
  return result.ok ? result.value : boxes.map(() => false);
}

function hasInk(api: Api, document: number, index: number, box: SeenBox): boolean {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return false;
  const [pageWidth, pageHeight] = [api._FPDF_GetPageWidthF(page) * scale, api._FPDF_GetPageHeightF(page) * scale];
  const [width, height] = [Math.ceil(box.width * scale) + 1, Math.ceil(box.height * scale) + 1];
  const size = width * height * 4;
  const buffer = api.wasmExports.malloc(size);
  const bitmap = api._FPDFBitmap_CreateEx(width, height, 4, buffer, width * 4);
  api._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff);
  // The page is laid so that the box comes onto the bitmap; what is beside it is not drawn.
  const [x, y] = [Math.floor(-box.left * scale), Math.floor((box.bottom + box.height) * scale - pageHeight)];
  const shown = [x, y, Math.round(pageWidth), Math.round(pageHeight)];
  api._FPDF_RenderPageBitmap(bitmap, page, ...shown, 0, drawAnnotations);
  const found = api.HEAPU8.subarray(buffer, buffer + size).some((value, at) => at % 4 !== 3 && value < paper);
  api._FPDFBitmap_Destroy(bitmap);
  api.wasmExports.free(buffer);
  api._FPDF_ClosePage(page);
  return found;
}
