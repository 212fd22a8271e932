/** pdfium: a PDF on the disk looked at page by page, in memory bounded by one page: texts, labels, links, pictures. */
import { sha256, withFileNow } from "../world.ts";
import { drawPage, paintPage } from "./pdfium-draw.ts";
import type { DrawnPage } from "./pdfium-draw.ts";
import { keep } from "./pdfium-memory.ts";
import { inMemory, withFileDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";
import { lastTextOf, utf16 } from "./pdfium-text.ts";

/** Where a link or a bookmark leads. Pages count from 1; null is a page that is not there. */
export type Goal =
  | { readonly type: "page"; readonly page: number | null }
  /** Another file, as the PDF writes it. */
  | { readonly type: "file"; readonly file: string; readonly page: number | null }
  | { readonly type: "address"; readonly address: string };

export interface PdfFile {
  readonly pages: number;
  /** What is drawn last on a page (from 1), where that is text, as it is read along its line; else empty. */
  readonly lastText: (page: number) => string;
  /** Its page label; empty without one. */
  readonly label: (page: number) => string;
  /** Where its links lead; a link without any goal, which is only a frame, is left out. */
  readonly links: (page: number) => readonly Goal[];
  /** Bookmarks at any depth, as a viewer lists them. */
  readonly bookmarks: () => readonly { readonly title: string; readonly goal: Goal }[];
  /** The page as it is seen, at so many dots per inch; null when it cannot be drawn. */
  readonly pixels: (page: number, dpi: number) => DrawnPage | null;
}

/** Lets `use` look at a PDF; null when it does not open. */
export const withPdfFile = <T>(file: string, use: (pdf: PdfFile) => T): Promise<T | null> =>
  opened(file, (api, document) => use(readerOf(api, document)));

async function opened<T>(file: string, use: (api: Api, document: number) => T): Promise<T | null> {
  const result = await withFileNow(file, (source) => withFileDocument(source, use));
  return result === null ? null : result.value;
}

/**
 * What `look` finds on each of some pages (from 1, each once, in this order). pdfium may stop for good over a page that
 * it shows without ado when it comes first; so the file is opened anew at that page. Null is for a page over which it
 * stops even so.
 */
export const eachPage = <T>(
  file: string,
  pages: readonly number[],
  look: (pdf: PdfFile, page: number) => T,
): Promise<ReadonlyMap<number, T | null>> =>
  each(file, pages, (api, document) => {
    const pdf = readerOf(api, document);
    return (page) => look(pdf, page);
  });

async function each<T>(
  file: string,
  pages: readonly number[],
  lookerOf: (api: Api, document: number) => (page: number) => T,
): Promise<ReadonlyMap<number, T | null>> {
  const found = new Map<number, T | null>();
  for (let from = 0; from < pages.length; from = found.size) {
    const rest = pages.slice(from);
    await opened(file, (api, document) => {
      const look = lookerOf(api, document);
      for (const page of rest) found.set(page, look(page));
    });
    const [stopped] = rest;
    if (found.size === from && stopped !== undefined) found.set(stopped, null);
  }
  return found;
}

/**
 * How the picture of a page is made, so that two of them may be compared: the version of pdfium, which draws alike on
 * every machine, and the resolution. The hash is over width and height (32 bits, little-endian) and the pixels, four
 * bytes each (red, green, blue, 255), rows from the top.
 */
export const pictureRule = "pdfium-2.1.13 36dpi rgba";

const dpi = 36;

/**
 * SHA-256 of the pictures of some pages (from 1, each once), by `pictureRule`; null for one that cannot be drawn. Each
 * is drawn as if it were the only one: its picture is the same whichever pages are asked for, in whatever order.
 */
export const picturesOf = (file: string, pages: readonly number[]): Promise<ReadonlyMap<number, string | null>> =>
  each(file, pages, (api, document) => {
    // To find its last page pdfium walks past all others; after that it need not look for any of them.
    const last = api._FPDF_GetPageCount(document) - 1;
    inMemory(api, new Uint8Array(8), (size) => api._FPDF_GetPageSizeByIndexF(document, last, size));
    const forget = keep(api);
    return (page) => {
      forget();
      return paintPage(api, { document, form: 0, index: page - 1, dpi }, ({ width, height, rgba }) =>
        sha256(Buffer.concat([Buffer.from(Uint32Array.of(width, height).buffer), rgba])),
      );
    };
  });

function readerOf(api: Api, document: number): PdfFile {
  return {
    pages: api._FPDF_GetPageCount(document),
    lastText: (page) => lastTextOf(api, document, page - 1),
    label: (page) => textOf(api, (at, length) => api._FPDF_GetPageLabel(document, page - 1, at, length)),
    links: (page) => linksOn(api, document, page - 1),
    bookmarks: () => bookmarksOf(api, document),
    pixels: (page, wanted) => drawPage(api, document, 0, page - 1, wanted),
  };
}

/** UTF-16 as pdfium gives it: asked once for its length in bytes, two zero bytes at its end. */
function textOf(api: Api, get: (target: number, length: number) => number): string {
  const length = Math.min(get(0, 0), 8192);
  if (length <= 2) return "";
  return inMemory(api, new Uint8Array(length), (at) => {
    get(at, length);
    return utf16(api, at, length - 2);
  });
}

/** UTF-8 (or bytes of an address), with one zero byte at its end. */
function bytesOf(api: Api, get: (target: number, length: number) => number): string {
  const length = Math.min(get(0, 0), 8192);
  if (length <= 1) return "";
  return inMemory(api, new Uint8Array(length), (at) => {
    get(at, length);
    return Buffer.from(api.HEAPU8.subarray(at, at + length - 1)).toString("utf8");
  });
}

function linksOn(api: Api, document: number, index: number): readonly Goal[] {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return [];
  const goals: Goal[] = [];
  for (let each = 0; each < api._FPDFPage_GetAnnotCount(page); each += 1) {
    const annotation = api._FPDFPage_GetAnnot(page, each);
    if (annotation === 0) continue;
    const goal = linkGoal(api, document, annotation);
    if (goal !== null) goals.push(goal);
    api._FPDFPage_CloseAnnot(annotation);
  }
  api._FPDF_ClosePage(page);
  return goals;
}

function linkGoal(api: Api, document: number, annotation: number): Goal | null {
  const link = api._FPDFAnnot_GetLink(annotation);
  if (link === 0) return null;
  const has = (key: string): boolean =>
    inMemory(api, new TextEncoder().encode(`${key}\0`), (at) => api._FPDFAnnot_HasKey(annotation, at) !== 0);
  const action = api._FPDFLink_GetAction(link);
  if (action !== 0) return actionGoal(api, document, action);
  if (!has("Dest") && !has("A")) return null;
  return pageGoal(api, document, api._FPDFLink_GetDest(document, link));
}

const pageGoal = (api: Api, document: number, destination: number): Goal => ({
  type: "page",
  page: pageOf(api, document, destination),
});

function pageOf(api: Api, document: number, destination: number): number | null {
  const index = destination === 0 ? -1 : api._FPDFDest_GetDestPageIndex(document, destination);
  return index < 0 ? null : index + 1;
}

/** PDFACTION_GOTO, REMOTEGOTO, URI and LAUNCH (public/fpdf_doc.h). */
const [goTo, remoteGoTo, uri, launch] = [1, 2, 3, 4];

function actionGoal(api: Api, document: number, action: number): Goal | null {
  const type = api._FPDFAction_GetType(action);
  if (type === goTo) return pageGoal(api, document, api._FPDFAction_GetDest(document, action));
  if (type === uri) {
    const address = bytesOf(api, (at, length) => api._FPDFAction_GetURIPath(document, action, at, length));
    return { type: "address", address };
  }
  if (type !== remoteGoTo && type !== launch) return null;
  const file = fileName(bytesOf(api, (at, length) => api._FPDFAction_GetFilePath(action, at, length)));
  const page = type === launch ? 1 : pageOf(api, document, api._FPDFAction_GetDest(document, action));
  return { type: "file", file, page };
}

/** pdfium takes a name that is no file specification for Latin-1, even when it is UTF-16 (ISO 32000-1, 7.9.2.2). */
const fileName = (said: string): string =>
  said.startsWith("\u00fe\u00ff") ? Buffer.from(said, "latin1").subarray(2).swap16().toString("utf16le") : said;

function bookmarksOf(api: Api, document: number): readonly { readonly title: string; readonly goal: Goal }[] {
  const found: { title: string; goal: Goal }[] = [];
  const met = new Set<number>();
  const visit = (parent: number): void => {
    let each = api._FPDFBookmark_GetFirstChild(document, parent);
    for (; each !== 0 && !met.has(each); each = api._FPDFBookmark_GetNextSibling(document, each)) {
      met.add(each);
      const bookmark = each;
      const title = textOf(api, (at, length) => api._FPDFBookmark_GetTitle(bookmark, at, length));
      const destination = api._FPDFBookmark_GetDest(document, bookmark);
      const action = api._FPDFBookmark_GetAction(bookmark);
      const goal =
        destination !== 0 || action === 0 ? pageGoal(api, document, destination) : actionGoal(api, document, action);
      if (goal !== null) found.push({ title, goal });
      visit(bookmark);
    }
  };
  visit(0);
  return found;
}
