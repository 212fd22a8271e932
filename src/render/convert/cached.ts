/** A converter that remembers what another one made. */
import path from "node:path";
import type { Cache } from "../../engines/cache.ts";
import { withPdfFile } from "../../engines/pdfium-file.ts";
import { z } from "../../schema/z.ts";
import { sha256, writeFile } from "../../world.ts";
import { bytesOf } from "./converter.ts";
import type { Converted, Converter, ConvertJob } from "./converter.ts";
import { preparation } from "./prepare.ts";

/** Failures are kept that lie in the file: they come out the same the next time. After a crash another engine may be at hand. */
const remembered = z.discriminatedUnion("ok", [
  z.strictObject({
    ok: z.literal(true),
    key: z.string(),
    pages: z.int().positive(),
    cut: z.boolean(),
    repaired: z.boolean(),
    converter: z.string(),
  }),
  z.strictObject({ ok: z.literal(false), key: z.string(), failure: z.enum(["corrupt", "too-large"]) }),
]);

/** What stands before the PDF in an entry, as one line of JSON; `key` is the one under which it was put. */
type Remembered = z.output<typeof remembered>;

/** Results of `converter` by the hash of the input, the engine and its options; results are put into `scratch`. */
export function cached(converter: Converter, cache: Cache, scratch: string): Converter {
  const convert = async (job: ConvertJob): Promise<Converted> => {
    const key = sha256(["convert", preparation, job.sha256, job.format, converter.id, converter.options].join("\n"));
    const held = await cache.get(key);
    const known = held === null ? null : await recall(held, key, path.join(scratch, `${job.sha256}-${job.format}.pdf`));
    if (known !== null) return known;
    const converted = await converter.convert(job);
    const entry = await entryOf(converted, key);
    if (entry !== null) await cache.put(key, entry);
    return converted;
  };
  return { id: converter.id, options: converter.options, convert, close: () => converter.close() };
}

/** Null for an entry that is not what was put under the key: of another version, of another file, or none of ours. */
async function recall(held: Buffer, key: string, file: string): Promise<Converted | null> {
  const end = held.indexOf("\n");
  const said = end === -1 ? null : saidIn(held.toString("utf8", 0, end));
  if (said?.key !== key) return null;
  if (!said.ok) return { ok: false, failure: said.failure };
  const { pages, cut, repaired, converter } = said;
  await writeFile(file, held.subarray(end + 1));
  // As cheap as the first look at it that follows; what it does not open as would be taken for a fault of the evidence.
  if ((await withPdfFile(file, (pdf) => pdf.pages)) !== pages) return null;
  return { ok: true, pages, cut, repaired, converter, file };
}

function saidIn(line: string): Remembered | null {
  try {
    return remembered.safeParse(JSON.parse(line)).data ?? null;
  } catch {
    return null;
  }
}

async function entryOf(converted: Converted, key: string): Promise<Buffer | null> {
  if (!converted.ok) {
    const { failure } = converted;
    if (failure !== "corrupt" && failure !== "too-large") return null;
    const said: Remembered = { ok: false, key, failure };
    return Buffer.from(`${JSON.stringify(said)}\n`);
  }
  const pdf = await bytesOf(converted);
  const { pages, cut, repaired, converter } = converted;
  const said: Remembered = { ok: true, key, pages, cut, repaired, converter };
  return pdf === null ? null : Buffer.concat([Buffer.from(`${JSON.stringify(said)}\n`), pdf]);
}
