/** The only importer of file-type: what the bytes are, whatever the file is called. */
import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "../model/evidence.ts";
import type { ByteSource } from "../world.ts";
import { kindOf } from "./formats.ts";
import { identifyZip } from "./office-zip.ts";
import { identifyOle } from "./ole.ts";
import { identifyText } from "./text-kinds.ts";

export interface Identified {
  readonly kind: FileKind;
  /** Usual extension, without dot; empty when the content has no known type. */
  readonly format: string;
  /** Set when the container itself tells that the file cannot be read. */
  readonly failure: "corrupt" | "encrypted" | null;
}

const unknown: Identified = { kind: "unknown", format: "", failure: null };

const as = (format: string, failure: Identified["failure"] = null): Identified =>
  format === "txt" ? { kind: "text", format, failure } : { kind: kindOf(format) ?? "unknown", format, failure };

/** First bytes in hexadecimal → format, for what the library does not know. */
const signatures: readonly (readonly [RegExp, string])[] = [
  // BIFF 2 to 5 without a container: the record that begins a stream ([MS-XLS] 2.4.21 and its forerunners).
  [/^0(?:9000400|9020600|9040600|9080800|9080600)/u, "xls"],
  // Word for DOS and Word 2 to 97 without a container: wIdent of the FIB ([MS-DOC] 2.5.2 and its forerunners).
  [/^(?:31be0000|dba52d00|9ba52100|dca5|eca5)/u, "doc"],
  [/^2e524d46/u, "rm"],
  // WeChat writes a byte before the signature of SILK.
  [/^(?:02)?232153494c4b5f5633/u, "silk"],
  [/^(?:43414a|4b4448)/u, "caj"],
];

/**
 * Identifies a file by its content. Small parts of zip files are unpacked within a bound, nothing else is. `bytes` is
 * the whole file, or its head when it is too large to be held; `extension` (lower case) decides only where contents cannot.
 */
export async function identify(bytes: Uint8Array, extension: string, source: ByteSource): Promise<Identified> {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 4096));
  const start = head.toString("latin1", 0, 8);
  if (start.startsWith("%PDF-")) return as("pdf");
  if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
    const { format, failure } = await identifyZip(source, extension);
    return as(format, failure);
  }
  if (start.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
    const { format, failure } = identifyOle(bytes, extension, bytes.length >= source.size);
    return as(format, failure);
  }
  if (start.startsWith("bplist")) return extension === "webloc" || head.includes("SURL_") ? as("webloc") : unknown;
  const signature = signatures.find(([form]) => form.test(head.toString("hex", 0, 16)));
  if (signature !== undefined) return as(signature[1]);
  // Before the library: it takes text that begins with BM for a bitmap, and a byte order mark for sound.
  const text = identifyText(bytes, extension);
  if (text !== null) return as(text);
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found !== undefined) return named(found.ext, found.mime);
  // PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13).
  return head.subarray(0, 1024).includes("%PDF-") ? as("pdf") : unknown;
}

/** Names of the library that are not ours, and families of what our table does not have. */
function named(ext: string, mime: string): Identified {
  if (ext === "asf") return as(mime.startsWith("audio") ? "wma" : "wmv");
  if (ext === "heic" || mime.startsWith("image/heif") || mime.startsWith("image/heic")) return as("heic");
  const kind = kindOf(ext);
  if (kind !== undefined) return as(ext);
  const family = mime.split("/")[0];
  const known = family === "image" || family === "video" || family === "audio" ? family : "unknown";
  return { kind: known, format: ext, failure: null };
}
