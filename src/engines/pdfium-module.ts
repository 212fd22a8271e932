/** The only importer of pdfium: its module of WebAssembly, and how a file is opened in it. */
import { PDFiumLibrary, PDFiumModule } from "@hyzyla/pdfium";
import { readerFrom, Sink, wasm, writerInto } from "./pdfium-callbacks.ts";
import type { Well } from "./pdfium-callbacks.ts";
import { forChineseOnly, withFont } from "./pdfium-fonts.ts";
import type { Calls } from "./pdfium-fonts.ts";
import { keep } from "./pdfium-memory.ts";
import { dependencyFile, readFile } from "../world.ts";
import type { FileNow } from "../world.ts";

/** The part of pdfium's C interface that is used; handles and addresses are numbers, 0 is none (public/fpdf*.h). */
export interface Api {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly wasmExports: {
    malloc(size: number): number;
    free(address: number): void;
    readonly __indirect_function_table: { set(place: number, value: unknown): void };
  };
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
  _FPDF_LoadCustomDocument(access: number, password: number): number;
  _FPDF_GetDefaultSystemFontInfo(): number;
  _FPDF_SetSystemFontInfo(info: number): void;
  _FPDF_GetLastError(): number;
  _FPDF_CloseDocument(document: number): void;
  _FPDF_GetPageCount(document: number): number;
  _FPDF_GetPageSizeByIndexF(document: number, index: number, size: number): number;
  _FPDF_GetSecurityHandlerRevision(document: number): number;
  _FPDF_DocumentHasValidCrossReferenceTable(document: number): number;
  _FPDF_SaveAsCopy(document: number, sink: number, flags: number): number;
  _FPDF_CreateNewDocument(): number;
  _FPDF_ImportPagesByIndex(target: number, source: number, indexes: number, length: number, at: number): number;
  _FPDF_LoadPage(document: number, index: number): number;
  _FPDF_ClosePage(page: number): void;
  _FPDF_GetPageWidthF(page: number): number;
  _FPDF_GetPageHeightF(page: number): number;
  _FPDFBitmap_CreateEx(width: number, height: number, format: number, buffer: number, stride: number): number;
  _FPDFBitmap_FillRect(bitmap: number, x: number, y: number, width: number, height: number, color: number): number;
  _FPDFBitmap_Destroy(bitmap: number): void;
  _FPDF_RenderPageBitmap(bitmap: number, page: number, ...place: readonly number[]): void;
  _FPDFText_LoadPage(page: number): number;
  _FPDFText_CountChars(layer: number): number;
  _FPDFText_GetText(layer: number, from: number, count: number, target: number): number;
  _FPDFText_GetUnicode(layer: number, index: number): number;
  _FPDFText_CountRects(layer: number, from: number, count: number): number;
  _FPDFText_GetRect(layer: number, index: number, left: number, top: number, right: number, bottom: number): number;
  _FPDFText_GetTextObject(layer: number, index: number): number;
  _FPDFText_GetCharOrigin(layer: number, index: number, x: number, y: number): number;
  _FPDFText_GetMatrix(layer: number, index: number, target: number): number;
  _FPDFText_ClosePage(layer: number): void;
  _FPDFPage_CountObjects(page: number): number;
  _FPDFPage_GetObject(page: number, index: number): number;
  _FPDF_GetMetaText(document: number, tag: number, target: number, length: number): number;
  _FPDF_GetPageLabel(document: number, index: number, target: number, length: number): number;
  _FPDFPage_GetAnnotCount(page: number): number;
  _FPDFPage_GetAnnot(page: number, index: number): number;
  _FPDFPage_CloseAnnot(annotation: number): void;
  _FPDFAnnot_GetLink(annotation: number): number;
  _FPDFAnnot_HasKey(annotation: number, key: number): number;
  _FPDFLink_GetDest(document: number, link: number): number;
  _FPDFLink_GetAction(link: number): number;
  _FPDFDest_GetDestPageIndex(document: number, destination: number): number;
  _FPDFAction_GetType(action: number): number;
  _FPDFAction_GetDest(document: number, action: number): number;
  _FPDFAction_GetFilePath(action: number, target: number, length: number): number;
  _FPDFAction_GetURIPath(document: number, action: number, target: number, length: number): number;
  _FPDFBookmark_GetFirstChild(document: number, bookmark: number): number;
  _FPDFBookmark_GetNextSibling(document: number, bookmark: number): number;
  _FPDFBookmark_GetDest(document: number, bookmark: number): number;
  _FPDFBookmark_GetAction(bookmark: number): number;
  _FPDFBookmark_GetTitle(bookmark: number, target: number, length: number): number;
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number;
  _FPDFDOC_ExitFormFillEnvironment(form: number): void;
  _FORM_OnAfterLoadPage(page: number, form: number): void;
  _FORM_OnBeforeClosePage(page: number, form: number): void;
  _FPDF_FFLDraw(form: number, bitmap: number, page: number, ...place: readonly number[]): void;
}

