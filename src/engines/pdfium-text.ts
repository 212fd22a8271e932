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
function pageText(api: Api, document: number, index: number, most: number): string {
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

/**
 * The words of the object that is drawn last on a page (0-based), in the order in which they stand along their line;
 * empty where that is no text. The text layer alone would not do: it joins what stands on one line, in an order that it
 * turns round where any of it is Hebrew or Arabic.
 */
export function lastTextOf(api: Api, document: number, index: number): string {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return "";
  const objects = api._FPDFPage_CountObjects(page);
  const last = objects === 0 ? 0 : api._FPDFPage_GetObject(page, objects - 1);
  const layer = last === 0 ? 0 : api._FPDFText_LoadPage(page);
  const count = layer === 0 ? 0 : api._FPDFText_CountChars(layer);
  const signs: { readonly sign: number; readonly along: number }[] = [];
  for (let each = 0; each < count; each += 1) {
    if (api._FPDFText_GetTextObject(layer, each) !== last) continue;
    signs.push({ sign: api._FPDFText_GetUnicode(layer, each), along: alongLine(api, layer, each) });
  }
  if (layer !== 0) api._FPDFText_ClosePage(layer);
  api._FPDF_ClosePage(page);
  return signs
    .toSorted((a, b) => a.along - b.along)
    .map(({ sign }) => String.fromCodePoint(sign))
    .join("")
    .trim();
}

/** How far along its line a character stands, in units of its own; lines may run in any direction. */
function alongLine(api: Api, layer: number, index: number): number {
  // Two doubles for the place; six floats for the matrix, of which the first two are the direction of the line.
  return inMemory(api, new Uint8Array(40), (at) => {
    const found =
      api._FPDFText_GetCharOrigin(layer, index, at, at + 8) !== 0 &&
      api._FPDFText_GetMatrix(layer, index, at + 16) !== 0;
    if (!found) return 0;
    const numbers = new DataView(api.HEAPU8.buffer, at, 40);
    const [x, y] = [numbers.getFloat64(0, true), numbers.getFloat64(8, true)];
    return x * numbers.getFloat32(16, true) + y * numbers.getFloat32(20, true);
  });
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
