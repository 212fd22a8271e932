/** Pictures of every kind on their way to a page: right way up, in the right colours, bounded. */
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { isDecodable, imageForPrint, probeImage } from "../../src/engines/image.ts";
import type { PrintImage } from "../../src/engines/image.ts";
import { heic, heicTurned, jp2 } from "../support/pictures.ts";
import { noise } from "../cases/bytes.ts";

const box = { width: 170, height: 225 };

async function printed(bytes: Buffer, format: string, page = 0): Promise<PrintImage> {
  const image = await imageForPrint(bytes, page, box, format);
  if (!image.ok) throw new Error(image.failure);
  return image;
}

/** Red, green, blue at a place, given in shares of width and height; rounded to what JPEG keeps. */
async function colour({ bytes }: { readonly bytes: Buffer }, x: number, y: number): Promise<string> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .toColourspace("srgb")
    .raw()
    .toBuffer({ resolveWithObject: true });
  const at = (Math.floor(y * info.height) * info.width + Math.floor(x * info.width)) * info.channels;
  return [...data.subarray(at, at + 3)].map((value) => Math.round(value / 51)).join("");
}

/** Four colours: red, green above blue, white. */
const corners = ["500", "050", "005", "555"];

async function fourCorners(image: { readonly bytes: Buffer }): Promise<string[]> {
  const places = [
    [0.2, 0.2],
    [0.8, 0.2],
    [0.2, 0.8],
    [0.8, 0.8],
  ] as const;
  return Promise.all(places.map(([x, y]) => colour(image, x, y)));
}

const [wide, high] = [48, 32];

/** Pixels of the picture with four corners. */
function upright(x: number, y: number): readonly number[] {
  if (y < high / 2) return x < wide / 2 ? [255, 0, 0] : [0, 255, 0];
  return x < wide / 2 ? [0, 0, 255] : [255, 255, 255];
}

/** How each EXIF orientation stores a picture: where the pixel at a stored place comes from. */
const stored: readonly ((x: number, y: number) => readonly [number, number])[] = [
  (x, y) => [x, y],
  (x, y) => [wide - 1 - x, y],
  (x, y) => [wide - 1 - x, high - 1 - y],
  (x, y) => [x, high - 1 - y],
  (x, y) => [y, x],
  (x, y) => [wide - 1 - y, x],
  (x, y) => [wide - 1 - y, high - 1 - x],
  (x, y) => [y, high - 1 - x],
];

function asStored(orientation: number): ReturnType<typeof sharp> {
  const place = stored[orientation - 1] ?? ((x, y) => [x, y] as const);
  const [width, height] = orientation > 4 ? [high, wide] : [wide, high];
  const pixels = Array.from({ length: width * height }, (_, at) =>
    upright(...place(at % width, Math.floor(at / width))),
  );
  const raw = { width, height, channels: 3 as const };
  return sharp(Buffer.from(pixels.flat()), { raw }).withMetadata({ orientation });
}

it("knows JPEG by its short name and by its full one", async () => {
  const bytes = await sharp({ create: { width: 40, height: 30, channels: 3, background: "#369" } })
    .jpeg()
    .toBuffer();
  const printed = await Promise.all(["jpg", "jpeg"].map((format) => imageForPrint(bytes, 0, box, format)));
  expect(printed.map((each) => each.ok && each.format)).toEqual(["jpeg", "jpeg"]);
});

