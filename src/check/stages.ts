/** Where the day of judgement lies among the stages (阶段), and what is due when. */
import type { Coverage, CoverageStatus } from "../model/coverage.ts";
import type { Leaf, Requirement } from "../model/map.ts";
import type { Stage, Workspace } from "../model/workspace.ts";

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

/** Null when the workspace names no stages. */
export function stageReport(
  { stages, asOf }: Pick<Workspace, "stages" | "asOf">,
  coverage: readonly Coverage[],
): StageReport | null {
  if (stages.length === 0) return null;
  const byEnd = stages.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const current = byEnd.find((each) => each.from <= asOf && asOf <= each.to) ?? null;
  const owed = coverage.filter((each) => isOwed(each.status));
  const endOf = (each: Coverage): string => stageOf(stages, each.leaf, each.requirement)?.to ?? "";
  return {
    current,
    number: current === null ? null : stages.indexOf(current) + 1,
    next: current === null ? (byEnd.find((each) => each.from > asOf) ?? null) : null,
    daysLeft: current === null ? null : daysBetween(asOf, current.to),
    due: current === null ? [] : owed.filter((each) => endOf(each) <= current.to),
    overdue: owed.filter((each) => endOf(each) < asOf),
  };
}

/**
 * The stage by whose end a requirement is due: the one that names it most closely (itself, its indicator, a group,
 * its section), else the one that says `all`, else the last one to end. Null without stages.
 */
export function stageOf(stages: readonly Stage[], leaf: Leaf, requirement: Requirement): Stage | null {
  const names = [
    requirement.id as string,
    leaf.indicator.code,
    ...leaf.groups.toReversed().map((each) => each.code),
    leaf.section.code,
  ];
  for (const name of names) {
    const naming = stages.find((each) => each.due !== "all" && each.due.includes(name));
    if (naming !== undefined) return naming;
  }
  const all = stages.find((each) => each.due === "all");
  return all ?? stages.toSorted((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0)).at(-1) ?? null;
}

const settled: readonly CoverageStatus[] = ["covered", "stale", "waived", "on-site", "not-applicable", "optional"];

/** Is something still to be done for a requirement in this state? */
export const isOwed = (status: CoverageStatus): boolean => !settled.includes(status);

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
