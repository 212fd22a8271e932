/** Standing: what a node of the map comes to, once those below it are rolled up. */
import type { IndicatorCode } from "./ids.ts";
import type { SourceRef } from "./source.ts";

/** How a node follows from those directly below it. */
export type RollUp =
  /** Points add up; of coverage, requirements do. */
  | { readonly type: "sum" }
  /** The mean of the shares, each with its weight. */
  | { readonly type: "weighted" }
  /** `count` of them are met, and the rest reach `floor` (a share, 0 to 1) at least. */
  | { readonly type: "at-least"; readonly count: number; readonly floor: number }
  /** Steps up to `low` may occur `atMost` times among all leaves below (Joint Commission: count of low marks). */
  | { readonly type: "low-marks"; readonly low: number; readonly atMost: number };

/** One class of the final result (等次), best first. */
export interface Band {
  readonly title: string;
  /** Least share, 0 to 1; null when only the other conditions count. */
  readonly atLeast: number | null;
  /** Least share of single nodes, by code. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Least share of graded leaves that reach a grade, by grade. */
  readonly grades: ReadonlyMap<string, number>;
}

/** Why a node is not met although its share may be high. */
export type Shortfall =
  | { readonly type: "veto"; readonly node: IndicatorCode; readonly at: SourceRef }
  | {
      readonly type: "below-minimum";
      readonly node: IndicatorCode | null;
      readonly share: number;
      readonly min: number;
      readonly at: SourceRef;
    }
  | {
      readonly type: "too-few-met";
      readonly node: IndicatorCode | null;
      readonly met: number;
      readonly count: number;
      readonly at: SourceRef;
    }
  | {
      readonly type: "below-floor";
      readonly node: IndicatorCode;
      readonly share: number;
      readonly floor: number;
      readonly at: SourceRef;
    }
  | {
      readonly type: "low-marks";
      readonly node: IndicatorCode | null;
      readonly marks: number;
      readonly atMost: number;
      readonly at: SourceRef;
    };

/** One way of looking at a node: at its evidence, or at its self score. */
export interface Measure {
  /** 0 to 1; null when nothing below counts yet. */
  readonly share: number | null;
  /** Points reached and points to be had; null where there are none. */
  readonly points: { readonly self: number; readonly max: number } | null;
  readonly verdict: "met" | "partly" | "not" | null;
  readonly shortfalls: readonly Shortfall[];
}

export interface Standing {
  /** Null for the map as a whole. */
  readonly code: IndicatorCode | null;
  readonly title: string;
  readonly level: "map" | "section" | "group" | "leaf";
  readonly coverage: Measure;
  readonly score: Measure;
}

/** The map first, then every node in its order. */
export interface Standings {
  readonly nodes: readonly Standing[];
  /** The class that the self scores reach; null when the map names none, or none is reached. */
  readonly band: string | null;
}

/** Does a share reach its least? With a little tolerance, so that 17 of 20 keeps a floor of 0.85. */
export const reaches = (share: number, least: number): boolean => share >= least - 1e-9;
