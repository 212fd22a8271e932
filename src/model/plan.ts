/** The page plan: what stands on which page of the appendix. The one source of every page number. */
import type { ExhibitId, IndicatorCode, SourcePath } from "./ids.ts";

/** A part of a file: the `index`-th of those it was rendered to. */
export interface PlannedFile {
  readonly exhibit: ExhibitId;
  readonly source: SourcePath;
  /** Which of the files of its exhibit, from 0. */
  readonly position: number;
  readonly index: number;
}

export type PlannedPart =
  | { readonly type: "cover" }
  | { readonly type: "index" }
  | { readonly type: "divider"; readonly code: IndicatorCode }
  | { readonly type: "file"; readonly file: PlannedFile }
  /** One page of one or more pictures, in the order of its cells. */
  | { readonly type: "photos"; readonly photos: readonly PlannedFile[] };

export interface PlacedPart {
  readonly part: PlannedPart;
  /** 1-based pages of the volume, both included. */
  readonly first: number;
  readonly last: number;
}

export type PageRange = readonly [first: number, last: number];

export interface PagePlan {
  readonly volume: 1;
  readonly parts: readonly PlacedPart[];
  readonly pages: number;
  readonly exhibits: ReadonlyMap<ExhibitId, PageRange>;
  readonly files: ReadonlyMap<SourcePath, PageRange>;
}

/** The page of the appendix on which a page of an exhibit stands, both counted from 1; null when it has no such page. */
export function printedPage({ exhibits }: PagePlan, exhibit: ExhibitId, page: number): number | null {
  const [first, last] = exhibits.get(exhibit) ?? [1, 0];
  return page >= 1 && first + page - 1 <= last ? first + page - 1 : null;
}
