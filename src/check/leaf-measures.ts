/** What a single leaf brings into the roll-up: its evidence, and its self score, as shares from 0 to 1. */
import type { Assessment, Coverage } from "../model/coverage.ts";
import type { Indicator, Limit } from "../model/map.ts";
import type { Measure } from "../model/standing.ts";
import { tally } from "./tally.ts";

/** A measure on its way up. */
export interface Open extends Measure {
  /** Leaves at and below it that should have a score and have none yet. */
  readonly open: number;
}

const nothing: Open = { share: null, points: null, verdict: null, shortfalls: [], open: 0 };

/** Covered ÷ applicable requirements; each counts as one point. */
export function leafCoverage(coverage: readonly Coverage[]): Open {
  const { covered, applicable } = tally(coverage);
  if (applicable === 0) return nothing;
  const share = covered / applicable;
  return { ...nothing, share, points: { self: covered, max: applicable }, verdict: verdictOf(share) };
}

/** All, nothing, or something between. */
const verdictOf = (share: number): "met" | "partly" | "not" => (share >= 1 ? "met" : share <= 0 ? "not" : "partly");

/**
 * The self score: points and steps as part of their maximum, grades by their rung, met 1 / partly ½ / not 0,
 * a figure by how near it comes to its limit.
 */
export function leafScore({ scoring }: Indicator, assessment: Assessment | undefined): Open {
  if (assessment === undefined || assessment.notApplicable || scoring.type === "narrative") return nothing;
  const { outcome, self, figure } = assessment;
  if (outcome === null) return { ...nothing, open: 1 };
  switch (scoring.type) {
    case "points":
    case "ordinal": {
      const points = { self: Number(self), max: scoring.max };
      return { ...nothing, share: points.self / points.max, points, verdict: outcome };
    }
    case "grade": {
      const rung = scoring.ladder.findIndex((each) => each.grade === String(self));
      return { ...nothing, share: rung / (scoring.ladder.length - 1), verdict: outcome };
    }
    case "threshold": {
      const share = figure === null || scoring.limit === null ? null : nearness(figure, scoring.limit);
      return { ...nothing, share: outcome === "met" ? 1 : (share ?? half(outcome)), verdict: outcome };
    }
    default:
      return { ...nothing, share: half(outcome), verdict: outcome };
  }
}

const half = (outcome: "met" | "partly" | "not"): number => (outcome === "met" ? 1 : outcome === "partly" ? 0.5 : 0);

/** How near a figure comes to its limit: 1.7 of at least 2 is 0.85, 2 of at most 1 is 0.5. */
function nearness(figure: number, { operator, value, upTo }: Limit): number {
  const under = (limit: number): number => (limit <= 0 ? 0 : Math.min(1, Math.max(0, figure / limit)));
  const over = (limit: number): number => (figure <= 0 ? 1 : Math.min(1, Math.max(0, limit / figure)));
  switch (operator) {
    case "at_least":
    case "more_than":
      return under(value);
    case "at_most":
    case "less_than":
      return over(value);
    case "equals":
      return Math.min(under(value), over(value));
    case "between":
      return Math.min(under(value), over(upTo ?? value));
  }
}
