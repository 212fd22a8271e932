/** pdfium: the text layer of a PDF, and the title in its properties. */
import type { DocumentText } from "../model/words.ts";
import { inMemory, withDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";
import { textLimit } from "./text-limit.ts";

/** More pages are not read: it would take longer than reading the rest of the folder. */
const mostPages = 50;

/** The text of the first fifty pages, a piece a page; null when the file cannot be opened. */
export async function readPdfText(bytes: Uint8Array, passwords: readonly string[]): Promise<DocumentText | null> {
  const result = await withDocument(bytes, passwords, ({ engine: { api }, document, places }): DocumentText => {
    const pieces: DocumentText["pieces"][number][] = [];
    let left = textLimit;
    for (const [index, page] of places.slice(0, mostPages).entries()) {
      if (left <= 0) break;
      const text = pageText(api, document, page, left);
      left -= text.length;
      pieces.push({ place: { type: "page", number: index + 1 }, text });
    }
    return { title: titleOf(api, document), pieces, whole: pieces.length === places.length && left > 0 };
  });
  return result.ok ? result.value : null;
}

/** The text of one page (0-based), at most `most` characters, in the order in which it is drawn. */
export function pageText(api: Api, document: number, index: number, most: number): string {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return "";
  const layer = api._FPDFText_LoadPage(page);
  const count = layer === 0 ? 0 : Math.min(most, Math.max(0, api._FPDFText_CountChars(layer)));
  const text =
    count === 0
      ? ""
      : inMemory(api, new Uint8Array(2 * count + 2), (at) => {
          const written = api._FPDFText_GetText(layer, 0, count, at);
          return utf16(api, at, 2 * (written - 1));
        });
  if (layer !== 0) api._FPDFText_ClosePage(layer);
  api._FPDF_ClosePage(page);
  return text;
}

/** FPDF_GetMetaText gives the length in bytes, with two zero bytes at its end (public/fpdf_doc.h). */
function titleOf(api: Api, document: number): string {
  return inMemory(api, new TextEncoder().encode("Title\0"), (tag) => {
    const length = Math.min(2000, api._FPDF_GetMetaText(document, tag, 0, 0));
    if (length <= 2) return "";
    return inMemory(api, new Uint8Array(length), (at) => {
      api._FPDF_GetMetaText(document, tag, at, length);
      return utf16(api, at, length - 2).trim();
    });
  });
}

/** Text as pdfium writes it; characters that have no Unicode are zeros or a mark of pdfium's own. */
export const utf16 = (api: Api, at: number, bytes: number): string =>
  bytes <= 0
    ? ""
    : Buffer.from(api.HEAPU8.subarray(at, at + bytes))
        .toString("utf16le")
        .replace(/[\0\uFFFE\uFFFF]/gu, "")
        .replace(/\r\n?/gu, "\n");
