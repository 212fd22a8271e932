/** The appendix of the pack that is about to be replaced: volumes made of the same are not bound again, and what was seen of their pages is not looked for again. */
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { buildKey } from "../load/build.ts";
import { readKept, writeKept } from "../load/kept.ts";
import { sha256 } from "../world.ts";
import { isBoundVolume } from "../write/manifest.ts";
import type { WrittenPack } from "../write/pack.ts";
import { stripKey } from "../write/strips.ts";
import type { KnownStrips } from "../write/strips.ts";
import { volumeKey } from "../write/volume-key.ts";
import type { AppendixFacts, EarlierVolume, EarlierVolumes } from "../write/volumes.ts";

/** What has to be known of the pack. */
interface WrittenAppendix extends Pick<WrittenPack, "firstPages"> {
  readonly manifest: Pick<WrittenPack["manifest"], "outputs">;
}

export interface AppendixMemory extends EarlierVolumes {
  readonly strips: KnownStrips;
  /** PDFs that need nothing and are bound where they lie, by their sums, with how many pages they have. */
  readonly whole: ReadonlyMap<string, number>;
  /** Remembers the appendix of the pack that has just been put in place; where that cannot be written, nothing. */
  readonly keep: (facts: AppendixFacts, written: WrittenAppendix) => Promise<void>;
}

interface Kept extends Pick<AppendixMemory, "strips" | "pictures" | "whole"> {
  readonly volumes: ReadonlyMap<string, EarlierVolume>;
}

/** Opens the memory of the appendix of a pack (`target`, absolute); null without a cache. */
export async function appendixMemory(target: string, cache: string | null): Promise<AppendixMemory | null> {
  if (cache === null) return null;
  const file = path.join(cache, `appendix-${sha256(target).slice(0, 16)}.bin`);
  const key = await buildKey();
  const kept = await readKept(file, key);
  const none: Kept = { volumes: new Map(), strips: new Map(), pictures: new Map(), whole: new Map() };
  const { volumes, ...known } = kept === null ? none : (deserialize(kept) as Kept);
  return {
    find: (each) => volumes.get(each) ?? null,
    ...known,
    keep: (facts, written) => writeKept(file, key, serialize(keptOf(target, facts, written))),
  };
}

function keptOf(target: string, facts: AppendixFacts, { manifest, firstPages }: WrittenAppendix): Kept {
  const volumes = new Map<string, EarlierVolume>();
  for (const { volume: number, path: name, bytes, sha256: sum } of manifest.outputs.filter(isBoundVolume)) {
    const volume = facts.plan.volumes.find((each) => each.number === number);
    if (volume === undefined) continue;
    const looks = firstPages.get(volume.number) ?? new Map();
    volumes.set(volumeKey(facts, volume), { file: path.join(target, name), bytes, sha256: sum, firstPages: looks });
  }
  const { sheets, stamp } = facts.pack.appendix;
  const strips = [...facts.strips.values()].flatMap(({ sha256: sum, bands }) =>
    sum === null ? [] : [[stripKey(sum, sheets.page, stamp), bands] as const],
  );
  const pictures = [...firstPages.values()].flatMap((looks) =>
    [...looks.values()].flatMap(({ key, picture }) => (key === null ? [] : [[key, picture] as const])),
  );
  return { volumes, strips: new Map(strips), pictures: new Map(pictures), whole: wholeIn(facts) };
}

function wholeIn({ pack: { exhibits }, rendered }: AppendixFacts): AppendixMemory["whole"] {
  const files = exhibits.flatMap((exhibit) => exhibit.files);
  return new Map(
    files.flatMap(({ path: source, sha256: sum }) => {
      const [part] = rendered.get(source)?.parts ?? [];
      return sum !== null && part?.type === "pdf" && part.asRead !== undefined ? [[sum, part.pages] as const] : [];
    }),
  );
}
