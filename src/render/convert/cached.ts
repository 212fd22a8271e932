/** A converter that remembers what another one made. */
import path from "node:path";
import type { Cache } from "../../engines/cache.ts";
import { sha256, writeFile } from "../../world.ts";
import { bytesOf } from "./converter.ts";
import type { Converted, ConvertFailure, Converter, ConvertJob } from "./converter.ts";

/** What stands before the PDF in an entry, as one line of JSON. */
type Remembered =
  | {
      readonly ok: true;
      readonly pages: number;
      readonly cut: boolean;
      readonly repaired: boolean;
      readonly converter: string;
    }
  | { readonly ok: false; readonly failure: ConvertFailure };

/** Failures that lie in the file: they come out the same the next time. After a crash another engine may be at hand. */
const lasting: ReadonlySet<ConvertFailure> = new Set(["corrupt", "too-large"]);

/** Results of `converter` by the hash of the input, the engine and its options; results are put into `scratch`. */
export function cached(converter: Converter, cache: Cache, scratch: string): Converter {
  const convert = async (job: ConvertJob): Promise<Converted> => {
    const key = sha256(["convert", job.sha256, job.format, converter.id, converter.options].join("\n"));
    const held = await cache.get(key);
    const known = held === null ? null : await recall(held, path.join(scratch, `${job.sha256}-${job.format}.pdf`));
    if (known !== null) return known;
    const converted = await converter.convert(job);
    const entry = await entryOf(converted);
    if (entry !== null) await cache.put(key, entry);
    return converted;
  };
  return { id: converter.id, options: converter.options, convert, close: () => converter.close() };
}

async function recall(held: Buffer, file: string): Promise<Converted | null> {
  const end = held.indexOf("\n");
  if (end === -1) return null;
  const said = JSON.parse(held.toString("utf8", 0, end)) as Remembered;
  if (!said.ok) return said;
  await writeFile(file, held.subarray(end + 1));
  return { ...said, file };
}

async function entryOf(converted: Converted): Promise<Buffer | null> {
  if (!converted.ok) {
    if (!lasting.has(converted.failure)) return null;
    const said: Remembered = { ok: false, failure: converted.failure };
    return Buffer.from(`${JSON.stringify(said)}\n`);
  }
  const pdf = await bytesOf(converted);
  const { pages, cut, repaired, converter } = converted;
  const said: Remembered = { ok: true, pages, cut, repaired, converter };
  return pdf === null ? null : Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), pdf]);
}
