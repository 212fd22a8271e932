/** Scores by section: points of self, pre-evaluation and panel, grades; and each indicator that experts have scored. */
import type { Block, Cell, Column, Table } from "../../model/document.ts";
import { leavesOf } from "../../model/map.ts";
import type { Leaf } from "../../model/map.ts";
import type { ExpertScore } from "../../model/workspace.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printDate, printFigure, sentences } from "../format.ts";
import { applies, scoreOf, sumOf } from "./points.ts";
import type { Scorer, Sum } from "./points.ts";
import { printScore } from "./scores.ts";
import { cell, paragraph, percent } from "./shared.ts";

/** A table by section and, where experts have scored, one by indicator; nothing when the map gives neither points nor grades. */
export function scoringBySection(from: Assembling): Block[] {
  const leaves = leavesOf(from.workspace.map).filter(({ indicator }) => applies(indicator.code, from));
  const experts = (["pre", "panel"] as const).filter((who) =>
    [...from.workspace.expertScores.values()].some((each) => each[who] !== null),
  );
  const compared = experts.length === 0 ? [] : byIndicator(leaves, from);
  if (!leaves.some(({ indicator: { scoring } }) => scoring.type === "points" || scoring.type === "grade")) {
    return compared;
  }
  const isWhole = experts.length === 0 && !isPart(sumOf(leaves, "self", from), sumOf(leaves, null, from));
  const note = isWhole ? [] : [paragraph(from.words.parts.scoring.note)];
  return [...note, bySection(leaves, ["self", ...experts], from), ...compared];
}

function bySection(leaves: readonly Leaf[], scorers: readonly Scorer[], from: Assembling): Table {
  const { words, workspace } = from;
  const names = words.parts.scoring;
  const graded = leaves.some(({ indicator }) => indicator.scoring.type === "grade");
  const titles = [names.max, ...scorers.map((who) => names[who]), names.rate, ...(graded ? [names.grades] : [])];
  const row = (title: string, own: readonly Leaf[]): Cell[] => [
    cell(title),
    cell(number(sumOf(own, null, from).max, from)),
    ...scorers.map((who) => cell(points(own, who, from))),
    cell(rate(sumOf(own, "self", from), from)),
    ...(graded ? [cell(grades(own, from))] : []),
  ];
  return {
    type: "table",
    caption: names.caption,
    columns: [
      { title: names.section, share: 0.24, align: "left" },
      ...titles.map((title): Column => ({ title, share: 0.76 / titles.length, align: "center" })),
    ],
    rows: [
      ...workspace.map.sections.map((section) =>
        row(
          `${section.code} ${section.title}`,
          leaves.filter((leaf) => leaf.section === section),
        ),
      ),
      row(words.parts.total, leaves),
    ],
  };
}

const number = (value: number, { words }: Assembling): string => (value === 0 ? "–" : printFigure(value, "", words));

/** Where a part only is scored, its points stand beside the maximum of that part; those of experts always do. */
function points(leaves: readonly Leaf[], who: Scorer, from: Assembling): string {
  const scored = sumOf(leaves, who, from);
  const { value, max, count } = scored;
  if (count === 0) return "–";
  if (who === "self" && !isPart(scored, sumOf(leaves, null, from))) return printFigure(value, "", from.words);
  return fill(from.words.report.points, { value, max });
}

/** Are some indicators scored, and others still open? */
const isPart = (scored: Sum, all: Sum): boolean => scored.count > 0 && scored.count < all.count;

const rate = ({ value, max }: Sum, from: Assembling): string => (max === 0 ? "–" : percent((100 * value) / max, from));

/** How many indicators have which grade, best first. */
function grades(leaves: readonly Leaf[], from: Assembling): string {
  const { words } = from;
  const counts = new Map<string, number>();
  for (const { indicator } of leaves) {
    if (indicator.scoring.type !== "grade") continue;
    for (const { grade } of indicator.scoring.ladder.toReversed()) counts.set(grade, counts.get(grade) ?? 0);
    const self = scoreOf(indicator.code, "self", from);
    if (self !== null) counts.set(String(self), (counts.get(String(self)) ?? 0) + 1);
  }
  const told = [...counts].filter(([, n]) => n > 0);
  return told.map(([grade, n]) => fill(words.parts.scoring.grade, { grade, n })).join(words.format.list) || "–";
}

/** Every indicator that experts have scored, its scores side by side. */
function byIndicator(leaves: readonly Leaf[], from: Assembling): Block[] {
  const { words, workspace } = from;
  const names = words.parts.scoring;
  const rows = leaves.flatMap(({ indicator }): Cell[][] => {
    const scores = workspace.expertScores.get(indicator.code);
    if (scores === undefined) return [];
    const { pre, panel } = scores;
    const shown = (value: string | number | null): Cell =>
      cell(value === null ? "–" : printScore(indicator.scoring, value, words));
    const own = from.assessments.get(indicator.code);
    const self = own?.self ?? own?.outcome ?? null;
    const reasons = [explained(names.columns[2], pre, from), explained(names.columns[3], panel, from)];
    return [
      [
        cell(`${indicator.code} ${indicator.title}`),
        shown(self),
        shown(pre?.value ?? null),
        shown(panel?.value ?? null),
        cell(sentences(reasons, words)),
      ],
    ];
  });
  const shares = [0.26, 0.13, 0.13, 0.13, 0.35];
  const columns = names.columns.map((title, index): Column => ({
    title,
    share: shares[index] ?? 0,
    align: index === 0 || index === 4 ? "left" : "center",
  }));
  return rows.length === 0 ? [] : [{ type: "table", caption: names.by_indicator, columns, rows }];
}

function explained(who: string, score: ExpertScore | null, { words }: Assembling): string {
  if (score === null || score.reason === "") return "";
  const { explained: dated, explained_undated: undated } = words.parts.scoring;
  const values = { who, reason: score.reason };
  return score.date === null ? fill(undated, values) : fill(dated, { ...values, date: printDate(score.date, words) });
}
