/** The only importer of file-type: what the bytes are, whatever the file is called. */
import { fileTypeFromBuffer } from "file-type";
import type { FileKind } from "../model/evidence.ts";

export interface Identified {
  readonly kind: FileKind;
  /** Usual extension, without dot; empty when the content has no known type. */
  readonly format: string;
}

const byExtension: Readonly<Record<string, FileKind>> = {
  pdf: "pdf",
  docx: "word",
  docm: "word",
  dotx: "word",
  odt: "word",
  rtf: "word",
  xlsx: "sheet",
  xlsm: "sheet",
  xltx: "sheet",
  ods: "sheet",
  pptx: "slides",
  pptm: "slides",
  potx: "slides",
  ppsx: "slides",
  odp: "slides",
  svg: "image",
  zip: "archive",
  rar: "archive",
  "7z": "archive",
  gz: "archive",
  tar: "archive",
};

/** OLE files (DOC, XLS, PPT, MSG of old) look alike from outside; their extension decides among these. */
const oleKinds: Readonly<Record<string, FileKind>> = {
  doc: "word",
  dot: "word",
  wps: "word",
  xls: "sheet",
  et: "sheet",
  ppt: "slides",
  dps: "slides",
  msg: "mail",
};

/** Plain text has no magic bytes; its extension decides among these. */
const textKinds: Readonly<Record<string, FileKind>> = {
  html: "web",
  htm: "web",
  url: "web",
  webloc: "web",
  eml: "mail",
  svg: "image",
  csv: "sheet",
};

/** Extensions whose contents are always recognised: other contents under them are no such file. */
const recognised = new Set([
  ...Object.keys(byExtension).filter((extension) => extension !== "svg"),
  ...Object.keys(oleKinds).filter((extension) => extension !== "et" && extension !== "dps"),
  "jpg",
  "jpeg",
  "png",
  "gif",
  "tif",
  "tiff",
  "bmp",
  "webp",
  "heic",
  "avif",
  "mp4",
  "mov",
  "avi",
  "mp3",
  "wav",
]);

export const isKnownExtension = (extension: string): boolean => recognised.has(extension);

/** Identifies a file by its first bytes (a few kilobytes are enough for most kinds, all of it for ZIP-based ones). */
export async function identify(bytes: Uint8Array, extension: string): Promise<Identified> {
  if (startsLikePdf(bytes)) return { kind: "pdf", format: "pdf" };
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found === undefined) return identifyText(bytes, extension);
  if (found.ext === "cfb") {
    const kind = oleKinds[extension];
    return kind === undefined ? { kind: "unknown", format: "" } : { kind, format: extension };
  }
  if (found.ext === "xml") return identifyText(bytes, extension);
  const known = byExtension[found.ext];
  if (known !== undefined) return { kind: known, format: found.ext };
  const family = found.mime.split("/")[0];
  const kind = family === "image" || family === "video" || family === "audio" ? family : "unknown";
  return { kind, format: found.ext };
}

/** PDF readers accept the header anywhere in the first 1024 bytes (ISO 32000-1, annex H, note 13). */
const startsLikePdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024)).includes("%PDF-");

function identifyText(bytes: Uint8Array, extension: string): Identified {
  if (bytes.subarray(0, 4096).includes(0)) return { kind: "unknown", format: "" };
  const kind = textKinds[extension];
  return kind === undefined ? { kind: "text", format: "txt" } : { kind, format: extension };
}
