/** Facts of files of evidence, where they belong, and what is owed. */
import type { FileKind, IgnoredReason, UnreadableReason } from "../../model/evidence.ts";
import type { IndicatorCode, RequirementId } from "../../model/ids.ts";
import type { DocNumberFault } from "./registers.ts";
import type { Period } from "../../model/source.ts";

export interface EvidenceFacts {
  "unreadable-file": {
    readonly reason: UnreadableReason;
    /** What could still be read of it is printed. */
    readonly inPart: boolean;
    readonly requirement: RequirementId | null;
    readonly title: string;
  };
  "refused-link": { readonly reason: IgnoredReason };
  "unmatched-file": {
    readonly code: string | null;
    readonly nearest: string | null;
    /** A name that would do. */
    readonly example: string;
    /** Nobody knows what kind of file it is: another name alone is no remedy. */
    readonly unknownKind: boolean;
    /**
     * Whether a register lists it; `left-out`: the department has one in which it does not stand; `looks-like`: by its
     * name it seems to be a register itself.
     */
    readonly register: "listed" | "left-out" | "looks-like" | "none";
  };
  "ambiguous-file": { readonly candidates: readonly { readonly id: RequirementId; readonly title: string }[] };
  "unassigned-file": {
    readonly indicator: IndicatorCode;
    readonly asked: readonly string[];
    /** A register lists it: the requirement can be named there. */
    readonly registered: boolean;
    /** A file of it cannot be read: it is not said to be included. */
    readonly unreadable: boolean;
  };
  "unknown-folder": {
    /** Empty for the evidence folder itself. */
    readonly folder: string;
    readonly nearest: string | null;
    readonly files: number;
    /** The first of them. */
    readonly names: readonly string[];
  };
  "duplicate-file": {
    readonly first: string;
    /** It does not count, nor is it printed: the first one is. */
    readonly sameRequirement: boolean;
    /** Of a bundle that does not count, the names of its files. */
    readonly bundle: readonly string[];
    /** What the two names say where they contradict each other: years, or else days, numbers, titles. */
    readonly claimed: { readonly what: "year" | "paper"; readonly here: string; readonly there: string } | null;
  };
  "wrong-extension": { readonly extension: string; readonly content: string; readonly kind: FileKind };
  "archive-file": Record<never, never>;
  "unknown-kind": {
    readonly extension: string;
    /** Usual extension of what it is; empty when the content has no known type. */
    readonly format: string;
  };
  "damaged-picture": Record<never, never>;
  "svg-active-content": Record<never, never>;
  "serial-taken": { readonly serial: number; readonly by: string; readonly given: string };
  "missing-evidence": MissingFacts & { readonly min: number };
  "too-few": MissingFacts & { readonly have: number; readonly need: number };
  "missing-years": MissingFacts & { readonly years: readonly number[]; readonly undated: number };
  "outside-window": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly period: Period;
    readonly window: Period;
    /** The day of judgement, where the time comes after it; else null. */
    readonly after: string | null;
    /** A lasting paper whose term was over before the window began. */
    readonly lapsed: boolean;
    /** The requirement is covered without it, and it counts for no other. */
    readonly dispensable: boolean;
  };
  /** A day of a name that the calendar lacks, as it is written; of it the year was taken. */
  "impossible-date": { readonly written: string; readonly year: string };
  "no-year": { readonly requirement: RequirementId; readonly title: string };
  /**
   * `listed`: what the register calls it; null where no register lists it. `slip`: what stands in the name in place of a
   * number; null where nothing does.
   */
  "no-doc-number": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly listed: string | null;
    readonly slip: { readonly written: string; readonly reason: DocNumberFault; readonly meant: string } | null;
  };
  "photo-caption": {
    readonly requirement: RequirementId;
    readonly title: string;
    readonly missing: readonly CaptionPart[];
  };
}

/** What a photo's caption tells. */
export type CaptionPart = "time" | "place" | "people" | "theme";

interface MissingFacts {
  readonly requirement: RequirementId;
  readonly title: string;
  readonly indicatorTitle: string;
  /** Name of the department that owes it; empty when the map names none. */
  readonly owner: string;
  readonly contact: string;
  /** Folder in which it is looked for. */
  readonly expectedIn: string;
}
