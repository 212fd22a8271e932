/** Office files → PDF: the port, and what every engine has in common (before: `prepare.ts`; after: `finish.ts`). */
import path from "node:path";
import { readFile, rm } from "../../world.ts";
import type { Engine, EngineFailure } from "./engine.ts";
import { finish } from "./finish.ts";
import { prepare, prepareSalvaged } from "./prepare.ts";
import type { Prepared } from "./prepare.ts";

export interface ConvertJob {
  /** Absolute. */
  readonly file: string;
  /** Usual extension of what the content is, e.g. `docx`. */
  readonly format: string;
  readonly sha256: string;
}

export type ConvertFailure = EngineFailure | "vanished";

export type Converted =
  | {
      readonly ok: true;
      /** PDF in the scratch folder, absolute. */
      readonly file: string;
      readonly pages: number;
      /** The file goes on beyond the page limit; the PDF ends there. */
      readonly cut: boolean;
      /** The file was broken; these are the pages of what could still be read of it. */
      readonly repaired: boolean;
      /** Id of the engine that made it. */
      readonly converter: string;
    }
  | { readonly ok: false; readonly failure: ConvertFailure };

export interface Converter {
  /** Engine and version; stands in the manifest and the log. */
  readonly id: string;
  /** What decides the result besides the input and the engine; part of the key of the cache. */
  readonly options: string;
  convert(job: ConvertJob): Promise<Converted>;
  /** Ends every process; conversions under way fail. */
  close(): Promise<void>;
}

export interface ConverterOptions {
  /** The most pages of one sheet or plain text. */
  readonly pageLimit: number;
  /** Folder for results; removed by whoever made it. */
  readonly scratch: string;
  /** Finds the engine that tries a file over which the first one crashed; null when there is none. */
  readonly findSpare: () => Promise<Engine | null>;
}

/** Counts up when the same input would come out otherwise, so that what a cache holds is not used. */
const recipe = 2;

/** Formats without pages of their own: a runaway is cut. */
const endless = new Set(["xls", "xlsx", "xlsm", "xltx", "ods", "csv", "tsv", "et", "txt"]);

/** A converter around an engine. Results are named by the hash of the input: the same file is the same result. */
export function converterWith(engine: Engine, { pageLimit, scratch, findSpare }: ConverterOptions): Converter {
  const pdfOf = async (by: Engine, job: ConvertJob, stem: string, prepared: Prepared): Promise<Converted> => {
    const toPdf = (lastPage: number | null): Promise<EngineFailure | null> =>
      by.toPdf({ ...prepared, output: `${stem}.pdf`, lastPage });
    const limit = endless.has(job.format) ? pageLimit : null;
    try {
      const finished = await finish(`${stem}.pdf`, limit, toPdf, prepared);
      return finished.ok ? { ...finished, converter: by.id } : finished;
    } finally {
      if (prepared.input !== job.file) await rm(prepared.input, { force: true });
    }
  };
  const convertBy = async (by: Engine, job: ConvertJob, stem: string): Promise<Converted> => {
    const prepared = await prepare(job, stem, { engine: by, pageLimit });
    return prepared.ok ? pdfOf(by, job, stem, prepared.value) : prepared;
  };
  let spare: Promise<Engine | null> | null = null;
  const convert = async (job: ConvertJob): Promise<Converted> => {
    const stem = path.join(scratch, `${job.sha256}-${job.format}`);
    const first = await convertBy(engine, job, stem);
    if (first.ok || (first.failure !== "corrupt" && first.failure !== "crashed")) return first;
    const other = first.failure === "crashed" ? await (spare ??= findSpare()) : null;
    const second = other === null ? first : await convertBy(other, job, stem);
    if (second.ok) return second;
    const salvaged = await prepareSalvaged(job, stem);
    const again = salvaged === null ? first : await pdfOf(engine, job, stem, salvaged);
    return again.ok ? again : first;
  };
  const close = async (): Promise<void> => {
    await Promise.all([engine.close(), spare?.then((each) => each?.close())]);
  };
  return { id: engine.id, options: `${String(recipe)}/${String(pageLimit)}`, convert, close };
}

/** A converter that converts nothing: every Office file gets its placeholder page. */
export const noConverter: Converter = {
  id: "none",
  options: "",
  convert: () => Promise.resolve({ ok: false, failure: "no-converter" }),
  close: () => Promise.resolve(),
};

/** The PDF of a result, as bytes; null when it is gone. */
export async function bytesOf(result: Extract<Converted, { ok: true }>): Promise<Buffer | null> {
  const read = await readFile(result.file);
  return read.ok ? read.bytes : null;
}
