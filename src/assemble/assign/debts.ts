/** What each department owes on the day of judgement, and what else its reminder tells. */
import type { Checked } from "../../check/check.ts";
import { itemStandings } from "../../check/item-status.ts";
import { isOwed, stageOf } from "../../check/stages.ts";
import { tally } from "../../check/tally.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { isError } from "../../diagnostics/severity.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Item } from "../../model/evidence.ts";
import { isUnplaced } from "../../model/item-status.ts";
import type { Department, Workspace } from "../../model/workspace.ts";
import { brokenFiles, registerFaults } from "./faults.ts";

/** What one department owes; `department` is null for what nobody has to hand in. */
export interface Debt {
  readonly department: Department | null;
  /** In the order of the map; empty where only the rest is to be told. */
  readonly owed: readonly Coverage[];
  readonly applicable: number;
  readonly covered: number;
  /** What it handed in that found no requirement. */
  readonly unplaced: readonly Item[];
  /** Files that it handed in, which cannot be opened and of which no row of what it owes tells. */
  readonly broken: readonly Diagnostic[];
  /** What is wrong in its own register. */
  readonly faults: readonly Diagnostic[];
  /** Those of `owed` whose stage has ended. */
  readonly overdue: number;
  /** The first day on which something was due that is overdue; null when nothing is. */
  readonly since: string | null;
  /** The first day still to come on which something is due; null when there is none. */
  readonly next: string | null;
  /** Whether other days count for some of what is not overdue. */
  readonly several: boolean;
}

/**
 * The debts of all departments that owe something, have files unplaced or broken or errors in their registers, in the
 * order of the workspace; nobody's last.
 */
export function debtsOf(workspace: Workspace, checked: Checked): Debt[] {
  const lost = itemStandings(checked)
    .filter(isUnplaced)
    .map(({ item }) => item);
  const owners: (Department | null)[] = [...workspace.departments, null];
  return owners.flatMap((department): Debt[] => {
    const own = checked.coverage.filter((each) => each.requirement.owner === (department?.id ?? null));
    const owed = own.filter((each) => isOwed(each.status));
    const unplaced = lost.filter((item) => item.department === (department?.id ?? null));
    const faults = registerFaults(workspace, department, checked.diagnostics);
    const broken = brokenFiles(workspace, department, owed, checked.diagnostics);
    const isTold = unplaced.length > 0 || broken.length > 0 || faults.some(isError);
    if (owed.length === 0 && (!isTold || department === null)) return [];
    const { applicable, covered } = tally(own);
    const ends = owed.map((each) => stageOf(workspace.stages, each.leaf, each.requirement)?.to ?? "");
    const coming = [...new Set(ends.filter((each) => each >= workspace.asOf))].toSorted();
    const past = ends.filter((each) => each !== "" && each < workspace.asOf).toSorted();
    const [overdue, since] = [past.length, past[0] ?? null];
    const next = coming[0] ?? null;
    const several = coming.length > 1;
    return [{ department, owed, unplaced, broken, faults, applicable, covered, overdue, since, next, several }];
  });
}
