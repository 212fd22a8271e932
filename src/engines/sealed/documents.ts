/** Encrypted DOC and XLS: their streams in plain, everything else in the file as it was. */
import type { OleFile } from "../ole.ts";
import { keysOf, rc4Blocks } from "./rc4.ts";

/** Bytes at the beginning of `WordDocument` that are never encrypted ([MS-DOC] 2.2.6.2). */
const plainHead = 68;

/** Opens a DOC ([MS-DOC] 2.2.6, 2.5.2); false when the password is wrong or it is only obfuscated. */
export function openWord(file: OleFile, password: string): boolean {
  const main = file.read("worddocument");
  const flags = main?.readUInt16LE(10) ?? 0;
  const [encrypted, second, obfuscated] = [0x0100, 0x0200, 0x8000];
  const tableName = (flags & second) === 0 ? "0table" : "1table";
  const table = file.read(tableName);
  if (main === null || table === null || (flags & obfuscated) !== 0) return false;
  const keyOf = keysOf(table, password);
  if (keyOf === null) return false;
  const opened = rc4Blocks(keyOf, main, 512);
  main.copy(opened, 0, 0, plainHead);
  opened.writeUInt16LE(flags & ~encrypted, 10);
  opened.writeUInt32LE(0, 14);
  file.replace("worddocument", opened);
  file.replace(tableName, rc4Blocks(keyOf, table, 512));
  const data = file.read("data");
  if (data !== null) file.replace("data", rc4Blocks(keyOf, data, 512));
  return true;
}

const filePass = 0x2f;
const boundSheet = 0x85;

/** Records that are never encrypted: BOF, FilePass, RRDHead, UsrExcl, FileLock, RRDInfo, InterfaceHdr ([MS-XLS] 2.2.10). */
const plainRecords = new Set([0x0809, filePass, 0x0138, 0x0194, 0x0195, 0x0196, 0x00e1]);

/** Opens an XLS ([MS-XLS] 2.2.10, 2.4.117); false when the password is wrong or it is only obfuscated. */
export function openSheet(file: OleFile, password: string): boolean {
  const name = file.read("workbook") === null ? "book" : "workbook";
  const sealed = file.read(name);
  if (sealed === null) return false;
  const pass = recordsOf(sealed).find((each) => each.type === filePass);
  const byRc4 = pass !== undefined && sealed.readUInt16LE(pass.at + 4) === 1;
  const keyOf = byRc4 ? keysOf(sealed.subarray(pass.at + 6, pass.end), password) : null;
  if (pass === undefined || keyOf === null) return false;
  const opened = rc4Blocks(keyOf, sealed, 1024);
  for (const { type, at, end } of recordsOf(sealed)) {
    // Heads are plain, and so is the place of a sheet in the stream.
    const plain = plainRecords.has(type) ? end : at + (type === boundSheet ? 8 : 4);
    sealed.copy(opened, at, at, Math.min(plain, end));
  }
  // A record without a meaning in its place: nothing moves.
  opened.fill(0, pass.at, pass.at + 2).fill(0, pass.at + 4, pass.end);
  file.replace(name, opened);
  return true;
}

interface XlsRecord {
  readonly type: number;
  readonly at: number;
  readonly end: number;
}

function recordsOf(stream: Buffer): XlsRecord[] {
  const records: XlsRecord[] = [];
  for (let at = 0; at + 4 <= stream.length;) {
    const end = Math.min(at + 4 + stream.readUInt16LE(at + 2), stream.length);
    records.push({ type: stream.readUInt16LE(at), at, end });
    at = end;
  }
  return records;
}
