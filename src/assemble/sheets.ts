/** What is told of each leaf by itself, apart from the report: criterion, score, figure, narrative. */
import type { Checked } from "../check/check.ts";
import type { Block } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { Words } from "../schema/words.ts";
import { narrativeOf } from "./assembling.ts";
import { nodesOf } from "./template/nodes.ts";
import type { NodeData } from "./template/nodes.ts";

export interface Sheet extends Omit<NodeData, "level" | "exhibits"> {
  /** Figures are printed in it, exhibits cited. */
  readonly narrative: readonly Block[];
}

/** Groups and leaves in the order of the map. */
export function sheetsOf(
  { workspace, coverage, assessments, numbering }: Checked,
  { appendix }: Pick<Pack, "appendix">,
  words: Words,
): Sheet[] {
  const from = {
    workspace,
    coverage,
    words,
    exhibits: new Set<string>(numbering.numbers.values()),
    groups: appendix.groups,
    sections: workspace.map.sections,
    assessments: new Map(assessments.map((each) => [each.indicator, each])),
  };
  return workspace.map.sections
    .flatMap((section) => nodesOf(section, from))
    .map((node) => ({ ...node, narrative: node.leaf ? narrativeOf(from, node.code) : [] }));
}
