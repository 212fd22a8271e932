/** Items from before or after the window of their requirement; lasting papers that are no longer in force. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Coverage } from "../../model/coverage.ts";
import type { Item } from "../../model/evidence.ts";
import { isOutside } from "../judge.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const outsideWindow: Rule = ({ coverage, workspace: { asOf } }) => {
  const counting = new Set(
    coverage.flatMap(({ items }) => items.flatMap(({ link, notCounted }) => (notCounted === null ? [link.item] : []))),
  );
  return coverage.flatMap((each) => {
    const { window, id, title, lasting } = each.requirement;
    const covered = each.status === "covered" || each.status === "stale";
    return itemsOutside(each, asOf).flatMap((item) => {
      const { period } = item;
      if (window === null || period === null) return [];
      const after = period.from > asOf ? asOf : null;
      const lapsed = lasting && period.to < window.from;
      const dispensable = covered && !counting.has(item);
      const facts = { requirement: id, title, period, window, after, lapsed, dispensable };
      return [diagnostic("outside-window", placeOf(item), facts)];
    });
  });
};

/**
 * The items under a requirement that speak of another time than it asks for; none where it does not apply. One that
 * cannot be read has to be handed in again, and is judged then.
 */
export const itemsOutside = ({ requirement, status, items }: Coverage, asOf: string): readonly Item[] =>
  status === "not-applicable"
    ? []
    : items
        .filter(({ notCounted }) => notCounted !== "unreadable")
        .map(({ link }) => link.item)
        .filter(({ period }) => isOutside(requirement, period, asOf));
