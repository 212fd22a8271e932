/** The page plan: what stands on which page of the appendix. The one source of every page number. */
import type { ExhibitId, IndicatorCode } from "./ids.ts";

export type PlannedPart =
  | { readonly type: "cover" }
  | { readonly type: "index" }
  | { readonly type: "divider"; readonly code: IndicatorCode }
  | { readonly type: "exhibit"; readonly exhibit: ExhibitId };

export interface PlacedPart {
  readonly part: PlannedPart;
  /** 1-based pages of the volume, both included. */
  readonly first: number;
  readonly last: number;
}

export interface PagePlan {
  readonly volume: 1;
  readonly parts: readonly PlacedPart[];
  readonly pages: number;
  readonly exhibits: ReadonlyMap<ExhibitId, readonly [first: number, last: number]>;
}
