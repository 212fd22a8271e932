/** Which part of a check is shown, when things are due, and what changed since an earlier check. */
import type { Coverage, CoverageStatus } from "./coverage.ts";
import type { DepartmentId, IndicatorCode, RequirementId } from "./ids.ts";
import type { Stage } from "./workspace.ts";

/** What a user asked to see; empty lists and null mean all. */
export interface Selection {
  readonly departments: readonly DepartmentId[];
  /** Codes of sections, groups and leaves; one stands for all below it. */
  readonly codes: readonly IndicatorCode[];
  readonly since: Earlier | null;
}

export const everything: Selection = { departments: [], codes: [], since: null };

export const isPartial = ({ departments, codes, since }: Selection): boolean =>
  departments.length > 0 || codes.length > 0 || since !== null;

/** How much a selection leaves out. */
export interface Hidden {
  readonly requirements: number;
  readonly diagnostics: number;
  /** Those that no requirement tells by being owed. */
  readonly problems: number;
  /** Those of the problems that name no indicator, or no department, by which they could be told to the part or not. */
  readonly unplaced: number;
}

/** An earlier check or pack, as far as it can be compared with. */
export interface Earlier {
  /** The file as it was named. */
  readonly name: string;
  readonly asOf: string;
  /** SHA-256 of every evidence file by its path; null when the file does not tell them. */
  readonly files: ReadonlyMap<string, string | null> | null;
  /** By the id of the requirement; null when the file does not tell them. */
  readonly requirements: ReadonlyMap<string, EarlierRequirement> | null;
}

export interface EarlierRequirement {
  readonly status: string;
  /** Paths of all files linked to it. */
  readonly files: readonly string[];
}

/** What is different from an earlier check; all lists in the order of names or of the map. */
export interface Changes {
  readonly since: { readonly name: string; readonly asOf: string };
  /** Null when the earlier file told nothing of files. */
  readonly files: {
    readonly added: readonly string[];
    readonly changed: readonly string[];
    readonly removed: readonly string[];
  } | null;
  /** Requirements whose status differs; null when the earlier file told none. `from` is null for a new requirement. */
  readonly statuses:
    | readonly { readonly requirement: RequirementId; readonly from: string | null; readonly to: CoverageStatus }[]
    | null;
}

/** When a requirement is due. */
export interface Due {
  readonly stage: string;
  /** Last day, YYYY-MM-DD. */
  readonly day: string;
  /** Days from the day of judgement to the last day; negative when it is over. */
  readonly daysLeft: number;
}

export interface StageReport {
  /** The stage that the day lies in: of two that overlap the one that ends first; null outside all of them. */
  readonly current: Stage | null;
  /** Number of the current stage, from 1. */
  readonly number: number | null;
  /** The stage that begins next, when the day lies in none. */
  readonly next: Stage | null;
  /** Days from the day of judgement to the last day of the current stage; 0 on that day. */
  readonly daysLeft: number | null;
  /** Owed requirements that are due by the end of the current stage, those overdue among them. */
  readonly due: readonly Coverage[];
  /** Owed requirements whose stage has ended. */
  readonly overdue: readonly Coverage[];
}
