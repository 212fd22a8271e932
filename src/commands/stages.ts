/** The stages of `compile` behind the check, imported together when there is something to make. */
import { sheetsOf } from "../assemble/sheets.ts";
import type { Checked } from "../check/check.ts";
import { openCache } from "../engines/cache.ts";
import { buildKey } from "../load/build.ts";
import { loadSiteWords } from "../load/looks.ts";
import type { Night } from "../model/history.ts";
import type { Pack } from "../model/pack.ts";
import type { Looks } from "../schema/looks.ts";
import type { SiteFacts } from "../write/site/write.ts";
import { appendixMemory } from "./appendix-memory.ts";

export { assemble } from "../assemble/assemble.ts";
export { placeGlyphs } from "../load/glyph-places.ts";
export { renderEvidence } from "../render/render.ts";
export { writeOutline } from "../write/outline.ts";
export { writePack } from "../write/pack.ts";
export { paginatePack } from "../write/typeset.ts";

/** What earlier runs left in the folder of the cache; nothing without one. `target` is the folder of the pack. */
export const openMemories = async (target: string, folder: string | null) => ({
  cache: folder === null ? null : openCache(folder),
  made: folder === null ? null : { folder, build: await buildKey() },
  earlier: await appendixMemory(target, folder),
});

/** What the offline page tells beside the pack. */
export const siteFacts = async (
  checked: Checked,
  { pack, looks, nights }: { readonly pack: Pack; readonly looks: Looks; readonly nights: readonly Night[] },
): Promise<SiteFacts> => ({
  words: await loadSiteWords(checked.workspace),
  sheets: sheetsOf(checked, pack, looks.words),
  stages: checked.workspace.stages,
  nights: nights.map(({ day, number, covered, applicable }) => ({ day, number, covered, applicable })),
});
