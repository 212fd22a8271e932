/** What a template of the report can say: every value by its name. docs/report-template.md lists them all. */
import { tally } from "../../check/tally.ts";
import { rateOf } from "../../model/coverage.ts";
import type { Assessment } from "../../model/coverage.ts";
import { leavesOf } from "../../model/map.ts";
import type { Leaf } from "../../model/map.ts";
import type { Fact } from "../../model/workspace.ts";
import { nameOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import { applies, sumOf } from "../parts/points.ts";
import { fill, printDate, printFigure, rounded } from "../format.ts";
import { exhibitData, judgedIn, nodesOf } from "./nodes.ts";
import type { ExhibitData, NodeData } from "./nodes.ts";
import { cleaned } from "./values.ts";

export interface TemplateData {
  readonly title: string;
  readonly applicant: string;
  readonly office: string;
  /** The day of judgement in words, e.g. 2019年10月31日. */
  readonly date: string;
  readonly map: { readonly title: string; readonly source: string; readonly sample: boolean };
  /** True when only some sections are printed. */
  readonly partial: boolean;
  /** What there are texts about: `overview`, `problems`, codes of leaves. */
  readonly narratives: readonly string[];
  readonly figures: readonly { readonly group: string; readonly facts: readonly FactData[] }[];
  readonly stages: readonly {
    readonly title: string;
    readonly from: string;
    readonly to: string;
    readonly output: string;
  }[];
  readonly tasks: readonly { readonly title: string; readonly indicators: readonly string[] }[];
  readonly sections: readonly SectionData[];
  readonly summary: SummaryData;
  readonly exhibits: readonly ExhibitData[];
}

interface FactData {
  readonly title: string;
  readonly value: string;
  readonly base: string;
  readonly as_of: string;
  readonly sources: readonly string[];
}

interface SectionData {
  readonly code: string;
  readonly title: string;
  /** Of its heading. */
  readonly level: 1;
  readonly leaf: false;
  readonly nodes: readonly NodeData[];
  readonly summary: SummaryData;
}

interface SummaryData {
  /** Leaves, and those of them that apply. */
  readonly leaves: number;
  readonly applicable: number;
  /** Those that apply and are only told of (scoring `narrative`): they never have a result. */
  readonly described: number;
  /** All others that apply: they have one of the results below, or are still open. */
  readonly assessed: number;
  readonly met: number;
  readonly partly: number;
  readonly not_met: number;
  /** Without a self score as yet. */
  readonly open: number;
  readonly points: string;
  readonly requirements: number;
  readonly covered: number;
  readonly rate: string;
}

/** Pure; no text in it can be taken for a mark of ours. */
export function templateData(from: Assembling): TemplateData {
  const { workspace, words, sections, groups } = from;
  const judged = judgedIn(from.coverage);
  const { map, title, applicant, office } = workspace;
  const leaves = leavesOf(map);
  return cleaned<TemplateData>({
    title,
    applicant,
    office,
    date: printDate(workspace.asOf, words),
    map: { title: map.title, source: map.source, sample: map.status === "sample" },
    partial: sections.length < map.sections.length,
    narratives: workspace.narratives.filter(({ blocks }) => blocks.length > 0).map(({ about }) => about),
    figures: [...new Set(workspace.facts.map((fact) => fact.group))].map((group) => ({
      group,
      facts: workspace.facts.filter((fact) => fact.group === group).map((fact) => factData(fact, from)),
    })),
    stages: workspace.stages.map((stage) => ({
      title: stage.title,
      from: printDate(stage.from, words),
      to: printDate(stage.to, words),
      output: stage.output,
    })),
    // Which indicators serve which task (重点任务).
    tasks: [...map.tags].map(([id, task]) => ({
      title: task,
      indicators: leaves.filter(({ indicator }) => indicator.tags.includes(id)).map(({ indicator }) => indicator.code),
    })),
    sections: sections.map((section) => ({
      code: section.code,
      title: section.title,
      level: 1,
      leaf: false,
      nodes: nodesOf(section, from),
      summary: summaryOf(
        leaves.filter((leaf) => leaf.section === section),
        from,
      ),
    })),
    summary: summaryOf(leaves, from),
    exhibits: groups.flatMap((group) => group.exhibits.map((each) => exhibitData(each, judged))),
  });
}

function factData({ title, value, formula, unit, base, asOf, source, item }: Fact, from: Assembling): FactData {
  const { words } = from;
  const shown = value !== null && formula !== null ? rounded(value) : value;
  return {
    title,
    value: shown === null ? words.report.unknown : printFigure(shown, unit, words),
    base: base === title ? "" : base,
    as_of: asOf ?? "",
    sources: [nameOf(from, source), item].filter((part) => part !== ""),
  };
}

function summaryOf(leaves: readonly Leaf[], from: Assembling): SummaryData {
  const codes = new Set(leaves.map(({ indicator }) => indicator.code));
  const assessments = leaves.flatMap(({ indicator }) => from.assessments.get(indicator.code) ?? []);
  const applicable = assessments.filter((each) => !each.notApplicable);
  const told = new Set(
    leaves.flatMap(({ indicator: { code, scoring } }) => (scoring.type === "narrative" ? [code] : [])),
  );
  const assessed = applicable.filter(({ indicator }) => !told.has(indicator));
  const count = (outcome: Assessment["outcome"]): number => assessed.filter((each) => each.outcome === outcome).length;
  const total = tally(from.coverage.filter((each) => codes.has(each.leaf.indicator.code)));
  return {
    leaves: leaves.length,
    applicable: applicable.length,
    described: applicable.length - assessed.length,
    assessed: assessed.length,
    met: count("met"),
    partly: count("partly"),
    not_met: count("not"),
    open: count(null),
    points: points(leaves, from),
    requirements: total.applicable,
    covered: total.covered,
    rate: rateOf(total),
  };
}

/** Points won of points that apply; a dash where the map gives none. */
function points(leaves: readonly Leaf[], from: Assembling): string {
  const { value, max, count } = sumOf(
    leaves.filter(({ indicator }) => applies(indicator.code, from)),
    "self",
    from,
  );
  return count === 0 ? "–" : fill(from.words.report.points, { value, max });
}
