/** Facts of what self-assessment texts lack or have too much of. */
import type { IndicatorCode } from "../../model/ids.ts";

export interface NarrativeFacts {
  "narrative-missing": { readonly indicator: IndicatorCode; readonly title: string; readonly expectedIn: string };
  "narrative-unknown": { readonly name: string; readonly nearest: string | null; readonly example: string };
  "narrative-unreadable": { readonly cause: string };
  "narrative-unsupported": { readonly what: string };
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
