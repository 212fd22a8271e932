/** Items that serve more requirements than the map allows. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LinkedItem } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import { itemsOf, rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const reuse: Rule = ({ coverage, workspace: { map } }) => {
  const limit = map.rules.reuseLimit;
  if (limit === null) return [];
  const uses = new Map<SourcePath, LinkedItem[]>();
  for (const { link } of coverage.flatMap(itemsOf)) {
    const key = keyOf(link.item);
    uses.set(key, [...(uses.get(key) ?? []), link]);
  }
  return [...uses.values()].flatMap((links) => {
    const [first] = links;
    if (first === undefined || links.length <= limit) return [];
    const indicators = [...new Set(links.map((link) => link.indicator.code))];
    return [diagnostic("over-reused", rowOf(first.item), { times: links.length, limit, indicators })];
  });
};
