/** What every kind of chart is made from. */
import type { Tone } from "./looks.ts";

/** A figure, and how it is written beside or upon its mark; `null` where there is none. */
export interface Amount {
  readonly value: number | null;
  readonly text: string;
}

/** What bars of the same look stand for. */
export interface Series {
  readonly name: string;
  readonly tone: Tone;
}

/** Figures that can be drawn: neither unknown nor endless. */
export const drawable = (amounts: readonly Amount[]): number[] =>
  amounts.flatMap(({ value }) => (value === null || !Number.isFinite(value) ? [] : [value]));