export interface Engine {
  readonly api: Api;
  /** Where FPDF_SaveAsCopy writes to. */
  readonly sink: Sink;
  /** Where FPDF_LoadCustomDocument reads from. */
  readonly well: Well;
  /** Which of the two stands in the one place for callbacks. */
  readonly calls: (which: "writer" | "reader") => void;
  /** Brings it back to how it started, so that what is seen of a file hangs on that file alone. */
  readonly forget: () => void;
}

let engine: Promise<Engine> | null = null;

/**
 * Place of our callback in the table of functions. The table of this build cannot grow, and its first place is
 * empty, for a null pointer is never called.
 */
export const callbackSlot = 0;

const ignore = (): void => undefined;

/** What the module asks of where it runs: the same calls under two names. */
type Imports = Readonly<Record<"env" | "wasi_snapshot_preview1", Calls & Readonly<Record<string, unknown>>>>;

/** Brings the code to life among calls that find our font. */
const among =
  (code: object) =>
  (imports: Imports, ready: (instance: object) => void): Readonly<Record<string, unknown>> => {
    let memory: { readonly buffer: ArrayBuffer } | null = null;
    const calls = withFont(imports.env, () => new Uint8Array(memory?.buffer ?? new ArrayBuffer(0)));
    const instance = new wasm.Instance(code, { env: calls, wasi_snapshot_preview1: calls });
    memory = instance.exports["memory"] as typeof memory;
    ready(instance);
    return instance.exports;
  };

async function start(): Promise<Engine> {
  const code = await readFile(dependencyFile("@hyzyla/pdfium/pdfium.wasm"));
  if (!code.ok) throw new Error(`pdfium.wasm: ${code.cause}`);
  const instantiateWasm = among(await wasm.compile(code.bytes));
  // A trap is a result like others here; the module would tell it on the terminal too.
  const own = { print: ignore, printErr: ignore, instantiateWasm };
  const library = await PDFiumLibrary.initBase({ vendor: (options) => PDFiumModule({ ...options, ...own }) });
  const { module: api } = library as unknown as { readonly module: Api };
  forChineseOnly(api);
  const [sink, well] = [new Sink(), { file: null }];
  const memory = (): Uint8Array => api.HEAPU8;
  const [writer, reader] = [writerInto(sink, memory), readerFrom(well, memory)];
  const table = api.wasmExports.__indirect_function_table;
  const calls = (which: "writer" | "reader"): void => table.set(callbackSlot, which === "writer" ? writer : reader);
  calls("writer");
  return { api, sink, well, calls, forget: keep(api) };
}

export type PdfFailure = "encrypted" | "corrupt";

/** With what an encrypted file opened. */
export type Opened = "plain" | "empty-password" | "password";

export interface Open {
  readonly engine: Engine;
  readonly document: number;
  /** Places of the pages that are there: a file may count more than it has. */
  readonly places: readonly number[];
  readonly opened: Opened;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: PdfFailure };

/** Bytes that pdfium may keep from one file to the next: to set them back takes two milliseconds. */
const largestMemory = 128 * 1024 * 1024;

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (public/fpdfview.h): a password, or a scheme that no password opens. */
const securityErrors = new Set([4, 5]);

