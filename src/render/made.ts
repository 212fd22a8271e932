/** What files became in an earlier run: pages and pictures that would come out the same are not made again. */
import { deserialize, serialize } from "node:v8";
import { digestOf } from "../digest.ts";
import { openCacheOfBuild } from "../engines/cache.ts";
import type { CacheOfBuild } from "../engines/cache.ts";
import { readFile, writeFile } from "../world.ts";
import type { Outcome } from "./outcome.ts";

/** An outcome whose files are in the cache. */
interface Kept {
  readonly outcome: Outcome;
  readonly files: readonly Uint8Array[];
}

export interface MadeFrom {
  /** The file of evidence, absolute, and what it is known by. */
  readonly source: string;
  readonly sha256: string | null;
  /** All else that decides what becomes of it, as plain data. */
  readonly how: unknown;
  /** Where its pages may lie, as the beginning of a file's name. */
  readonly prepared: string;
}

/**
 * What an earlier run made of the same, or what `make` makes of it now. Only what is printed whole is kept, and what is
 * a file of ours: a PDF that is bound where it lies is known by its pages (`pdf.ts`).
 */
export async function madeOnce(
  cache: CacheOfBuild | null,
  from: MadeFrom,
  make: () => Promise<Outcome>,
): Promise<Outcome> {
  if (cache === null || from.sha256 === null) return make();
  const key = `pages ${digestOf([from.sha256, from.how])}`;
  const { get, put } = openCacheOfBuild(cache);
  const kept = await get(key);
  const recalled = kept === null ? null : await layDown(deserialize(kept) as Kept, from);
  if (recalled !== null) return recalled;
  const outcome = await make();
  const files = outcome.rendered.placeholder === null ? await filesOf(outcome, from) : null;
  if (files !== null) await put(key, serialize({ outcome, files } satisfies Kept));
  return outcome;
}

/** Bytes of the prepared files; null when one cannot be read, or is the file of evidence itself. */
async function filesOf({ rendered }: Outcome, { source }: MadeFrom): Promise<Kept["files"] | null> {
  const files: Uint8Array[] = [];
  for (const part of rendered.parts) {
    if (part.type === "card") continue;
    const read = part.file === source ? null : await readFile(part.file);
    if (read?.ok !== true) return null;
    files.push(read.bytes);
  }
  return files;
}

/** Puts the files into their places; null when some are missing. */
async function layDown({ outcome, files }: Kept, { prepared }: MadeFrom): Promise<Outcome | null> {
  const { rendered } = outcome;
  const rest = [...files];
  const parts: Outcome["rendered"]["parts"][number][] = [];
  for (const part of rendered.parts) {
    if (part.type === "card") {
      parts.push(part);
      continue;
    }
    const bytes = rest.shift();
    if (bytes === undefined) return null;
    const file = `${prepared}-${String(parts.length)}`;
    await writeFile(file, bytes);
    parts.push({ ...part, file });
  }
  return { ...outcome, rendered: { ...rendered, parts } };
}
