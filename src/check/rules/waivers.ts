/** Waivers that no longer count on the day of judgement, and those that do not say who allowed them, why and for how long. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { IndicatorCode } from "../../model/ids.ts";
import { requirementsOf } from "../../model/map.ts";
import type { Workspace } from "../../model/workspace.ts";
import { waiverFor } from "../judge.ts";
import type { Rule } from "../rule.ts";

export const waivers: Rule = ({ workspace, coverage }) =>
  workspace.waivers.flatMap(({ indicator, requirement: key, notApplicable, reason, approver, until, at }) => {
    const requirement = requirementsOf(workspace.map).find((each) => each.indicator === indicator && each.key === key);
    const what = { indicator, requirement: requirement?.id ?? null, title: requirement?.title ?? "" };
    const missing = [
      ...(reason === "" ? ["reason" as const] : []),
      ...(approver === "" ? ["approver" as const] : []),
      // What does not apply here will not apply tomorrow either.
      ...(until === null && !notApplicable ? ["until" as const] : []),
    ];
    return [
      ...(until !== null && until < workspace.asOf && !isRenewed(workspace, indicator, key)
        ? [diagnostic("waiver-expired", at, { ...what, until, covered: isCovered(coverage, indicator, key) })]
        : []),
      ...(missing.length > 0 ? [diagnostic("waiver-incomplete", at, { indicator, missing })] : []),
    ];
  });

/** Is all that a waiver was for handed in by now? */
function isCovered(coverage: readonly Coverage[], indicator: IndicatorCode, key: string | null): boolean {
  const meant = coverage.filter(
    ({ leaf, requirement }) => leaf.indicator.code === indicator && (key === null || requirement.key === key),
  );
  return meant.length > 0 && meant.every(({ status }) => status === "covered" || status === "stale");
}

/** Does another waiver hold for all that this one was for? Then nothing is owed because it ended. */
function isRenewed(workspace: Workspace, indicator: IndicatorCode, key: string | null): boolean {
  const asked = requirementsOf(workspace.map).filter((each) => each.indicator === indicator);
  const meant = asked.filter((each) => key === null || each.key === key);
  return meant.length > 0 && meant.every((each) => waiverFor(workspace, indicator, each.key) !== null);
}
