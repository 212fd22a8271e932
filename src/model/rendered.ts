/** Evidence files as pages: prepared on disk, ready to be bound. */
import type { About } from "./about.ts";
import type { Thumbnail } from "./evidence.ts";
import type { SourcePath } from "./ids.ts";
import type { PlaceholderReason } from "./pack.ts";

/** A piece of a file that comes onto pages in one way. Files are absolute. */
export type RenderedPart =
  /** Pages of a PDF, bound as they are. */
  | { readonly type: "pdf"; readonly file: string; readonly pages: number }
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
