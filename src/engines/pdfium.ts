/** The only importer of pdfium: opens what viewers open, counts pages, draws and reads them. */
import { PDFiumLibrary } from "@hyzyla/pdfium";
import type { PDFiumDocument } from "@hyzyla/pdfium";
import type { Raster } from "./raster.ts";

let library: Promise<PDFiumLibrary> | null = null;

const pdfium = (): Promise<PDFiumLibrary> => (library ??= PDFiumLibrary.init());

export type PdfFailure = "encrypted" | "corrupt";

export type PdfProbe =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly failure: PdfFailure };

/** FPDF_ERR_PASSWORD: a password is needed and the empty one does not open it. */
const passwordError = /password/i;

async function withDocument<T>(
  bytes: Uint8Array,
  use: (document: PDFiumDocument) => T | Promise<T>,
): Promise<{ readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: PdfFailure }> {
  const engine = await pdfium();
  let document: PDFiumDocument;
  try {
    document = await engine.loadDocument(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { ok: false, failure: passwordError.test(message) ? "encrypted" : "corrupt" };
  }
  try {
    return { ok: true, value: await use(document) };
  } finally {
    document.destroy();
  }
}

/** Opens a PDF with the empty password and counts its pages; a PDF without pages is corrupt. */
export async function probePdf(bytes: Uint8Array): Promise<PdfProbe> {
  const result = await withDocument(bytes, (document) => document.getPageCount());
  if (!result.ok) return result;
  return result.value > 0 ? { ok: true, pages: result.value } : { ok: false, failure: "corrupt" };
}

/** The first page on white at `scale` pixels a point; null when it cannot be drawn. */
export async function drawPage(bytes: Uint8Array, scale: number): Promise<Raster | null> {
  const result = await withDocument(bytes, async (document) => {
    const { width, height, data } = await document.getPage(0).render({ scale, render: "bitmap" });
    return { width, height, data };
  }).catch(() => null);
  return result?.ok === true ? result.value : null;
}
