/** A picture for a page of text: kept as it is where it may be, else drawn anew. */
import type { Picture } from "../model/document.ts";
import { imageForPrint, isPlainPicture } from "./image.ts";
import type { ImageProbe } from "./image.ts";
import type { PixelSize } from "./raster.ts";
import { svgSize } from "./svg-size.ts";

/** dots per inch at which a picture is printed that does not fill its room, and the most that print needs. */
const usual = 150;
const finest = 300;

const mm = (pixels: number, dpi: number): number => (pixels / dpi) * 25.4;

/**
 * A picture as it is printed in `room` (mm): PNG and JPEG as they are, when they are upright, without EXIF, in colours of
 * a screen and no finer than 300 dpi; SVG as it is when it opens nothing from outside and tells its size; all others as PNG or JPEG.
 * Null when it cannot be decoded.
 */
export async function picturePrint(
  bytes: Buffer,
  format: string,
  probe: Extract<ImageProbe, { ok: true }>,
  room: PixelSize,
): Promise<Picture | null> {
  const drawing = format === "svg" && probe.flaw === null ? svgSize(bytes) : null;
  if (drawing !== null) {
    const size = fitted(drawing, room, 96);
    // What no writer could draw must be told by whoever reads it; so it is drawn once.
    return (await imageForPrint(bytes, 0, size, format)).ok ? { format: "svg", bytes, ...size } : null;
  }
  if ((format === "png" || format === "jpg") && probe.size !== null && probe.flaw === null) {
    const size = fitted(probe.size, room, usual);
    const coarse = mm(probe.size.width, finest) <= size.width;
    if (coarse && (await isPlainPicture(bytes))) return { format: format === "jpg" ? "jpeg" : "png", bytes, ...size };
  }
  const printed = await imageForPrint(bytes, 0, room, format);
  if (!printed.ok) return null;
  return { format: printed.format, bytes: printed.bytes, ...fitted(printed, room, format === "svg" ? finest : usual) };
}

/** mm of a picture at some dots per inch, less where the room is smaller. */
function fitted({ width, height }: PixelSize, room: PixelSize, dpi: number): PixelSize {
  const scale = Math.min(1, room.width / mm(width, dpi), room.height / mm(height, dpi));
  const size = (pixels: number): number => Number((mm(pixels, dpi) * scale).toFixed(2));
  return { width: size(width), height: size(height) };
}
