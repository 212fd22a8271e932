/** Whether a picture's file ends too early, as far as its outer structure tells; nothing is decoded. */
import { bmpShare } from "./bmp.ts";

/** `format` is the usual extension; false for formats whose end cannot be told. */
export function looksCut(bytes: Buffer, format: string): boolean {
  switch (format) {
    case "jpg":
      return jpegLacksEnd(bytes);
    case "png":
    case "apng":
      return pngLacksEnd(bytes);
    case "gif":
      return gifLacksEnd(bytes);
    case "webp":
      return bytes.length < 12 || bytes.readUInt32LE(4) + 8 > bytes.length;
    case "bmp":
      return bmpShare(bytes) < 1;
    case "heic":
    case "avif":
      return boxesLackEnd(bytes);
    default:
      return false;
  }
}

/** From the start of the scan on there is an end marker (ITU-T T.81, B.1.1.3); thumbnails before it have their own. */
function jpegLacksEnd(bytes: Buffer): boolean {
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xda) return !bytes.includes(Buffer.from([0xff, 0xd9]), at);
    // Fill bytes, and markers that stand alone.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += marker === 0xff ? 1 : 2;
    else at += 2 + bytes.readUInt16BE(at + 2);
  }
  return true;
}

/** The blocks lead through the first picture, the only one that is shown (GIF89a, sections 15 to 23). */
function gifLacksEnd(bytes: Buffer): boolean {
  const table = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));
  let at = 13 + table(bytes[10] ?? 0);
  while (at < bytes.length) {
    const block = bytes[at];
    if (block === 0x2c) at += 11 + table(bytes[at + 9] ?? 0);
    else if (block === 0x21) at += 2;
    else return false;
    for (let size = bytes[at]; size !== 0; size = bytes[at]) {
      if (size === undefined) return true;
      at += 1 + size;
    }
    at += 1;
    if (block === 0x2c) return at > bytes.length;
  }
  return true;
}

/** The chunks lead to IEND (PNG, third edition, 5.6). */
function pngLacksEnd(bytes: Buffer): boolean {
  let at = 8;
  while (at + 12 <= bytes.length) {
    if (bytes.toString("latin1", at + 4, at + 8) === "IEND") return false;
    at += 12 + bytes.readUInt32BE(at);
  }
  return true;
}

/** The boxes of the top level fill the file (ISO/IEC 14496-12, 4.2); a last box of size 0 reaches to its end. */
function boxesLackEnd(bytes: Buffer): boolean {
  let at = 0;
  while (at + 16 <= bytes.length) {
    const size = bytes.readUInt32BE(at);
    if (size === 0) return false;
    const length = size === 1 ? Number(bytes.readBigUInt64BE(at + 8)) : size;
    if (length < 8) return false;
    at += length;
  }
  return at > bytes.length;
}
