/**
 * Figures that do not keep their limit (达标类): each costs the recognition, so it is an error, unless the office
 * says so itself: a self score of `not` (or `partly`) with its reason is an honest report, and complete as such.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparable } from "../../engines/formula/evaluate.ts";
import { leavesOf } from "../../model/map.ts";
import type { Limit } from "../../model/map.ts";
import { assess, isContradicted, keeps } from "../assess.ts";
import { figureOf, scopeOf } from "../figure.ts";
import { waiverFor } from "../judge.ts";
import type { Rule } from "../rule.ts";

export const thresholds: Rule = ({ workspace }) => {
  const scope = scopeOf(workspace);
  return leavesOf(workspace.map).flatMap(({ indicator }) => {
    const { scoring, code, title } = indicator;
    if (scoring.type !== "threshold" || scoring.limit === null) return [];
    if (waiverFor(workspace, code, null) !== null) return [];
    const result = figureOf(scoring, scope);
    const value = result.ok ? result.figure.value : null;
    if (!result.ok || value === null || keeps(value, scoring.limit)) return [];
    const self = workspace.scores.get(code);
    if ((self?.value === "not" || self?.value === "partly") && self.reason !== "") return [];
    const { limit, unit, at } = scoring;
    const figure = shownFigure(value, limit);
    const claimed = self?.value === "met";
    return [
      diagnostic("threshold-not-met", at, {
        indicator: code,
        title,
        figure,
        unit,
        limit,
        claimed,
        failing: result.failing,
      }),
    ];
  });
};

/** Short, but never so short that it seems to keep the limit. */
const shownFigure = (value: number, limit: Limit): number =>
  [4, 6, 8, 10].map((digits) => Number(value.toPrecision(digits))).find((each) => !keeps(each, limit)) ??
  comparable(value);

/** Self scores that the figure contradicts: the report goes by the figure, which nobody would notice otherwise. */
export const contradictedScores: Rule = ({ workspace }) => {
  const leaves = new Map(leavesOf(workspace.map).map(({ indicator }) => [indicator.code, indicator]));
  return assess(workspace).flatMap((assessment) => {
    const { indicator: code, figure, self, outcome } = assessment;
    const [indicator, score] = [leaves.get(code), workspace.scores.get(code)];
    if (indicator?.scoring.type !== "threshold" || indicator.scoring.limit === null || score === undefined) return [];
    if (figure === null || !isContradicted(assessment) || waiverFor(workspace, code, null) !== null) return [];
    // A score above the figure is told as threshold-not-met.
    if (outcome !== "met") return [];
    const { limit, unit } = indicator.scoring;
    const facts = { indicator: code, title: indicator.title, self: String(self), unit, limit, outcome };
    return [diagnostic("score-differs", score.at, { ...facts, figure: comparable(figure) })];
  });
};
