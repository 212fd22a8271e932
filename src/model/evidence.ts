/** Evidence items (材料): what was handed in, as found and identified. */
import type { DepartmentId, SourcePath } from "./ids.ts";
import type { Period } from "./source.ts";

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
  | "link"
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
  | "too-complex"
  | "bad-name";

/** `damaged`: most of a picture can be shown, the rest is lost. `active-content`: an SVG that asks for scripts or other files. */
export type FileFlaw = "damaged" | "active-content";

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
      /** What is amiss though it can be read; nothing when all is well. */
      readonly flaw?: FileFlaw;
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
