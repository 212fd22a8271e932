/** One file → its size, its hash and what it is. */
import type { Identified } from "../engines/file-type.ts";
import { isKnownExtension, isTextInDisguise } from "../engines/formats.ts";
import type { FileKind, FileState, UnreadableReason } from "../model/evidence.ts";
import type { Words } from "../model/words.ts";
import { hashFile, readFile, readHead, sha256, sizeOf, sourceOfBytes, withFile } from "../world.ts";
import { readWords } from "./words.ts";

/** Larger files are hashed in pieces and known by their first bytes only. */
const wholeLimit = 512 * 1024 * 1024;
const headBytes = 64 * 1024;

export interface Inspected {
  readonly bytes: number;
  readonly sha256: string | null;
  readonly state: FileState;
  /** Null where there are none, or where they cannot be read. */
  readonly words: Words | null;
}

/** Reads a file; `passwords` are tried on an encrypted PDF or Office file. A failure to read is a state of the item, never an exception. */
export async function inspectFile(file: string, extension: string, passwords: readonly string[]): Promise<Inspected> {
  const size = await sizeOf(file);
  if (size > wholeLimit) return inspectLarge(file, extension);
  const read = await readFile(file);
  if (!read.ok) return failed(size, extension, read.failure === "no-permission" ? "no-permission" : "vanished");
  const hash = sha256(read.bytes);
  if (read.bytes.length === 0) {
    return { ...failed(0, extension, "empty"), sha256: hash };
  }
  const { identify } = await import("../engines/file-type.ts");
  const { openOffice } = await import("../engines/sealed/open.ts");
  const bytes = openOffice(read.bytes, passwords) ?? read.bytes;
  // Every program knows the usual password of Excel: what that opens is open to all.
  const isSealed = bytes !== read.bytes && openOffice(read.bytes, []) === null;
  const identified = await identify(bytes, extension, sourceOfBytes(bytes));
  const found = await stateOf(bytes, identified, extension, passwords);
  const state: FileState = isSealed && found.type === "readable" ? { ...found, sealed: true } : found;
  return { bytes: read.bytes.length, sha256: hash, state, words: await readWords(bytes, state, passwords) };
}

/** Kinds that come onto pages; to be printed, a file must be held whole. */
const printed: ReadonlySet<FileKind> = new Set(["pdf", "image", "word", "sheet", "slides", "text", "web"]);

/** What must be opened whole is too large; the rest (recordings, archives, mail) is known without it. */
async function inspectLarge(file: string, extension: string): Promise<Inspected> {
  const [hashed, head] = await Promise.all([hashFile(file), readHead(file, headBytes)]);
  if (!hashed.ok || !head.ok) return failed(0, extension, "vanished");
  const { identify } = await import("../engines/file-type.ts");
  const found = await withFile(file, (source) => identify(head.bytes, extension, source));
  if (found === null) return failed(hashed.bytes, extension, "vanished");
  const { kind, format, failure } = found;
  const reason = printed.has(kind) ? "too-large" : failure;
  const state: FileState =
    reason === null ? { type: "readable", kind, format, pages: null } : { type: "unreadable", reason, format };
  return { bytes: hashed.bytes, sha256: hashed.sha256, state, words: null };
}

const failed = (bytes: number, format: string, reason: UnreadableReason): Inspected => ({
  bytes,
  sha256: null,
  state: { type: "unreadable", reason, format },
  words: null,
});

async function stateOf(
  bytes: Buffer,
  identified: Identified,
  extension: string,
  passwords: readonly string[],
): Promise<FileState> {
  const { kind, format, failure } = identified;
  if (failure !== null) return { type: "unreadable", reason: failure, format };
  if (format === "" && isKnownExtension(extension)) return { type: "unreadable", reason: "corrupt", format: extension };
  if (isTextInDisguise(extension, format)) return { type: "unreadable", reason: "text-in-disguise", format };
  if (kind === "pdf") {
    const { inspectPdf } = await import("../engines/pdf/inspect.ts");
    const probe = await inspectPdf(bytes, passwords);
    return probe.ok
      ? { type: "readable", kind, format, pages: probe.pages, ...(probe.sealed ? { sealed: true } : {}) }
      : { type: "unreadable", reason: probe.failure, format };
  }
  if (kind !== "image") return { type: "readable", kind, format, pages: null };
  const { isDecodable, probeImage } = await import("../engines/image.ts");
  // Pictures that no decoder here knows (JPEG XL, PSD …) are sound all the same: a placeholder stands in for them.
  if (!isDecodable(format)) return { type: "readable", kind, format, pages: null };
  const probe = await probeImage(bytes, format);
  if (!probe.ok) return { type: "unreadable", reason: probe.failure, format };
  const { pages, size, flaw } = probe;
  return {
    type: "readable",
    kind,
    format,
    pages,
    ...(size === null ? {} : { pixels: size }),
    ...(flaw === null ? {} : { flaw }),
  };
}
