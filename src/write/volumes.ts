/** The volumes of the appendix, each bound into its file: several at once where there are several. */
import path from "node:path";
import type { Volume } from "../model/plan.ts";
import { Threads, threadsFor } from "../threads.ts";
import { writeVolumePdf } from "./appendix-pdf.ts";
import type { VolumeFacts } from "./appendix-pdf.ts";
import { writePieces } from "./pieces.ts";
import type { Written } from "./pieces.ts";
import { volumeFile } from "./volume-names.ts";

/** What all volumes have in common. */
type Common = Omit<VolumeFacts, "sheets">;

export interface AppendixFacts extends Common {
  /** Of each volume, in order; in pieces. */
  readonly sheets: readonly VolumeFacts["sheets"][];
}

export interface VolumeJob {
  /** Its number, from 1. */
  readonly number: number;
  /** Its own sheets. */
  readonly sheets: VolumeFacts["sheets"];
  /** Where it is written, absolute. */
  readonly file: string;
}

export function bindVolume({ number, sheets, file }: VolumeJob, facts: Common): Promise<Written> {
  const volume = facts.plan.volumes[number - 1];
  if (volume === undefined) throw new Error(`there is no volume ${String(number)}`);
  return writePieces(file, (sink) => writeVolumePdf({ ...facts, sheets }, volume, sink));
}

/** For fewer pages threads would take longer to start than they save. */
const fewPages = 400;

interface WrittenVolume {
  readonly volume: Volume;
  /** Of its file in the folder. */
  readonly name: string;
  readonly written: Written;
}

/** Writes the volumes into a folder; they come in order. Each thread holds what its volume needs. */
export async function* writeVolumes(
  folder: string,
  { pack, plan, sheets, rendered, looks }: AppendixFacts,
  onFile: (name: string) => void,
): AsyncGenerator<WrittenVolume> {
  const common = { pack, plan, rendered, looks };
  const jobs = plan.volumes.map((volume) => {
    const name = volumeFile(volume, plan, looks.words);
    const job = { number: volume.number, sheets: sheets[volume.number - 1] ?? [], file: path.join(folder, name) };
    return { volume, name, job };
  });
  const count = threadsFor(jobs.length);
  const isShort = plan.volumes.reduce((sum, { pages }) => sum + pages, 0) < fewPages;
  if (isShort || count < 2) {
    for (const { volume, name, job } of jobs) {
      onFile(name);
      yield { volume, name, written: await bindVolume(job, common) };
    }
    return;
  }
  const threads = new Threads<VolumeJob, Written>("write/volume-worker.js", count, common);
  try {
    const ahead = jobs.map((each) => ({ ...each, bound: threads.run(each.job) }));
    // Looked at when their turn comes.
    for (const { bound } of ahead) bound.catch(() => undefined);
    for (const { volume, name, bound } of ahead) {
      onFile(name);
      yield { volume, name, written: await bound };
    }
  } finally {
    await threads.close();
  }
}
