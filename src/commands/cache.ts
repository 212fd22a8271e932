/** `evipack cache` says where the cache lies and how large it is; `evipack cache clear` empties it. */
import path from "node:path";
import { openCache } from "../engines/cache.ts";
import type { World } from "../world.ts";
import { forgetEvidence } from "../load/memory.ts";
import { cacheFolder, guessLanguage } from "./options.ts";
import type { cacheActions, CommonOptions } from "./options.ts";
import { commandWords } from "./words.ts";

export interface CacheOptions extends CommonOptions {
  /** Null: only tell. */
  readonly action: (typeof cacheActions)[number] | null;
}

export async function runCache(options: CacheOptions, world: World): Promise<number> {
  const words = commandWords[guessLanguage(options, world)].cache;
  const cache = openCache(cacheFolder(options.root, world));
  const folder = path.relative(world.cwd, cache.folder) || ".";
  const { bytes, entries } = await cache.size();
  if (options.action === "clear") {
    await cache.clear();
    await forgetEvidence(cache.folder);
    world.stdout.write(`${words.cleared(folder, entries, bytes)}\n`);
  } else world.stdout.write(`${words.state(folder, entries, bytes)}\n`);
  return 0;
}
