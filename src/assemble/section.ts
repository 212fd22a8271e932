/** A chapter for a section of the map: every group and leaf below it. */
import { isContradicted, keeps } from "../check/assess.ts";
import { waiverFor } from "../check/judge.ts";
import type { Assessment } from "../model/coverage.ts";
import type { Block, Table } from "../model/document.ts";
import type { Indicator, Limit, Scoring, Section } from "../model/map.ts";
import type { ExhibitGroup } from "../model/pack.ts";
import { columns } from "./appendix.ts";
import { nameOf, narrativeOf } from "./assembling.ts";
import type { Assembling } from "./assembling.ts";
import { fill, printFigure, rounded, sentences, text } from "./format.ts";

export function assembleSection(section: Section, from: Assembling, groups: readonly ExhibitGroup[]): Block[] {
  return section.indicators.flatMap((node) => assembleNode(node, 2, from, groups));
}

function assembleNode(node: Indicator, level: number, from: Assembling, groups: readonly ExhibitGroup[]): Block[] {
  const isLeaf = node.indicators.length === 0;
  const numbered = level === 2 && !isLeaf;
  const heading: Block = {
    type: "heading",
    level: Math.min(level, 4) as 2 | 3 | 4,
    code: node.code,
    numbers: numbered ? [] : null,
    text: node.title,
    anchor: `indicator-${node.code}`,
  };
  const below = isLeaf
    ? assembleLeaf(node, from, groups)
    : node.indicators.flatMap((child) => assembleNode(child, level + 1, from, groups));
  return [heading, ...below];
}

/** Criterion, departments, text, figure, self score, evidence. */
function assembleLeaf(indicator: Indicator, from: Assembling, groups: readonly ExhibitGroup[]): Block[] {
  const { words } = from;
  const { report } = words;
  const assessment = from.assessments.get(indicator.code) ?? null;
  const narrative = narrativeOf(from, indicator.code);
  const labelled: (readonly [label: string, value: string])[] = [
    [report.criterion, indicator.criterion],
    [report.grades, gradesLine(indicator.scoring, from)],
    [report.departments, departmentsLine(indicator, from)],
    [report.data, indicator.data.map((kind) => report.data_kinds[kind]).join(words.format.list)],
  ];
  const after: (readonly [label: string, value: string])[] = [
    [report.figure, assessment === null ? "" : figureLine(indicator.scoring, assessment, from)],
    [report.self, assessment === null ? "" : selfLine(indicator.scoring, assessment, from)],
  ];
  return [
    ...labels(labelled),
    ...(narrative.length > 0 ? narrative : [{ type: "paragraph", content: [text(report.no_narrative)] } as const]),
    ...labels(after),
    ...waivedLines(indicator, from),
    ...evidenceTable(indicator, from, groups),
  ];
}

const labels = (lines: readonly (readonly [label: string, value: string])[]): Block[] =>
  lines
    .filter(([, value]) => value !== "")
    .map(([label, value]) => ({ type: "labelled", label, content: [text(value)] }));

function gradesLine(scoring: Scoring, { words }: Assembling): string {
  if (scoring.type !== "grade") return "";
  const steps = scoring.ladder.map(({ grade, criterion }) => `${grade}${words.format.colon}${criterion}`);
  return sentences(steps, words);
}

function departmentsLine(indicator: Indicator, from: Assembling): string {
  const { lead, support } = from.words.report;
  const names = [
    ...(indicator.lead === null ? [] : [fill(lead, { name: nameOf(from, indicator.lead) })]),
    ...indicator.support.map((id) => fill(support, { name: nameOf(from, id) })),
  ];
  return names.join(from.words.format.list);
}

function figureLine(scoring: Scoring, { figure, outcome }: Assessment, { words }: Assembling): string {
  if (scoring.type !== "threshold" || scoring.limit === null) return "";
  const limit = limitText(scoring.limit, scoring.unit, words);
  const line = fill(words.report.figure_text, {
    figure:
      figure === null ? words.report.unknown : printFigure(shownFigure(figure, scoring.limit), scoring.unit, words),
    limit,
    outcome: outcome === null || outcome === "partly" ? words.report.unknown : words.report.reached[outcome],
  });
  return sentences([line, scoring.basis === "" ? "" : fill(words.report.basis, { basis: scoring.basis })], words);
}

