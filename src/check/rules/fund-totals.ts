/** Totals of funds that their lines do not add up to. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparable } from "../../engines/formula/evaluate.ts";
import { sumOf, whole } from "../../model/funds.ts";
import type { Fund, FundSide } from "../../model/funds.ts";
import type { Rule } from "../rule.ts";

export const fundTotals: Rule = ({ workspace: { funds } }) =>
  funds.flatMap((fund) => (["amount", "spent"] as const).flatMap((side) => differences(fund, side)));

function differences(fund: Fund, side: FundSide) {
  return [...fund.totals[side]].flatMap(([year, { value, at }]) => {
    // A year that no line tells adds up to nothing; a line that is not known yet leaves the sum open.
    const added = sumOf(fund, side, year);
    const sum = added === undefined ? 0 : added;
    if (value === null || sum === null || comparable(value) === comparable(sum)) return [];
    const { title, unit } = fund;
    const facts = { title, year: year === whole ? null : year, side, total: comparable(value), sum, unit };
    return [diagnostic("fund-total", at, facts)];
  });
}