/** Lets `use` read and draw pages. */
export async function withDocument<T>(
  bytes: Uint8Array,
  passwords: readonly string[],
  use: (open: Open) => T,
): Promise<Result<T>> {
  engine ??= start();
  (await engine).forget();
  return withObjects(bytes, passwords, use);
}

/**
 * Lets `use` look at the objects of a file, at none of its pages, so that pdfium need not forget what it saw before. It
 * is opened with the empty password, then with each of the others. A file over which pdfium traps is corrupt.
 */
export async function withObjects<T>(
  bytes: Uint8Array,
  passwords: readonly string[],
  use: (open: Open) => T,
): Promise<Result<T>> {
  engine ??= start();
  const running = await engine;
  try {
    return inMemory(running.api, bytes, (address) => opened(running, { address, size: bytes.length }, passwords, use));
  } catch {
    engine = null;
    return { ok: false, failure: "corrupt" };
  } finally {
    // Its memory only ever grows: after a large file it starts anew.
    if (running.api.HEAPU8.length > largestMemory) engine = null;
  }
}

function opened<T>(
  running: Engine,
  { address, size }: { readonly address: number; readonly size: number },
  passwords: readonly string[],
  use: (open: Open) => T,
): Result<T> {
  const { api } = running;
  let failure: PdfFailure = "corrupt";
  for (const password of ["", ...passwords]) {
    const document = withText(api, password, (text) => api._FPDF_LoadMemDocument(address, size, text));
    if (document !== 0) {
      const value = use(describe(running, document, password));
      api._FPDF_CloseDocument(document);
      return { ok: true, value };
    }
    if (!securityErrors.has(api._FPDF_GetLastError())) return { ok: false, failure: "corrupt" };
    failure = "encrypted";
  }
  return { ok: false, failure };
}

function describe(running: Engine, document: number, password: string): Open {
  const encrypted = running.api._FPDF_GetSecurityHandlerRevision(document) !== -1;
  const opened = encrypted ? (password === "" ? "empty-password" : "password") : "plain";
  return { engine: running, document, places: placesOf(running.api, document), opened };
}

/** After so many places without a page no further page is looked for. */
const longestGap = 1000;

function placesOf(api: Api, document: number): readonly number[] {
  const places: number[] = [];
  const count = api._FPDF_GetPageCount(document);
  inMemory(api, new Uint8Array(8), (size) => {
    for (let place = 0; place < count && place - (places.at(-1) ?? 0) <= longestGap; place += 1) {
      if (api._FPDF_GetPageSizeByIndexF(document, place, size) !== 0) places.push(place);
    }
  });
  return places;
}

/**
 * Opens a file that is not encrypted and reads it piece by piece, so that only what is looked at is in memory; null
 * when it does not open, or when pdfium gives up inside of it.
 */
export async function withFileDocument<T>(
  file: FileNow,
  use: (api: Api, document: number) => T,
): Promise<{ readonly value: T } | null> {
  engine ??= start();
  const { api, well, calls, forget } = await engine;
  forget();
  well.file = file;
  calls("reader");
  try {
    // FPDF_FILEACCESS: length, callback, what the callback is given (public/fpdfview.h).
    const access = new Uint8Array(Uint32Array.of(file.size, callbackSlot, 0).buffer);
    return inMemory(api, access, (address) => {
      const document = api._FPDF_LoadCustomDocument(address, 0);
      if (document === 0) return null;
      const value = use(api, document);
      api._FPDF_CloseDocument(document);
      return { value };
    });
  } catch {
    engine = null;
    return null;
  } finally {
    well.file = null;
    calls("writer");
    if (api.HEAPU8.length > largestMemory) engine = null;
  }
}

export function inMemory<T>(api: Api, bytes: Uint8Array, use: (address: number) => T): T {
  const address = api.wasmExports.malloc(Math.max(bytes.length, 1));
  if (address === 0) throw new Error("out of memory");
  api.HEAPU8.set(bytes, address);
  const result = use(address);
  api.wasmExports.free(address);
  return result;
}

const withText = (api: Api, text: string, use: (address: number) => number): number =>
  inMemory(api, new TextEncoder().encode(`${text}\0`), use);
