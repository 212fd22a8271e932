/** Requirements for which nothing, or not enough, was handed in; one reason each. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Coverage } from "../../model/coverage.ts";
import { departmentOf } from "../rule.ts";
import type { Judged, Rule } from "../rule.ts";

export const owed: Rule = (judged) =>
  judged.coverage.flatMap((each) => {
    const facts = owedFacts(each, judged);
    const at = { file: facts.expectedIn };
    // A waiver that ran out leaves what was owed before it.
    const lapsed = each.status === "waiver-expired";
    if (each.status === "missing" || (lapsed && each.items.length === 0)) {
      return [diagnostic("missing-evidence", at, { ...facts, min: each.need })];
    }
    if (each.status !== "insufficient" && !lapsed) return [];
    if (lacksYears(each)) {
      const undated = each.items.filter((item) => item.notCounted === "no-year").length;
      return [diagnostic("missing-years", at, { ...facts, years: each.missingYears, undated })];
    }
    return [diagnostic("too-few", at, { ...facts, have: each.have, need: each.need })];
  });

/** Told as `missing-years`, with how many items there are whose year nobody can see. */
export const lacksYears = ({ status, items, missingYears }: Coverage): boolean =>
  missingYears.length > 0 && (status === "insufficient" || (status === "waiver-expired" && items.length > 0));

function owedFacts(
  { requirement, leaf }: Coverage,
  { workspace }: Judged,
): {
  requirement: typeof requirement.id;
  title: string;
  indicatorTitle: string;
  owner: string;
  contact: string;
  expectedIn: string;
} {
  const owner = departmentOf(workspace, requirement.owner);
  return {
    requirement: requirement.id,
    title: requirement.title,
    indicatorTitle: leaf.indicator.title,
    owner: owner?.name ?? "",
    contact: owner?.contact ?? "",
    expectedIn: owner === null ? "evidence" : `evidence/${owner.folder}`,
  };
}
