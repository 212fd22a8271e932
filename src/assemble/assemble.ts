/** Coverage → the pack: what the report says, and which exhibits stand where. */
import type { Checked } from "../check/check.ts";
import type { Cover } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Looks } from "../schema/looks.ts";
import { assembleAppendix } from "./appendix.ts";
import { assemblingOf } from "./assembling.ts";
import { placeExhibits } from "./exhibits.ts";
import { fill, printDate } from "./format.ts";
import { assembleReport } from "./report.ts";

export interface AssembleOptions {
  readonly looks: Pick<Looks, "words" | "report" | "briefing">;
  /** Marks covers and pages as a draft of the day of judgement; its running number, when it has one. */
  readonly draft: { readonly number: number | null } | null;
  /** Codes of the sections that the report is to hold; null for all. */
  readonly only: ReadonlySet<string> | null;
}

/** Throws `Fatal` when a template of the report is wrong. */
export function assemble(checked: Checked, options: AssembleOptions): Pack {
  const { workspace, links, numbering } = checked;
  const { only, draft } = options;
  const { words, report, briefing } = options.looks;
  const placed = placeExhibits(workspace, links, numbering, words);
  const cover = coverOf(workspace, options);
  const whole = assemblingOf(checked, placed.groups, words);
  const from = { ...whole, sections: whole.sections.filter(({ code }) => only === null || only.has(code)) };
  const watermark = watermarkOf(workspace, options);
  const partial = from.sections.length < workspace.map.sections.length;
  const titles = from.sections.map((section) => section.title).join(words.format.list);
  const reportCover = partial ? { ...cover, subtitle: fill(words.cover.only, { sections: titles }) } : cover;
  const appendixCover: Cover = { ...cover, title: words.cover.appendix_title, subtitle: workspace.title };
  return {
    language: workspace.language,
    title: workspace.title,
    author: workspace.office || workspace.applicant,
    applicant: workspace.applicant,
    office: workspace.office === workspace.applicant ? "" : workspace.office,
    asOf: workspace.asOf,
    draft: draft !== null,
    sections: partial ? from.sections.map(({ code }) => code) : null,
    report: assembleReport(from, report, reportCover, watermark),
    briefing: briefing === null ? null : assembleReport(whole, briefing, cover, watermark),
    appendix: assembleAppendix(workspace, placed.groups, appendixCover, words),
    exhibits: placed.groups.flatMap((group) => group.exhibits),
    omitted: placed.omitted,
  };
}

function watermarkOf(workspace: Workspace, { looks: { words }, draft }: AssembleOptions): string | null {
  if (draft === null) return null;
  const values = { date: printDate(workspace.asOf, words), n: draft.number ?? 0 };
  return fill(draft.number === null ? words.marks.watermark : words.marks.watermark_numbered, values);
}

function coverOf(workspace: Workspace, { looks: { words }, draft }: AssembleOptions): Cover {
  const lines: [string, string][] = [
    [words.cover.applicant, workspace.applicant],
    [words.cover.office, workspace.office],
    [words.cover.map, workspace.map.title],
  ];
  const date = printDate(workspace.asOf, words);
  const marks = [
    ...(workspace.map.status === "sample" ? [words.marks.sample] : []),
    ...(draft !== null ? [fill(words.marks.draft, { date })] : []),
  ];
  return { title: workspace.coverTitle, subtitle: null, lines: lines.filter(([, value]) => value !== ""), date, marks };
}
