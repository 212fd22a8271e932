/** Evidence files as pages: prepared on disk, ready to be bound. */
import type { About } from "./about.ts";
import type { Thumbnail } from "./evidence.ts";
import type { SourcePath } from "./ids.ts";
import type { PlaceholderReason } from "./pack.ts";

/** By what a file is seen to be as it was when its pages were made ready; times in milliseconds since 1970. */
export type AsRead = Readonly<Record<"size" | "changed" | "renamed" | "number", number>>;

/** Code of the error that tells (by its path) of a file of evidence that is no longer as it was read. */
export const changedCode = "ECHANGED";

/** A piece of a file that comes onto pages in one way. Files are absolute. */
export type RenderedPart =
  /**
   * Pages of a PDF, bound as they are; `asRead` where it is the file of evidence itself, and not a copy of ours; `blank`
   * where it lacks fonts for which none stands in, so that a picture of a page need not show all of it.
   */
  | {
      readonly type: "pdf";
      readonly file: string;
      readonly pages: number;
      readonly asRead?: AsRead;
      readonly blank?: true;
    }
  /** One picture, turned upright; `photo` when it may share its page with others. */
  | {
      readonly type: "picture";
      readonly file: string;
      readonly format: "jpeg" | "png";
      /** Pixels. */
      readonly width: number;
      readonly height: number;
      readonly photo: boolean;
      readonly thumbnail: Thumbnail;
    }
  /** A placeholder page; it stands for all of the file, or for the rest of it. */
  | { readonly type: "card"; readonly reason: PlaceholderReason; readonly about: About };

export interface RenderedFile {
  readonly parts: readonly RenderedPart[];
  /** Why a placeholder page stands in for all of it; null when it is printed. */
  readonly placeholder: PlaceholderReason | null;
  /** What turned it into a PDF, with its version; null when it needed nothing. */
  readonly converter: string | null;
}

export type RenderedFiles = ReadonlyMap<SourcePath, RenderedFile>;
