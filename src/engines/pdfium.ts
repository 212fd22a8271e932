/** The only importer of pdfium: opens what viewers open, writes it anew without faults or encryption, draws pages. */
import { PDFiumLibrary } from "@hyzyla/pdfium";

/** The part of pdfium's C interface that is used; handles and addresses are numbers, 0 is none (public/fpdf*.h). */
interface Api {
  readonly HEAPU8: Uint8Array;
  readonly HEAP32: Int32Array;
  readonly wasmExports: {
    malloc(size: number): number;
    free(address: number): void;
    readonly __indirect_function_table: { set(place: number, value: unknown): void };
  };
  _FPDF_LoadMemDocument(bytes: number, size: number, password: number): number;
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
  _FPDFDOC_InitFormFillEnvironment(document: number, info: number): number;
  _FPDFDOC_ExitFormFillEnvironment(form: number): void;
  _FORM_OnAfterLoadPage(page: number, form: number): void;
  _FORM_OnBeforeClosePage(page: number, form: number): void;
  _FPDF_FFLDraw(form: number, bitmap: number, page: number, ...place: readonly number[]): void;
}

/** The part of WebAssembly that is used; the types of Node leave it to those of browsers. */
const { WebAssembly: wasm } = globalThis as unknown as {
  readonly WebAssembly: {
    readonly Module: new (bytes: Uint8Array) => object;
    readonly Instance: new (
      module: object,
      imports: Readonly<Record<string, Readonly<Record<string, unknown>>>>,
    ) => { readonly exports: Readonly<Record<string, unknown>> };
  };
};

interface Engine {
  readonly api: Api;
  /** What FPDF_SaveAsCopy has written so far. */
  readonly written: Uint8Array[];
}

let engine: Promise<Engine> | null = null;

/**
 * A WebAssembly module that passes a function of ours on as one of its own: only such functions may stand in a
 * table. Type (i32, i32, i32) → i32, import "e"."f", export "f".
 */
const callbackModule = Buffer.from("0061736d0100000001080160037f7f7f017f02070101650166000007050101660000", "hex");

/**
 * Place of our callback in the table of functions. The table of this build cannot grow, and its first place is
 * empty, for a null pointer is never called.
 */
const callbackSlot = 0;

async function start(): Promise<Engine> {
  const library = await PDFiumLibrary.init();
  const { module: api } = library as unknown as { readonly module: Api };
  const written: Uint8Array[] = [];
  const instance = new wasm.Instance(new wasm.Module(callbackModule), {
    e: {
      f: (_sink: number, from: number, size: number): number => {
        written.push(api.HEAPU8.slice(from, from + size));
        return 1;
      },
    },
  });
  api.wasmExports.__indirect_function_table.set(callbackSlot, instance.exports["f"]);
  return { api, written };
}

export type PdfFailure = "encrypted" | "corrupt";

/** With what an encrypted file opened. */
export type Opened = "plain" | "empty-password" | "password";

interface Open {
  readonly engine: Engine;
  readonly document: number;
  /** Places of the pages that are there: a file may count more than it has. */
  readonly places: readonly number[];
  readonly opened: Opened;
}

type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: PdfFailure };

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (public/fpdfview.h): a password, or a scheme that no password opens. */
const securityErrors = new Set([4, 5]);

