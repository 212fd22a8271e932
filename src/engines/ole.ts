/** The only importer of cfb: what an OLE compound file (DOC, XLS, PPT, MSG of old) holds. */
import CFB from "cfb";

export interface OleFormat {
  /** Usual extension; empty when nothing in it is known. */
  readonly format: string;
  readonly failure: "corrupt" | "encrypted" | null;
}

/** Streams and storages below the root, and the content of those that were asked for. */
interface OleEntries {
  readonly names: ReadonlySet<string>;
  readonly content: (name: string) => Uint8Array | null;
}

/** Name in the root (lower case) → format, the first that is there. [MS-DOC] 2.1, [MS-XLS] 2.1, [MS-PPT] 2.1, [MS-OXMSG] 2.2. */
const telltales: readonly (readonly [string, string])[] = [
  ["worddocument", "doc"],
  ["powerpoint document", "ppt"],
  ["workbook", "xls"],
  ["book", "xls"],
  ["__properties_version1.0", "msg"],
  ["visiodocument", "vsd"],
  ["quill", "pub"],
  ["pp97_dualstorage", "ppt"],
  ["pp40", "ppt"],
  ["fileheader", "hwp"],
];

/** `bytes` may be the head of a larger file only (`whole` false): then the names that happen to be in it decide. */
export function identifyOle(bytes: Uint8Array, extension: string, whole: boolean): OleFormat {
  const readable = whole ? readEntries(bytes) : null;
  const entries = readable ?? namesInRaw(bytes);
  const { names } = entries;
  if (names.has("encryptedpackage") && names.has("encryptioninfo")) {
    return { format: sealedFormat(extension), failure: "encrypted" };
  }
  if ([...names].some((name) => /^\s*props\d*$/u.test(name) && names.has("   114")))
    return { format: "mpp", failure: null };
  const format = telltales.find(([name]) => names.has(name))?.[1] ?? "";
  const known = format === "" && !whole ? byExtension(extension) : format;
  const cut = whole && readable === null && isCut(bytes);
  return { format: known, failure: cut ? "corrupt" : isSealed(format, entries) ? "encrypted" : null };
}

/** What is inside an encrypted package cannot be seen; its extension is believed among those that can be. */
const sealedFormat = (extension: string): string =>
  /^(?:doc|dot|xls|xlt|ppt|pot|pps)[xmb]$/u.test(extension)
    ? extension
    : extension.startsWith("xls") || extension === "et"
      ? "xlsx"
      : extension.startsWith("pp") || extension === "dps"
        ? "pptx"
        : "docx";

const byExtension = (extension: string): string =>
  /^(?:doc|dot|wps)$/u.test(extension)
    ? "doc"
    : /^(?:xls|xlt|et)$/u.test(extension)
      ? "xls"
      : /^(?:ppt|pps|pot|dps)$/u.test(extension)
        ? "ppt"
        : extension === "msg"
          ? "msg"
          : "";

/** A compound file whose streams below the root, named in lower case, can be replaced. */
export interface OleFile {
  readonly names: ReadonlySet<string>;
  /** A copy of the stream; null when there is none. */
  read(name: string): Buffer | null;
  replace(name: string, content: Buffer): void;
  remove(name: string): void;
  /** The file as it stands now, with everything that was not replaced. */
  bytes(): Buffer;
}

/** Null when the file cannot be followed. */
export function readOle(bytes: Uint8Array): OleFile | null {
  try {
    const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { type: "buffer" });
    const at = new Map<string, CFB.CFB$Entry>();
    for (const [index, full] of file.FullPaths.entries()) {
      const parts = full.split("/").filter((part) => part !== "");
      const [name, entry] = [parts[1]?.toLowerCase(), file.FileIndex[index]];
      if (parts.length === 2 && name !== undefined && entry !== undefined && !at.has(name)) at.set(name, entry);
    }
    return {
      names: new Set(at.keys()),
      read: (name) => {
        const content = at.get(name)?.content;
        return content === undefined ? null : Buffer.from(content);
      },
      replace: (name, content) => {
        const entry = at.get(name);
        if (entry !== undefined) entry.content = content;
      },
      remove: (name) => {
        const entry = at.get(name);
        if (entry !== undefined) CFB.utils.cfb_del(file, `/${entry.name}`);
      },
      bytes: () => Buffer.from(CFB.write(file, { type: "buffer" }) as Buffer),
    };
  } catch {
    return null;
  }
}

