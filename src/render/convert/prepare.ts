/** Before the engine: what could blow up is refused, text becomes UTF-8, sheets get a page. */
import path from "node:path";
import { readCsv } from "../../engines/csv.ts";
import { lastSaved } from "../../engines/office-date.ts";
import { salvage } from "../../engines/ooxml.ts";
import { weighZip } from "../../engines/zip-parts.ts";
import { decodeAny } from "../../engines/text.ts";
import { writeTable } from "../../engines/xlsx.ts";
import { readFile, rm, writeFile } from "../../world.ts";
import type { ConvertFailure, ConvertJob } from "./converter.ts";
import type { Engine } from "./engine.ts";
import { charactersAcross, withPageSetup } from "./sheet-page.ts";
import { inertHtml, textAsOdt } from "./text-page.ts";

/** To be raised whenever a file is made ready in another way: what was converted before is converted anew then. */
export const preparation = "2";

/** What is handed to the engine. */
export interface Prepared {
  /** Absolute: the file itself, or what was made of it beside the result. */
  readonly input: string;
  readonly format: string;
  /** The package is damaged or cut short; engines mend some of that without a word. */
  readonly broken: boolean;
  /** What the engine's clock is to show: when the file was last saved, or a fixed day. */
  readonly clock: number;
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

/** The moment of files that tell none, e.g. plain texts and web pages: 2000-01-01 UTC. */
const fixedMoment = Date.UTC(2000, 0, 1);

const clockOf = (bytes: Uint8Array): number => lastSaved(bytes) ?? fixedMoment;

/** More rows, and more cells, than fit on a page of a table of many pages. */
const [rowsOfPage, cellsOfPage] = [80, 2400];

/**
 * Percent, for a table of which only the cells are given: text of 10.5 pt becomes 8 pt at the least, for LibreOffice
 * draws columns up to 6 % wider than they say.
 */
const smallestTable = 82;

const failed = (failure: ConvertFailure): Outcome => ({ ok: false, failure });

/** Makes one file ready; what it writes has names that begin with `stem`. */
export async function prepare(job: ConvertJob, stem: string, options: PrepareOptions): Promise<Outcome> {
  const read = await readFile(job.file);
  if (!read.ok) return failed("vanished");
  const { bytes } = read;
  const weighed = isPackage(bytes) ? weighZip(bytes, unpackedLimit) : "fits";
  if (weighed === "too-large") return failed("too-large");
  const [broken, clock] = [weighed === "broken", clockOf(bytes)];
  const made = async (content: Uint8Array | null, format: string): Promise<Outcome> => {
    // Engines go by the extension; a file under a wrong one is copied under its own.
    const named = path.extname(job.file).slice(1).toLowerCase() === job.format;
    if (content === null && named) return { ok: true, value: { input: job.file, format: job.format, broken, clock } };
    const extension = content === null ? job.format : format;
    const input = `${stem}-in.${extension}`;
    await writeFile(input, content ?? bytes);
    return { ok: true, value: { input, format: extension, broken, clock } };
  };
  switch (job.format) {
    case "txt":
      return made(textAsOdt(bytes, options.pageLimit), "odt");
    case "csv": {
      const table = await tableOf(bytes, options.pageLimit);
      return table === null ? made(textAsOdt(bytes, options.pageLimit), "odt") : made(table, "xlsx");
    }
    case "html":
    case "htm":
      return made(inertHtml(bytes), "html");
    case "xlsx":
    case "xlsm":
      return made(pageOf(bytes), job.format);
    case "xls":
    case "ods":
    case "et": {
      const paged = await pageOfOldSheet(job, clock, stem, options.engine);
      return paged === "timed-out" ? failed(paged) : made(paged, "xlsx");
    }
    default:
      return made(null, job.format);
  }
}

/** Rows that are looked at to learn how wide a table is. */
const firstRows = 20;

/** A text table as a workbook with a page setup, so much of it as fills more than `pages` pages; null when it is none. */
async function tableOf(bytes: Uint8Array, pages: number): Promise<Uint8Array | null> {
  const text = decodeAny(bytes);
  // Every row is drawn as wide as the widest one, so fewer rows of a wide table fill as many pages.
  const columns = readCsv(text, firstRows)?.reduce((most, row) => Math.max(most, row.length), 1);
  if (columns === undefined) return null;
  const rows = readCsv(text, (pages + 1) * Math.min(rowsOfPage, Math.ceil(cellsOfPage / columns)));
  if (rows === null) return null;
  const table = await writeTable(rows, { across: charactersAcross(smallestTable) });
  return pageOf(table, smallestTable) ?? table;
}

/** What can still be read of a broken package, as a sound one; null when nothing can, or when it is no package. */
export async function prepareSalvaged(job: ConvertJob, stem: string): Promise<Prepared | null> {
  const read = await readFile(job.file);
  if (!read.ok || !isPackage(read.bytes)) return null;
  const salvaged = salvage(read.bytes, unpackedLimit);
  if (salvaged === null) return null;
  const input = `${stem}-salvaged.${job.format}`;
  await writeFile(input, salvaged);
  return { input, format: job.format, broken: true, clock: clockOf(salvaged) };
}

const isPackage = (bytes: Buffer): boolean => bytes.toString("latin1", 0, 4) === "PK\u0003\u0004";

/** Broken packages are left to the engine, which mends some of them. */
function pageOf(bytes: Uint8Array, smallest?: number): Uint8Array | null {
  try {
    return withPageSetup(bytes, smallest);
  } catch {
    return null;
  }
}

/** An older kind of sheet with a page setup, as XLSX; null where it has one, or where it cannot be read that way. */
async function pageOfOldSheet(
  job: ConvertJob,
  clock: number,
  stem: string,
  engine: Engine,
): Promise<Uint8Array | "timed-out" | null> {
  if (engine.toXlsx === undefined) return null;
  const output = `${stem}-read.xlsx`;
  const failure = await engine.toXlsx({ input: job.file, format: job.format, output, clock });
  if (failure === "timed-out") return failure;
  const read = await readFile(output);
  await rm(output, { force: true });
  return read.ok ? pageOf(read.bytes) : null;
}
