/** The only importer of cfb: what an OLE compound file (DOC, XLS, PPT, MSG of old) holds. */
import CFB from "cfb";
import { opensByItself } from "./sealed.ts";

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
    const info = entries.content("encryptioninfo");
    const opens = info !== null && opensByItself(Buffer.from(info));
    return { format: sealedFormat(extension), failure: opens ? null : "encrypted" };
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

function readEntries(bytes: Uint8Array): OleEntries | null {
  try {
    const file = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { type: "buffer" });
    const at = new Map<string, number>();
    for (const [index, full] of file.FullPaths.entries()) {
      const parts = full.split("/").filter((part) => part !== "");
      const name = parts[1]?.toLowerCase();
      if (parts.length === 2 && name !== undefined && !at.has(name)) at.set(name, index);
    }
    const content = (name: string): Uint8Array | null => {
      const found = file.FileIndex[at.get(name) ?? -1]?.content;
      return found === undefined ? null : Uint8Array.from(found.slice(0, 4096));
    };
    return { names: new Set(at.keys()), content };
  } catch {
    return null;
  }
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
 * Whether a document needs a password, where its first bytes tell: fEncrypted of the FIB ([MS-DOC] 2.5.2), the token of
 * `Current User` ([MS-PPT] 2.3.2). A sealed workbook may open with the usual password of Excel, so the converter finds out.
 */
function isSealed(format: string, { content }: OleEntries): boolean {
  const word = (name: string, at: number): number => {
    const bytes = content(name);
    return bytes === null || bytes.length < at + 4 ? 0 : Buffer.from(bytes).readUInt32LE(at);
  };
  if (format === "doc") return (word("worddocument", 10) & 0x0100) !== 0;
  return format === "ppt" && word("current user", 12) === 0xf3d1c4df;
}
