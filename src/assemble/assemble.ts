/** Coverage → the pack: what the report says, and which exhibits stand where. */
import type { Checked } from "../check/check.ts";
import type { Cover } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { assembleAppendix } from "./appendix.ts";
import { placeExhibits } from "./exhibits.ts";
import { fill, printDate } from "./format.ts";
import { assembleReport } from "./report.ts";

export interface AssembleOptions {
  readonly words: Words;
  /** Marks covers as a draft of the day of judgement. */
  readonly draft: boolean;
}

export function assemble(checked: Checked, options: AssembleOptions): Pack {
  const { workspace, links, coverage, assessments, numbering } = checked;
  const { words, draft } = options;
  const placed = placeExhibits(workspace, links, numbering, words);
  const cover = coverOf(workspace, options);
  const from = {
    workspace,
    coverage,
    words,
    exhibits: new Set<string>(placed.groups.flatMap((group) => group.exhibits.map((each) => each.id))),
    assessments: new Map(assessments.map((each) => [each.indicator, each])),
  };
  const appendixCover: Cover = { ...cover, title: words.cover.appendix_title, subtitle: workspace.title };
  return {
    language: workspace.language,
    title: workspace.title,
    author: workspace.office || workspace.applicant,
    asOf: workspace.asOf,
    draft,
    report: assembleReport(from, placed.groups, cover),
    appendix: assembleAppendix(workspace, placed.groups, appendixCover, words),
    exhibits: placed.groups.flatMap((group) => group.exhibits),
    omitted: placed.omitted,
  };
}

function coverOf(workspace: Workspace, { words, draft }: AssembleOptions): Cover {
  const lines: [string, string][] = [
    [words.cover.applicant, workspace.applicant],
    [words.cover.office, workspace.office],
    [words.cover.map, workspace.map.title],
  ];
  const date = printDate(workspace.asOf, words);
  const marks = [
    ...(workspace.map.status === "sample" ? [words.marks.sample] : []),
    ...(draft ? [fill(words.marks.draft, { date })] : []),
  ];
  return { title: workspace.coverTitle, subtitle: null, lines: lines.filter(([, value]) => value !== ""), date, marks };
}
