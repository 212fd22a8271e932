/** The page plan: what stands on which page of which volume of the appendix. The one source of every page number. */
import type { ExhibitId, IndicatorCode, SourcePath } from "./ids.ts";
import type { Locator } from "./evidence.ts";
import type { Book } from "./pack.ts";

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
  /** The list of all volumes (总目录), in the first of several. */
  | { readonly type: "master" }
  | { readonly type: "index" }
  /** The back of a page before one that is to be a right-hand page. */
  | { readonly type: "blank" }
  | { readonly type: "divider"; readonly code: IndicatorCode }
  /** The last sheet (备考表). */
  | { readonly type: "closing" }
  | { readonly type: "file"; readonly file: PlannedFile }
  /** One page of one or more pictures, in the order of its cells. */
  | { readonly type: "photos"; readonly photos: readonly PlannedFile[] };

export interface PlacedPart {
  readonly part: PlannedPart;
  /** 1-based pages of the volume, both included. */
  readonly first: number;
  readonly last: number;
}

/** One bound part of the appendix (分册): a file of its own. */
export interface Volume {
  /** From 1. */
  readonly number: number;
  /** What it holds, such as the title of a section; empty for a volume that holds whatever comes. */
  readonly title: string;
  /** Which of the volumes of that title, from 1; null for the only one. */
  readonly part: number | null;
  readonly groups: Book["groups"];
  readonly parts: readonly PlacedPart[];
  readonly pages: number;
  /** The number printed on its first page; the others follow. */
  readonly numberedFrom: number;
}

/** Where something stands: pages of a volume, counted from 1 in its file, both included. */
export interface Place {
  readonly volume: Volume;
  readonly first: number;
  readonly last: number;
}

/** Where the passage stands for which an exhibit is there. */
export interface Proof {
  /** Of the exhibit, from 1. */
  readonly page: number;
  /** The file on that page; null for a page of photos. */
  readonly file: PlannedFile | null;
  /** Which of the pages of that file, from 0. */
  readonly pageOfFile: number;
  /** Its lines, in the coordinates of the page as it was prepared; empty where only the page or a place is told. */
  readonly boxes: readonly {
    readonly left: number;
    readonly bottom: number;
    readonly right: number;
    readonly top: number;
  }[];
  readonly area: Locator["area"];
  readonly quote: string;
}

export interface PagePlan {
  /** Empty only where there is no appendix. */
  readonly volumes: readonly Volume[];
  readonly exhibits: ReadonlyMap<ExhibitId, Place>;
  readonly files: ReadonlyMap<SourcePath, Place>;
  /** Of exhibits whose register names a proving passage; nothing where none does. */
  readonly proofs?: ReadonlyMap<ExhibitId, Proof>;
}

/** The plan of a document that stands alone. */
export const noAppendix: PagePlan = { volumes: [], exhibits: new Map(), files: new Map() };

/** The number printed on a page of a volume, which is its label too. */
export const printedNumber = ({ numberedFrom }: Pick<Volume, "numberedFrom">, page: number): number =>
  numberedFrom + page - 1;

/** The numbers printed on the first and the last page of a place. */
export const printedRange = ({ volume, first, last }: Place): readonly [first: number, last: number] => [
  printedNumber(volume, first),
  printedNumber(volume, last),
];

/** The page on which the proving passage of an exhibit stands; null where none is named. */
export function placeOfProof(
  plan: PagePlan,
  exhibit: ExhibitId,
): { readonly volume: Volume; readonly page: number } | null {
  const proof = plan.proofs?.get(exhibit);
  return proof === undefined ? null : placeOfPage(plan, exhibit, proof.page);
}

/** Where a page of an exhibit stands, counted from 1; null when it has no such page. */
export function placeOfPage(
  { exhibits }: PagePlan,
  exhibit: ExhibitId,
  page: number,
): { readonly volume: Volume; readonly page: number } | null {
  const place = exhibits.get(exhibit);
  if (place === undefined || page < 1 || place.first + page - 1 > place.last) return null;
  return { volume: place.volume, page: place.first + page - 1 };
}
