/** Measures of a style profile in twips (1/20 pt), the unit of WordprocessingML. */
import type { Role, Style } from "../../schema/style.ts";

export interface Geometry {
  readonly width: number;
  readonly height: number;
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
  readonly textWidth: number;
  readonly textHeight: number;
  /** From the lower edge of the page to the lower edge of the line with the page mark. */
  readonly footer: number;
  readonly grid: { readonly linePitch: number; readonly charSpace: number } | null;
  /** Exact pitch of body lines; null without a grid. */
  readonly pitch: number | null;
}

const pointsPerMm = 72 / 25.4;

export const twips = (points: number): number => Math.round(points * 20);
export const mmToTwips = (mm: number): number => Math.round(mm * pointsPerMm * 20);

/**
 * Page, text block and document grid of a style. `charSpace` is the difference between the pitch of the grid's
 * characters and the size of body text, in 1/4096 pt (ISO/IEC 29500-1, 17.6.5). The pitch of lines is rounded down, so
 * that all lines of the grid fit the text block: 22 lines of 580 twips are 4 twips too high for 225 mm, and programs
 * that count lines by the grid then set only 21. 579 twips are the 28.95 pt known to every Chinese office.
 */
export function geometryOf(style: Style): Geometry {
  const { page, grid, roles } = style;
  const [width, height, top, bottom, left, right] = [
    page.width,
    page.height,
    page.top,
    page.bottom,
    page.left,
    page.right,
  ].map(mmToTwips) as [number, number, number, number, number, number];
  const textHeight = height - top - bottom;
  const charPitch = grid === undefined ? 0 : ((page.width - page.left - page.right) / grid.chars) * pointsPerMm;
  return {
    width,
    height,
    top,
    bottom,
    left,
    right,
    textWidth: width - left - right,
    textHeight,
    // A dash stands in the middle of its line: half a line above it belongs to the distance.
    footer: Math.max(0, bottom - mmToTwips(style.page_mark.below) - twips(roles.page_number.size / 2)),
    grid:
      grid === undefined
        ? null
        : {
            linePitch: Math.floor(textHeight / grid.lines),
            charSpace: Math.round((charPitch - roles.body.size) * 4096),
          },
    pitch: grid === undefined ? null : Math.floor(textHeight / grid.lines),
  };
}

/** Exact height of a line of a role: its own leading, else the grid's pitch, else 1.4 times its size. */
export const lineHeight = (geometry: Geometry, role: Role): number =>
  role.leading === undefined ? (geometry.pitch ?? twips(role.size * 1.4)) : twips(role.leading);

/** Width of one character of body text. */
export const em = (style: Style): number =>
  style.grid === undefined ? twips(style.roles.body.size) : Math.floor(geometryOf(style).textWidth / style.grid.chars);

/** Width of one character of a role: of body size, that of the grid. */
export const advance = (style: Style, { size }: Role): number =>
  size === style.roles.body.size ? em(style) : twips(size);

/**
 * The style with its page turned, so that the text block is the same on its side and the head of a table lies at the
 * binding edge of odd pages (GB/T 9704-2012, 11). Without a grid, which is one of upright pages.
 */
export function sideways(style: Style): Style {
  const { grid: _, ...rest } = style;
  const { width, height, top, bottom, left, right } = style.page;
  return { ...rest, page: { width: height, height: width, top: left, bottom: right, left: bottom, right: top } };
}

/** Splits a width by shares; the last takes what rounding leaves. Shares need not sum to one. */
export function splitByShare(width: number, shares: readonly number[]): number[] {
  const safe = shares.map((share) => Math.max(share, 0.01));
  const total = safe.reduce((a, b) => a + b, 0);
  const widths = safe.map((share) => Math.floor((width * share) / total));
  const rest = width - widths.reduce((a, b) => a + b, 0);
  return widths.map((each, index) => (index === widths.length - 1 ? each + rest : each));
}
