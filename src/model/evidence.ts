/** What was handed in: files as found and identified, and the evidence items (材料) that they make up. */
import type { DepartmentId, RequirementId, SourcePath } from "./ids.ts";
import type { Period, SourceRef } from "./source.ts";
import type { Words } from "./words.ts";

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
  /** Plain text or a web page under the name of a file that is never that. */
  | "text-in-disguise"
  | "bad-name";

/** `damaged`: most of a picture can be shown, the rest is lost. `active-content`: an SVG that asks for scripts or other files. */
export type FileFlaw = "damaged" | "active-content";

/** A picture in little, by which it is known again: `thumbnailSide` × `thumbnailSide` greys, a byte each, rows from the top. */
export type Thumbnail = Uint8Array;

export const thumbnailSide = 64;

/** Why a file is no evidence at all; it still stands in the manifest. */
export type IgnoredReason =
  | "system-file"
  | "office-lock-file"
  | "register"
  | "task-list"
  | "set-aside"
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
      /** Only a password of evipack.yaml opens it, whoever else receives it cannot; nothing where none is needed. */
      readonly sealed?: true;
      /** Size of a picture as it is stored; nothing for drawings and other kinds. */
      readonly pixels?: { readonly width: number; readonly height: number };
      /** What a picture of one page shows; nothing before it was rendered. */
      readonly thumbnail?: Thumbnail;
      /** What is amiss though it can be read; nothing when all is well. */
      readonly flaw?: FileFlaw;
    }
  | {
      readonly type: "unreadable";
      readonly reason: UnreadableReason;
      readonly format: string;
      /** Something of it could be read after all, and is printed; it proves nothing. */
      readonly inPart?: true;
    }
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

/** What a register (登记表) tells of an item beyond its title, number and date; empty where it is silent. */
export interface Registered {
  /** Words under a photo (图注), or what the item is about. */
  readonly caption: string;
  readonly place: string;
  readonly people: string;
  readonly theme: string;
  readonly copy: "original" | "copy" | null;
  /** Whether it carries a seal (盖章). */
  readonly sealed: boolean | null;
  /** 密级, as it is written. */
  readonly secrecy: string;
  /** Where the original is kept (存放处). */
  readonly keptAt: string;
  readonly remark: string;
  /** The passage that proves the matter; null, or nothing, where the row names none. */
  readonly locator?: Locator | null;
  /** It asks for a requirement that is not there, which is told at its cell: nothing more need be said of its place. */
  readonly requirementUnknown: boolean;
  /** The row. */
  readonly at: SourceRef;
}

/** A proving passage (定位): its page, its words, or a place on the page; one of page and words is told. */
export interface Locator {
  /** Of the exhibit, from 1; null for wherever the words stand first. */
  readonly page: number | null;
  readonly quote: string;
  /** mm from the upper left corner of the page as it is seen. */
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** The cell. */
  readonly at: SourceRef;
}

/** A code that stands at the start of the file's name, or of a folder above it. */
export interface Claim {
  readonly code: string;
  readonly serial: number | null;
  readonly from: "file" | "folder";
}

/** A file, or an address (kind `link`) that a register names instead of one. */
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
  /** What its text tells, where it has any that can be read. */
  readonly words?: Words;
  /** The address, for kind `link`; data that is shown and never followed. */
  readonly url?: string;
}

/** What an item says it belongs to: a code in a register, or else in its file's name. */
export interface ItemClaim {
  readonly code: string;
  readonly serial: number | null;
  readonly from: Claim["from"] | "register";
  /** The slot that a register names. */
  readonly requirement: RequirementId | null;
  /** The cell of a register; null for a name. */
  readonly at: SourceRef | null;
}

/** An evidence item (材料): one file, or several that prove one thing together (套件: notice, sign-in sheet, minutes, photos). */
export interface Item extends NameParts {
  /** The first leads: the item goes by its path. */
  readonly files: readonly [Evidence, ...Evidence[]];
  readonly department: DepartmentId | null;
  /** In the order in which they count; the item is printed under the first. */
  readonly claims: readonly ItemClaim[];
  readonly registered: Registered | null;
}

/** The path by which an item goes; no other item has the file. */
export const keyOf = (item: Item): SourcePath => item.files[0].path;

/** Nobody's evidence: a system file, a refused link, a register. */
export const isIgnored = (item: Item): boolean => item.files[0].state.type === "ignored";
