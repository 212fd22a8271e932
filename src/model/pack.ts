/** The pack (成果包) before it is written: the report, the appendix, and what became of every file. */
import type { Cell, Column, Cover, Report } from "./document.ts";
import type { Evidence, Registered, UnreadableReason } from "./evidence.ts";
import type { ExhibitId, IndicatorCode, SourcePath } from "./ids.ts";
import type { Language, Leaf, Requirement } from "./map.ts";
import type {
  AppendixSettings,
  OwnSheets,
  PhotosPerPage,
  SheetSettings,
  StampPlace,
  VolumeSettings,
} from "./workspace.ts";

/** Why a placeholder page stands in for a file; `classified`: it is marked so, and was not opened. */
export type PlaceholderReason = UnreadableReason | NaturalReason | UnprintedReason | "classified";

/** Not printed by its nature: a placeholder page is the regular form. */
export type NaturalReason = "media" | "link" | "mail" | "archive" | "unknown-kind";

/** Why a sound document, or the rest of it, has a placeholder page. */
export type UnprintedReason =
  /** A picture of a kind that is not decoded here. */
  | "not-decodable"
  /** No converter for Office files is at hand. */
  | "no-converter"
  /** The converter was stopped at its limit of time or memory. */
  | "timed-out"
  /** The rest of a table that is longer than may be printed. */
  | "cut";

/** Why a file is not in the appendix at all. */
export type OmittedReason =
  | "unmatched"
  | "ambiguous"
  | "duplicate"
  | "system-file"
  | "office-lock-file"
  | "register"
  | "task-list"
  | "set-aside"
  | "link-outside"
  | "link-to-folder"
  | "special-file";

/** An item as it stands in the appendix (附件). */
export interface Exhibit {
  readonly id: ExhibitId;
  readonly leaf: Leaf;
  /** Null when the indicator is plain but the slot is not. */
  readonly requirement: Requirement | null;
  /** Every indicator that it serves, the one under which it is printed first. */
  readonly proves: readonly IndicatorCode[];
  /** What was handed in, first page first; never empty. */
  readonly files: readonly Evidence[];
  /** What a register tells beyond the names; null for an item that none lists. */
  readonly registered: Registered | null;
  readonly title: string;
  readonly docNumber: string;
  readonly department: string;
  /** When it was formed, as exactly as its name tells: `2019-03-05`, `2019-03`, `2019` or nothing. For lists. */
  readonly day: string;
  /** No day or year is known but a period that reaches over several years (2016-2020年). */
  readonly spansYears: boolean;
  /** The day in words, e.g. 2019年3月5日. */
  readonly date: string;
}

/** SHA-256 of the files of some exhibits, as the check saw them. */
export const sumsOf = (exhibits: readonly Exhibit[]): ReadonlyMap<SourcePath, string | null> =>
  new Map(exhibits.flatMap(({ files }) => files).map((file) => [file.path, file.sha256]));

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
  /** Exhibits printed under another leaf that prove this one too. */
  readonly references: readonly Exhibit[];
}

export type IndexRow =
  | { readonly type: "section" | "indicator"; readonly text: string }
  | {
      readonly type: "exhibit";
      readonly exhibit: ExhibitId;
      readonly cells: readonly Cell[];
      /** It is printed for another indicator: the row leads there, and stands in the list of the whole appendix only. */
      readonly isReference?: true;
    };

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

/** Exhibits that belong together, of which one volume is made, or several where its limits ask for it. */
export interface Book {
  /** What they have in common; empty where all exhibits are in one. */
  readonly title: string;
  /** By leaf, in the order of the map; exhibits in the order of their numbers. */
  readonly groups: readonly { readonly leaf: Leaf; readonly exhibits: readonly Exhibit[] }[];
}

export interface Appendix {
  readonly cover: Cover;
  readonly indexTitle: string;
  readonly columns: readonly Column[];
  /** The same for an index of several volumes, which names the volume too. */
  readonly masterColumns: readonly Column[];
  readonly rows: readonly IndexRow[];
  readonly dividers: readonly Divider[];
  /** Exhibits by leaf, in the order of the map; no leaf without any. */
  readonly groups: readonly ExhibitGroup[];
  /** The same as they are to be bound together, in order; never empty. */
  readonly books: readonly Book[];
  readonly volumes: VolumeSettings;
  readonly sheets: SheetSettings;
  readonly photosPerPage: PhotosPerPage;
  readonly stamp: StampPlace & StampForms;
  readonly own: OwnSheets;
  /** `archive`: rows are counted anew in each index, and `columns` has one for that before the cells of its rows. */
  readonly index: AppendixSettings["index"];
  readonly docx: AppendixSettings["docx"];
  readonly spines: AppendixSettings["spines"];
}

/** What is printed on each page: on those of exhibits, and on all others. */
export interface StampForms {
  /** `{exhibit}`, `{n}`, `{volume}`. */
  readonly form: string;
  /** `{n}`, `{volume}`. */
  readonly plain: string;
}

export interface Pack {
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly applicant: string;
  /** Who compiles; empty where nobody is named, or the applicant. */
  readonly office: string;
  readonly asOf: string;
  readonly draft: boolean;
  /** Codes of the sections that the report holds, in the order of the map; null for all. The appendix is whole in any case. */
  readonly sections: readonly IndicatorCode[] | null;
  readonly report: Report;
  /** The short form (汇报稿); null when none is asked for. */
  readonly briefing: Report | null;
  readonly appendix: Appendix;
  readonly exhibits: readonly Exhibit[];
  readonly omitted: readonly Omitted[];
}
