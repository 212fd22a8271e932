/** Groups and leaves of the map as a template knows them. */
import { isContradicted } from "../../check/assess.ts";
import { waiverFor } from "../../check/judge.ts";
import type { Assessment, Coverage, JudgedItem, NotCounted } from "../../model/coverage.ts";
import { groupBy } from "../../model/group.ts";
import type { SourcePath } from "../../model/ids.ts";
import type { Indicator, Scoring, Section } from "../../model/map.ts";
import type { Exhibit } from "../../model/pack.ts";
import type { Words } from "../../schema/words.ts";
import { nameOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printFigure } from "../format.ts";
import { limitText, shownFigure } from "../limits.ts";
import { printScore } from "../parts/scores.ts";
import { numberOf, pagesOf } from "./values.ts";
import type { Place } from "./values.ts";

/** What `{% heading node %}` needs, and what a leaf says; of a group, all that only leaves have is empty. */
export interface NodeData {
  readonly code: string;
  readonly title: string;
  /** 2 for what stands right below a section; at most 4. */
  readonly level: number;
  readonly leaf: boolean;
  readonly criterion: string;
  readonly grades: readonly { readonly grade: string; readonly criterion: string }[];
  readonly lead: string;
  readonly support: readonly string[];
  readonly data: readonly string[];
  /** Null unless a figure is held against a limit. */
  readonly figure: FigureData | null;
  readonly self: string;
  readonly reason: string;
  readonly waivers: readonly { readonly requirement: string; readonly reason: string; readonly approver: string }[];
  readonly exhibits: readonly ExhibitData[];
  /** True when something must be handed in for it. */
  readonly owed: boolean;
}

interface FigureData {
  /** False while its value is not filled in: then there is no outcome to speak of. */
  readonly known: boolean;
  readonly value: string;
  readonly limit: string;
  readonly outcome: string;
  readonly basis: string;
}

type Failure = NotCounted | "unassigned";

export interface ExhibitData {
  readonly number: Place;
  readonly title: string;
  /** A file of it cannot be read, so it proves nothing; a placeholder page stands in the appendix. */
  readonly unreadable: boolean;
  /** Why it can be read and still proves nothing: of a wrong kind, outside the window, for no requirement …; empty where it counts. */
  readonly not_counted: "" | Failure;
  readonly doc_number: string;
  readonly day: string;
  readonly date: string;
  readonly department: string;
  readonly pages: Place;
}

/** Groups and leaves below a section, each group before what it holds. */
export function nodesOf(section: Section, from: Assembling): NodeData[] {
  const below = (node: Indicator, level: number): NodeData[] => [
    node.indicators.length === 0 ? leafData(node, level, from) : groupData(node, level),
    ...node.indicators.flatMap((child) => below(child, level + 1)),
  ];
  return section.indicators.flatMap((node) => below(node, 2));
}

const groupData = ({ code, title, criterion }: Indicator, level: number): NodeData => ({
  code,
  title,
  level: Math.min(level, 4),
  leaf: false,
  criterion,
  grades: [],
  lead: "",
  support: [],
  data: [],
  figure: null,
  self: "",
  reason: "",
  waivers: [],
  exhibits: [],
  owed: false,
});

function leafData(indicator: Indicator, level: number, from: Assembling): NodeData {
  const { words, coverage, groups, assessments } = from;
  const assessment = assessments.get(indicator.code) ?? null;
  const own = coverage.filter((each) => each.leaf.indicator === indicator);
  const judged = judgedIn(own);
  const group = groups.find((each) => each.leaf.indicator === indicator);
  // Exhibits printed under another indicator prove this one too; they stand below its own, with their own numbers.
  const exhibits = group === undefined ? [] : [...group.exhibits, ...group.references];
  return {
    ...groupData(indicator, level),
    leaf: true,
    grades: indicator.scoring.type === "grade" ? indicator.scoring.ladder : [],
    lead: nameOf(from, indicator.lead),
    support: indicator.support.map((id) => nameOf(from, id)),
    data: indicator.data.map((kind) => words.report.data_kinds[kind]),
    figure: assessment === null ? null : figureData(indicator.scoring, assessment, words),
    ...(assessment === null ? {} : selfData(indicator.scoring, assessment, from)),
    waivers: own.filter(({ status }) => status === "waived").map(({ requirement }) => waiverData(requirement, from)),
    exhibits: exhibits.map((each) => exhibitData(each, judged)),
    owed: own.some(({ status }) => status !== "optional" && status !== "not-applicable"),
  };
}

