/** The only importer of sharp: pictures of every kind, right way up and no finer than print needs. */
import { crc32, deflateSync } from "node:zlib";
import sharp from "sharp";
import type { Sharp } from "sharp";
import { bmpSize, decodeBmp } from "./bmp.ts";
import { looksCut } from "./cut-pictures.ts";
import { decodeHeic, heicProfile, heicSize } from "./heic.ts";
import { decodeJp2, jp2Size } from "./jp2.ts";
import { pixelLimit, rasterLimit } from "./raster.ts";
import type { PixelSize, Raster } from "./raster.ts";
import { drawSvg, probeSvg } from "./svg.ts";

const native = new Set(["jpg", "png", "apng", "webp", "gif", "avif", "tif"]);
const jpeg2000 = new Set(["jp2", "j2c", "jpx", "jpm"]);
const decodable = new Set([...native, ...jpeg2000, "bmp", "heic", "svg"]);

/** Whether pictures of a format, named by its usual extension, can be decoded. */
export const isDecodable = (format: string): boolean => decodable.has(format);

export type ImageProbe =
  | {
      readonly ok: true;
      /** TIFF pages; moving pictures count as one. */
      readonly pages: number;
      /** `damaged`: the file ends early, and at least half of the picture can be shown. */
      readonly flaw: "damaged" | "active-content" | null;
    }
  | { readonly ok: false; readonly failure: "corrupt" | "too-many-pixels" };

const failed = (failure: "corrupt" | "too-many-pixels"): ImageProbe => ({ ok: false, failure });

/** Reads headers only, unless the file seems to end early: then what is left of it is decoded once. */
export async function probeImage(bytes: Buffer, format: string): Promise<ImageProbe> {
  if (format === "svg") {
    const svg = await probeSvg(bytes, isBomb);
    return svg.ok ? { ok: true, pages: 1, flaw: svg.active ? "active-content" : null } : failed(svg.failure);
  }
  if (!native.has(format)) {
    const size = await rasterSize(bytes, format);
    if (size === null) return failed("corrupt");
    if (size.width * size.height > rasterLimit) return failed("too-many-pixels");
    if (!looksCut(bytes, format)) return { ok: true, pages: 1, flaw: null };
    return (await shareShown(bytes, format)) < useful ? failed("corrupt") : { ok: true, pages: 1, flaw: "damaged" };
  }
  try {
    const meta = await sharp(bytes, { limitInputPixels: false, failOn: "none" }).metadata();
    const pages = meta.format === "tiff" ? (meta.pages ?? 1) : 1;
    if (await hasBombPage(bytes, pages, meta)) return failed("too-many-pixels");
    if (!looksCut(bytes, format) || (await decodesWhole(bytes))) return { ok: true, pages, flaw: null };
    return (await shareShown(bytes, format)) < useful ? failed("corrupt") : { ok: true, pages, flaw: "damaged" };
  } catch {
    return failed("corrupt");
  }
}

const tooLarge = ({ width, height }: PixelSize): boolean => width * height > pixelLimit;

/** Pages of a TIFF may differ in size. */
async function hasBombPage(bytes: Buffer, pages: number, first: PixelSize): Promise<boolean> {
  if (tooLarge(first)) return true;
  for (let page = 1; page < pages; page += 1) {
    const meta = await sharp(bytes, { page, limitInputPixels: false, failOn: "none" }).metadata().catch(() => null);
    if (meta !== null && tooLarge(meta)) return true;
  }
  return false;
}

/** A picture inside a drawing is held in memory as a whole. */
async function isBomb(picture: Buffer): Promise<boolean> {
  const meta = await sharp(picture, { limitInputPixels: false, failOn: "none" }).metadata().catch(() => null);
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
async function shareShown(bytes: Buffer, format: string): Promise<number> {
  try {
    const image = await opened(bytes, 0, format, { width: 1000, height: 1000 }, "none");
    if (image === null) return 0;
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
 * `width` × `height` mm. Screenshots and drawings become PNG, all others JPEG; transparency becomes white.
 * Null when the pixels cannot be decoded.
 */
export async function imageForPrint(
  bytes: Buffer,
  page: number,
  box: PixelSize,
  format: string,
): Promise<PrintImage | null> {
  const dots = (mm: number): number => Math.round((mm / 25.4) * 300);
  const room = { width: dots(box.width), height: dots(box.height) };
  for (const failOn of ["error", "none"] as const) {
    try {
      const input = await opened(bytes, page, format, room, failOn);
      if (input === null) return null;
      const image = input
        .autoOrient()
        .resize({ ...room, fit: "inside", withoutEnlargement: true })
        .flatten({ background: "#ffffff" })
        .toColourspace("srgb");
      const isPng = lossless.has(format);
      const encoded = isPng ? image.png({ compressionLevel: 9 }) : image.jpeg({ quality: 85, mozjpeg: false });
      const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
      const damaged = failOn === "none" || (!native.has(format) && looksCut(bytes, format));
      return { format: isPng ? "png" : "jpeg", bytes: data, width: info.width, height: info.height, damaged };
    } catch {
      // Once more, and this time what is broken is passed over.
    }
  }
  return null;
}

/** The picture as sharp's input, decoded by whoever can; null when nobody can. */
async function opened(
  bytes: Buffer,
  page: number,
  format: string,
  room: PixelSize,
  failOn: "error" | "none",
): Promise<Sharp | null> {
  if (native.has(format)) return sharp(bytes, { page, limitInputPixels: pixelLimit, failOn });
  const raster = await decoded(bytes, format, room);
  if (raster === null) return null;
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

async function decoded(bytes: Buffer, format: string, room: PixelSize): Promise<Raster | null> {
  if (format === "bmp") return decodeBmp(bytes);
  if (format === "heic") return decodeHeic(bytes);
  if (format === "svg") return drawSvg(bytes, room);
  return jpeg2000.has(format) ? decodeJp2(bytes, room) : null;
}

/** A PNG with a colour profile put in, which sharp cannot be told of raw pixels (PNG, third edition, 11.3.2.3). */
function withProfile(png: Buffer, profile: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from("iCCPprofile\0\0", "latin1"), deflateSync(profile)]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(body.length - 4);
  check.writeUInt32BE(crc32(body));
  const afterHeader = 8 + 25;
  return Buffer.concat([png.subarray(0, afterHeader), length, body, check, png.subarray(afterHeader)]);
}
