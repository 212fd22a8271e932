/** Vetoes, missed minimums and counts that keep the self-assessed result from being reached; each told once. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Shortfall } from "../../model/standing.ts";
import type { Rule } from "../rule.ts";

export const result: Rule = ({ standings }) => {
  const title = new Map(standings.nodes.map((each) => [each.code, each.title]));
  const told = new Set<string>();
  const found: Shortfall[] = standings.nodes
    .flatMap((each) => each.score.shortfalls)
    .filter((each) => {
      const key = `${each.type} ${each.node ?? ""}`;
      return told.has(key) ? false : told.add(key);
    });
  return found.map((shortfall) => {
    const facts = { title: [shortfall.node, title.get(shortfall.node)].filter(Boolean).join(" "), shortfall };
    return diagnostic("result-not-reached", shortfall.at, facts);
  });
};
