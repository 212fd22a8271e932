/** The only importer of sharp: pictures of every kind, right way up and no finer than print needs. */
import sharp from "sharp";
import type { Sharp } from "sharp";
import { bmpSize, decodeBmp } from "./bmp.ts";
import { looksCut } from "./cut-pictures.ts";
import { decodeHeic, heicProfile, heicSize } from "./heic.ts";
import { decodeJp2, jp2Size } from "./jp2.ts";
import { withProfile } from "./png-profile.ts";
import { pixelLimit, rasterLimit } from "./raster.ts";
import type { PixelSize, Raster } from "./raster.ts";
import { drawSvg, probeSvg } from "./svg.ts";

// Each picture is opened for one page only; what the library would keep is never asked for again.
sharp.cache(false);

const native = new Set(["jpg", "png", "apng", "webp", "gif", "avif", "tif"]);
const jpeg2000 = new Set(["jp2", "j2c", "jpx", "jpm"]);
const decodable = new Set([...native, ...jpeg2000, "bmp", "heic", "svg"]);

/** Whether pictures of a format, named by its usual extension, can be decoded. */
export const isDecodable = (format: string): boolean => decodable.has(format);

export type ImageFailure = "corrupt" | "too-many-pixels" | "too-complex";

export type ImageProbe =
  | {
      readonly ok: true;
      /** TIFF pages; moving pictures count as one. */
      readonly pages: number;
      /** Pixels as stored, before any turn; null for drawings, which have none. */
      readonly size: PixelSize | null;
      /** `damaged`: the file ends early, and at least half of the picture can be shown. */
      readonly flaw: "damaged" | "active-content" | null;
    }
  | { readonly ok: false; readonly failure: ImageFailure };

const failed = (failure: ImageFailure): { readonly ok: false; readonly failure: ImageFailure } => ({
  ok: false,
  failure,
});

/** Reads headers only, unless the file seems to end early: then what is left of it is decoded once. */
export async function probeImage(bytes: Buffer, format: string): Promise<ImageProbe> {
  if (format === "svg") {
    const svg = await probeSvg(bytes, isBomb);
    return svg.ok
      ? { ok: true, pages: 1, size: null, flaw: svg.active ? "active-content" : null }
      : failed(svg.failure);
  }
  if (!native.has(format)) {
    const size = await rasterSize(bytes, format);
    if (size === null) return failed("corrupt");
    if (size.width * size.height > rasterLimit) return failed("too-many-pixels");
    return probed(bytes, format, { pages: 1, size }, !looksCut(bytes, format));
  }
  try {
    const meta = await sharp(bytes, { limitInputPixels: false, failOn: "none" }).metadata();
    const pages = meta.format === "tiff" ? (meta.pages ?? 1) : 1;
    if (await hasBombPage(bytes, pages, meta)) return failed("too-many-pixels");
    const size = { width: meta.width, height: meta.height };
    return await probed(bytes, format, { pages, size }, !looksCut(bytes, format) || (await decodesWhole(bytes)));
  } catch {
    return failed("corrupt");
  }
}

/** What is not whole is worth something while half of it can be shown. */
async function probed(
  bytes: Buffer,
  format: string,
  facts: { readonly pages: number; readonly size: PixelSize },
  whole: boolean,
): Promise<ImageProbe> {
  if (whole) return { ok: true, ...facts, flaw: null };
  return (await shareShown(bytes, 0, format)) < useful ? failed("corrupt") : { ok: true, ...facts, flaw: "damaged" };
}

const tooLarge = ({ width, height }: PixelSize): boolean => width * height > pixelLimit;

/** Pages of a TIFF may differ in size. */
async function hasBombPage(bytes: Buffer, pages: number, first: PixelSize): Promise<boolean> {
  if (tooLarge(first)) return true;
  for (let page = 1; page < pages; page += 1) {
    const meta = await sharp(bytes, { page, limitInputPixels: false, failOn: "none" })
      .metadata()
      .catch(() => null);
    if (meta !== null && tooLarge(meta)) return true;
  }
  return false;
}

/** A picture inside a drawing is held in memory as a whole. */
async function isBomb(picture: Buffer): Promise<boolean> {
  const meta = await sharp(picture, { limitInputPixels: false, failOn: "none" })
    .metadata()
    .catch(() => null);
  return meta !== null && meta.width * meta.height > rasterLimit / 2;
}

const rasterSize = async (bytes: Buffer, format: string): Promise<PixelSize | null> =>
  format === "bmp" ? bmpSize(bytes) : format === "heic" ? heicSize(bytes) : jp2Size(bytes);

const decodesWhole = (bytes: Buffer): Promise<boolean> =>
  sharp(bytes, { failOn: "truncated", limitInputPixels: pixelLimit })
    .stats()
    .then(
      () => true,
      () => false,
    );

/** Less than this share of a picture proves nothing. */
const useful = 0.5;

/** Share of the rows that can be shown, 0 to 1: decoders fill the rows that are lost with one colour, grey or black. */
async function shareShown(bytes: Buffer, page: number, format: string): Promise<number> {
  try {
    const image = await opened(bytes, page, format, { width: 1000, height: 1000 }, "none");
    if (typeof image === "string") return 0;
    const { data, info } = await image
      .flatten({ background: "#808080" })
      .greyscale()
      .raw()
      .toBuffer({ resolveWithObject: true });
    const filling = data.at(-1) ?? 0;
    if (filling > 200) return 1;
    const shown = Uint8Array.from(data).findLastIndex((value) => value !== filling);
    return shown < 0 ? 0 : Math.ceil((shown + 1) / info.width) / info.height;
  } catch {
    return 0;
  }
}

