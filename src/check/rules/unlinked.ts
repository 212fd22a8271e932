/** Files that found no requirement, or more than one. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { DepartmentId } from "../../model/ids.ts";
import { requirementsOf } from "../../model/map.ts";
import type { Rule } from "../rule.ts";

export const unlinked: Rule = ({ links, workspace }) => {
  const requirements = requirementsOf(workspace.map);
  const exampleFor = (department: DepartmentId | null): string => {
    const owed = requirements.find((each) => each.owner === department) ?? requirements[0];
    return owed === undefined ? "" : `${owed.indicator} ${owed.title}.pdf`;
  };
  return links.flatMap((link) => {
    const at = { file: link.evidence.path };
    switch (link.type) {
      case "unmatched":
        return [
          diagnostic("unmatched-file", at, {
            code: link.code,
            nearest: link.nearest,
            example: exampleFor(link.evidence.department),
          }),
        ];
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
