/** `evipack cache` says where the cache lies and how large it is; `evipack cache clear` empties it. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { openCache } from "../engines/cache.ts";
import { configFile } from "../load/config.ts";
import { access, causeOf, entryType } from "../world.ts";
import type { World } from "../world.ts";
import { forgetKept } from "../load/kept.ts";
import { cacheFolder, guessLanguage } from "./options.ts";
import type { cacheActions, CommonOptions } from "./options.ts";
import { commandWords } from "./words.ts";

export interface CacheOptions extends CommonOptions {
  /** Null: only tell. */
  readonly action: (typeof cacheActions)[number] | null;
}

/** Throws Fatal when there is no such folder. */
export async function runCache(options: CacheOptions, world: World): Promise<number> {
  const words = commandWords[guessLanguage(options, world)].cache;
  const cache = openCache(cacheFolder(options.root, world));
  const isNamed = (world.env["EVIPACK_CACHE"] ?? "") !== "";
  if (!isNamed && (await entryType(options.root)) !== "folder") {
    const facts = { folder: options.shown, exists: false };
    throw new Fatal([diagnostic("no-workspace", { file: configFile }, facts)]);
  }
  const folder = path.relative(world.cwd, cache.folder) || ".";
  const { bytes, entries } = await cache.size();
  if (options.action === "clear") {
    await cache.clear();
    await forgetKept(cache.folder);
    world.stdout.write(`${words.cleared(folder, entries, bytes)}\n`);
  } else {
    const closed = (await isClosed(cache.folder)) ? `${words.closed}\n` : "";
    world.stdout.write(`${words.state(folder, entries, bytes)}\n${closed}`);
  }
  return 0;
}

/** W_OK of access(2). */
const mayWrite = 2;

/** Whether nothing can be kept there: neither the folder, nor the nearest one above in which it would be made, may be written. */
async function isClosed(folder: string): Promise<boolean> {
  try {
    await access(folder, mayWrite);
    return false;
  } catch (error) {
    const above = path.dirname(folder);
    return causeOf(error) === "ENOENT" && above !== folder ? isClosed(above) : true;
  }
}
