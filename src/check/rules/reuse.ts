/** Items that serve more requirements than the map allows. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { LinkedItem } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import { itemsOf, rowOf } from "../rule.ts";
import type { Judged, Rule } from "../rule.ts";

export const reuse: Rule = (judged) =>
  overReused(judged).flatMap((links) => {
    const [first] = links;
    const limit = judged.workspace.map.rules.reuseLimit;
    if (first === undefined || limit === null) return [];
    const indicators = [...new Set(links.map((link) => link.indicator.code))];
    return [diagnostic("over-reused", rowOf(first.item), { times: links.length, limit, indicators })];
  });

/** The links of each item that has more of them than the map allows. */
export function overReused({ coverage, workspace: { map } }: Pick<Judged, "coverage" | "workspace">): LinkedItem[][] {
  const limit = map.rules.reuseLimit;
  if (limit === null) return [];
  const uses = new Map<SourcePath, LinkedItem[]>();
  for (const { link } of coverage.flatMap(itemsOf)) {
    const key = keyOf(link.item);
    uses.set(key, [...(uses.get(key) ?? []), link]);
  }
  return [...uses.values()].filter((links) => links.length > limit);
}
