/** Where the number of a page is printed on it, as it is seen; in points. */
import type { StampPlace } from "../../model/workspace.ts";
import type { Band, SeenBox } from "../pdfium-ink.ts";
import { layingOf } from "./sheet.ts";
import type { Laying, Paper, StripRoom } from "./sheet.ts";

const mm = 72 / 25.4;

/** Size of its type, and height of figures and Chinese characters above their line. */
export const stampSize = 10;
const height = stampSize * 0.75;

/** The strip at the foot or the head in which numbers stand. */
const strip = 12 * mm;
/** From the edges of the page to the number, and the air around it. */
const [inset, edge, pad] = [12 * mm, 7 * mm, 1.2 * mm];

export type Size = Pick<Laying, "width" | "height">;

/** Lower left corner and width. */
export interface Spot {
  readonly left: number;
  readonly bottom: number;
  readonly width: number;
}

/** For a stamp that is `width` wide. */
export const stripAt = ({ at }: StampPlace, width: number): StripRoom => ({
  strip,
  edge: at,
  wide: width + 2 * inset,
});

/** Of a stamp that is `width` wide on a page, by its number in the file: odd pages are right-hand ones. */
export function stampAt({ position, at }: StampPlace, number: number, width: number, page: Size): Spot {
  const sides = { left: inset, center: (page.width - width) / 2, right: page.width - inset - width };
  const outer = number % 2 === 1 ? "right" : "left";
  return {
    left: sides[position === "outer" ? outer : position],
    bottom: at === "foot" ? edge : page.height - edge - height,
    width,
  };
}

/** The place that must be free of ink: on the page that will be laid so, in its own units. */
export function inkBox(spot: Spot, { left, bottom, scale }: Laying, unit: number): SeenBox {
  const size = unit / scale;
  return {
    left: (spot.left - pad - left) * size,
    bottom: (spot.bottom - pad - bottom) * size,
    width: (spot.width + 2 * pad) * size,
    height: (height + 2 * pad) * size,
  };
}

/** The band in which any stamp will be printed on a page of this size (points, as it is seen). */
export function stampBand(size: Size, paper: Paper, place: StampPlace): Band {
  const asItCame = { ...size, unit: 1, scale: 1, left: 0, bottom: 0 };
  const laying = layingOf(asItCame, paper, { ...stripAt(place, 0), full: false }) ?? asItCame;
  const { bottom, height: high } = inkBox(stampAt(place, 1, 0, laying), laying, 1);
  return { bottom, height: high };
}
