/**
 * BMP pictures of every common kind: 1, 2, 4, 8, 16, 24 and 32 bits, palettes, bit fields, RLE4 and RLE8, rows from either
 * end (Microsoft, "Bitmap Storage" and [MS-WMF] 2.2.2). No library here decodes more than a few of them.
 */
import { rasterLimit } from "./raster.ts";
import type { PixelSize, Raster } from "./raster.ts";

interface Header extends PixelSize {
  readonly topDown: boolean;
  readonly bits: number;
  readonly compression: number;
  /** Offsets in the file. */
  readonly pixels: number;
  readonly palette: number;
  /** Bytes of a palette entry: 3 in the header of OS/2 1.x, else 4. */
  readonly entry: 3 | 4;
  readonly colours: number;
  /** Bit masks of red, green, blue, alpha. */
  readonly masks: readonly [number, number, number, number];
}

const rgb = 0;
const rle8 = 1;
const rle4 = 2;
const bitFields = 3;
const alphaBitFields = 6;

/** Size as the header claims it; null when the header is none that is known. */
export function bmpSize(bytes: Buffer): PixelSize | null {
  const header = readHeader(bytes);
  return header === null ? null : { width: header.width, height: header.height };
}

/** Share of the pixel data that is in the file, 0 to 1; RLE data cannot be told and count as whole. */
export function bmpShare(bytes: Buffer): number {
  const header = readHeader(bytes);
  if (header === null) return 0;
  if (header.compression === rle4 || header.compression === rle8) return bytes.length > header.pixels ? 1 : 0;
  const needed = rowBytes(header) * header.height;
  return Math.max(0, Math.min(1, (bytes.length - header.pixels) / needed));
}

/** Null when the kind is unknown or there are more than 100 million pixels; what the file lacks stays white. */
export function decodeBmp(bytes: Buffer): Raster | null {
  const header = readHeader(bytes);
  if (header === null || header.width * header.height > rasterLimit) return null;
  const data = new Uint8Array(header.width * header.height * 4).fill(255);
  if (header.compression === rle4 || header.compression === rle8) unpackRuns(bytes, header, data);
  else if (header.bits <= 8) unpackIndexed(bytes, header, data);
  else unpackDirect(bytes, header, data);
  return { width: header.width, height: header.height, data };
}

function readHeader(bytes: Buffer): Header | null {
  if (bytes.length < 26 || bytes.toString("latin1", 0, 2) !== "BM") return null;
  const size = bytes.readUInt32LE(14);
  const header =
    size === 12 ? coreHeader(bytes) : size >= 16 && bytes.length >= 14 + size ? infoHeader(bytes, size) : null;
  if (header === null || header.width <= 0 || header.height <= 0) return null;
  return (depths.get(header.compression) ?? []).includes(header.bits) ? header : null;
}

/** Bits a pixel that each kind of compression may have. */
const depths: ReadonlyMap<number, readonly number[]> = new Map([
  [rgb, [1, 2, 4, 8, 16, 24, 32]],
  [rle8, [8]],
  [rle4, [4]],
  [bitFields, [16, 32]],
  [alphaBitFields, [16, 32]],
]);

const coreHeader = (bytes: Buffer): Header => {
  const bits = bytes.readUInt16LE(24);
  return {
    width: bytes.readUInt16LE(18),
    height: bytes.readUInt16LE(20),
    topDown: false,
    bits,
    compression: rgb,
    pixels: bytes.readUInt32LE(10),
    palette: 26,
    entry: 3,
    colours: bits <= 8 ? 2 ** bits : 0,
    masks: usualMasks(bits),
  };
};

function infoHeader(bytes: Buffer, size: number): Header {
  const field = (at: number): number => (at + 4 <= size ? bytes.readUInt32LE(14 + at) : 0);
  const bits = bytes.readUInt16LE(28);
  const compression = field(16);
  const height = bytes.readInt32LE(22);
  const fields = compression === bitFields || compression === alphaBitFields;
  // In the 40-byte header the masks follow it; later headers hold them, at the same place in the file.
  const masksBehind = fields && size === 40 ? (compression === alphaBitFields ? 16 : 12) : 0;
  const mask = (index: number): number => {
    const inside = index < 3 ? size >= 52 : size >= 56;
    const at = 54 + index * 4;
    return (inside || index * 4 < masksBehind) && at + 4 <= bytes.length ? bytes.readUInt32LE(at) : 0;
  };
  const used = field(32);
  return {
    width: bytes.readInt32LE(18),
    height: Math.abs(height),
    topDown: height < 0,
    bits,
    compression,
    pixels: bytes.readUInt32LE(10),
    palette: 14 + size + masksBehind,
    entry: 4,
    colours: bits <= 8 ? Math.min(used === 0 ? 2 ** bits : used, 2 ** bits) : 0,
    masks: fields ? [mask(0), mask(1), mask(2), mask(3)] : usualMasks(bits),
  };
}

