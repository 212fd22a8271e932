/** Exhibits as pages: prepared on disk, ready to be bound. */
import type { About } from "./about.ts";
import type { ExhibitId } from "./ids.ts";
import type { PlaceholderReason } from "./pack.ts";

/** A box on an A4 page, mm from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The most that a picture may fill of its page; the caption stands below it. */
export const frameBox: Box = { x: 20, y: 20, width: 170, height: 225 };

/** Where a picture of a given shape stands: as large as the frame lets it, a little above the middle. */
export function placeInFrame(width: number, height: number): Box {
  const scale = Math.min(frameBox.width / width, frameBox.height / height);
  const size = { width: width * scale, height: height * scale };
  const [free, above] = [frameBox.height - size.height, 0.4];
  return { ...size, x: frameBox.x + (frameBox.width - size.width) / 2, y: frameBox.y + free * above };
}

export interface Picture {
  readonly file: string;
  readonly format: "jpeg" | "png";
  /** Where it stands on its page. */
  readonly box: Box;
}

/** How one exhibit comes onto pages. Files are absolute. */
export type Rendered =
  | { readonly type: "pdf"; readonly file: string; readonly pages: number }
  | {
      readonly type: "pictures";
      readonly pictures: readonly Picture[];
      readonly pages: number;
      readonly damaged: boolean;
    }
  | { readonly type: "card"; readonly reason: PlaceholderReason; readonly about: About; readonly pages: 1 };

export type RenderedExhibits = ReadonlyMap<ExhibitId, Rendered>;
