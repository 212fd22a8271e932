/** pdfium: where some words stand on the pages of a PDF. */
import { inMemory, withDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";

/** A rectangle on the page, in its own coordinates (points). */
export interface FoundBox {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

export interface FoundWords {
  /** From 0. */
  readonly page: number;
  /** One for each line. */
  readonly boxes: readonly FoundBox[];
}

export interface Search {
  /** Each page on which the words stand, with their first place there. */
  readonly found: readonly FoundWords[];
  /** Pages, from 0, that have any text. */
  readonly withText: ReadonlySet<number>;
}

/** Searches all pages; blanks, line breaks and widths of characters do not matter. Null for a file that does not open. */
export async function findWords(bytes: Uint8Array, words: string): Promise<Search | null> {
  const wanted = plain(words);
  const result = await withDocument(bytes, [], ({ engine: { api }, document, places }): Search => {
    const [found, withText]: [FoundWords[], Set<number>] = [[], new Set()];
    for (const [page, place] of places.entries()) {
      const boxes = onPage(api, document, place, (layer) => {
        const { text, origins } = textOf(api, layer);
        if (text !== "") withText.add(page);
        const at = wanted === "" ? -1 : text.indexOf(wanted);
        return at < 0 ? [] : boxesOf(api, layer, origins[at] ?? 0, origins[at + wanted.length - 1] ?? 0);
      });
      if (boxes.length > 0) found.push({ page, boxes });
    }
    return { found, withText };
  });
  return result.ok ? result.value : null;
}

function onPage(
  api: Api,
  document: number,
  index: number,
  use: (layer: number) => readonly FoundBox[],
): readonly FoundBox[] {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return [];
  const layer = api._FPDFText_LoadPage(page);
  const boxes = layer === 0 ? [] : use(layer);
  if (layer !== 0) api._FPDFText_ClosePage(layer);
  api._FPDF_ClosePage(page);
  return boxes;
}

/** Signs without width, blanks, and the mark that pdfium has for a hyphen at the end of a line. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Cc}\uFFFE\uFFFF]/gu, "")
    .toLowerCase();

/** The text of a page without blanks, and for each of its characters the number of the one that pdfium counts. */
function textOf(api: Api, layer: number): { readonly text: string; readonly origins: readonly number[] } {
  const [pieces, origins]: [string[], number[]] = [[], []];
  const count = api._FPDFText_CountChars(layer);
  for (let index = 0; index < count; index += 1) {
    const point = api._FPDFText_GetUnicode(layer, index);
    if (point === 0 || point > 0x10_ff_ff) continue;
    const piece = plain(String.fromCodePoint(point));
    pieces.push(piece);
    for (let unit = 0; unit < piece.length; unit += 1) origins.push(index);
  }
  return { text: pieces.join(""), origins };
}

/** The rectangles of the characters from one to another, both included. */
function boxesOf(api: Api, layer: number, first: number, last: number): FoundBox[] {
  return inMemory(api, new Uint8Array(32), (at) => {
    const count = api._FPDFText_CountRects(layer, first, last - first + 1);
    return Array.from({ length: Math.max(count, 0) }, (_, index) => {
      api._FPDFText_GetRect(layer, index, at, at + 8, at + 16, at + 24);
      const [left = 0, top = 0, right = 0, bottom = 0] = new Float64Array(api.HEAPU8.slice(at, at + 32).buffer);
      return { left, bottom, right, top };
    });
  });
}
