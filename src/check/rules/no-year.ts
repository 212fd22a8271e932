/** Items of no known year where something is asked for each year; silent where the years that lack are told with them. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { lacksYears } from "./owed.ts";

export const noYear: Rule = ({ coverage }) =>
  coverage.flatMap((each) => {
    if (each.status === "not-applicable" || lacksYears(each)) return [];
    const { id, title } = each.requirement;
    return each.items
      .filter(({ notCounted }) => notCounted === "no-year")
      .map(({ link }) => diagnostic("no-year", placeOf(link.item), { requirement: id, title }));
  });
