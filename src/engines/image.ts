/** The only importer of sharp: pictures, right way up and no finer than print needs. */
import sharp from "sharp";

/** More pixels than this are refused by the header alone (a pixel bomb); 250 million is an A0 scan at 300 dpi. */
const pixelLimit = 250_000_000;

const decodable = new Set(["jpg", "png", "webp", "gif", "avif", "tif", "tiff", "svg"]);

/** Whether pictures of a format, named by its usual extension, can be decoded. */
export const isDecodable = (format: string): boolean => decodable.has(format);

export type ImageProbe =
  | { readonly ok: true; readonly pages: number }
  | { readonly ok: false; readonly failure: "corrupt" | "too-many-pixels" };

/** Reads the header only. `pages` counts TIFF pages; moving pictures count as one. */
export async function probeImage(bytes: Buffer): Promise<ImageProbe> {
  try {
    const meta = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (meta.width * meta.height > pixelLimit) return { ok: false, failure: "too-many-pixels" };
    return { ok: true, pages: meta.format === "tiff" ? (meta.pages ?? 1) : 1 };
  } catch {
    return { ok: false, failure: "corrupt" };
  }
}

export interface PrintImage {
  readonly format: "jpeg" | "png";
  readonly bytes: Buffer;
  /** Pixels, after turning. */
  readonly width: number;
  readonly height: number;
}

/**
 * One page of a picture, turned as its EXIF says and shrunk to at most 300 dpi in a box of
 * `width` × `height` mm. PNG and GIF (screenshots, drawings) stay lossless; all others become JPEG; transparency becomes white.
 * Null when the pixels cannot be decoded.
 */
export async function imageForPrint(
  bytes: Buffer,
  page: number,
  box: { readonly width: number; readonly height: number },
): Promise<PrintImage | null> {
  const dots = (mm: number): number => Math.round((mm / 25.4) * 300);
  try {
    const image = sharp(bytes, { page, limitInputPixels: pixelLimit })
      .autoOrient()
      .resize({ width: dots(box.width), height: dots(box.height), fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb");
    const meta = await sharp(bytes).metadata();
    const lossless = meta.format === "png" || meta.format === "gif";
    const { data, info } = await (
      lossless ? image.png({ compressionLevel: 9 }) : image.jpeg({ quality: 85, mozjpeg: false })
    ).toBuffer({ resolveWithObject: true });
    return { format: lossless ? "png" : "jpeg", bytes: data, width: info.width, height: info.height };
  } catch {
    return null;
  }
}
