/** From a judged workspace to what printers read. */
import { bySection, byDepartment, tally } from "../check/tally.ts";
import type { Checked } from "../check/check.ts";
import { sortDiagnostics } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { exitCode, reweigh } from "../diagnostics/severity.ts";

/** `more` is what later stages found. */
export function resultOf(checked: Checked, more: readonly Diagnostic[] = [], draft = false): CheckResult {
  const { workspace, coverage } = checked;
  const diagnostics = sortDiagnostics([...checked.diagnostics, ...reweigh(more, workspace.severities)]);
  return {
    title: workspace.title,
    asOf: workspace.asOf,
    map: workspace.map,
    names: new Map(workspace.departments.map((each) => [each.id, each.name])),
    groups: new Map(workspace.departments.filter((each) => each.group !== "").map((each) => [each.id, each.group])),
    numbers: checked.numbering.numbers,
    review: checked.review,
    total: tally(coverage),
    sections: bySection(workspace, coverage),
    departments: byDepartment(workspace, coverage),
    standings: checked.standings,
    coverage,
    diagnostics,
    state: exitCode(diagnostics),
    exitCode: exitCode(diagnostics, { draft }),
  };
}
