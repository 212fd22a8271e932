/** The pack (成果包) before it is written: the report, the appendix, and what became of every file. */
import type { Cell, Column, Cover, Report } from "./document.ts";
import type { Evidence, UnreadableReason } from "./evidence.ts";
import type { ExhibitId, IndicatorCode, SourcePath } from "./ids.ts";
import type { Language, Leaf, Requirement } from "./map.ts";

/**
 * Why a placeholder page stands in for a file. `not-decodable`: a picture for which there is no decoder; `not-converted`:
 * a document of a kind that is not turned into pages. The rest are not printed by their nature: for them a placeholder
 * page is the regular form.
 */
export type PlaceholderReason = UnreadableReason | "not-decodable" | "not-converted" | NaturalReason;

export type NaturalReason = "media" | "link" | "mail" | "archive" | "unknown-kind";

/** Why a file is not in the appendix at all. */
export type OmittedReason =
  | "unmatched"
  | "ambiguous"
  | "duplicate"
  | "system-file"
  | "office-lock-file"
  | "register"
  | "link-outside"
  | "link-to-folder"
  | "special-file";

/** An item as it stands in the appendix (附件). */
export interface Exhibit {
  readonly id: ExhibitId;
  readonly leaf: Leaf;
  /** Null when the indicator is plain but the slot is not. */
  readonly requirement: Requirement | null;
  readonly evidence: Evidence;
  readonly title: string;
  readonly docNumber: string;
  readonly department: string;
  /** When it was formed, as exactly as its name tells: `2019-03-05`, `2019-03`, `2019` or nothing. For lists. */
  readonly day: string;
  /** The same in words, e.g. 2019年3月5日. */
  readonly date: string;
}

export interface Omitted {
  readonly evidence: Evidence;
  readonly reason: OmittedReason;
  /** The item that stands for it, when it is a duplicate. */
  readonly instead: SourcePath | null;
}

/** The exhibits of one leaf, in the order of their numbers. */
export interface ExhibitGroup {
  readonly leaf: Leaf;
  readonly exhibits: readonly Exhibit[];
}

export type IndexRow =
  | { readonly type: "section" | "indicator"; readonly text: string }
  | { readonly type: "exhibit"; readonly exhibit: ExhibitId; readonly cells: readonly Cell[] };

/** The sheet before an indicator's exhibits (隔页). */
export interface Divider {
  readonly code: IndicatorCode;
  /** Section and groups above the indicator, outermost first. */
  readonly path: readonly string[];
  readonly title: string;
  readonly lines: readonly (readonly [label: string, text: string])[];
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly exhibit: ExhibitId; readonly cells: readonly Cell[] }[];
}

export interface Appendix {
  readonly cover: Cover;
  readonly indexTitle: string;
  readonly columns: readonly Column[];
  readonly rows: readonly IndexRow[];
  readonly dividers: readonly Divider[];
  readonly groups: readonly ExhibitGroup[];
}

export interface Pack {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly asOf: string;
  readonly draft: boolean;
  readonly report: Report;
  readonly appendix: Appendix;
  readonly exhibits: readonly Exhibit[];
  readonly omitted: readonly Omitted[];
}
