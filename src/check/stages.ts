/** Where the day of judgement lies among the stages (阶段), and what is due when. */
import type { Coverage, CoverageStatus } from "../model/coverage.ts";
import type { Leaf, Requirement } from "../model/map.ts";
import type { Due, StageReport } from "../model/selection.ts";
import type { Stage, Workspace } from "../model/workspace.ts";

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

/** The same as a day, with the days that are left of it. */
export function dueOf({ stages, asOf }: Pick<Workspace, "stages" | "asOf">, each: Coverage): Due | null {
  const stage = stageOf(stages, each.leaf, each.requirement);
  return stage === null ? null : { stage: stage.title, day: stage.to, daysLeft: daysBetween(asOf, stage.to) };
}

const settled: readonly CoverageStatus[] = ["covered", "stale", "waived", "on-site", "not-applicable", "optional"];

/** Is something still to be done for a requirement in this state? */
export const isOwed = (status: CoverageStatus): boolean => !settled.includes(status);

/** Whole days from one calendar day to another. */
export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
