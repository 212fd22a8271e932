/**
 * Self scores above what the evidence allows: all that there is to get, while something that proves it is still owed; or
 * anything at all, where nothing that was asked for was handed in. A score in between beside a gap is the office's to
 * answer for: it may have been lowered for just that. What cannot be opened may well prove it, and is told as such.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { leavesOf } from "../../model/map.ts";
import { assess } from "../assess.ts";
import type { Rule } from "../rule.ts";
import { isOwed } from "../stages.ts";

export const selfScores: Rule = ({ workspace, coverage }) => {
  const leaves = new Map(leavesOf(workspace.map).map(({ indicator }) => [indicator.code, indicator]));
  return assess(workspace).flatMap(({ indicator: code, outcome, self }) => {
    const score = workspace.scores.get(code);
    const indicator = leaves.get(code);
    if (self === null || score === undefined || indicator === undefined) return [];
    if (outcome === null || outcome === "not" || indicator.scoring.type === "threshold") return [];
    const asked = coverage.filter((each) => each.requirement.indicator === code && each.status !== "optional");
    const owed = asked.filter(({ status }) => isOwed(status) && status !== "unreadable");
    const nothing = owed.length === asked.length && owed.every((each) => each.items.length === 0);
    if (owed.length === 0 || (outcome === "partly" && !nothing)) return [];
    const facts = { indicator: code, title: indicator.title, self: String(self) };
    const titles = nothing ? [] : owed.map((each) => each.requirement.title);
    return [diagnostic("score-without-evidence", score.at, { ...facts, owed: titles })];
  });
};
