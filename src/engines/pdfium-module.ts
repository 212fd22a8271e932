/** The only importer of pdfium: its module of WebAssembly, and how a file is opened in it. */
import { PDFiumLibrary, PDFiumModule } from "@hyzyla/pdfium";

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
  _FPDFText_ClosePage(layer: number): void;
  _FPDF_GetMetaText(document: number, tag: number, target: number, length: number): number;
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

export interface Engine {
  readonly api: Api;
  /** Where FPDF_SaveAsCopy writes to. */
  readonly sink: Sink;
}

/** Bytes that come in many small pieces, in one buffer. */
class Sink {
  #buffer = Buffer.alloc(0);
  #length = 0;

  /** Forgets what was written; `size` is a guess at what will be. */
  reset(size: number): void {
    this.#buffer = Buffer.allocUnsafe(size);
    this.#length = 0;
  }

  write(bytes: Uint8Array): void {
    const needed = this.#length + bytes.length;
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafe(Math.ceil(needed * 1.5));
      this.#buffer.copy(larger, 0, 0, this.#length);
      this.#buffer = larger;
    }
    this.#buffer.set(bytes, this.#length);
    this.#length = needed;
  }

  /** What was written; the sink is empty afterwards. */
  take(): Uint8Array {
    const bytes = this.#buffer.subarray(0, this.#length);
    this.reset(0);
    return bytes;
  }
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
export const callbackSlot = 0;

const ignore = (): void => undefined;

async function start(): Promise<Engine> {
  // A trap is a result like others here; the module would tell it on the terminal too.
  const quiet = { print: ignore, printErr: ignore };
  const library = await PDFiumLibrary.initBase({ vendor: (options) => PDFiumModule({ ...options, ...quiet }) });
  const { module: api } = library as unknown as { readonly module: Api };
  const sink = new Sink();
  const instance = new wasm.Instance(new wasm.Module(callbackModule), {
    e: {
      f: (_place: number, from: number, size: number): number => {
        sink.write(api.HEAPU8.subarray(from, from + size));
        return 1;
      },
    },
  });
  api.wasmExports.__indirect_function_table.set(callbackSlot, instance.exports["f"]);
  return { api, sink };
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

/** Bytes that pdfium may keep from one file to the next. */
const largestMemory = 256 * 1024 * 1024;

/** FPDF_ERR_PASSWORD and FPDF_ERR_SECURITY (public/fpdfview.h): a password, or a scheme that no password opens. */
const securityErrors = new Set([4, 5]);

/**
 * Opens with the empty password, then with each of the others. A trap inside pdfium may be the late work of an
 * earlier file, so the file is tried once more in a new module; when it traps again, it is corrupt.
 */
export async function withDocument<T>(
  bytes: Uint8Array,
  passwords: readonly string[],
  use: (open: Open) => T,
): Promise<Result<T>> {
  for (const _attempt of ["used", "new"]) {
    engine ??= start();
    const running = await engine;
    try {
      const result = inMemory(running.api, bytes, (address) =>
        opened(running, { address, size: bytes.length }, passwords, use),
      );
      // Its memory only ever grows: after a large file it starts anew.
      if (running.api.HEAPU8.length > largestMemory) engine = null;
      return result;
    } catch {
      engine = null;
    }
  }
  return { ok: false, failure: "corrupt" };
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
