/** BMP pictures of each kind, two rows of a few pixels, written by hand. */
import { describe, expect, it } from "vitest";
import { bmpShare, bmpSize, decodeBmp } from "../../src/engines/bmp.ts";

interface Sample {
  readonly width: number;
  readonly height: number;
  readonly bits: number;
  readonly compression?: number;
  /** Blue, green, red and filling of each colour. */
  readonly palette?: readonly number[];
  readonly masks?: readonly number[];
  readonly pixels: readonly number[];
}

/** A file with the 40-byte header. */
function bmp({ width, height, bits, compression = 0, palette = [], masks = [], pixels }: Sample): Buffer {
  const head = Buffer.alloc(54);
  head.write("BM", 0, "latin1");
  const maskBytes = Buffer.from(Uint32Array.from(masks).buffer);
  const start = 54 + maskBytes.length + palette.length;
  for (const [at, value] of [
    [10, start],
    [14, 40],
    [30, compression],
    [46, palette.length / 4],
  ] as const) {
    head.writeUInt32LE(value, at);
  }
  head.writeInt32LE(width, 18);
  head.writeInt32LE(height, 22);
  head.writeUInt16LE(1, 26);
  head.writeUInt16LE(bits, 28);
  return Buffer.concat([head, maskBytes, Buffer.from(palette), Buffer.from(pixels)]);
}

const names: Readonly<Record<string, string>> = {
  "0,0,0": ".",
  "255,255,255": "w",
  "255,0,0": "r",
  "0,255,0": "g",
  "0,0,255": "b",
};

/** Rows of letters, from the top; `?` for other colours, a stroke behind what is half transparent. */
function picture(bytes: Buffer): string {
  const raster = decodeBmp(bytes);
  if (raster === null) return "none";
  const rows = Array.from({ length: raster.height }, (_, row) =>
    Array.from({ length: raster.width }, (__, column) => {
      const at = (row * raster.width + column) * 4;
      const [r, g, b, alpha] = raster.data.subarray(at, at + 4);
      return `${names[`${String(r)},${String(g)},${String(b)}`] ?? "?"}${alpha === 255 ? "" : "'"}`;
    }).join(""),
  );
  return rows.join("/");
}

const redBlue = [0, 0, 255, 0, 255, 0, 0, 0];
const four = [0, 0, 0, 0, 0, 0, 255, 0, 0, 255, 0, 0, 255, 0, 0, 0];

describe("BMP", () => {
  it.each<[string, Sample, string]>([
    [
      "1 bit",
      { width: 3, height: 2, bits: 1, palette: redBlue, pixels: [0b01000000, 0, 0, 0, 0b10100000, 0, 0, 0] },
      "brb/rbr",
    ],
    ["2 bits", { width: 4, height: 1, bits: 2, palette: four, pixels: [0b00011011, 0, 0, 0] }, ".rgb"],
    ["4 bits", { width: 3, height: 1, bits: 4, palette: four, pixels: [0x12, 0x30, 0, 0] }, "rgb"],
    ["8 bits", { width: 3, height: 2, bits: 8, palette: four, pixels: [1, 2, 3, 0, 3, 2, 1, 0] }, "bgr/rgb"],
    [
      "8 bits, an index without a colour",
      { width: 2, height: 1, bits: 8, palette: redBlue, pixels: [0, 9, 0, 0] },
      "r.",
    ],
    ["16 bits", { width: 2, height: 1, bits: 16, pixels: [0x00, 0x7c, 0x1f, 0x00] }, "rb"],
    [
      "16 bits, 5-6-5",
      { width: 2, height: 1, bits: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f], pixels: [0x00, 0xf8, 0xe0, 0x07] },
      "rg",
    ],
    ["24 bits", { width: 1, height: 2, bits: 24, pixels: [255, 0, 0, 0, 0, 0, 255, 0] }, "r/b"],
    ["24 bits from the top", { width: 1, height: -2, bits: 24, pixels: [255, 0, 0, 0, 0, 0, 255, 0] }, "b/r"],
    [
      "32 bits, the fourth byte is filling",
      { width: 2, height: 1, bits: 32, pixels: [0, 0, 255, 0, 0, 255, 0, 0] },
      "rg",
    ],
    [
      "32 bits, red and blue changed",
      { width: 1, height: 1, bits: 32, compression: 3, masks: [0xff, 0xff00, 0xff0000], pixels: [255, 0, 0, 0] },
      "r",
    ],
    [
      "32 bits with alpha",
      {
        width: 2,
        height: 1,
        bits: 32,
        compression: 6,
        masks: [0xff0000, 0xff00, 0xff, 0xff000000],
        pixels: [0, 0, 255, 255, 0, 255, 0, 128],
      },
      "rg'",
    ],
    [
      "RLE8",
      {
        width: 4,
        height: 2,
        bits: 8,
        compression: 1,
        palette: four,
        pixels: [3, 1, 1, 2, 0, 0, 0, 4, 1, 2, 3, 1, 0, 1],
      },
      "rgbr/rrrg",
    ],
    [
      "RLE8 with a jump",
      { width: 3, height: 2, bits: 8, compression: 1, palette: four, pixels: [1, 1, 0, 2, 1, 1, 1, 2, 0, 1] },
      "wwg/rww",
    ],
    ["RLE4", { width: 4, height: 1, bits: 4, compression: 2, palette: four, pixels: [3, 0x12, 1, 0x30, 0, 1] }, "rgrb"],
    [
      "RLE4, a literal row",
      { width: 3, height: 1, bits: 4, compression: 2, palette: four, pixels: [0, 3, 0x12, 0x30, 0, 1] },
      "rgb",
    ],
    ["cut short: white where nothing is", { width: 1, height: 2, bits: 24, pixels: [255, 0, 0, 0] }, "w/b"],
    ["a kind that is none", { width: 1, height: 1, bits: 5, pixels: [0, 0, 0, 0] }, "none"],
    ["JPEG inside", { width: 1, height: 1, bits: 24, compression: 4, pixels: [0, 0, 0, 0] }, "none"],
    ["no width", { width: 0, height: 1, bits: 24, pixels: [] }, "none"],
    ["a pixel bomb", { width: 60_000, height: 60_000, bits: 1, palette: redBlue, pixels: [] }, "none"],
  ])("%s", (_, sample, expected) => {
    expect(picture(bmp(sample))).toBe(expected);
  });

  it("OS/2 1.x: short header, palette of three bytes", () => {
    const head = Buffer.alloc(26);
    head.write("BM", 0, "latin1");
    head.writeUInt32LE(32, 10);
    for (const [at, value] of [
      [14, 12],
      [18, 2],
      [20, 1],
      [22, 1],
      [24, 1],
    ] as const)
      head.writeUInt16LE(value, at);
    expect(picture(Buffer.concat([head, Buffer.from([0, 0, 255, 255, 0, 0]), Buffer.from([0x40, 0, 0, 0])]))).toBe(
      "rb",
    );
  });

  it("tells its size and how much of it is there", () => {
    const whole = bmp({ width: 1, height: -4, bits: 24, pixels: Array<number>(16).fill(0) });
    expect(bmpSize(whole)).toEqual({ width: 1, height: 4 });
    expect([bmpShare(whole), bmpShare(whole.subarray(0, 62)), bmpShare(whole.subarray(0, 20))]).toEqual([1, 0.5, 0]);
  });
});
