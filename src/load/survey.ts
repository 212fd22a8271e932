/**
 * Whether a workspace is as it was: a sum over the names of all its files and folders and over their stamps. Nothing is
 * opened, and a check reads nothing that is not in it: links that lead out of the workspace are refused.
 */
import path from "node:path";
import { compareNames } from "../model/order.ts";
import { packageRoot, readdir, sha256, stampOf, walk } from "../world.ts";
import type { Stamp } from "../world.ts";
import type { Stamps } from "./memory.ts";

export interface Survey {
  /** The same only where every name and every stamp is. */
  readonly sum: string;
  /** Milliseconds since 1970 of the youngest change to a file. */
  readonly changed: number;
  /** By absolute path. */
  readonly stamps: Stamps;
}

/** What comes with the program and may be edited without building it anew. */
const ours = ["indicators", "templates"].map((folder) => path.join(packageRoot, folder));

/** Surveys a workspace, without `cache`, which may lie in it, and without what version control keeps. */
export async function survey(root: string, cache: string): Promise<Survey> {
  const hash: string[] = [];
  const stamps = new Map<string, Stamp | null>();
  let changed = 0;
  for (const folder of [...(await partsOf(root)), ...ours]) {
    const found = ((await walk(folder, "empty-folders")) ?? [{ path: "", type: "file" }]).filter(
      (each) => !isIn(cache, path.join(folder, each.path)),
    );
    // Made only to hold the cache.
    if (found.length === 0 && isIn(folder, cache)) continue;
    const numbers = new Float64Array(found.length * 4);
    for (const [at, each] of found.entries()) {
      const file = path.join(folder, each.path);
      const stamp = stampOf(file);
      stamps.set(file, stamp);
      numbers.set(stamp === null ? [NaN] : [stamp.size, stamp.changed, stamp.renamed, stamp.number], at * 4);
      changed = Math.max(changed, stamp?.changed ?? 0, stamp?.renamed ?? 0);
    }
    const names = [folder, ...found.map((each) => `${each.type} ${each.path}`)];
    hash.push(sha256(names.join("\0")), sha256(new Uint8Array(numbers.buffer)));
  }
  return { sum: sha256(hash.join()), changed, stamps };
}

/** Everything at the top of a workspace: files, folders and links. */
async function partsOf(root: string): Promise<readonly string[]> {
  const names = await readdir(root).catch(() => []);
  return names
    .filter((name) => name !== ".git")
    .toSorted(compareNames)
    .map((name) => path.join(root, name));
}

const isIn = (folder: string, file: string): boolean => file === folder || file.startsWith(folder + path.sep);