/** Rounded, but never so that it seems to keep a limit which it misses, or to miss one which it keeps. */
export function shownFigure(figure: number, limit: Limit): number {
  const exact = keeps(figure, limit);
  const candidates = [rounded(figure), ...[2, 3, 4, 5, 6].map((digits) => Number(figure.toFixed(digits)))];
  return candidates.find((each) => keeps(each, limit) === exact) ?? figure;
}

export const limitText = (limit: Limit, unit: string, words: Assembling["words"]): string =>
  fill(words.report.limits[limit.operator], {
    value: printFigure(limit.value, limit.upTo === null ? unit : "", words),
    upTo: limit.upTo === null ? "" : printFigure(limit.upTo, unit, words),
  });

function selfLine(scoring: Scoring, assessment: Assessment, from: Assembling): string {
  const { words, workspace } = from;
  if (assessment.notApplicable) {
    const reason = workspace.waivers.find(
      (each) => each.indicator === assessment.indicator && each.notApplicable,
    )?.reason;
    return sentences([words.report.not_applicable, reason ?? ""], words);
  }
  if (scoring.type === "narrative") return assessment.reason === "" ? "" : sentences([assessment.reason], words);
  // A reason for what the figure contradicts would stand beside its opposite.
  const reason = scoring.type === "threshold" && isContradicted(assessment) ? "" : assessment.reason;
  return sentences([scoreText(scoring, assessment, words), reason], words);
}

function scoreText(scoring: Scoring, { self, outcome }: Assessment, words: Assembling["words"]): string {
  const { report } = words;
  if (self === null) return outcome === null ? report.self_none : report.self_outcome[outcome];
  switch (scoring.type) {
    case "gate":
      return self === "pass" ? report.self_gate.pass : report.self_gate.fail;
    case "points":
      return fill(report.self_points, { value: self, max: scoring.max });
    case "grade":
      return fill(report.self_grade, { value: self });
    case "ordinal":
      return fill(report.self_step, { value: self, max: scoring.max });
    case "met":
    case "threshold":
    case "narrative":
      return outcome === null ? report.self_none : report.self_outcome[outcome];
  }
}

/** Waived requirements stay visible: never hidden, only excused. */
const waivedLines = (indicator: Indicator, { coverage, workspace, words }: Assembling): Block[] =>
  coverage
    .filter((each) => each.leaf.indicator === indicator && each.status === "waived")
    .map(({ requirement }) => {
      const waiver = waiverFor(workspace, indicator.code, requirement.key);
      const line = fill(words.report.waived, { requirement: requirement.title, reason: waiver?.reason ?? "" });
      const approver =
        waiver === null || waiver.approver === "" ? "" : fill(words.report.approver, { approver: waiver.approver });
      return { type: "paragraph", content: [text(`${line}${approver}`)] };
    });

function evidenceTable(indicator: Indicator, from: Assembling, groups: readonly ExhibitGroup[]): Block[] {
  const { words, coverage } = from;
  const group = groups.find((each) => each.leaf.indicator === indicator);
  // Exhibits printed under another indicator prove this one too; they stand below its own, with their own numbers.
  const exhibits = group === undefined ? [] : [...group.exhibits, ...group.references];
  if (exhibits.length === 0) {
    const owed = coverage.some(
      (each) => each.leaf.indicator === indicator && each.status !== "optional" && each.status !== "not-applicable",
    );
    return owed ? [{ type: "paragraph", content: [text(words.report.no_evidence)] }] : [];
  }
  const table: Table = {
    type: "table",
    caption: fill(words.report.evidence, { code: indicator.code }),
    columns: columns(words.report.evidence_columns, [0.13, 0.31, 0.25, 0.19, 0.12]),
    rows: exhibits.map(({ id, title, docNumber, department, day }) => [
      [{ type: "exhibit", exhibit: id }],
      [text(title)],
      [text(docNumber || day)],
      [text(department)],
      [{ type: "pages", exhibit: id }],
    ]),
  };
  return [table];
}
