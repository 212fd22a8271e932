/** Results of checks made by hand: every status, any problem, any name. */
import type { Checked } from "../../../src/check/check.ts";
import { holdersOf } from "../../../src/check/review.ts";
import { rollUp } from "../../../src/check/roll-up.ts";
import { resultOf } from "../../../src/commands/result.ts";
import type { ResultOptions } from "../../../src/commands/result.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { CheckResult } from "../../../src/diagnostics/print/result.ts";
import { statuses } from "../../../src/model/coverage.ts";
import type { Coverage, CoverageStatus } from "../../../src/model/coverage.ts";
import { leavesOf } from "../../../src/model/map.ts";
import type { Stage, Workspace } from "../../../src/model/workspace.ts";
import { education, finance, indicator, mapOf, section, workspaceOf } from "../../check/models.ts";

/** How the texts of a result can be changed. */
export interface Names {
  readonly department?: string;
  readonly title?: (status: CoverageStatus) => string;
  readonly indicatorTitle?: string;
  readonly stage?: string;
}

const at = { file: "evipack.yaml", line: 1, column: 1 };

/** Two requirements for each status: one owed by 教育局 in section 1, one by 财政局 in section 2. */
export function everyStatus(
  diagnostics: readonly Diagnostic[],
  names: Names = {},
  facts: Partial<Workspace> = {},
): Checked {
  const { title = (status): string => `材料 ${status}`, indicatorTitle = "样例指标", department = "教育局" } = names;
  const requires = (owner: typeof education): Record<string, object> =>
    Object.fromEntries(statuses.map((status) => [status, { title: title(status), owner }]));
  const map = mapOf(
    section("1", indicator("1-1", { title: indicatorTitle, support: [finance] }, requires(education))),
    section("2", indicator("2-1", { title: indicatorTitle, lead: finance }, requires(finance))),
  );
  const coverage = leavesOf(map).flatMap((leaf) =>
    leaf.indicator.requires.map((requirement): Coverage => {
      const status = statuses.find((each) => each === requirement.key) ?? "covered";
      const have = status === "covered" ? 1 : 0;
      return { requirement, leaf, status, items: [], have, need: 1, missingYears: [] };
    }),
  );
  const stage: Stage = {
    title: names.stage ?? "样例阶段",
    from: "2019-01-01",
    to: "2019-12-31",
    output: "",
    done: "",
    due: "all",
    at,
  };
  const base = workspaceOf(map, { stages: [stage], ...facts });
  const [first, ...others] = base.departments;
  const departments = first === undefined ? [] : [{ ...first, name: department }, ...others];
  return {
    workspace: { ...base, departments },
    links: [],
    held: holdersOf(base.lock, [], map),
    review: new Map(),
    withheld: new Set(),
    coverage,
    assessments: [],
    standings: rollUp(map, coverage, []),
    numbering: { numbers: new Map(), twins: new Map(), diagnostics: [] },
    handedIn: [],
    marks: [],
    copies: [],
    looks: [],
    diagnostics,
  };
}

export const resultWith = (
  diagnostics: readonly Diagnostic[],
  names: Names = {},
  options: ResultOptions = {},
): CheckResult => resultOf(everyStatus(diagnostics, names), options);
