/** Figures of a day before the window, or after the day of judgement. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { lastDay } from "../judge.ts";
import type { Rule } from "../rule.ts";

export const factDates: Rule = ({ workspace: { facts, map, asOf } }) => {
  const from = map.window?.from ?? "0000-01-01";
  const to = map.window === null ? asOf : lastDay(map.window, asOf);
  return facts.flatMap(({ title, asOf: day, at }) => {
    if (day === null || (day >= from && day <= to)) return [];
    // Without a window only the day of judgement is a bound; the other end is the figure's own day.
    return [diagnostic("fact-date", at, { title, day, window: { from: map.window === null ? to : from, to } })];
  });
};