describe("right way up", () => {
  it.each([1, 2, 3, 4, 5, 6, 7, 8])("EXIF orientation %i in JPEG, PNG, WEBP and TIFF", async (orientation) => {
    const files = {
      jpg: await asStored(orientation).jpeg({ quality: 95, chromaSubsampling: "4:4:4" }).toBuffer(),
      png: await asStored(orientation).png().toBuffer(),
      webp: await asStored(orientation).webp({ lossless: true }).toBuffer(),
      tif: await asStored(orientation).tiff({ compression: "lzw" }).toBuffer(),
    };
    for (const [format, bytes] of Object.entries(files)) {
      const image = await printed(bytes, format);
      expect([format, image.width, image.height]).toEqual([format, wide, high]);
      expect(await fourCorners(image)).toEqual(corners);
      expect((await sharp(image.bytes).metadata()).orientation ?? 1).toBe(1);
    }
  });

  it("HEIC as its own turn says, once", async () => {
    const [plain, turned] = [await printed(heic, "heic"), await printed(heicTurned, "heic")];
    expect([plain.width, plain.height]).toEqual([64, 48]);
    expect([turned.width, turned.height]).toEqual([48, 64]);
    // Red above blue; a quarter turn to the left puts red on the left.
    expect([await colour(plain, 0.5, 0.05), await colour(plain, 0.5, 0.95)]).toEqual(["500", "005"]);
    expect([await colour(turned, 0.05, 0.5), await colour(turned, 0.95, 0.5)]).toEqual(["500", "005"]);
  });
});

describe("colours", () => {
  const flat = (background: string | object, channels: 3 | 4 = 3): ReturnType<typeof sharp> =>
    sharp({ create: { width: 20, height: 20, channels, background } });

  it.each<[string, string, () => Promise<Buffer>, string]>([
    ["CMYK without a profile", "jpg", () => flat("#ff0000").toColourspace("cmyk").jpeg().toBuffer(), "5"],
    ["CMYK with a profile", "tif", () => flat("#ff0000").withIccProfile("cmyk").tiff().toBuffer(), "5"],
    ["wide colours", "png", () => flat("#ff0000").withIccProfile("p3").png().toBuffer(), "500"],
    ["16 bits", "png", () => flat("#ff0000").toColourspace("rgb16").png().toBuffer(), "500"],
    [
      "grey with alpha",
      "png",
      () => flat({ r: 0, g: 0, b: 0, alpha: 0.5 }, 4).toColourspace("b-w").png().toBuffer(),
      "222",
    ],
    ["transparent", "webp", () => flat({ r: 255, g: 0, b: 0, alpha: 0 }, 4).webp({ lossless: true }).toBuffer(), "555"],
    ["palette", "png", () => flat("#00ff00").png({ palette: true }).toBuffer(), "050"],
    ["AVIF", "avif", () => flat("#0000ff").avif({ lossless: true }).toBuffer(), "005"],
    ["GIF", "gif", () => flat("#0000ff").gif().toBuffer(), "005"],
  ])("%s", async (_, format, make, expected) => {
    const image = await printed(await make(), format);
    expect((await colour(image, 0.5, 0.5)).slice(0, expected.length)).toBe(expected);
    const meta = await sharp(image.bytes).metadata();
    expect([meta.depth, meta.space === "b-w" ? "srgb" : meta.space, meta.hasAlpha]).toEqual(["uchar", "srgb", false]);
  });

  it("JPEG 2000, red above blue", async () => {
    const image = await printed(jp2, "jp2");
    expect([image.width, image.height, image.format]).toEqual([24, 16, "jpeg"]);
    expect([await colour(image, 0.5, 0.01), await colour(image, 0.5, 0.99)]).toEqual(["500", "005"]);
  });
});

describe("pages and sizes", () => {
  it("TIFF pages of differing size", async () => {
    const page = (width: number, height: number): Promise<Buffer> =>
      sharp({ create: { width, height, channels: 3, background: "#fff" } })
        .png()
        .toBuffer();
    const bytes = await sharp([await page(30, 20), await page(10, 40)], { join: { animated: true } })
      .tiff()
      .toBuffer();
    expect(await probeImage(bytes, "tif")).toMatchObject({ ok: true, pages: 2 });
    const sizes = await Promise.all([0, 1].map((at) => printed(bytes, "tif", at)));
    expect(sizes).toHaveLength(2);
  });

  it("no finer than 300 dpi in its box, never enlarged", async () => {
    const large = await sharp({ create: { width: 5000, height: 400, channels: 3, background: "#888" } })
      .jpeg()
      .toBuffer();
    const image = await printed(large, "jpg");
    expect([image.width, image.height]).toEqual([2008, 161]);
  });

  it.each<[string, string, Buffer]>([
    ["PNG", "png", pngHeader(60_000, 60_000)],
    ["GIF", "gif", Buffer.from("474946383961ffffffff800000000000ffffff2c00000000ffffffff0002024401003b", "hex")],
    ["BMP", "bmp", bmpHeader(60_000, 60_000)],
    ["HEIC", "heic", sized(heic, 64, 48, 40_000)],
  ])("a pixel bomb is refused by its header: %s", async (_, format, bytes) => {
    expect(await probeImage(bytes, format)).toEqual({ ok: false, failure: "too-many-pixels" });
  });
});

