/** Facts of what self-assessment texts lack or have too much of. */
import type { IndicatorCode } from "../../model/ids.ts";

export interface NarrativeFacts {
  "unknown-exhibit": { readonly cited: string; readonly nearest: string | null };
  "unknown-figure": { readonly name: string; readonly nearest: string | null };
  "narrative-length": {
    readonly indicator: IndicatorCode;
    readonly title: string;
    readonly words: number;
    readonly bound: "min" | "max";
    readonly limit: number;
  };
  "problems-share": { readonly words: number; readonly total: number; /** 0 to 1. */ readonly least: number };
}
