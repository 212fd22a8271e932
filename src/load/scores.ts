/** What a self score may be, by the way its indicator is scored. */
import type { Scoring } from "../model/map.ts";

const outcomes = ["met", "partly", "not"];

/** The words or numbers allowed, as users type them. */
export function allowedScores(scoring: Scoring): string {
  switch (scoring.type) {
    case "points": {
      const { max, step } = scoring;
      return step === null || step === 1
        ? `0–${String(max)}`
        : `0, ${String(step)}, ${String(step * 2)} … ${String(max)}`;
    }
    case "ordinal":
      return `0–${String(scoring.max)}`;
    default:
      return choices(scoring).join(", ");
  }
}

export function fitsScoring(value: string | number, scoring: Scoring): boolean {
  switch (scoring.type) {
    case "points":
      return isStep(value, scoring.max, scoring.step);
    case "ordinal":
      return isStep(value, scoring.max, 1);
    default:
      return choices(scoring).includes(String(value));
  }
}

function choices(scoring: Exclude<Scoring, { readonly type: "points" | "ordinal" }>): readonly string[] {
  switch (scoring.type) {
    case "gate":
      return ["pass", "fail"];
    case "grade":
      return scoring.ladder.map((each) => each.grade);
    case "met":
      return scoring.partly ? outcomes : outcomes.filter((each) => each !== "partly");
    case "threshold":
      return outcomes;
    case "narrative":
      return [];
  }
}

/** A number from 0 to `max`, in whole steps when the map names a step. */
function isStep(value: string | number, max: number, step: number | null): boolean {
  const number = Number(value);
  if (String(value).trim() === "" || !(number >= 0 && number <= max)) return false;
  const steps = step === null ? 0 : number / step;
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
