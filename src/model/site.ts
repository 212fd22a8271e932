/**
 * What the offline page shows (`site/data.js`), as JSON: every number counted, every address made, nothing left to
 * reckon in the browser. No key of an object is ever a name that a user gave.
 */
import type { CoverageStatus } from "./coverage.ts";
import type { FileKind } from "./evidence.ts";
import type { Language } from "./map.ts";

/** Requirements that apply, and those of them that are covered. */
export interface SiteCount {
  readonly covered: number;
  readonly applicable: number;
  /** As it is printed: `94.1%`, a dash when nothing applies. */
  readonly rate: string;
}

export type SiteInline =
  | { readonly type: "text" | "strong" | "emphasis"; readonly text: string }
  /** `url` begins with http:, https: or mailto:. */
  | { readonly type: "link"; readonly text: string; readonly url: string }
  /** A citation; `page` is the number that is printed there, null for the exhibit as a whole. */
  | { readonly type: "exhibit"; readonly text: string; readonly exhibit: string; readonly page: number | null }
  | { readonly type: "note"; readonly content: readonly SiteInline[] }
  | { readonly type: "break" };

export type SiteBlock =
  | { readonly type: "heading"; readonly text: string }
  | { readonly type: "paragraph" | "quote"; readonly content: readonly SiteInline[] }
  | { readonly type: "labelled"; readonly label: string; readonly content: readonly SiteInline[] }
  | { readonly type: "verbatim"; readonly text: string }
  | {
      readonly type: "list";
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly SiteBlock[])[];
    }
  | {
      readonly type: "table";
      readonly caption: string | null;
      readonly columns: readonly { readonly title: string; readonly align: "left" | "center" | "right" }[];
      readonly rows: readonly (readonly (readonly SiteInline[])[])[];
    }
  | {
      readonly type: "figure";
      readonly caption: string | null;
      readonly alt: string;
      /** Address of the picture, from the page. */
      readonly picture: string;
    };

/** Label and value. */
export type SiteLine = readonly [label: string, value: string];

/** A section, a group or a leaf of the map. */
export interface SiteNode {
  readonly code: string;
  readonly title: string;
  readonly level: "section" | "group" | "leaf";
  /** Code of the node above; null for a section. */
  readonly parent: string | null;
  readonly count: SiteCount;
  readonly criterion: string;
  /** Departments, scoring, figure: what stands beside the criterion. */
  readonly lines: readonly SiteLine[];
  readonly self: string;
  readonly reason: string;
  readonly narrative: readonly SiteBlock[];
  /** Numbers of the exhibits that are printed here, and of those printed elsewhere that prove it too. */
  readonly exhibits: readonly string[];
  readonly references: readonly string[];
}

export interface SiteRequirement {
  readonly indicator: string;
  readonly title: string;
  /** What kind of evidence is asked for, in words. */
  readonly kind: string;
  readonly status: CoverageStatus;
  readonly owed: boolean;
  /** Id of the department that owes it; empty for nobody. */
  readonly department: string;
  readonly have: number;
  readonly need: number;
  readonly missingYears: readonly number[];
  readonly due: { readonly day: string; readonly daysLeft: number } | null;
  readonly exhibits: readonly string[];
}

/** `placeholder`: a page stands in for all of it; `not-counted`: bound, but it proves nothing. */
export const exhibitStates = ["sound", "placeholder", "not-counted"] as const;

export type SiteExhibitState = (typeof exhibitStates)[number];

export interface SiteFile {
  readonly name: string;
  /** Path in the workspace. */
  readonly path: string;
  readonly kind: string;
  /** Bytes. */
  readonly size: number;
  /** Numbers printed on its pages of the appendix. */
  readonly first: number;
  readonly last: number;
  /** Where the original lies, from the page, or on the web; null when it cannot be reached from here. */
  readonly address: string | null;
  /** How a browser may show the original itself. */
  readonly view: "image" | "video" | "audio" | null;
  /** Why a placeholder page stands in; null when it is printed. */
  readonly reason: string | null;
}

export interface SiteExhibit {
  readonly id: string;
  readonly title: string;
  readonly docNumber: string;
  /** Id and name; both empty for nobody's. */
  readonly department: string;
  readonly departmentName: string;
  /** For lists, `2019-03-05`. */
  readonly day: string;
  readonly kind: FileKind;
  readonly state: SiteExhibitState;
  /** Why it does not count; empty when it does. */
  readonly reason: string;
  /** Codes of indicators, the one under which it is printed first. */
  readonly proves: readonly string[];
  readonly requirement: string;
  readonly lines: readonly SiteLine[];
  /** Number of the volume in which it is bound. */
  readonly volume: number;
  /** Numbers printed on its pages there. */
  readonly first: number;
  readonly last: number;
  readonly files: readonly SiteFile[];
}

/** A bound volume of the appendix: a PDF beside the page. */
export interface SiteVolume {
  /** From 1. */
  readonly number: number;
  readonly address: string;
  /** The number printed on its first page; the others follow. */
  readonly numberedFrom: number;
}

export interface SiteStage {
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly output: string;
  readonly when: "past" | "current" | "coming";
}

export interface SiteDepartment {
  /** Empty for what nobody owes. */
  readonly id: string;
  readonly name: string;
  readonly files: number;
  readonly owed: number;
  readonly count: SiteCount;
}

/** Departments down, sections and their groups across. */
export interface SiteHeat {
  /** Codes of the nodes of its columns; `section` is the one above, or the node itself. */
  readonly columns: readonly { readonly code: string; readonly title: string; readonly section: string }[];
  /** One for each department, in their order; null where nothing is asked. */
  readonly rows: readonly (readonly (SiteCount | null)[])[];
}

/** What a night came to. */
export interface SiteNight {
  readonly day: string;
  /** Running number of the draft; null without one. */
  readonly number: number | null;
  readonly covered: number;
  readonly applicable: number;
}

export interface SiteTrend {
  /** Address of the drawing. */
  readonly picture: string;
  readonly nights: readonly SiteNight[];
}

export interface SiteData {
  readonly schema: "evipack/site@1";
  readonly language: Language;
  readonly title: string;
  readonly author: string;
  readonly map: string;
  readonly asOf: string;
  readonly marks: readonly string[];
  /** Never empty. */
  readonly volumes: readonly SiteVolume[];
  /** Pages of all of them. */
  readonly pages: number;
  /** Can the originals be reached from the page? */
  readonly originals: boolean;
  readonly count: SiteCount;
  readonly owed: number;
  readonly overdue: number;
  readonly stage: {
    readonly number: number;
    readonly title: string;
    readonly to: string;
    readonly daysLeft: number;
    readonly due: number;
  } | null;
  readonly stages: readonly SiteStage[];
  readonly trend: SiteTrend | null;
  readonly heat: SiteHeat;
  readonly departments: readonly SiteDepartment[];
  readonly nodes: readonly SiteNode[];
  readonly requirements: readonly SiteRequirement[];
  readonly exhibits: readonly SiteExhibit[];
  /** Exhibits whose text was too long to be searched whole. */
  readonly cut: number;
  /** Names of kinds of files and of statuses, in the order of filters. */
  readonly kinds: readonly (readonly [kind: FileKind, name: string])[];
  readonly statuses: readonly (readonly [status: CoverageStatus, name: string])[];
}

/** The text of an exhibit (`site/text.js`), page by page, by the numbers printed there. */
export type SiteText = readonly [exhibit: string, pages: readonly (readonly [page: number, text: string])[]];
