/**
 * Self scores above what the evidence allows: something is claimed where nothing that was asked for was handed in.
 * A gap beside other evidence, and evidence that does not count, are told as such and leave the score to the office:
 * one cause is told once.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { leavesOf } from "../../model/map.ts";
import { assess } from "../assess.ts";
import type { Rule } from "../rule.ts";

export const selfScores: Rule = ({ workspace, coverage }) => {
  const leaves = new Map(leavesOf(workspace.map).map(({ indicator }) => [indicator.code, indicator]));
  return assess(workspace).flatMap(({ indicator: code, outcome, self }) => {
    const score = workspace.scores.get(code);
    const indicator = leaves.get(code);
    if (self === null || score === undefined || indicator === undefined) return [];
    if (outcome === null || outcome === "not" || indicator.scoring.type === "threshold") return [];
    const owed = coverage.filter((each) => each.requirement.indicator === code && each.status !== "optional");
    const counts = owed.some((each) => each.items.length > 0 || settled.has(each.status));
    if (owed.length === 0 || counts) return [];
    return [
      diagnostic("score-without-evidence", score.at, { indicator: code, title: indicator.title, self: String(self) }),
    ];
  });
};

const settled: ReadonlySet<string> = new Set(["covered", "waived", "on-site", "not-applicable"]);
