/** Items that found no requirement, or more than one; codes of a register that leave it open. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Item, ItemClaim } from "../../model/evidence.ts";
import { leavesOf, requirementsOf } from "../../model/map.ts";
import { placeOf } from "../rule.ts";
import type { Rule } from "../rule.ts";
import { isLeftOut } from "./not-registered.ts";

export const unlinked: Rule = ({ links, workspace }) => {
  const requirements = requirementsOf(workspace.map);
  const exampleFor = ({ department, files: [{ name }], registered }: Item): string => {
    const owed = requirements.find((each) => each.owner === department) ?? requirements[0];
    const ending = registered === null ? (/\.[A-Za-z0-9]{1,8}$/u.exec(name)?.[0] ?? "") : "";
    return owed === undefined ? "" : `${owed.indicator} ${owed.title}${ending}`;
  };
  const asked = (code: string): string[] =>
    leavesOf(workspace.map)
      .filter((leaf) => [leaf.section, ...leaf.groups, leaf.indicator].some((node) => node.code === code))
      .flatMap((leaf) => leaf.indicator.requires.map((each) => `${leaf.indicator.code} ${each.title}`));
  return links.flatMap((link) => {
    const at = placeOf(link.item);
    if (link.item.registered?.requirementUnknown === true) return [];
    switch (link.type) {
      case "unmatched":
        if (link.claim?.from === "register") return unclear(link.claim, asked(link.claim.code));
        return [
          diagnostic("unmatched-file", at, {
            code: link.code,
            nearest: link.nearest,
            example: exampleFor(link.item),
            register: link.item.registered !== null ? "listed" : isLeftOut(link.item, workspace) ? "left-out" : "none",
          }),
        ];
      case "ambiguous":
        if (link.claim?.from === "register") {
          return unclear(
            link.claim,
            link.candidates.map((each) => each.title),
          );
        }
        return [
          diagnostic("ambiguous-file", at, { candidates: link.candidates.map(({ id, title }) => ({ id, title })) }),
        ];
      case "linked": {
        if (link.requirement !== null) return [];
        const titles = link.indicator.requires.map((each) => each.title);
        return [
          diagnostic("unassigned-file", at, {
            indicator: link.indicator.code,
            asked: titles,
            registered: link.item.registered !== null,
          }),
        ];
      }
      case "ignored":
        return [];
    }
  });
};

/** A code of a register that does not tell which requirement is meant. */
function unclear({ code, at }: ItemClaim, asked: readonly string[]): Diagnostic[] {
  return at === null ? [] : [diagnostic("register-code", at, { code, nearest: null, asked })];
}
