/** The indicator map (指标体系): what a regime asks for. */
import type { FileKind } from "./evidence.ts";
import type { NumberPattern } from "./exhibit-number.ts";
import type { DepartmentId, IndicatorCode, RequirementId } from "./ids.ts";
import type { SeverityChoice } from "./severity.ts";
import type { Period, SourceRef } from "./source.ts";
import type { Band, RollUp } from "./standing.ts";

export type Language = "zh-CN" | "en";

export type EvidenceKind =
  | "document"
  | "statement"
  | "photo"
  | "table"
  | "opinion"
  | "roster"
  | "voucher"
  | "certificate"
  | "media"
  | "object";

const papers: readonly FileKind[] = ["pdf", "word", "sheet", "slides", "text", "web", "mail", "image"];

/** Kinds of file that can be what a kind of evidence asks for. A scan of anything on paper is a picture. */
export const acceptedKinds: Readonly<Record<EvidenceKind, readonly FileKind[]>> = {
  document: papers,
  // What an office publishes on its website may be shown by its address; a formal paper or a voucher may not.
  statement: [...papers, "link"],
  opinion: papers,
  table: [...papers, "link"],
  roster: [...papers, "link"],
  voucher: papers,
  certificate: papers,
  photo: ["image", "pdf", "word", "slides"],
  media: ["video", "audio", "image", "pdf", "word", "slides", "web", "link"],
  object: ["image", "video", "pdf", "word", "slides", "web", "link"],
};

/** Part of a bundle (套件). */
export type BundlePart = "notice" | "sign_in" | "papers" | "speech" | "minutes" | "photo";

/** One slot under an indicator (材料要求): what is wanted, how many, from when. */
export interface Requirement {
  readonly id: RequirementId;
  readonly indicator: IndicatorCode;
  readonly key: string;
  readonly title: string;
  readonly aliases: readonly string[];
  readonly kind: EvidenceKind;
  /** What its evidence may be, whatever it is called. */
  readonly accepts: readonly FileKind[];
  /** Seen by the panel itself: no file is owed. */
  readonly onSite: boolean;
  /** Items needed; of every year when `eachYear`. */
  readonly min: number;
  readonly eachYear: boolean;
  readonly docNumberRequired: boolean;
  /** Items that are wanted at most; of every year when `eachYear`; null for any number. */
  readonly max: number | null;
  readonly sealRequired: boolean;
  readonly originalRequired: boolean;
  /** What makes an item complete; empty when it needs no parts. */
  readonly bundle: readonly BundlePart[];
  /** Where its evidence must come from; null when the map and the workspace name no window. */
  readonly window: Period | null;
  /** A lasting paper may be older than the window. */
  readonly lasting: boolean;
  readonly optional: boolean;
  /** The department that owes it. */
  readonly owner: DepartmentId | null;
  readonly at: SourceRef;
}

/** Bounds of a text in words, both included. */
export interface WordLimit {
  readonly min: number | null;
  readonly max: number | null;
}

/** How a figure is held against its limit. */
export interface Limit {
  readonly operator: "at_least" | "at_most" | "more_than" | "less_than" | "equals" | "between";
  readonly value: number;
  /** Upper end of `between`. */
  readonly upTo: number | null;
}

/** Ways in which points are given (评估方式), in the order of tables: papers, visit, survey, opinion of a higher office. */
export const methods = ["papers", "site", "survey", "opinion"] as const;

export type Method = (typeof methods)[number];

export type Scoring =
  | { readonly type: "gate" }
  | {
      readonly type: "points";
      readonly max: number;
      readonly step: number | null;
      /** How many of the points are given by which method; left out where the map does not split them. */
      readonly methods?: ReadonlyMap<Method, number>;
    }
  | {
      readonly type: "threshold";
      readonly formula: string;
      readonly limit: Limit | null;
      readonly unit: string;
      readonly basis: string;
      /** Place of the formula. */
      readonly at: SourceRef;
    }
  | { readonly type: "grade"; readonly ladder: readonly { readonly grade: string; readonly criterion: string }[] }
  | { readonly type: "met"; readonly partly: boolean }
  | { readonly type: "ordinal"; readonly max: number }
  | { readonly type: "narrative" };

