/**
 * Items in the folder of a department that has its tasks under other indicators: it neither leads nor supports this one,
 * nor owes anything under it. Departments that the map gives no task (towns, streets) may hand in for any.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DepartmentId } from "../../model/ids.ts";
import type { Indicator } from "../../model/map.ts";
import { leavesOf } from "../../model/map.ts";
import { itemsOf, placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const departments: Rule = ({ coverage, workspace }) => {
  const known = new Map(workspace.departments.map((each) => [each.id, each]));
  const busy = new Set(leavesOf(workspace.map).flatMap((leaf) => concernedWith(leaf.indicator)));
  return coverage.flatMap((each) => {
    const { indicator } = each.leaf;
    const concerned = concernedWith(indicator);
    if (concerned.length === 0) return [];
    return itemsOf(each).flatMap(({ link: { item, role } }) => {
      const home = item.department === null ? undefined : known.get(item.department);
      const isElsewhere = home !== undefined && busy.has(home.id) && !concerned.includes(home.id);
      if (!isElsewhere || role === "reference") return [];
      const facts = {
        indicator: indicator.code,
        indicatorTitle: indicator.title,
        department: home.name,
        concerned: concerned.map((id) => known.get(id)?.name ?? id),
      };
      return [diagnostic("wrong-department", placeOf(item), facts)];
    });
  });
};

/** Each once, the one in charge first. */
const concernedWith = ({ lead, support, requires }: Indicator): DepartmentId[] => [
  ...new Set([lead, ...support, ...requires.map((each) => each.owner)].filter((id) => id !== null)),
];
