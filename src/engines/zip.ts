/**
 * Zip files from outside, without trust in what they declare (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4): which entries
 * their directory names, and one entry unpacked within a bound. Nothing else is unpacked, so a zip bomb stays asleep.
 * A file is read piece by piece, or lies in memory: the readers here ask for bytes and do not know which.
 */
import { inflateRawSync } from "node:zlib";
import type { ByteSource } from "../world.ts";

export interface ZipEntry {
  /** With `/` between folders. */
  readonly name: string;
  /** Sizes as the directory claims them. */
  readonly packed: number;
  readonly unpacked: number;
  readonly encrypted: boolean;
  readonly folder: boolean;
  readonly offset: number;
  readonly method: number;
}

export interface ZipListing {
  /** How many entries the directory says it has. */
  readonly count: number;
  /** All of them, or the first that were asked for. */
  readonly entries: readonly ZipEntry[];
}

/** How much of a directory is read. */
interface Bounds {
  readonly bytes: number;
  readonly entries: number;
}

/** For lists: enough for some hundred thousand names. */
const listBounds: Bounds = { bytes: 16 * 1024 * 1024, entries: 100_000 };
const unbounded: Bounds = { bytes: Infinity, entries: Infinity };

/** The end record with the longest comment. */
const tail = 22 + 0xffff;

interface Piece {
  readonly offset: number;
  readonly length: number;
}

/** Asks for pieces of a file, one after the other, and gives what it makes of them. */
type Reader<T> = Generator<Piece, T, Buffer>;

/** The directory of a zip file, as far as it is wanted in a list; null when there is none (cut short, or no zip). */
export const listZip = (source: ByteSource): Promise<ZipListing | null> =>
  fromSource(source, directory(source.size, listBounds));

/** The whole directory of a zip file in memory; null when there is none. */
export const entriesOf = (zip: Buffer): readonly ZipEntry[] | null =>
  fromMemory(zip, directory(zip.length, unbounded))?.entries ?? null;

/** One entry unpacked, as far as it stays below `limit` bytes; null when it is larger, encrypted or damaged. */
export async function readEntry(source: ByteSource, entry: ZipEntry, limit: number): Promise<Buffer | null> {
  try {
    return await fromSource(source, content(entry, limit));
  } catch {
    return null;
  }
}

/** One entry of a zip file in memory; throws when it is damaged, encrypted or longer than `limit` bytes, whatever it declares. */
export const unpack = (zip: Buffer, entry: ZipEntry, limit: number): Buffer => fromMemory(zip, content(entry, limit));

/** Whether unpacking failed because there was more than allowed. */
export const isBomb = (error: unknown): boolean =>
  error instanceof RangeError && "code" in error && error.code === tooLarge;

const tooLarge = "ERR_BUFFER_TOO_LARGE";

async function fromSource<T>(source: ByteSource, reader: Reader<T>): Promise<T> {
  let step = reader.next();
  while (step.done !== true) {
    const { offset, length } = step.value;
    step = reader.next(Buffer.from(await source.read(offset, length)));
  }
  return step.value;
}

function fromMemory<T>(zip: Buffer, reader: Reader<T>): T {
  let step = reader.next();
  while (step.done !== true) {
    const { offset, length } = step.value;
    step = reader.next(zip.subarray(offset, offset + length));
  }
  return step.value;
}

function* directory(size: number, bounds: Bounds): Reader<ZipListing | null> {
  const start = Math.max(0, size - tail);
  const end = yield { offset: start, length: tail };
  let at = end.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  while (at >= 0) {
    if (at + 22 <= end.length) {
      const found = yield* directoryAt(end.subarray(at, at + 22), start + at, bounds);
      if (found !== null) return found;
    }
    at = at === 0 ? -1 : end.lastIndexOf("PK\u0005\u0006", at - 1, "latin1");
  }
  return null;
}

function* directoryAt(end: Buffer, endOffset: number, bounds: Bounds): Reader<ZipListing | null> {
  const zip64 = yield* zip64End(endOffset);
  const count = zip64?.count ?? end.readUInt16LE(10);
  const size = zip64?.size ?? end.readUInt32LE(12);
  const claimed = zip64?.offset ?? end.readUInt32LE(16);
  // Something may stand before the archive (a self-extractor): then all offsets are short by its length.
  const ahead = zip64 === null ? Math.max(0, endOffset - size - claimed) : 0;
  const length = Math.min(size, bounds.bytes);
  const bytes = yield { offset: claimed + ahead, length };
  if (bytes.length < length) return null;
  const wanted = Math.min(count, bounds.entries);
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < wanted && at + 46 <= bytes.length) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [name = 0, extra = 0, comment = 0] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field));
    entries.push(entryAt(bytes, at, name, extra, ahead));
    at += 46 + name + extra + comment;
  }
  return entries.length < wanted && size <= bounds.bytes ? null : { count, entries };
}

function* zip64End(
  endOffset: number,
): Reader<{ readonly count: number; readonly size: number; readonly offset: number } | null> {
  const locator = yield { offset: Math.max(0, endOffset - 20), length: 20 };
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return null;
  const record = yield { offset: Number(locator.readBigUInt64LE(8)), length: 56 };
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return null;
  const [count = 0, size = 0, offset = 0] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field)));
  return { count, size, offset };
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number, ahead: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const raw = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const name = (unicodeName(extra) ?? decodeName(raw, (flags & 0x800) !== 0)).replaceAll("\\", "/");
  return {
    name,
    packed: bytes.readUInt32LE(at + 20),
    unpacked: bytes.readUInt32LE(at + 24),
    encrypted: (flags & 1) !== 0,
    folder: name.endsWith("/"),
    offset: bytes.readUInt32LE(at + 42) + ahead,
    method: bytes.readUInt16LE(at + 10),
  };
}

/** Info-ZIP's Unicode path (extra field 0x7075, APPNOTE 4.6.9). */
function unicodeName(extra: Buffer): string | null {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 0x7075) continue;
    return extra.toString("utf8", at + 9, at + 4 + extra.readUInt16LE(at + 2));
  }
  return null;
}

/** Names without the UTF-8 flag come from Chinese Windows (GBK) more often than from DOS; many writers forget the flag. */
function decodeName(raw: Uint8Array, utf8: boolean): string {
  for (const encoding of utf8 ? ["utf-8"] : ["utf-8", "gb18030"]) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(raw);
    } catch {
      // The next encoding is tried.
    }
  }
  return Buffer.from(raw).toString("latin1");
}

function* content({ offset, packed, method, encrypted }: ZipEntry, limit: number): Reader<Buffer> {
  if (encrypted) throw new Error("encrypted");
  if (packed > limit) throw Object.assign(new RangeError("longer than allowed"), { code: tooLarge });
  const head = yield { offset, length: 30 };
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new Error("damaged");
  const raw = yield { offset: offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28), length: packed };
  if (raw.length !== packed || (method !== 0 && method !== 8)) throw new Error("damaged");
  return method === 0 ? raw : inflateRawSync(raw, { maxOutputLength: Math.max(1, limit) });
}

/** Names in the order of the local headers, for a file whose directory is lost; the first few only. */
export function localNames(head: Buffer): string[] {
  const names: string[] = [];
  for (
    let at = 0;
    at >= 0 && at + 30 <= head.length && names.length < 50;
    at = head.indexOf("PK\u0003\u0004", at + 4, "latin1")
  ) {
    const length = head.readUInt16LE(at + 26);
    names.push(decodeName(head.subarray(at + 30, at + 30 + length), false));
  }
  return names;
}
