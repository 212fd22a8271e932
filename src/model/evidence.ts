/** Evidence items (材料): what was handed in, as found and identified. */
import type { DepartmentId, SourcePath } from "./ids.ts";
import type { Period, SourceRef } from "./source.ts";

/** What the bytes are, whatever the file is called. */
export type FileKind =
  | "pdf"
  | "image"
  | "word"
  | "sheet"
  | "slides"
  | "text"
  | "web"
  | "mail"
  | "video"
  | "audio"
  | "archive"
  | "unknown";

/** Why a file cannot be read. */
export type UnreadableReason =
  | "empty"
  | "corrupt"
  | "encrypted"
  | "no-permission"
  | "vanished"
  | "too-many-pixels"
  | "too-large"
  | "bad-name";

/** Why a file is no evidence at all; it still stands in the manifest. */
export type IgnoredReason =
  | "system-file"
  | "office-lock-file"
  | "register"
  | "link-outside"
  | "link-to-folder"
  | "special-file";

export type FileState =
  | {
      readonly type: "readable";
      readonly kind: FileKind;
      /** Extension that fits the content, without dot; empty when the content has no known type. */
      readonly format: string;
      /** Pages it brings, for PDFs and pictures; null until it is converted. */
      readonly pages: number | null;
    }
  | { readonly type: "unreadable"; readonly reason: UnreadableReason; readonly format: string }
  | { readonly type: "ignored"; readonly reason: IgnoredReason };

/** What the file's name says. */
export interface NameParts {
  readonly title: string;
  /** 文号, e.g. 奉财〔2019〕8号. */
  readonly docNumber: string;
  /** When it was formed, as exactly as the name tells: `2019`, `2019-03` or `2019-03-05`. */
  readonly formed: string | null;
  /** The time it speaks of, which the window judges. */
  readonly period: Period | null;
}

/** What a register tells of an item beyond its title, number and date. */
export interface Registered {
  /** Words under a photo (图注), or what the item is about. */
  readonly caption: string;
  readonly place: string;
  readonly people: string;
  readonly theme: string;
  readonly copy: "original" | "copy" | null;
  /** Where the original is kept (存放处). */
  readonly keptAt: string;
  readonly remark: string;
  readonly at: SourceRef;
}

/** A code that stands at the start of the file's name, or of a folder above it. */
export interface Claim {
  readonly code: string;
  readonly serial: number | null;
  readonly from: "file" | "folder";
}

export interface Evidence extends NameParts {
  readonly path: SourcePath;
  readonly bytes: number;
  /** Lower-case hex; null when the bytes could not be read. */
  readonly sha256: string | null;
  readonly department: DepartmentId | null;
  /** Folders below the department's folder, outermost first. */
  readonly folders: readonly string[];
  /** File name without folders. */
  readonly name: string;
  readonly claim: Claim | null;
  /** What looks like a code at the start of the name, whether or not the map knows it. */
  readonly codeLike: string | null;
  readonly state: FileState;
}
