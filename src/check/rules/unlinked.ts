/** Files that found no requirement, or more than one. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { requirementsOf } from "../../model/map.ts";
import type { Rule } from "../rule.ts";

export const unlinked: Rule = ({ links, workspace }) => {
  const asking = requirementsOf(workspace.map)[0];
  const example = asking === undefined ? "" : `${asking.indicator} ${asking.title}.pdf`;
  return links.flatMap((link) => {
    const at = { file: link.evidence.path };
    switch (link.type) {
      case "unmatched":
        return [diagnostic("unmatched-file", at, { code: link.code, nearest: link.nearest, example })];
      case "ambiguous":
        return [
          diagnostic("ambiguous-file", at, { candidates: link.candidates.map(({ id, title }) => ({ id, title })) }),
        ];
      case "linked": {
        if (link.requirement !== null) return [];
        const asked = link.indicator.requires.map((each) => each.title);
        return [diagnostic("unassigned-file", at, { indicator: link.indicator.code, asked })];
      }
      case "ignored":
        return [];
    }
  });
};
