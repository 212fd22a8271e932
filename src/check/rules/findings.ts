/** Findings of experts that are overdue, and those that are settled without an answer. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { isUnsettled } from "../../model/findings.ts";
import { departmentOf } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { daysBetween } from "../stages.ts";

export const findings: Rule = ({ workspace }) =>
  workspace.rounds
    .flatMap((round) => round.findings)
    .flatMap((finding) => {
      const { id, text, state, due, answer, owner, at } = finding;
      if (!isUnsettled(finding))
        return answer === "" ? [diagnostic("finding-unanswered", at, { id, text, state })] : [];
      if (due === null || due >= workspace.asOf) return [];
      const department = departmentOf(workspace, owner);
      const asked = { owner: department?.name ?? "", contact: department?.contact ?? "" };
      return [diagnostic("finding-overdue", at, { id, text, due, days: daysBetween(due, workspace.asOf), ...asked })];
    });
