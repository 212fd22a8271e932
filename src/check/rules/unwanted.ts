/** Items that nobody asked for: for what does not apply, or beyond the number that a requirement takes. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Coverage, JudgedItem } from "../../model/coverage.ts";
import type { Item } from "../../model/evidence.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const unwanted: Rule = ({ coverage }) =>
  coverage.flatMap((each) => {
    const { id, title, max } = each.requirement;
    const asked = each.status === "not-applicable" ? null : max;
    return surplusOf(each).map((item) =>
      diagnostic("unwanted-file", placeOf(item), { requirement: id, title, max: asked }),
    );
  });

/** The items under a requirement that nobody asked for; not those that are printed elsewhere. */
export function surplusOf(each: Coverage): readonly Item[] {
  const notNeeded = each.status === "not-applicable";
  const surplus = notNeeded ? each.items.filter(({ notCounted }) => notCounted !== "duplicate") : beyond(each);
  return surplus.filter(({ link }) => link.role === "primary").map(({ link }) => link.item);
}

/**
 * Of what counts, the items after the first `max`; of each year apart where they are asked year by year. The parts of
 * a bundle are handed in file by file sometimes; their number says nothing.
 */
function beyond({ requirement: { max, eachYear, bundle }, items }: Coverage): JudgedItem[] {
  if (max === null || bundle.length > 0) return [];
  const taken = new Map<string, number>();
  return items.filter(({ link: { item }, notCounted }) => {
    if (notCounted !== null) return false;
    const year = eachYear ? (item.period?.from.slice(0, 4) ?? "") : "";
    const count = (taken.get(year) ?? 0) + 1;
    taken.set(year, count);
    return count > max;
  });
}
