/** A decoded picture: what the decoders that are not sharp hand over to it. */

export interface Raster {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Red, green, blue, alpha; a byte each, rows from the top. */
  readonly data: Uint8Array;
}

export interface PixelSize {
  readonly width: number;
  readonly height: number;
}

/** More pixels than this are refused by the header alone (a pixel bomb); 250 million is an A0 scan at 400 dpi. */
export const pixelLimit = 250_000_000;

/** What is decoded outside sharp is held at once, four bytes a pixel; 100 million is an A2 scan at 500 dpi. */
export const rasterLimit = 100_000_000;
