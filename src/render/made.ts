/** What files became in an earlier run: pages and pictures that would come out the same are not made again. */
import { deserialize, serialize } from "node:v8";
import { digestOf, sumOfFile } from "../digest.ts";
import { openCacheOfBuild } from "../engines/cache.ts";
import type { CacheOfBuild } from "../engines/cache.ts";
import { readFile, stampOf, writeFile } from "../world.ts";
import type { Outcome } from "./outcome.ts";

/** An outcome whose files are in the cache; null for one that is the file of evidence as it was handed in. */
interface Kept {
  readonly outcome: Outcome;
  readonly files: readonly (Uint8Array | null)[];
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

/** What an earlier run made of the same, or what `make` makes of it now. Only what is printed whole is kept. */
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

/** Bytes of the prepared files; null when one cannot be read. */
async function filesOf({ rendered }: Outcome, { source }: MadeFrom): Promise<Kept["files"] | null> {
  const files: (Uint8Array | null)[] = [];
  for (const part of rendered.parts) {
    if (part.type === "card") continue;
    if (part.file === source) {
      files.push(null);
      continue;
    }
    const read = await readFile(part.file);
    if (!read.ok) return null;
    files.push(read.bytes);
  }
  return files;
}

/** Puts the files into their places; null when the file of evidence is no longer what it was. */
async function layDown({ outcome, files }: Kept, { source, sha256: sum, prepared }: MadeFrom): Promise<Outcome | null> {
  const { rendered } = outcome;
  const rest = [...files];
  const parts: Outcome["rendered"]["parts"][number][] = [];
  for (const part of rendered.parts) {
    if (part.type === "card") {
      parts.push(part);
      continue;
    }
    const bytes = rest.shift() ?? null;
    const asRead = bytes === null ? stampOf(source) : null;
    if (bytes === null && (await sumOfFile(source)) === sum && part.type === "pdf" && asRead !== null) {
      parts.push({ ...part, file: source, asRead });
      continue;
    }
    if (bytes === null) return null;
    const file = `${prepared}-${String(parts.length)}`;
    await writeFile(file, bytes);
    parts.push({ ...part, file });
  }
  return { ...outcome, rendered: { ...rendered, parts } };
}
