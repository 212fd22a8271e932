/** Indicators without self-assessment text. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { leavesOf } from "../../model/map.ts";
import type { Rule } from "../rule.ts";

export const narratives: Rule = ({ workspace }) => {
  const written = new Set(workspace.narratives.filter((each) => each.blocks.length > 0).map((each) => each.about));
  return leavesOf(workspace.map)
    .filter(({ indicator }) => !written.has(indicator.code))
    .map(({ indicator: { code, title } }) => {
      const expectedIn = `narrative/${code}.md`;
      return diagnostic("narrative-missing", { file: expectedIn }, { indicator: code, title, expectedIn });
    });
};
