/** How a page is seen, in terms of the coordinates that its content is drawn in. */
import { PDFName, PDFNumber } from "pdf-lib";
import type { PDFPage } from "pdf-lib";

export interface View {
  /** Size of the page as it is seen, in page units. */
  readonly width: number;
  readonly height: number;
  /** Page units in a point, for pages with a UserUnit. */
  readonly unit: number;
  /** Turn that makes text upright. */
  readonly angle: number;
  /** Page coordinates of a point `u` from the left and `v` from the bottom as seen. */
  readonly at: (u: number, v: number) => { readonly x: number; readonly y: number };
  /** The same the other way: where a point of the page is seen. */
  readonly seen: (x: number, y: number) => readonly [u: number, v: number];
}

/** The crop box as far as it lies in the media box, which is what viewers show (ISO 32000-1, 14.11.2). */
function visibleBox(page: PDFPage): { x: number; y: number; width: number; height: number } {
  const [crop, media] = [page.getCropBox(), page.getMediaBox()];
  const [x, y] = [Math.max(crop.x, media.x), Math.max(crop.y, media.y)];
  const width = Math.min(crop.x + crop.width, media.x + media.width) - x;
  const height = Math.min(crop.y + crop.height, media.y + media.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** How a page is seen: its crop box, turned by /Rotate (ISO 32000-1, 7.7.3.3). */
export function viewOf(page: PDFPage): View {
  const { x, y, width, height } = visibleBox(page);
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const userUnit = page.node.lookupMaybe(PDFName.of("UserUnit"), PDFNumber)?.asNumber() ?? 1;
  const unit = 1 / (userUnit > 0 ? userUnit : 1);
  const turned = angle === 90 || angle === 270;
  const size = { width: turned ? height : width, height: turned ? width : height, unit, angle };
  switch (angle) {
    case 90:
      return { ...size, at: (u, v) => ({ x: x + width - v, y: y + u }), seen: (p, q) => [q - y, x + width - p] };
    case 180:
      return {
        ...size,
        at: (u, v) => ({ x: x + width - u, y: y + height - v }),
        seen: (p, q) => [x + width - p, y + height - q],
      };
    case 270:
      return { ...size, at: (u, v) => ({ x: x + v, y: y + height - u }), seen: (p, q) => [y + height - q, p - x] };
    default:
      return { ...size, angle: 0, at: (u, v) => ({ x: x + u, y: y + v }), seen: (p, q) => [p - x, q - y] };
  }
}