/** The fourth byte of 32 bits without bit fields is not alpha but filling. */
const usualMasks = (bits: number): Header["masks"] =>
  bits === 16 ? [0x7c00, 0x3e0, 0x1f, 0] : [0xff0000, 0xff00, 0xff, 0];

/** Rows are filled up to four bytes. */
const rowBytes = ({ width, bits }: Header): number => Math.ceil((width * bits) / 32) * 4;

const rowStart = ({ width, height, topDown }: Header, row: number): number =>
  (topDown ? row : height - 1 - row) * width * 4;

/** Red, green, blue of each index; indices without an entry are black. */
function readPalette(bytes: Buffer, { palette, entry, colours }: Header): Uint8Array {
  const table = new Uint8Array(256 * 3);
  for (let index = 0; index < colours; index += 1) {
    const at = palette + index * entry;
    if (at + 3 > bytes.length) break;
    table.set([bytes[at + 2] ?? 0, bytes[at + 1] ?? 0, bytes[at] ?? 0], index * 3);
  }
  return table;
}

function unpackIndexed(bytes: Buffer, header: Header, data: Uint8Array): void {
  const table = readPalette(bytes, header);
  const { width, height, bits } = header;
  const [perByte, mask] = [8 / bits, 2 ** bits - 1];
  for (let row = 0; row < height; row += 1) {
    const from = header.pixels + row * rowBytes(header);
    const to = rowStart(header, row);
    for (let x = 0; x < width; x += 1) {
      const byte = bytes[from + Math.floor(x / perByte)];
      if (byte === undefined) return;
      paint(data, to + x * 4, table, (byte >> (8 - bits - (x % perByte) * bits)) & mask);
    }
  }
}

function paint(data: Uint8Array, at: number, table: Uint8Array, index: number): void {
  data[at] = table[index * 3] ?? 0;
  data[at + 1] = table[index * 3 + 1] ?? 0;
  data[at + 2] = table[index * 3 + 2] ?? 0;
}

function unpackDirect(bytes: Buffer, header: Header, data: Uint8Array): void {
  const { width, height, bits } = header;
  const size = bits / 8;
  const channels = header.masks.map(channelOf);
  for (let row = 0; row < height; row += 1) {
    const from = header.pixels + row * rowBytes(header);
    const to = rowStart(header, row);
    for (let x = 0; x < width; x += 1) {
      const at = from + x * size;
      if (at + size > bytes.length) return;
      const value = bytes.readUIntLE(at, size);
      for (const [index, channel] of channels.entries()) {
        if (channel !== null) data[to + x * 4 + index] = channel(value);
      }
    }
  }
}

/** A mask as the function that takes its bits out of a pixel and spreads them over a byte. */
function channelOf(mask: number): ((value: number) => number) | null {
  if (mask === 0) return null;
  const unit = mask & -mask;
  const low = unit < 0 ? unit + 2 ** 32 : unit;
  const most = Math.floor(mask / low);
  return (value) => Math.round(((((value & mask) >>> 0) / low) * 255) / most);
}

/** Runs of one index, literal rows, and jumps; 0 ends a row, 1 the picture, 2 moves ([MS-WMF] 3.1.6). */
function unpackRuns(bytes: Buffer, header: Header, data: Uint8Array): void {
  const table = readPalette(bytes, header);
  const half = header.compression === rle4;
  let [at, x, row] = [header.pixels, 0, 0];
  const put = (index: number): void => {
    if (x < header.width && row < header.height) paint(data, rowStart(header, row) + x * 4, table, index);
    x += 1;
  };
  const nibble = (byte: number, place: number): number => (half ? (place % 2 === 0 ? byte >> 4 : byte & 15) : byte);
  while (at + 1 < bytes.length && row < header.height) {
    const [count, value] = [bytes[at] ?? 0, bytes[at + 1] ?? 0];
    at += 2;
    if (count > 0) for (let place = 0; place < count; place += 1) put(nibble(value, place));
    else if (value === 0) [x, row] = [0, row + 1];
    else if (value === 1) return;
    else if (value === 2) [x, row, at] = [x + (bytes[at] ?? 0), row + (bytes[at + 1] ?? 0), at + 2];
    else {
      for (let place = 0; place < value; place += 1) put(nibble(bytes[at + (half ? place >> 1 : place)] ?? 0, place));
      const length = half ? Math.ceil(value / 2) : value;
      at += length + (length % 2);
    }
  }
}
