/** Pages of pictures: which photos share one, and where each stands. */
import type { PhotosPerPage } from "./workspace.ts";

/**
 * What stands on each page: photos that follow one another share their pages, as many as a page may hold; all else
 * stands alone.
 */
export function sharedPages<T>(
  items: readonly T[],
  isPhoto: (item: T) => boolean,
  photosPerPage: PhotosPerPage,
): T[][] {
  const pages: T[][] = [];
  let open: T[] = [];
  for (const item of items) {
    const photo = isPhoto(item);
    if (photo && open.length > 0 && open.length < photosPerPage) {
      open.push(item);
      continue;
    }
    const page = [item];
    pages.push(page);
    open = photo ? page : [];
  }
  return pages;
}

/** For how many pictures a page is divided that shows so many: a page that is not full gives each more room. */
export const photoLayout = (count: number): PhotosPerPage => ([1, 2, 4] as const).find((each) => each >= count) ?? 6;

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

/** Rows of a picture, in its own pixels. */
export interface Strip {
  readonly top: number;
  readonly height: number;
}

/** Dots per inch at which a screenshot is about as large on paper as on its screen. */
const screenDpi = 250;
/** mm; narrower strips would waste paper. */
const narrowest = 80;
/** Pixels; what is narrower is no screenshot. */
const fewestPixels = 200;
/** Strips of a picture at most, so that it stays within what a JPEG may be high. */
const mostStrips = 24;
/** Share of a strip that is shown on the next page once more: no line of text is cut through on both. */
const overlap = 0.05;

/**
 * The strips into which a long screenshot is cut, one for each page; one strip for any other picture. It is cut where
 * the whole in `cell` would be less than half as wide as on its screen, `pixels` wide. `width` and `height`: its shape.
 */
export function stripsOf(width: number, height: number, pixels: number, cell: Pick<Box, "width" | "height">): Strip[] {
  const wide = Math.min(cell.width, Math.max((pixels / screenDpi) * 25.4, narrowest));
  if (pixels < fewestPixels || (cell.height * width) / height >= wide / 2) return [{ top: 0, height }];
  const most = (cell.height * width) / wide;
  const count = Math.min(Math.ceil((height - most * overlap) / (most * (1 - overlap))), mostStrips);
  const each = Math.min(Math.ceil(height / (count - (count - 1) * overlap)), height);
  return Array.from({ length: count }, (_, index) => ({
    top: Math.round(((height - each) * index) / (count - 1)),
    height: each,
  }));
}

/** A long screenshot (长截图): a picture that is cut. */
export function isLong({ width, height }: { readonly width: number; readonly height: number }): boolean {
  const [cell] = photoCells(1);
  return cell !== undefined && stripsOf(width, height, Math.min(width, height), cell).length > 1;
}
