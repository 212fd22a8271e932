/**
 * Figures that do not keep their limit (达标类): each costs the recognition, so it is an error, unless the office
 * says so itself: a self score of `not` (or `partly`) with its reason is an honest report, and complete as such.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparable } from "../../engines/formula/evaluate.ts";
import { leavesOf } from "../../model/map.ts";
import type { Limit } from "../../model/map.ts";
import { keeps } from "../assess.ts";
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