/** What some requirements made of the items that were handed in for them, by the first file of each. */
export type JudgedItems = ReadonlyMap<SourcePath | null, readonly JudgedItem[]>;

export const judgedIn = (coverage: readonly Coverage[]): JudgedItems =>
  groupBy(
    coverage.flatMap(({ items }) => items),
    ({ link }) => link.item.files[0]?.path ?? null,
  );

/** An exhibit where these requirements are told. */
export function exhibitData(exhibit: Exhibit, judged: JudgedItems): ExhibitData {
  const { id, title, docNumber, day, date, department, files } = exhibit;
  const unreadable = files.some(({ state }) => state.type === "unreadable");
  return {
    number: numberOf(id),
    title,
    unreadable,
    not_counted: unreadable ? "" : (failureOf(exhibit, judged) ?? ""),
    doc_number: docNumber,
    day,
    date,
    department,
    pages: pagesOf(id),
  };
}

/** Why an exhibit counts for none of these requirements; null where it counts for one. */
function failureOf({ files }: Exhibit, judged: JudgedItems): Failure | null {
  const items = judged.get(files[0]?.path ?? null);
  // It is known for which indicator it was handed in, and not for which of its requirements.
  if (items === undefined) return "unassigned";
  const own = items.filter(({ notCounted }) => notCounted !== "duplicate");
  return own.every(({ notCounted }) => notCounted !== null) ? (own[0]?.notCounted ?? null) : null;
}

/** Waived requirements stay visible: never hidden, only excused. */
function waiverData(
  { indicator, key, title }: Assembling["coverage"][number]["requirement"],
  { workspace }: Assembling,
): NodeData["waivers"][number] {
  const waiver = waiverFor(workspace, indicator, key);
  return { requirement: title, reason: waiver?.reason ?? "", approver: waiver?.approver ?? "" };
}

function figureData(scoring: Scoring, { figure, outcome }: Assessment, words: Words): FigureData | null {
  if (scoring.type !== "threshold" || scoring.limit === null) return null;
  const { limit, unit, basis } = scoring;
  const { unknown, reached } = words.report;
  return {
    known: figure !== null,
    value: figure === null ? unknown : printFigure(shownFigure(figure, limit), unit, words),
    limit: limitText(limit, unit, words),
    outcome: outcome === null || outcome === "partly" ? unknown : reached[outcome],
    basis,
  };
}

/** What does not apply says so with the reason of its waiver; a narrative has no score, only what is said of it. */
function selfData(
  scoring: Scoring,
  assessment: Assessment,
  { words, workspace }: Assembling,
): Pick<NodeData, "self" | "reason"> {
  if (assessment.notApplicable) {
    const waiver = workspace.waivers.find((each) => each.indicator === assessment.indicator && each.notApplicable);
    return { self: words.report.not_applicable, reason: waiver?.reason ?? "" };
  }
  if (scoring.type === "narrative") return { self: "", reason: assessment.reason };
  // A reason for what the figure contradicts would stand beside its opposite.
  const contradicted = scoring.type === "threshold" && isContradicted(assessment);
  return { self: scoreText(scoring, assessment, words), reason: contradicted ? "" : assessment.reason };
}

/** As everywhere else, but points are spelled out: 3分（满分4分）. */
function scoreText(scoring: Scoring, { self, outcome }: Assessment, words: Words): string {
  const { report } = words;
  if (self === null) return outcome === null ? report.self_none : report.self_outcome[outcome];
  if (scoring.type === "points") return fill(report.self_points, { value: self, max: scoring.max });
  if (scoring.type === "met" || scoring.type === "threshold" || scoring.type === "narrative")
    return outcome === null ? report.self_none : report.self_outcome[outcome];
  return printScore(scoring, self, words);
}
