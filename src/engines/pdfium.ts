/** pdfium: opens what viewers open, counts pages, writes a file anew without faults or encryption. */
import { callbackSlot, inMemory, withObjects } from "./pdfium-module.ts";
import type { Engine, Opened, PdfFailure, Result } from "./pdfium-module.ts";

export type { Opened, PdfFailure } from "./pdfium-module.ts";

export type PdfProbe =
  | { readonly ok: true; readonly pages: number; /** Only one of `passwords` opens it. */ readonly sealed?: true }
  | { readonly ok: false; readonly failure: PdfFailure };

/**
 * Opens a PDF with the empty password or one of `passwords` and counts its pages. A PDF without pages is corrupt;
 * when it is encrypted, the key does not fit.
 */
export async function probePdf(bytes: Uint8Array, passwords: readonly string[] = []): Promise<PdfProbe> {
  const result = await withObjects(bytes, passwords, ({ places, opened }) => ({ pages: places.length, opened }));
  if (!result.ok) return result;
  const { pages, opened } = result.value;
  if (pages > 0) return { ok: true, pages, ...(opened === "password" ? { sealed: true } : {}) };
  return { ok: false, failure: opened === "plain" ? "corrupt" : "encrypted" };
}

/** What can be told of a PDF without writing it anew. */
export interface Examined {
  readonly pages: number;
  readonly opened: Opened;
  /** As in `PlainCopy`. */
  readonly sound: boolean;
}

/** Opens a PDF and looks at its table of objects and its pages. */
export function examine(bytes: Uint8Array, passwords: readonly string[]): Promise<Result<Examined>> {
  return withObjects(bytes, passwords, ({ engine: { api }, document, places, opened }) => {
    const sound = api._FPDF_DocumentHasValidCrossReferenceTable(document) !== 0;
    return { pages: places.length, opened, sound };
  });
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
  return withObjects(bytes, passwords, ({ engine: running, document, places, opened }) => {
    const { api } = running;
    const sound = api._FPDF_DocumentHasValidCrossReferenceTable(document) !== 0;
    const guess = Math.ceil(bytes.length * 1.02) + 65_536;
    if (!pagesOnly) return { bytes: save(running, document, guess), places, opened, sound };
    const target = api._FPDF_CreateNewDocument();
    const list = new Uint8Array(Int32Array.from(places).buffer);
    try {
      inMemory(api, list, (indexes) => api._FPDF_ImportPagesByIndex(target, document, indexes, places.length, 0));
      return { bytes: save(running, target, guess), places: [...places.keys()], opened, sound };
    } finally {
      api._FPDF_CloseDocument(target);
    }
  });
}

/** FPDF_REMOVE_SECURITY (public/fpdf_save.h). */
const removeSecurity = 3;

function save({ api, sink }: Engine, document: number, size: number): Uint8Array {
  const target = api.wasmExports.malloc(8);
  api.HEAP32[target >> 2] = 1;
  api.HEAP32[(target >> 2) + 1] = callbackSlot;
  sink.reset(size);
  api._FPDF_SaveAsCopy(document, target, removeSecurity);
  api.wasmExports.free(target);
  return sink.take();
}
