/** Copies where the original is asked for, and copies of which nobody knows where the original is (杜集区 2012: originals first, copies second). */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyOf } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import { itemsOf, rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const originals: Rule = ({ coverage }) => {
  const met = new Set<SourcePath>();
  return coverage.flatMap((each) => {
    const { id, title, originalRequired } = each.requirement;
    return itemsOf(each).flatMap(({ link: { item } }) => {
      const { copy, keptAt } = item.registered ?? { copy: null, keptAt: "" };
      if (originalRequired && copy !== "original") {
        const facts = { requirement: id, title, declared: copy === "copy" };
        return [diagnostic("not-original", rowOf(item), facts)];
      }
      if (copy !== "copy" || keptAt !== "" || met.has(keyOf(item))) return [];
      met.add(keyOf(item));
      return [diagnostic("no-original-holder", rowOf(item), { title: item.title })];
    });
  });
};
