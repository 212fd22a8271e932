/** Before the engine: what could blow up is refused, text becomes UTF-8, sheets get a page. */
import path from "node:path";
import { readCsv } from "../../engines/csv.ts";
import { weighZip } from "../../engines/ooxml.ts";
import { decodeAny } from "../../engines/text.ts";
import { writeTable } from "../../engines/xlsx.ts";
import { readFile, rm, writeFile } from "../../world.ts";
import type { ConvertFailure, ConvertJob } from "./converter.ts";
import type { Engine } from "./engine.ts";
import { withPageSetup } from "./sheet-page.ts";
import { inertHtml, textAsOdt } from "./text-page.ts";

/** What is handed to the engine. */
export interface Prepared {
  /** Absolute: the file itself, or what was made of it beside the result. */
  readonly input: string;
  readonly format: string;
}

export interface PrepareOptions {
  readonly engine: Engine;
  readonly pageLimit: number;
}

type Outcome =
  | { readonly ok: true; readonly value: Prepared }
  | { readonly ok: false; readonly failure: ConvertFailure };

/** Office files of this many bytes when unpacked are refused. */
const unpackedLimit = 512 * 1024 * 1024;

/** More rows than fit on a page, of a table of many pages. */
const rowsOfPage = 80;

const failed = (failure: ConvertFailure): Outcome => ({ ok: false, failure });

/** Makes one file ready; what it writes has names that begin with `stem`. */
export async function prepare(job: ConvertJob, stem: string, options: PrepareOptions): Promise<Outcome> {
  const read = await readFile(job.file);
  if (!read.ok) return failed("vanished");
  const { bytes } = read;
  const isZip = bytes.toString("latin1", 0, 4) === "PK\u0003\u0004";
  if (isZip && weighZip(bytes, unpackedLimit) === "too-large") return failed("too-large");
  const made = async (content: Uint8Array, format: string): Promise<Outcome> => {
    const input = `${stem}-in.${format}`;
    await writeFile(input, content);
    return { ok: true, value: { input, format } };
  };
  switch (job.format) {
    case "txt":
      return made(textAsOdt(bytes), "odt");
    case "csv":
    case "tsv": {
      const table = await writeTable(readCsv(decodeAny(bytes), (options.pageLimit + 1) * rowsOfPage));
      return made(withPageSetup(table) ?? table, "xlsx");
    }
    case "html":
    case "htm":
      return made(inertHtml(bytes), "html");
    case "xlsx":
    case "xlsm":
    case "xltx": {
      const paged = pageOf(bytes);
      return paged === null ? asItIs(job, bytes, made) : made(paged, job.format);
    }
    case "xls":
    case "ods":
    case "et": {
      const paged = await pageOfOldSheet(job, stem, options.engine);
      if (paged === "timed-out") return failed(paged);
      return paged === null ? asItIs(job, bytes, made) : made(paged, "xlsx");
    }
    default:
      return asItIs(job, bytes, made);
  }
}

/** Engines go by the extension; a file under a wrong one is copied under its own. */
async function asItIs(
  { file, format }: ConvertJob,
  bytes: Uint8Array,
  made: (content: Uint8Array, format: string) => Promise<Outcome>,
): Promise<Outcome> {
  if (path.extname(file).slice(1).toLowerCase() === format) return { ok: true, value: { input: file, format } };
  return made(bytes, format);
}

/** Broken packages are left to the engine, which mends some of them. */
function pageOf(bytes: Uint8Array): Uint8Array | null {
  try {
    return withPageSetup(bytes);
  } catch {
    return null;
  }
}

/** An older kind of sheet with a page setup, as XLSX; null where it has one, or where it cannot be read that way. */
async function pageOfOldSheet(job: ConvertJob, stem: string, engine: Engine): Promise<Uint8Array | "timed-out" | null> {
  if (engine.toXlsx === undefined) return null;
  const output = `${stem}-read.xlsx`;
  const failure = await engine.toXlsx({ input: job.file, format: job.format, output });
  if (failure === "timed-out") return failure;
  const read = await readFile(output);
  await rm(output, { force: true });
  return read.ok ? pageOf(read.bytes) : null;
}
