/** Links (对应) and coverage (覆盖): how what was handed in meets what is asked. */
import type { Item, ItemClaim } from "./evidence.ts";
import type { DepartmentId, IndicatorCode, SourcePath } from "./ids.ts";
import type { Indicator, Leaf, Requirement, Section } from "./map.ts";

/** One meeting of an item with what is asked. An item that serves several requirements has a link for each. */
export type Link =
  | {
      readonly type: "linked";
      readonly item: Item;
      readonly indicator: Indicator;
      /** Null when the indicator is plain but the slot is not. */
      readonly requirement: Requirement | null;
      /** Serial number in the file's code (the 01 of `2-1-1-01`), if it has one. */
      readonly serial: number | null;
      readonly via: "register" | "code" | "title";
      /** The item is printed under its primary link, and referred to under the others. */
      readonly role: "primary" | "reference";
    }
  | {
      readonly type: "ambiguous";
      readonly item: Item;
      readonly candidates: readonly Requirement[];
      readonly claim: ItemClaim | null;
    }
  | {
      readonly type: "unmatched";
      readonly item: Item;
      /** What looks like a code in the name, though the map has no such leaf. */
      readonly code: string | null;
      readonly nearest: string | null;
      readonly claim: ItemClaim | null;
    }
  /** No evidence: a system file, a link that was refused. */
  | { readonly type: "ignored"; readonly item: Item };

export type LinkedItem = Extract<Link, { readonly type: "linked" }>;

/** The states of a requirement, best known first; tables show them in this order. */
export const statuses = [
  "covered",
  "stale",
  "missing",
  "insufficient",
  "out-of-window",
  "wrong-kind",
  "unreadable",
  "waiver-expired",
  "waived",
  "on-site",
  "not-applicable",
  "optional",
] as const;

export type CoverageStatus = (typeof statuses)[number];

/** Why one linked item does not count towards its requirement. */
export type NotCounted =
  | "classified"
  | "unreadable"
  | "wrong-kind"
  | "out-of-window"
  | "after-as-of"
  | "duplicate"
  | "no-year";

export interface JudgedItem {
  readonly link: LinkedItem;
  readonly notCounted: NotCounted | null;
  /** The item with the same bytes that counts instead. */
  readonly duplicateOf: SourcePath | null;
}

/** How a link stands to the lock: reviewed as it is now, never reviewed, or changed since it was. */
export type ReviewState = "accepted" | "new" | "changed";

/** The judged state of one requirement. */
export interface Coverage {
  readonly requirement: Requirement;
  readonly leaf: Leaf;
  readonly status: CoverageStatus;
  readonly items: readonly JudgedItem[];
  /** Items that count, and how many are needed in all. */
  readonly have: number;
  readonly need: number;
  /** With `each: year`, the years that fall short. */
  readonly missingYears: readonly number[];
}

/** Counts of requirements by status; `applicable` is the denominator of the rate. */
export interface Tally {
  readonly byStatus: Readonly<Record<CoverageStatus, number>>;
  readonly applicable: number;
  readonly covered: number;
}

export interface SectionCoverage extends Tally {
  readonly section: Section;
}

export interface DepartmentCoverage extends Tally {
  readonly department: DepartmentId | null;
  /** Files handed in. */
  readonly files: number;
}

/** The self score of a leaf, beside what its figures say. */
export interface Assessment {
  readonly indicator: IndicatorCode;
  /** The figure of a threshold; null when it could not be computed. */
  readonly figure: number | null;
  /** What the score or the figure means; null while nothing was scored. */
  readonly outcome: "met" | "partly" | "not" | null;
  readonly self: string | number | null;
  readonly reason: string;
  readonly notApplicable: boolean;
}

/** `94.1%`, rounded, but 100 % and 0 % only when it is all or nothing; a dash when nothing applies. */
export function rateOf({ covered, applicable }: Pick<Tally, "covered" | "applicable">): string {
  if (applicable === 0) return "–";
  if (covered === 0 || covered === applicable) return covered === 0 ? "0%" : "100%";
  const permille = Math.min(999, Math.max(1, Math.round((covered * 1000) / applicable)));
  return permille % 10 === 0 ? `${String(permille / 10)}%` : `${(permille / 10).toFixed(1)}%`;
}