/** What every node brings into the one above it. */
export interface Weighing {
  readonly weight: number;
  /** Not met here, not met above (一票否决). */
  readonly veto: boolean;
  /** Least share (0 to 1) without which the node, and all above it, is not met. */
  readonly minShare: number | null;
  /** How it follows from those below; null for the usual way. */
  readonly rollUp: RollUp | null;
}

export interface Indicator extends Weighing {
  readonly code: IndicatorCode;
  readonly title: string;
  readonly criterion: string;
  readonly lead: DepartmentId | null;
  readonly support: readonly DepartmentId[];
  readonly tags: readonly string[];
  readonly data: readonly ("official" | "survey" | "expert")[];
  readonly scoring: Scoring;
  /** Of its own, or of what stands above it; null when nothing limits its text. */
  readonly words: WordLimit | null;
  readonly requires: readonly Requirement[];
  readonly indicators: readonly Indicator[];
  readonly at: SourceRef;
}

export interface Section extends Weighing {
  readonly code: IndicatorCode;
  readonly title: string;
  readonly indicators: readonly Indicator[];
  readonly at: SourceRef;
}

export interface AskedFact {
  readonly title: string;
  readonly unit: string;
  readonly base: string;
  readonly group: string;
}

/** What a regime asks of the whole, beyond its requirements. */
export interface MapRules {
  /** Requirements that one item may serve; null for any number. */
  readonly reuseLimit: number | null;
  /** Pixels that the longer side of a photo needs. */
  readonly photoLongSide: number;
  /** Share of the text that must speak of problems, 0 to 1; null when none is asked. */
  readonly problemsShare: number | null;
}

export interface IndicatorMap {
  readonly id: string;
  readonly title: string;
  readonly status: "official" | "sample";
  readonly language: Language;
  readonly source: string;
  readonly window: Period | null;
  readonly departments: ReadonlyMap<string, string>;
  readonly tags: ReadonlyMap<string, string>;
  /** The figures that its formulas use, for whoever fills them in. */
  readonly facts: ReadonlyMap<string, AskedFact>;
  /** What this regime makes of a problem, by its code. */
  readonly severities: ReadonlyMap<string, SeverityChoice>;
  readonly rollUp: RollUp | null;
  readonly minShare: number | null;
  /** Classes of the result, best first. */
  readonly bands: readonly Band[];
  /** How numbers of exhibits are written. */
  readonly exhibitNumber: NumberPattern;
  readonly rules: MapRules;
  readonly sections: readonly Section[];
  readonly sha256: string;
  readonly at: SourceRef;
}

/** A leaf and the nodes above it, section first, nearest group last. */
export interface Leaf {
  readonly indicator: Indicator;
  readonly section: Section;
  readonly groups: readonly Indicator[];
}

/** All leaves in the order of the map. */
export function leavesOf(map: IndicatorMap): Leaf[] {
  const below = (section: Section, node: Indicator, groups: readonly Indicator[]): Leaf[] =>
    node.indicators.length === 0
      ? [{ indicator: node, section, groups }]
      : node.indicators.flatMap((child) => below(section, child, [...groups, node]));
  return map.sections.flatMap((section) => section.indicators.flatMap((node) => below(section, node, [])));
}

/** All requirements in the order of the map. */
export const requirementsOf = (map: IndicatorMap): Requirement[] =>
  leavesOf(map).flatMap((leaf) => [...leaf.indicator.requires]);

/** Sections and all indicators below them, each before its own. */
export function nodesOf(map: IndicatorMap): (Section | Indicator)[] {
  const below = (node: Section | Indicator): (Section | Indicator)[] => [node, ...node.indicators.flatMap(below)];
  return map.sections.flatMap(below);
}
