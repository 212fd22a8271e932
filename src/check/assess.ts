/** Leaf by leaf: the figure against its limit, and the self score (自评). */
import { comparable } from "../engines/formula/evaluate.ts";
import type { Scope } from "../engines/formula/evaluate.ts";
import type { Assessment } from "../model/coverage.ts";
import type { Indicator, Limit, Scoring } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import { figureOf, scopeOf } from "./figure.ts";
import { waiverFor } from "./judge.ts";

type Assessed = Pick<Workspace, "map" | "facts" | "tables" | "scores" | "waivers" | "asOf">;

/** One assessment for every leaf, in the order of the map. */
export function assess(workspace: Assessed): Assessment[] {
  const scope = scopeOf(workspace);
  return leavesOf(workspace.map).map(({ indicator }) => {
    const score = workspace.scores.get(indicator.code) ?? null;
    const figure = valueOf(indicator, scope);
    return {
      indicator: indicator.code,
      figure,
      outcome: outcomeOf(indicator.scoring, figure, score?.value ?? null),
      self: score?.value ?? null,
      reason: score?.reason ?? "",
      notApplicable: waiverFor(workspace, indicator.code, null)?.notApplicable ?? false,
    };
  });
}

/** Does the figure say another thing than the self score? A `partly` beside a figure below its limit agrees. */
export const isContradicted = ({ figure, outcome, self }: Assessment): boolean =>
  figure !== null && self !== null && (outcome === "met") !== (self === "met");

function valueOf({ scoring }: Indicator, scope: Scope): number | null {
  if (scoring.type !== "threshold") return null;
  const result = figureOf(scoring, scope);
  return result.ok ? result.figure.value : null;
}

/** Does a figure keep its limit? Compared with twelve significant digits, so that 0.1 + 0.2 keeps 0.3. */
export function keeps(figure: number, limit: Limit): boolean {
  const value = comparable(figure);
  switch (limit.operator) {
    case "at_least":
      return value >= limit.value;
    case "at_most":
      return value <= limit.value;
    case "more_than":
      return value > limit.value;
    case "less_than":
      return value < limit.value;
    case "equals":
      return value === limit.value;
    case "between":
      return value >= limit.value && value <= (limit.upTo ?? limit.value);
  }
}

function outcomeOf(scoring: Scoring, figure: number | null, self: string | number | null): Assessment["outcome"] {
  if (scoring.type === "threshold" && figure !== null && scoring.limit !== null) {
    return keeps(figure, scoring.limit) ? "met" : "not";
  }
  if (self === null) return null;
  switch (scoring.type) {
    case "gate":
      return self === "pass" ? "met" : "not";
    case "met":
    case "threshold":
      return self === "met" || self === "partly" || self === "not" ? self : null;
    case "points":
    case "ordinal":
      return share(Number(self), scoring.max);
    case "grade":
      return share(
        scoring.ladder.findIndex((each) => each.grade === String(self)),
        scoring.ladder.length - 1,
      );
    case "narrative":
      return null;
  }
}

/** All, nothing, or something between. */
const share = (value: number, max: number): Assessment["outcome"] =>
  value >= max ? "met" : value <= 0 ? "not" : "partly";
