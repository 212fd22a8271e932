/** Waivers that no longer count on the day of judgement. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const waivers: Rule = ({ workspace }) =>
  workspace.waivers.flatMap(({ indicator, until, at }) =>
    until !== null && until < workspace.asOf ? [diagnostic("waiver-expired", at, { indicator, until })] : [],
  );
