/** What the parts of the report are assembled from. */
import type { Checked } from "../check/check.ts";
import type { Assessment, Coverage } from "../model/coverage.ts";
import type { Block } from "../model/document.ts";
import type { DepartmentId, IndicatorCode } from "../model/ids.ts";
import type { Section } from "../model/map.ts";
import type { ExhibitGroup } from "../model/pack.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { withMentions } from "./mentions.ts";

export interface Assembling {
  readonly workspace: Workspace;
  readonly coverage: readonly Coverage[];
  readonly assessments: ReadonlyMap<IndicatorCode, Assessment>;
  /** One for each leaf, in the order of the map. */
  readonly groups: readonly ExhibitGroup[];
  /** Sections that are printed: all, or those that were asked for. */
  readonly sections: readonly Section[];
  readonly words: Words;
  /** Numbers of exhibits that texts may cite. */
  readonly exhibits: ReadonlySet<string>;
}

/** What is assembled from a check: all sections, until fewer are asked for. */
export const assemblingOf = (
  { workspace, coverage, assessments, numbering }: Checked,
  groups: readonly ExhibitGroup[],
  words: Words,
): Assembling => ({
  workspace,
  coverage,
  words,
  groups,
  sections: workspace.map.sections,
  exhibits: new Set<string>(numbering.numbers.values()),
  assessments: new Map(assessments.map((each) => [each.indicator, each])),
});

export const nameOf = ({ workspace }: Pick<Assembling, "workspace">, id: DepartmentId | null): string =>
  workspace.departments.find((each) => each.id === id)?.name ?? "";

/**
 * The blocks of the narrative about an indicator or a chapter; its headings get anchors of their own,
 * and the groups of a chapter (level 2) are counted.
 */
export function narrativeOf(
  { workspace, words, exhibits }: Pick<Assembling, "workspace" | "words" | "exhibits">,
  about: string,
): Block[] {
  const typed = workspace.narratives.filter((each) => each.about === about).flatMap((each) => each.blocks);
  const blocks = withMentions(typed, { exhibits, facts: workspace.facts, words });
  let groups = 0;
  return blocks.map((block, index) => {
    if (block.type !== "heading") return block;
    const counted = block.level === 2;
    const code = counted ? String((groups += 1)) : "";
    return { ...block, code, numbers: counted ? [] : null, anchor: `${about}-h${String(index)}` };
  });
}
