/** The strips of the evidence in which page numbers will stand, looked at for ink before their pages are bound. */
import { setImmediate } from "node:timers/promises";
import { sumOfFile } from "../digest.ts";
import { stampBand } from "../engines/pdf/stamp.ts";
import type { Paper } from "../engines/pdf/sheet.ts";
import { inkBands } from "../engines/pdfium-ink.ts";
import type { InkBand } from "../engines/pdfium-ink.ts";
import { Room } from "../engines/room.ts";
import { sumsOf } from "../model/pack.ts";
import type { Pack } from "../model/pack.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { StampPlace } from "../model/workspace.ts";
import { Threads, threadsFor } from "../threads.ts";

/** What is known of a PDF of the evidence, made ready. */
export interface Strip {
  /** SHA-256 of its bytes; null when it can no longer be read. */
  readonly sha256: string | null;
  /** Of its pages, in order; none when it does not open. */
  readonly bands: readonly InkBand[];
}

/** By the file in which the pages lie. */
export type Strips = ReadonlyMap<string, Strip>;

/** What an earlier run saw, by `stripKey`. */
export type KnownStrips = ReadonlyMap<string, readonly InkBand[]>;

export interface StripJob {
  readonly file: string;
  readonly paper: Paper;
  readonly place: StampPlace;
}

/** Stands for a file's bytes, the paper that they are laid on, and whether numbers stand at its foot or its head. */
export const stripKey = (sum: string, paper: Paper, { at }: StampPlace): string => `${sum} ${paper} ${at}`;

const room = new Room();

/** One file at a time. */
export async function lookAtStrip({ file, paper, place }: StripJob): Promise<readonly InkBand[]> {
  const bytes = await room.read(file);
  return bytes === null ? [] : inkBands(bytes, (size) => stampBand(size, paper, place));
}

/**
 * Looks at every PDF of the pack that is not `known`: here as long as another process has the work, until `busy` is
 * settled; what is left then is shared out among threads.
 */
export async function lookAtStrips(
  pack: Pack,
  rendered: RenderedFiles,
  known: KnownStrips,
  busy: Promise<unknown>,
): Promise<Strips> {
  const { stamp: place, sheets } = pack.appendix;
  const paper = sheets.page;
  const files = await filesOf(pack, rendered);
  const strips = new Map<string, Strip>();
  for (const { file, sha256: sum } of files) {
    const bands = sum === null ? undefined : known.get(stripKey(sum, paper, place));
    if (bands !== undefined) strips.set(file, { sha256: sum, bands });
  }
  const left = files.filter(({ file }) => !strips.has(file)).map((each) => ({ ...each, paper, place }));
  for await (const { job, bands } of seen(left, busy)) strips.set(job.file, { sha256: job.sha256, bands });
  return strips;
}

/** For fewer files threads would take longer to start than they save. */
const fewFiles = 24;

async function* seen<Job extends StripJob>(
  jobs: readonly Job[],
  busy: Promise<unknown>,
): AsyncGenerator<{ readonly job: Job; readonly bands: readonly InkBand[] }> {
  const other = { isBusy: true };
  const ended = (): void => {
    other.isBusy = false;
  };
  busy.then(ended, ended);
  const left = [...jobs];
  while (left.length > 0 && (other.isBusy || left.length < fewFiles)) {
    const [job] = left.splice(0, 1);
    if (job !== undefined) yield { job, bands: await lookAtStrip(job) };
    // What the other process says is heard between two files.
    await setImmediate();
  }
  if (left.length === 0) return;
  const threads = new Threads<StripJob, readonly InkBand[]>("write/strip-worker.js", threadsFor(left.length));
  try {
    const ahead = left.map((job) => ({ job, bands: threads.run(job) }));
    // Looked at when their turn comes.
    for (const { bands } of ahead) bands.catch(() => undefined);
    for (const { job, bands } of ahead) yield { job, bands: await bands };
  } finally {
    await threads.close();
  }
}

/** The PDFs with their sums; what is bound where it lies has that which the check saw. */
async function filesOf(
  { exhibits }: Pack,
  rendered: RenderedFiles,
): Promise<readonly { readonly file: string; readonly sha256: string | null }[]> {
  const sums = sumsOf(exhibits);
  const files: { file: string; sha256: string | null }[] = [];
  for (const [source, { parts }] of rendered) {
    for (const part of parts) {
      if (part.type !== "pdf") continue;
      const sum = part.asRead === undefined ? await sumOfFile(part.file) : (sums.get(source) ?? null);
      files.push({ file: part.file, sha256: sum });
    }
  }
  return files;
}
