/** The volumes of the appendix, each bound into its file: several at once where there are several. */
import path from "node:path";
import type { Place, Volume } from "../model/plan.ts";
import { picturesOf } from "../engines/pdfium-file.ts";
import { filesOf } from "../paginate/units.ts";
import { Threads, threadsFor } from "../threads.ts";
import { rm, withNewFile } from "../world.ts";
import { writeVolumePdf } from "./appendix-pdf.ts";
import type { LookKeys, VolumeFacts } from "./appendix-pdf.ts";
import { writePieces } from "./pieces.ts";
import type { Written } from "./pieces.ts";
import { volumeKey } from "./volume-key.ts";
import { volumeFile } from "./volume-names.ts";

/** What all volumes have in common. */
type Common = Pick<VolumeFacts, "pack" | "plan" | "looks">;

export interface AppendixFacts extends Omit<VolumeFacts, "sheets"> {
  /** Of each volume, in order; in pieces. */
  readonly sheets: readonly VolumeFacts["sheets"][];
}

/** What is bound, and what of the evidence is made ready for it. */
export interface VolumeJob extends Omit<VolumeFacts, keyof Common> {
  /** Its number, from 1. */
  readonly number: number;
  /** Where it is written, absolute. */
  readonly file: string;
  /** First pages are drawn. */
  readonly pictures: boolean;
}

/** How a page looks. */
interface Look {
  /** By what it is known again; null when that cannot be told. */
  readonly key: string | null;
  /** Its picture (`pictureRule`); null when it cannot be drawn. */
  readonly picture: string | null;
}

/** Of pages on which a file of evidence begins, by page. */
export type FirstPages = ReadonlyMap<number, Look>;

/** Pictures that an earlier run drew, by the keys of looks. */
export type KnownPictures = ReadonlyMap<string, string | null>;

export interface BoundVolume extends Written {
  /** So that exhibits that changed places are found out. */
  readonly firstPages: FirstPages;
}

/** What a thread is given once, for all its volumes. */
export interface Given extends Common {
  readonly known: KnownPictures;
}

export async function bindVolume(
  { number, file, pictures, ...own }: VolumeJob,
  { known, ...common }: Given,
): Promise<BoundVolume> {
  const { plan } = common;
  const volume = plan.volumes[number - 1];
  if (volume === undefined) throw new Error(`there is no volume ${String(number)}`);
  let keys: LookKeys = new Map();
  const written = await writePieces(file, async (sink) => {
    keys = await writeVolumePdf({ ...common, ...own }, volume, sink);
  });
  const isDrawn = (place: Place): boolean => pictures && place.volume === volume;
  const pages = [...new Set([...plan.files.values()].flatMap((place) => (isDrawn(place) ? [place.first] : [])))];
  const knownOf = (page: number): string | null | undefined => known.get(keys.get(page) ?? "");
  const unknown = pages.filter((page) => knownOf(page) === undefined);
  // Some pages are larger or stranger than can be drawn; they are bound all the same.
  const drawn = await picturesOf(file, unknown);
  const lookOf = (page: number): Look => ({
    key: keys.get(page) ?? null,
    picture: knownOf(page) ?? drawn.get(page) ?? null,
  });
  return { ...written, firstPages: new Map(pages.map((page) => [page, lookOf(page)])) };
}

/** Volumes that an earlier run wrote, by what they were made of. */
export interface EarlierVolumes {
  readonly find: (key: string) => EarlierVolume | null;
  readonly pictures: KnownPictures;
}

export interface EarlierVolume extends BoundVolume {
  /** Absolute. */
  readonly file: string;
}

/** For fewer pages threads would take longer to start than they save. */
const fewPages = 400;

interface WrittenVolume {
  readonly volume: Volume;
  /** Of its file in the folder. */
  readonly name: string;
  readonly bound: BoundVolume;
}

interface WriteVolumesOptions {
  readonly earlier: EarlierVolumes | null;
  readonly onFile: (name: string) => void;
  readonly pictures?: boolean;
}

/**
 * Writes the volumes into a folder; they come in order. Each thread holds what its volume needs. One that an earlier
 * run made of the same is taken over.
 */
export async function* writeVolumes(
  folder: string,
  facts: AppendixFacts,
  { earlier, onFile, pictures = true }: WriteVolumesOptions,
): AsyncGenerator<WrittenVolume> {
  const { pack, plan, looks } = facts;
  const given: Given = { pack, plan, looks, known: earlier?.pictures ?? new Map() };
  const taken = await Promise.all(plan.volumes.map((volume) => takeOver(folder, facts, volume, earlier)));
  const jobs = plan.volumes.map((volume, index) => {
    const name = volumeFile(volume, plan, looks.words);
    // What is taken over needs no part of the facts.
    const job = (): VolumeJob => ({
      ...ownOf(facts, volume),
      number: volume.number,
      file: path.join(folder, name),
      pictures,
    });
    return { volume, name, job, taken: taken[index] ?? null };
  });
  const toBind = jobs.filter((each) => each.taken === null);
  const count = threadsFor(toBind.length);
  const isShort = toBind.reduce((sum, { volume }) => sum + volume.pages, 0) < fewPages;
  if (isShort || count < 2) {
    for (const { volume, name, job, taken: bound } of jobs) {
      onFile(name);
      yield { volume, name, bound: bound ?? (await bindVolume(job(), given)) };
    }
    return;
  }
  const threads = new Threads<VolumeJob, BoundVolume>("write/volume-worker.js", count, {
    given,
    here: (job) => bindVolume(job, given),
  });
  try {
    const ahead = jobs.map((each) => ({
      ...each,
      bound: each.taken === null ? threads.run(each.job()) : Promise.resolve(each.taken),
    }));
    // Looked at when their turn comes.
    for (const { bound } of ahead) bound.catch(() => undefined);
    for (const { volume, name, bound } of ahead) {
      onFile(name);
      yield { volume, name, bound: await bound };
    }
  } finally {
    await threads.close();
  }
}

/** The part of the facts that is about one volume. */
function ownOf(
  { sheets, rendered, strips }: AppendixFacts,
  { number, parts }: Volume,
): Omit<VolumeFacts, keyof Common> {
  const sources = new Set(parts.flatMap(({ part }) => filesOf(part)).map(({ source }) => source));
  const own = [...rendered].filter(([source]) => sources.has(source));
  const files = new Set(own.flatMap(([, made]) => made.parts.map((part) => (part.type === "pdf" ? part.file : null))));
  return {
    sheets: sheets[number - 1] ?? [],
    rendered: new Map(own),
    strips: new Map([...strips].filter(([file]) => files.has(file))),
  };
}

/** Puts a volume into its place that an earlier run made of the same; null when there is none, or it was changed since. */
async function takeOver(
  folder: string,
  facts: AppendixFacts,
  volume: Volume,
  earlier: EarlierVolumes | null,
): Promise<BoundVolume | null> {
  const found = earlier?.find(volumeKey(facts, volume)) ?? null;
  if (found === null) return null;
  const file = path.join(folder, volumeFile(volume, facts.plan, facts.looks.words));
  try {
    const { bytes, sha256, firstPages } = found;
    let copied = "";
    await withNewFile(file, async ({ copy }) => {
      copied = await copy(found.file);
    });
    if (copied === sha256) return { bytes, sha256, firstPages };
  } catch {
    // It is gone, or cannot be read: it is bound anew.
  }
  await rm(file, { force: true });
  return null;
}
