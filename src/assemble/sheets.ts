/** What is told of each leaf by itself, apart from the report: criterion, score, figure, narrative. */
import type { Checked } from "../check/check.ts";
import type { Block } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { Words } from "../schema/words.ts";
import { assemblingOf, narrativeOf } from "./assembling.ts";
import { nodesOf } from "./template/nodes.ts";
import type { NodeData } from "./template/nodes.ts";

export interface Sheet extends Omit<NodeData, "level" | "exhibits"> {
  /** Figures are printed in it, exhibits cited. */
  readonly narrative: readonly Block[];
}

/** Groups and leaves in the order of the map. */
export function sheetsOf(checked: Checked, { appendix }: Pick<Pack, "appendix">, words: Words): Sheet[] {
  const from = assemblingOf(checked, appendix.groups, words);
  return from.sections
    .flatMap((section) => nodesOf(section, from))
    .map((node) => ({ ...node, narrative: node.leaf ? narrativeOf(from, node.code) : [] }));
}
