/** Reads zip files part by part, in bounded memory and without trust in what they declare (APPNOTE.TXT 6.3.10, 4.3). */
import { constants, inflateRawSync } from "node:zlib";

export interface ZipEntry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly offset: number;
}

/** The central directory; throws when the file is cut short or has none. */
export function directoryOf(zip: Buffer): ZipEntry[] {
  const end = zip.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  if (end === -1) throw new Error("no central directory");
  const entries: ZipEntry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let count = zip.readUInt16LE(end + 10); count > 0; count -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error("no directory entry");
    const name = zip.readUInt16LE(at + 28);
    entries.push({
      path: zip.toString("utf8", at + 46, at + 46 + name).replaceAll("\\", "/"),
      method: zip.readUInt16LE(at + 10),
      packed: zip.readUInt32LE(at + 20),
      unpacked: zip.readUInt32LE(at + 24),
      offset: zip.readUInt32LE(at + 42),
    });
    at += 46 + name + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

/** One part; throws when it is damaged or longer than `limit` bytes, whatever length it declares. */
export function unpack(zip: Buffer, { method, packed, offset }: ZipEntry, limit: number): Buffer {
  const start = offset + 30 + zip.readUInt16LE(offset + 26) + zip.readUInt16LE(offset + 28);
  const raw = zip.subarray(start, start + packed);
  if (raw.length !== packed || (method !== 0 && method !== 8)) throw new Error("damaged");
  return method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, limit) });
}

/** Whether unpacking failed because there was more than allowed. */
export const isBomb = (error: unknown): boolean =>
  error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/**
 * Whether what a zip file holds stays within `limit` bytes: as its directory declares and, since that may lie,
 * as it really unpacks, part by part; nothing is kept. A file without a readable directory is "broken".
 */
export function weighZip(bytes: Uint8Array, limit: number): "fits" | "too-large" | "broken" {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let entries: readonly ZipEntry[];
  try {
    entries = directoryOf(zip);
  } catch {
    return "broken";
  }
  let [left, broken] = [limit, entries.reduce((sum, each) => sum + each.unpacked, 0) > limit];
  if (broken) return "too-large";
  for (const entry of entries) {
    try {
      left -= unpack(zip, entry, left).length;
    } catch (error) {
      if (isBomb(error)) return "too-large";
      broken = true;
    }
  }
  return broken ? "broken" : "fits";
}

/** The paths of all parts; empty when the bytes are no zip file. */
export function partsOf(bytes: Uint8Array): readonly string[] {
  try {
    return directoryOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)).map(({ path }) => path);
  } catch {
    return [];
  }
}

/**
 * The parts of a zip file that is cut short or damaged, read from the beginning of each one and as far as they go,
 * together at most `limit` bytes. Of parts with the same name the first one counts.
 */
export function salvagedParts(bytes: Uint8Array, limit: number): ReadonlyMap<string, Uint8Array> {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = new Map<string, Uint8Array>();
  let left = limit;
  let at = zip.indexOf(partMark);
  for (; at !== -1 && at + 30 <= zip.length && left > 0; at = zip.indexOf(partMark, at + 4)) {
    const name = zip.readUInt16LE(at + 26);
    const path = zip.toString("utf8", at + 30, at + 30 + name);
    const data = zip.subarray(at + 30 + name + zip.readUInt16LE(at + 28));
    const part = asFarAsItGoes(data, zip.readUInt16LE(at + 8), zip.readUInt32LE(at + 18), left);
    if (part === null || part.length === 0 || path.endsWith("/") || parts.has(path)) continue;
    parts.set(path, part);
    left -= part.length;
  }
  return parts;
}

/** Begins each part of a zip file. */
const partMark = Buffer.from("PK\u0003\u0004", "latin1");

function asFarAsItGoes(data: Buffer, method: number, packed: number, limit: number): Buffer | null {
  if (method === 0) return packed <= limit ? data.subarray(0, packed) : null;
  try {
    return inflateRawSync(data, { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: limit });
  } catch {
    return null;
  }
}
