/** One volume of the appendix, bound into its file. */
import { writePieces } from "../world.ts";
import { writeVolumePdf } from "./appendix-pdf.ts";
import type { AppendixFacts } from "./appendix-pdf.ts";

export interface VolumeJob {
  readonly facts: AppendixFacts;
  /** Its number, from 1. */
  readonly number: number;
  /** Where it is written, absolute. */
  readonly file: string;
}

/** Gives size and SHA-256 of what was written. */
export function bindVolume({
  facts,
  number,
  file,
}: VolumeJob): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const volume = facts.plan.volumes[number - 1];
  if (volume === undefined) throw new Error(`there is no volume ${String(number)}`);
  return writePieces(file, (sink) => writeVolumePdf(facts, volume, sink));
}
