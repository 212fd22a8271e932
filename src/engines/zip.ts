/**
 * Zip files from outside: which entries they name, and one small entry unpacked within a bound. Only the directory at
 * the end is read (APPNOTE.TXT 6.3.10, sections 4.3 and 4.4); nothing else is unpacked, so a zip bomb stays asleep.
 */
import { inflateRawSync } from "node:zlib";
import type { ByteSource } from "../world.ts";

export interface ZipEntry {
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
  /** The first entries, at most `listed`. */
  readonly entries: readonly ZipEntry[];
}

/** A directory larger than this is read in part: enough for some hundred thousand names. */
const directoryLimit = 16 * 1024 * 1024;
const listed = 100_000;
/** The end record with the longest comment. */
const tail = 22 + 0xffff;

/** The directory of a zip file; null when there is none (cut short, or no zip). */
export async function listZip(source: ByteSource): Promise<ZipListing | null> {
  const start = Math.max(0, source.size - tail);
  const end = Buffer.from(await source.read(start, tail));
  let at = end.lastIndexOf("PK\u0005\u0006", undefined, "latin1");
  while (at >= 0) {
    if (at + 22 <= end.length) {
      const found = await directoryAt(source, end.subarray(at, at + 22), start + at);
      if (found !== null) return found;
    }
    at = at === 0 ? -1 : end.lastIndexOf("PK\u0005\u0006", at - 1, "latin1");
  }
  return null;
}

async function directoryAt(source: ByteSource, end: Buffer, endOffset: number): Promise<ZipListing | null> {
  const zip64 = await zip64End(source, endOffset);
  const count = zip64?.count ?? end.readUInt16LE(10);
  const size = zip64?.size ?? end.readUInt32LE(12);
  const claimed = zip64?.offset ?? end.readUInt32LE(16);
  // Something may stand before the archive (a self-extractor): then all offsets are short by its length.
  const ahead = zip64 === null ? Math.max(0, endOffset - size - claimed) : 0;
  const bytes = Buffer.from(await source.read(claimed + ahead, Math.min(size, directoryLimit)));
  const entries: ZipEntry[] = [];
  let at = 0;
  while (entries.length < Math.min(count, listed) && at + 46 <= bytes.length) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    entries.push(entryAt(bytes, at, name, extra, ahead));
    at += 46 + name + extra + comment;
  }
  return entries.length < Math.min(count, listed) && size <= directoryLimit ? null : { count, entries };
}

async function zip64End(
  source: ByteSource,
  endOffset: number,
): Promise<{ readonly count: number; readonly size: number; readonly offset: number } | null> {
  const locator = Buffer.from(await source.read(Math.max(0, endOffset - 20), 20));
  if (locator.length < 20 || locator.readUInt32LE(0) !== 0x07064b50) return null;
  const record = Buffer.from(await source.read(Number(locator.readBigUInt64LE(8)), 56));
  if (record.length < 56 || record.readUInt32LE(0) !== 0x06064b50) return null;
  const [count, size, offset] = [32, 40, 48].map((field) => Number(record.readBigUInt64LE(field))) as [
    number,
    number,
    number,
  ];
  return { count, size, offset };
}

function entryAt(bytes: Buffer, at: number, nameLength: number, extraLength: number, ahead: number): ZipEntry {
  const flags = bytes.readUInt16LE(at + 8);
  const raw = bytes.subarray(at + 46, at + 46 + nameLength);
  const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
  const name = unicodeName(extra) ?? decodeName(raw, (flags & 0x800) !== 0);
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

/** One entry unpacked, as far as it stays below `limit` bytes; null when it is larger, encrypted or damaged. */
export async function readEntry(source: ByteSource, entry: ZipEntry, limit: number): Promise<Buffer | null> {
  if (entry.encrypted || entry.packed > limit) return null;
  const head = Buffer.from(await source.read(entry.offset, 30));
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) return null;
  const start = entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  const packed = Buffer.from(await source.read(start, entry.packed));
  if (entry.method === 0) return packed;
  if (entry.method !== 8) return null;
  try {
    return inflateRawSync(packed, { maxOutputLength: limit });
  } catch {
    return null;
  }
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