/** Opens with the empty password, then with each of the others; a fault inside pdfium makes the file corrupt. */
async function withDocument<T>(
  bytes: Uint8Array,
  passwords: readonly string[],
  use: (open: Open) => T,
): Promise<Result<T>> {
  engine ??= start();
  const running = await engine;
  try {
    return inMemory(running.api, bytes, (address) => {
      let failure: PdfFailure = "corrupt";
      for (const password of ["", ...passwords]) {
        const document = withText(running.api, password, (text) =>
          running.api._FPDF_LoadMemDocument(address, bytes.length, text),
        );
        if (document === 0) {
          if (!securityErrors.has(running.api._FPDF_GetLastError())) return { ok: false, failure: "corrupt" };
          failure = "encrypted";
          continue;
        }
        try {
          return { ok: true, value: use(describe(running, document, password)) };
        } finally {
          running.api._FPDF_CloseDocument(document);
        }
      }
      return { ok: false, failure };
    });
  } catch {
    // A trap leaves the module in an unknown state: the next file gets a new one.
    engine = null;
    return { ok: false, failure: "corrupt" };
  }
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

function inMemory<T>(api: Api, bytes: Uint8Array, use: (address: number) => T): T {
  const address = api.wasmExports.malloc(Math.max(bytes.length, 1));
  if (address === 0) throw new Error("out of memory");
  api.HEAPU8.set(bytes, address);
  const result = use(address);
  api.wasmExports.free(address);
  return result;
}

const withText = (api: Api, text: string, use: (address: number) => number): number =>
  inMemory(api, new TextEncoder().encode(`${text}\0`), use);

export type PdfProbe =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly failure: PdfFailure };

/**
 * Opens a PDF with the empty password or one of `passwords` and counts its pages. A PDF without pages is corrupt;
 * when it is encrypted, the key does not fit.
 */
export async function probePdf(bytes: Uint8Array, passwords: readonly string[] = []): Promise<PdfProbe> {
  const result = await withDocument(bytes, passwords, ({ places, opened }) => ({ pages: places.length, opened }));
  if (!result.ok) return result;
  const { pages, opened } = result.value;
  if (pages > 0) return { ok: true, pages };
  return { ok: false, failure: opened === "plain" ? "corrupt" : "encrypted" };
}

export interface PlainCopy {
  readonly bytes: Uint8Array;
  /** Places (0-based) of the pages that are there, for `drawPages`. */
  readonly places: readonly number[];
  readonly opened: Opened;
  /** The table of objects was sound; when not, pdfium has searched the file for them. */
  readonly sound: boolean;
}

/**
 * The same PDF written anew: not encrypted, each object once, as the table of objects (or a search, where it is
 * broken) finds them. With `pagesOnly` the pages are put into a new file, which mends a broken page tree and
 * loses all that stands outside of pages.
 */
export function plainCopy(
  bytes: Uint8Array,
  passwords: readonly string[],
  { pagesOnly }: { readonly pagesOnly: boolean },
): Promise<Result<PlainCopy>> {
  return withDocument(bytes, passwords, ({ engine: running, document, places, opened }) => {
    const { api } = running;
    const sound = api._FPDF_DocumentHasValidCrossReferenceTable(document) !== 0;
    if (!pagesOnly) return { bytes: save(running, document), places, opened, sound };
    const target = api._FPDF_CreateNewDocument();
    const list = new Uint8Array(Int32Array.from(places).buffer);
    try {
      inMemory(api, list, (indexes) => api._FPDF_ImportPagesByIndex(target, document, indexes, places.length, 0));
      return { bytes: save(running, target), places: [...places.keys()], opened, sound };
    } finally {
      api._FPDF_CloseDocument(target);
    }
  });
}

/** FPDF_REMOVE_SECURITY (public/fpdf_save.h). */
const removeSecurity = 3;

function save({ api, written }: Engine, document: number): Uint8Array {
  written.length = 0;
  const sink = api.wasmExports.malloc(8);
  api.HEAP32[sink >> 2] = 1;
  api.HEAP32[(sink >> 2) + 1] = callbackSlot;
  api._FPDF_SaveAsCopy(document, sink, removeSecurity);
  api.wasmExports.free(sink);
  const bytes = Buffer.concat(written);
  written.length = 0;
  return bytes;
}

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

function drawPage(api: Api, document: number, form: number, index: number, dpi: number): DrawnPage | null {
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
  const data = new Uint8Array(width * height * 3);
  for (let from = buffer, to = 0; from < buffer + size; from += 4, to += 3) {
    data.set(api.HEAPU8.subarray(from, from + 3), to);
  }
  api._FPDFBitmap_Destroy(bitmap);
  api.wasmExports.free(buffer);
  api._FPDF_ClosePage(page);
  return { width, height, data, points };
}
