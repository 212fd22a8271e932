/** Evidence files as pages: prepared on disk, ready to be bound. */
import type { About } from "./about.ts";
import type { SourcePath } from "./ids.ts";
import type { PlaceholderReason } from "./pack.ts";
import type { PhotosPerPage } from "./workspace.ts";

/** A box on an A4 page, mm from its top left corner. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for pictures on a page; captions stand below them. */
const room: Box = { x: 20, y: 20, width: 170, height: 243 };
const gutter = 8;

/** Height kept below each picture for its caption, mm. */
const captionHeight: Readonly<Record<PhotosPerPage, number>> = { 1: 18, 2: 20, 4: 26, 6: 26 };

/** The cells of a photo page, row by row; a picture stands in the cell less its caption. */
export function photoCells(count: PhotosPerPage): Box[] {
  const columns = count > 2 ? 2 : 1;
  const rows = count / columns;
  const width = (room.width - (columns - 1) * gutter) / columns;
  const height = (room.height - (rows - 1) * gutter) / rows;
  return Array.from({ length: count }, (_, index) => ({
    x: room.x + (index % columns) * (width + gutter),
    y: room.y + Math.floor(index / columns) * (height + gutter),
    width,
    height: height - captionHeight[count],
  }));
}

/** Height that the words below a picture may take, mm: nearly to the next row, or to the foot of the page. */
export const captionRoom = (count: PhotosPerPage): number => (count === 1 ? 30 : captionHeight[count] + 3);

/** Where a picture of a given shape stands: as large as its cell lets it, a little above the middle. */
export function placeInCell(cell: Box, width: number, height: number): Box {
  const scale = Math.min(cell.width / width, cell.height / height);
  const size = { width: width * scale, height: height * scale };
  const [free, above] = [cell.height - size.height, 0.4];
  return { ...size, x: cell.x + (cell.width - size.width) / 2, y: cell.y + free * above };
}

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
