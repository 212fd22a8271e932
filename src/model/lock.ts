/** What was reviewed, and the numbers given out (复核记录): evipack.lock.yaml as it was read. */
import type { ExhibitId, IndicatorCode } from "./ids.ts";
import { exhibitId, indicatorCode } from "./ids.ts";

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

/** `2-1-3-01` → the leaf `2-1-3`. */
export const leafOfNumber = (number: ExhibitId): IndicatorCode => indicatorCode(number.replace(/-\d+$/u, ""));

/** `2-1-3-01` → 1. */
export const serialOfNumber = (number: ExhibitId): number => Number(/\d+$/u.exec(number)?.[0] ?? 0);

/** The number of the exhibit with a serial under a leaf, at least two digits long. */
export const numberOf = (leaf: IndicatorCode, serial: number): ExhibitId =>
  exhibitId(`${leaf}-${String(serial).padStart(2, "0")}`);
