/** Waivers that no longer count on the day of judgement, and those that do not say who allowed them, why and for how long. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const waivers: Rule = ({ workspace }) =>
  workspace.waivers.flatMap(({ indicator, notApplicable, reason, approver, until, at }) => {
    const missing = [
      ...(reason === "" ? ["reason" as const] : []),
      ...(approver === "" ? ["approver" as const] : []),
      // What does not apply here will not apply tomorrow either.
      ...(until === null && !notApplicable ? ["until" as const] : []),
    ];
    return [
      ...(until !== null && until < workspace.asOf ? [diagnostic("waiver-expired", at, { indicator, until })] : []),
      ...(missing.length > 0 ? [diagnostic("waiver-incomplete", at, { indicator, missing })] : []),
    ];
  });
