/** What was reviewed, and the numbers given out (复核记录): evipack.lock.yaml as it was read. */
import type { ExhibitId } from "./ids.ts";

/** One exhibit. The number is its own for good, also when nobody bears it any more. */
export interface LockEntry {
  readonly number: ExhibitId;
  /** Paths (addresses go by their address) with the SHA-256 of what was reviewed or numbered; the first leads. */
  readonly files: ReadonlyMap<string, string>;
  /** What it was reviewed for, with the fingerprint of what was asked then; empty when it was only numbered. */
  readonly links: ReadonlyMap<string, string>;
  /** That it is not there any more was accepted. */
  readonly gone: boolean;
}

/** In the order of numbers; no number twice. */
export type Lock = readonly LockEntry[];

/** Stands for the hash of a file whose bytes could not be read. */
export const unread = "unread";
