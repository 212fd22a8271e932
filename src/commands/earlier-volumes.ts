/** The volumes of the pack that is about to be replaced, by what they were made of: what is the same is not bound again. */
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { buildKey } from "../load/build.ts";
import { readKept, writeKept } from "../load/kept.ts";
import type { Manifest } from "../schema/outputs.ts";
import { sha256 } from "../world.ts";
import { isBoundVolume } from "../write/manifest.ts";
import { volumeKey } from "../write/volume-key.ts";
import type { AppendixFacts, EarlierVolume, EarlierVolumes } from "../write/volumes.ts";

export interface VolumeMemory extends EarlierVolumes {
  /** Remembers the volumes of the pack that has just been put in place; where that cannot be written, none. */
  readonly keep: (facts: AppendixFacts, manifest: Manifest) => Promise<void>;
}

/** Opens the memory of the volumes of a pack (`target`, absolute); null without a cache. */
export async function volumeMemory(target: string, cache: string | null): Promise<VolumeMemory | null> {
  if (cache === null) return null;
  const file = path.join(cache, `volumes-${sha256(target).slice(0, 16)}.bin`);
  const key = await buildKey();
  const kept = await readKept(file, key);
  const before = kept === null ? new Map() : (deserialize(kept) as ReadonlyMap<string, EarlierVolume>);
  return {
    find: (each) => before.get(each) ?? null,
    keep: async (facts, { outputs, evidence }) => {
      const volumes = new Map<string, EarlierVolume>();
      for (const { volume: number, path: name, bytes, sha256: sum } of outputs.filter(isBoundVolume)) {
        const volume = facts.plan.volumes.find((each) => each.number === number);
        if (volume === undefined) continue;
        const own = evidence.filter((each) => each.volume === number);
        const firstPages = own.flatMap(({ pages, firstPage }) =>
          pages === null ? [] : [[pages[0], firstPage] as const],
        );
        const found = { file: path.join(target, name), bytes, sha256: sum, firstPages: new Map(firstPages) };
        volumes.set(volumeKey(facts, volume), found);
      }
      await writeKept(file, key, serialize(volumes));
    },
  };
}
