/** Findings (评审意见): what experts found in a round of assessment, and what was done about it (整改). No diagnostics. */
import type { DepartmentId, IndicatorCode } from "./ids.ts";
import type { SourceRef } from "./source.ts";
import type { NamedItem } from "./workspace.ts";

/** One round of assessment (评审), such as the pre-evaluation. */
export interface Round {
  readonly id: string;
  readonly title: string;
  readonly date: string | null;
  readonly by: string;
  readonly findings: readonly Finding[];
  readonly at: SourceRef;
}

/** What was done so far, in the order of summaries. */
export const findingStates = ["done", "doing", "open", "declined"] as const;

export type FindingState = (typeof findingStates)[number];

export interface Finding {
  readonly id: string;
  /** Sections or indicators that it is about; none for one about the whole. */
  readonly indicators: readonly IndicatorCode[];
  readonly exhibits: readonly NamedItem[];
  readonly text: string;
  readonly severity: "major" | "minor" | "advice" | null;
  readonly owner: DepartmentId | null;
  /** Last day for it. */
  readonly due: string | null;
  readonly state: FindingState;
  readonly answer: string;
  readonly proof: readonly NamedItem[];
  readonly at: SourceRef;
}

/** Is something still to be done about it? */
export const isUnsettled = ({ state }: Pick<Finding, "state">): boolean => state === "open" || state === "doing";