function pngHeader(width: number, height: number): Buffer {
  const bytes = Buffer.from(
    "89504e470d0a1a0a0000000d4948445200000000000000000802000000000000000000000049444154789c010000ffff00000001000000000000004945 4e44ae426082".replace(
      " ",
      "",
    ),
    "hex",
  );
  bytes.writeUInt32BE(width, 16);
  bytes.writeUInt32BE(height, 20);
  return bytes;
}

function bmpHeader(width: number, height: number): Buffer {
  const bytes = Buffer.alloc(58);
  bytes.write("BM", 0, "latin1");
  for (const [at, value] of [
    [10, 54],
    [14, 40],
    [18, width],
    [22, height],
  ] as const)
    bytes.writeUInt32LE(value, at);
  bytes.writeUInt16LE(24, 28);
  return bytes;
}

/** A HEIC whose main picture claims another size. */
function sized(bytes: Buffer, width: number, height: number, claim: number): Buffer {
  const copy = Buffer.from(bytes);
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const at = copy.indexOf(size);
  copy.writeUInt32BE(claim, at);
  copy.writeUInt32BE(claim, at + 4);
  return copy;
}

describe("damaged", () => {
  /** Something to see in every row. */
  const photo = (): ReturnType<typeof sharp> =>
    sharp(noise(200 * 150), { raw: { width: 200, height: 150, channels: 1 } });

  it.each(["jpg", "png", "gif"] as const)("%s cut short: shown when most of it is there", async (format) => {
    const whole = await (
      format === "jpg" ? photo().jpeg() : format === "png" ? photo().png() : photo().gif()
    ).toBuffer();
    const cut = (share: number): Buffer => whole.subarray(0, Math.floor(whole.length * share));
    expect(await probeImage(whole, format)).toMatchObject({ ok: true, pages: 1, flaw: null });
    expect(await probeImage(cut(0.8), format)).toMatchObject({ ok: true, pages: 1, flaw: "damaged" });
    expect(await probeImage(cut(0.3), format)).toEqual({ ok: false, failure: "corrupt" });
    expect(await imageForPrint(cut(0.8), 0, box, format)).toMatchObject({
      ok: true,
      damaged: true,
      width: 200,
      height: 150,
    });
    expect(await imageForPrint(cut(0.3), 0, box, format)).toEqual({ ok: false, failure: "corrupt" });
  });

  it("what follows the end of a JPEG is no damage", async () => {
    const whole = await photo().jpeg().toBuffer();
    expect(await probeImage(Buffer.concat([whole, noise(500)]), "jpg")).toMatchObject({
      ok: true,
      pages: 1,
      flaw: null,
    });
  });

  it.each(["jpg", "png", "gif", "tif", "webp", "avif", "bmp", "heic", "jp2", "svg"])("noise as %s", async (format) => {
    for (const bytes of [noise(2000), Buffer.alloc(0), Buffer.alloc(2000)]) {
      expect(await probeImage(bytes, format)).toMatchObject({ ok: false });
      expect(await imageForPrint(bytes, 0, box, format)).toEqual({ ok: false, failure: "corrupt" });
    }
  });

  it("a HEIC cut short", async () => {
    expect(await probeImage(heic.subarray(0, 300), "heic")).toEqual({ ok: false, failure: "corrupt" });
    expect(await imageForPrint(heic.subarray(0, 500), 0, box, "heic")).toMatchObject({ ok: false });
  });

  it("formats without a decoder are told apart", () => {
    expect(["jpg", "heic", "bmp", "svg", "jp2"].map(isDecodable)).not.toContain(false);
    expect(["psd", "jxl", "cr2", "ico"].map(isDecodable)).not.toContain(true);
  });
});
