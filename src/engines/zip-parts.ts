/** Packages in memory, part by part: what they weigh, which parts they have, what can be saved of a broken one. */
import { constants, inflateRawSync } from "node:zlib";
import { entriesOf, isBomb, unpack } from "./zip.ts";

/**
 * Whether what a zip file holds stays within `limit` bytes: as its directory declares and, since that may lie,
 * as it really unpacks, part by part; nothing is kept. A file without a readable directory is "broken".
 */
export function weighZip(bytes: Uint8Array, limit: number): "fits" | "too-large" | "broken" {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = entriesOf(zip);
  if (entries === null) return "broken";
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
export const partsOf = (bytes: Uint8Array): readonly string[] =>
  (entriesOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)) ?? []).map(({ name }) => name);

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
