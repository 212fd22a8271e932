/** Papers that must carry a seal, as far as the register says (丽江 2012-2013: what is no formal document needs the unit's seal). */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { itemsOf, rowOf } from "../rule.ts";
import type { Rule } from "../rule.ts";

export const seals: Rule = ({ coverage }) =>
  coverage.flatMap((each) => {
    const { id, title, sealRequired } = each.requirement;
    if (!sealRequired) return [];
    return itemsOf(each).flatMap(({ link: { item } }) => {
      const sealed = item.registered?.sealed ?? null;
      if (sealed === true) return [];
      return [diagnostic("no-seal", rowOf(item), { requirement: id, title, declared: sealed === false })];
    });
  });