function readEntries(bytes: Uint8Array): OleEntries | null {
  const file = readOle(bytes);
  return file === null ? null : { names: file.names, content: (name) => file.read(name)?.subarray(0, 4096) ?? null };
}

/** Directory entries found by their look: UTF-16 names of 64 bytes at multiples of 128 ([MS-CFB] 2.6.1). */
function namesInRaw(bytes: Uint8Array): OleEntries {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = new Set<string>();
  for (let at = 512; at + 128 <= raw.length; at += 128) {
    const length = raw.readUInt16LE(at + 64);
    const type = raw.readUInt8(at + 66);
    if (length < 4 || length > 64 || length % 2 !== 0 || (type !== 1 && type !== 2)) continue;
    const name = raw.toString("utf16le", at, at + length - 2);
    // Printable, and in the first position at most the control character that Office puts there.
    // oxlint-disable-next-line no-control-regex -- Office begins names of its own streams with one
    if (/^[\u0001-\u0006]?[\u0020-\ud7ff]+$/u.test(name)) names.add(name.toLowerCase());
  }
  return { names, content: () => null };
}

/** Whether the file ends before the last sector that its table of sectors uses ([MS-CFB] 2.2 and 2.3). */
function isCut(bytes: Uint8Array): boolean {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (raw.length < 512) return true;
  const shift = raw.readUInt16LE(30);
  if (shift !== 9 && shift !== 12) return false;
  const size = 2 ** shift;
  // The last sector is often not filled up.
  const sectors = Math.ceil(raw.length / size) - 1;
  const tables = Math.min(raw.readUInt32LE(44), 109);
  for (let index = 0; index < tables; index += 1) {
    const table = raw.readUInt32LE(76 + index * 4);
    if (table >= 0xfffffffa) continue;
    if (table >= sectors) return true;
    for (let entry = size / 4 - 1; entry >= 0; entry -= 1) {
      const at = (table + 1) * size + entry * 4;
      const sector = index * (size / 4) + entry;
      if (sector >= sectors && at + 4 <= raw.length && raw.readUInt32LE(at) !== 0xffffffff) return true;
    }
  }
  return false;
}

/**
 * Whether a document is encrypted, as its first bytes tell: fEncrypted of the FIB ([MS-DOC] 2.5.2), the token of
 * `Current User` ([MS-PPT] 2.3.2), FilePass among the first records of a workbook ([MS-XLS] 2.4.117).
 */
function isSealed(format: string, { content }: OleEntries): boolean {
  const word = (name: string, at: number): number => {
    const bytes = content(name);
    return bytes === null || bytes.length < at + 4 ? 0 : Buffer.from(bytes).readUInt32LE(at);
  };
  if (format === "doc") return (word("worddocument", 10) & 0x0100) !== 0;
  if (format === "xls") return hasFilePass(Buffer.from(content("workbook") ?? content("book") ?? []));
  return format === "ppt" && word("current user", 12) === 0xf3d1c4df;
}

/** It stands behind BOF and at most a record that forbids writing. */
function hasFilePass(workbook: Buffer): boolean {
  const filePass = 0x2f;
  let at = 0;
  for (let record = 0; record < 3 && at + 4 <= workbook.length; record += 1) {
    if (workbook.readUInt16LE(at) === filePass) return true;
    at += 4 + workbook.readUInt16LE(at + 2);
  }
  return false;
}
