/** Counts of requirements by status: for a section, for a department, for the whole map. */
import { statuses } from "../model/coverage.ts";
import type { Coverage, CoverageStatus, DepartmentCoverage, SectionCoverage, Tally } from "../model/coverage.ts";
import { groupBy } from "../model/group.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { Workspace } from "../model/workspace.ts";

/**
 * Roll-up by sum: covered ÷ applicable. Requirements that do not apply, those that the panel sees on the spot,
 * and optional ones for which nothing was handed in, leave the denominator; a waived one stays in it and counts as
 * covered, one whose waiver has expired does not. One whose evidence has changed since it was reviewed counts (as with
 * doorstop's suspect links, that is a warning).
 */
export function tally(coverage: readonly Coverage[]): Tally {
  const byStatus = Object.fromEntries(
    statuses.map((status) => [status, coverage.filter((each) => each.status === status).length]),
  ) as Record<CoverageStatus, number>;
  const applicable = coverage.length - byStatus["not-applicable"] - byStatus["on-site"] - byStatus.optional;
  return { byStatus, applicable, covered: byStatus.covered + byStatus.stale + byStatus.waived };
}

export const bySection = (workspace: Pick<Workspace, "map">, coverage: readonly Coverage[]): SectionCoverage[] =>
  workspace.map.sections.map((section) => ({
    section,
    ...tally(coverage.filter((each) => each.leaf.section.code === section.code)),
  }));

/** Departments that owe or handed in something, in the order of the workspace; last, what nobody owes. */
export function byDepartment(
  workspace: Pick<Workspace, "departments" | "evidence">,
  coverage: readonly Coverage[],
): DepartmentCoverage[] {
  const ids: (DepartmentId | null)[] = [...workspace.departments.map((each) => each.id), null];
  const files = new Map<DepartmentId | null, number>();
  for (const { department, state } of workspace.evidence) {
    if (state.type !== "ignored") files.set(department, (files.get(department) ?? 0) + 1);
  }
  const owed = groupBy(coverage, (each) => each.requirement.owner);
  return ids
    .map((department) => ({ department, files: files.get(department) ?? 0, ...tally(owed.get(department) ?? []) }))
    .filter((each) => each.department !== null || each.files > 0 || each.applicable > 0);
}