export interface PrintImage {
  readonly ok: true;
  readonly format: "jpeg" | "png";
  readonly bytes: Buffer;
  /** Pixels, after turning. */
  readonly width: number;
  readonly height: number;
  /** Part of the picture is lost. */
  readonly damaged: boolean;
}

/** Formats of screenshots and drawings stay lossless. */
const lossless = new Set(["png", "apng", "gif", "bmp", "svg"]);

/**
 * One page of a picture (counted from 0), turned as its EXIF says, in sRGB and shrunk to at most 300 dpi in a box of
 * `width` × `height` mm. Screenshots and drawings become PNG, all others JPEG; transparency becomes white. Of a damaged
 * picture at least half must be there.
 */
export async function imageForPrint(
  bytes: Buffer,
  page: number,
  box: PixelSize,
  named: string,
): Promise<PrintImage | { readonly ok: false; readonly failure: ImageFailure }> {
  // The document model calls it by its full name.
  const format = named === "jpeg" ? "jpg" : named;
  const dots = (mm: number): number => Math.round((mm / 25.4) * 300);
  const room = { width: dots(box.width), height: dots(box.height) };
  if (!native.has(format)) {
    const input = await opened(bytes, page, format, room, "none");
    if (typeof input === "string") return failed(input);
    const damaged = looksCut(bytes, format);
    return (await encoded(() => input, room, format, damaged)) ?? failed("corrupt");
  }
  const strict = await encoded(() => nativeInput(bytes, page, "error"), room, format, false);
  if (strict !== null) return strict;
  if ((await shareShown(bytes, page, format)) < useful) return failed("corrupt");
  return (await encoded(() => nativeInput(bytes, page, "none"), room, format, true)) ?? failed("corrupt");
}

/** Null when the pixels cannot be decoded. */
async function encoded(
  input: () => Sharp,
  room: PixelSize,
  format: string,
  damaged: boolean,
): Promise<PrintImage | null> {
  try {
    const image = input()
      .autoOrient()
      .resize({ ...room, fit: "inside", withoutEnlargement: true })
      .flatten({ background: "#ffffff" })
      .toColourspace("srgb");
    const kind = lossless.has(format) ? "png" : "jpeg";
    const { data, info } = await compressed(image, kind).toBuffer({ resolveWithObject: true });
    return { ok: true, format: kind, bytes: data, width: info.width, height: info.height, damaged };
  } catch {
    return null;
  }
}

const compressed = (image: Sharp, kind: PrintImage["format"]): Sharp =>
  kind === "png" ? image.png({ compressionLevel: 9 }) : image.jpeg({ quality: 85, mozjpeg: false });

const nativeInput = (bytes: Buffer, page: number, failOn: "error" | "none"): Sharp =>
  sharp(bytes, { page, limitInputPixels: pixelLimit, failOn });

/** The picture as sharp's input, decoded by whoever can. */
async function opened(
  bytes: Buffer,
  page: number,
  format: string,
  room: PixelSize,
  failOn: "error" | "none",
): Promise<Sharp | ImageFailure> {
  if (native.has(format)) return nativeInput(bytes, page, failOn);
  const raster = await decoded(bytes, format, room);
  if (raster === null) return "corrupt";
  if (typeof raster === "string") return raster;
  const { width, height, data } = raster;
  const plain = sharp(data, { raw: { width, height, channels: 4 }, limitInputPixels: pixelLimit });
  const profile = format === "heic" ? heicProfile(bytes) : null;
  if (profile === null) return plain;
  const png = await plain
    .resize({ ...room, fit: "inside", withoutEnlargement: true })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return sharp(withProfile(png, profile));
}

async function decoded(bytes: Buffer, format: string, room: PixelSize): Promise<Raster | ImageFailure | null> {
  if (format === "bmp") return decodeBmp(bytes);
  if (format === "heic") return decodeHeic(bytes);
  if (format === "svg") return drawSvg(bytes, room);
  return jpeg2000.has(format) ? decodeJp2(bytes, room) : null;
}

/** Some rows of a picture made for print, from row `top` on. */
export async function rowsOf(image: PrintImage, top: number, height: number): Promise<PrintImage> {
  const rows = sharp(image.bytes).extract({ left: 0, top, width: image.width, height });
  return { ...image, height, bytes: await compressed(rows, image.format).toBuffer() };
}

/** A picture that may be handed on as it is: upright, in colours of a screen, and silent about where it was taken. */
export async function isPlainPicture(bytes: Buffer): Promise<boolean> {
  const { orientation = 1, space, exif } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return orientation === 1 && space !== "cmyk" && exif === undefined;
}

/**
 * A picture that can be decoded, drawn out to a square of `side` × `side` greys. Slightly blurred, so that it hardly
 * depends on how large the picture is: shrunk and recompressed copies have nearly the same.
 */
export async function greySquare(bytes: Buffer, side: number): Promise<Uint8Array> {
  const square = sharp(bytes).resize(side, side, { fit: "fill", kernel: "linear", fastShrinkOnLoad: false });
  return new Uint8Array(await square.blur(0.8).toColourspace("b-w").raw().toBuffer());
}

/** Drawn pixels, three bytes each, as a JPEG in which small print stays sharp. */
export async function jpegOf(drawn: PixelSize & { readonly data: Uint8Array }): Promise<Buffer> {
  const { width, height, data } = drawn;
  const jpeg = { quality: 80, chromaSubsampling: "4:4:4" };
  return sharp(data, { raw: { width, height, channels: 3 } })
    .jpeg(jpeg)
    .toBuffer();
}
