/** From a judged workspace to what printers read. */
import type { Checked } from "../check/check.ts";
import { narrow } from "../check/narrow.ts";
import { dueOf, isOwed, stageReport } from "../check/stages.ts";
import { bySection, byDepartment, tally } from "../check/tally.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { exitCode, reweigh } from "../diagnostics/severity.ts";
import { everything, isPartial } from "../model/selection.ts";
import type { Selection } from "../model/selection.ts";
import type { Severity } from "../model/severity.ts";

export interface ResultOptions {
  /** What later stages found. */
  readonly more?: readonly Diagnostic[];
  readonly draft?: boolean;
  readonly selection?: Selection;
  readonly failOn?: Severity;
}

/** Counts, problems and the exit code, all of what the selection shows and of nothing else. */
export function resultOf(checked: Checked, options: ResultOptions = {}): CheckResult {
  const { more = [], draft = false, selection = everything, failOn = "error" } = options;
  const { workspace } = checked;
  const found = sortDiagnostics([...checked.diagnostics, ...reweigh(more, workspace.severities)]);
  const shown = narrow(checked, found, selection);
  const { coverage, diagnostics, evidence, items, departments, hidden, changes } = shown;
  const sections = bySection(workspace, coverage);
  return {
    title: workspace.title,
    asOf: workspace.asOf,
    map: workspace.map,
    people: new Map(workspace.departments.map((each) => [each.id, each])),
    numbers: checked.numbering.numbers,
    review: checked.review,
    selection,
    hidden,
    changes,
    total: tally(coverage),
    sections: isPartial(selection)
      ? sections.filter(({ section }) => coverage.some((each) => each.leaf.section === section))
      : sections,
    departments: byDepartment({ departments, evidence }, coverage),
    standings: checked.standings,
    coverage,
    owed: new Set(coverage.filter((each) => isOwed(each.status)).map((each) => each.requirement.id)),
    due: new Map(
      coverage.flatMap((each) => {
        const due = dueOf(workspace, each);
        return due === null ? [] : [[each.requirement.id, due] as const];
      }),
    ),
    stage: stageReport(workspace, coverage),
    evidence,
    items,
    diagnostics,
    failOn,
    draft,
    state: exitCode(diagnostics, { failOn }),
    exitCode: exitCode(diagnostics, { draft, failOn }),
  };
}
