/** Facts of what self-assessment texts lack or have too much of. */
import type { IndicatorCode } from "../../model/ids.ts";
import type { Loss } from "../../model/narrative.ts";

export interface NarrativeFacts {
  "narrative-missing": { readonly indicator: IndicatorCode; readonly title: string; readonly expectedIn: string };
  /** Indicators and chapters of whose texts there is nothing yet but hints. */
  "narratives-not-begun": { readonly about: readonly (IndicatorCode | "overview" | "problems")[] };
  /** The first hint that was left in a text, and how many there are. */
  "hint-left": { readonly hint: string; readonly count: number };
  /** A setting of evipack.yaml that stands as `init` wrote it. */
  "not-filled-in": { readonly key: "applicant" | "office"; readonly value: string };
  "narrative-unknown": { readonly name: string; readonly nearest: string | null; readonly example: string };
  "narrative-unreadable": { readonly cause: string };
  "narrative-unsupported": { readonly what: Loss["what"]; readonly count: number };
  /** Another file tells of the same, and is the one that counts. */
  "narrative-twice": { readonly other: string };
  "narrative-picture": { readonly picture: string; readonly fault: PictureFault; readonly nearest: string | null };
  "unknown-exhibit": { readonly cited: string; readonly nearest: string | null };
  /** The exhibit has no such page. */
  "unknown-page": { readonly exhibit: string; readonly page: number; readonly pages: number };
  "unknown-figure": { readonly name: string; readonly nearest: string | null };
  /** The figure cannot be told in the unit that is asked for. */
  "figure-unit": { readonly name: string; readonly unit: string; readonly wanted: string };
  "narrative-length": {
    readonly indicator: IndicatorCode;
    readonly title: string;
    readonly words: number;
    readonly bound: "min" | "max";
    readonly limit: number;
  };
  "problems-share": { readonly words: number; readonly total: number; /** 0 to 1. */ readonly least: number };
}

export type PictureFault =
  | "missing"
  | "outside"
  /** An address of the web. */
  | "address"
  | "unreadable"
  | "no-picture"
  | "damaged"
  | "too-large"
  /** It ends early; what there is of it is printed. */
  | "cut";
