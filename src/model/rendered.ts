/** Exhibits as pages: prepared on disk, ready to be bound. */
import type { ExhibitId } from "./ids.ts";
import type { PlaceholderReason } from "./pack.ts";

/** The box of a picture on its page, mm from the top left corner of A4; the caption stands below it. */
export const frameBox = { x: 20, y: 20, width: 170, height: 225 } as const;

export interface Picture {
  readonly file: string;
  readonly format: "jpeg" | "png";
}

/** How one exhibit comes onto pages. Files are absolute. */
export type Rendered =
  | { readonly type: "pdf"; readonly file: string; readonly pages: number }
  | { readonly type: "pictures"; readonly pictures: readonly Picture[]; readonly pages: number }
  | { readonly type: "card"; readonly reason: PlaceholderReason; readonly pages: 1 };

export type RenderedExhibits = ReadonlyMap<ExhibitId, Rendered>;
