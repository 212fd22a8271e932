/** A score in words: points, a grade, a step or an outcome, whoever gave it. */
import type { Scoring } from "../../model/map.ts";
import type { Words } from "../../schema/words.ts";
import { fill } from "../format.ts";

export function printScore(scoring: Scoring, value: string | number, { report }: Words): string {
  switch (scoring.type) {
    case "gate":
      return value === "pass" || value === "met" ? report.self_gate.pass : report.self_gate.fail;
    case "points":
      return fill(report.points, { value, max: scoring.max });
    case "grade":
      return fill(report.self_grade, { value });
    case "ordinal":
      return fill(report.self_step, { value, max: scoring.max });
    case "met":
    case "threshold":
    case "narrative":
      return value === "met" || value === "partly" || value === "not" ? report.self_outcome[value] : String(value);
  }
}
