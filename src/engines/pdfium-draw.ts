/** pdfium: pages drawn as viewers show them. */
import { inMemory, withDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";

/** A drawn page: three bytes a pixel (red, green, blue), rows from the top. */
export interface DrawnPage {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
  /** Size as seen, in points. */
  readonly points: readonly [width: number, height: number];
}

/** Most pixels of a drawn page: A4 at 300 dpi, with a margin. */
const mostPixels = 9_000_000;

/**
 * Draws some pages (0-based) as a viewer shows them, with annotations and form fields, on white. Pages that would
 * have more than nine million pixels are drawn coarser; one that cannot be drawn is null.
 */
export async function drawPages(
  bytes: Uint8Array,
  indexes: readonly number[],
  dpi: number,
): Promise<readonly (DrawnPage | null)[] | null> {
  const result = await withDocument(bytes, [], ({ engine: { api }, document }) =>
    withForm(api, document, (form) => indexes.map((index) => drawPage(api, document, form, index, dpi))),
  );
  return result.ok ? result.value : null;
}

function withForm<T>(api: Api, document: number, use: (form: number) => T): T {
  // FPDF_FORMFILLINFO version 2 with no callbacks (public/fpdf_formfill.h).
  const info = new Uint8Array(256);
  info[0] = 2;
  return inMemory(api, info, (address) => {
    const form = api._FPDFDOC_InitFormFillEnvironment(document, address);
    const value = use(form);
    if (form !== 0) api._FPDFDOC_ExitFormFillEnvironment(form);
    return value;
  });
}

/** FPDF_ANNOT and FPDF_REVERSE_BYTE_ORDER (public/fpdfview.h). */
const [drawAnnotations, rgbOrder] = [0x01, 0x10];

/** Draws a page (0-based); null when it cannot be drawn. `form` is 0 without fields. */
export function drawPage(api: Api, document: number, form: number, index: number, dpi: number): DrawnPage | null {
  return paintPage(api, { document, form, index, dpi }, ({ width, height, points, rgba }) => {
    const data = new Uint8Array(width * height * 3);
    for (let from = 0, to = 0; from < rgba.length; from += 4, to += 3) data.set(rgba.subarray(from, from + 3), to);
    return { width, height, data, points };
  });
}

/** A page in the memory of pdfium: four bytes a pixel, rows from the top; gone once it was used. */
export interface PaintedPage extends Omit<DrawnPage, "data"> {
  readonly rgba: Uint8Array;
}

/** Draws a page (0-based) and lets `use` look at it; null when it cannot be drawn. `form` is 0 without fields. */
export function paintPage<T>(
  api: Api,
  { document, form, index, dpi }: Readonly<Record<"document" | "form" | "index" | "dpi", number>>,
  use: (painted: PaintedPage) => T,
): T | null {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return null;
  const points = [api._FPDF_GetPageWidthF(page), api._FPDF_GetPageHeightF(page)] as const;
  const scale = Math.min(dpi / 72, Math.sqrt(mostPixels / Math.max(points[0] * points[1], 1)));
  const [width, height] = points.map((each) => Math.min(Math.max(Math.round(each * scale), 1), 20_000)) as [
    number,
    number,
  ];
  const size = width * height * 4;
  const buffer = api.wasmExports.malloc(size);
  const bitmap = api._FPDFBitmap_CreateEx(width, height, 4, buffer, width * 4);
  api._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff);
  if (form !== 0) api._FORM_OnAfterLoadPage(page, form);
  api._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, drawAnnotations | rgbOrder);
  if (form !== 0) {
    api._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, rgbOrder);
    api._FORM_OnBeforeClosePage(page, form);
  }
  const value = use({ width, height, points, rgba: api.HEAPU8.subarray(buffer, buffer + size) });
  api._FPDFBitmap_Destroy(bitmap);
  api.wasmExports.free(buffer);
  api._FPDF_ClosePage(page);
  return value;
}
