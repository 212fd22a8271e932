/** Figures beside the limit that they are held against. */
import { keeps } from "../check/assess.ts";
import type { Limit } from "../model/map.ts";
import type { Words } from "../schema/words.ts";
import { fill, printFigure, rounded } from "./format.ts";

/** Rounded, but never so that it seems to keep a limit which it misses, or to miss one which it keeps. */
export function shownFigure(figure: number, limit: Limit): number {
  const exact = keeps(figure, limit);
  const candidates = [rounded(figure), ...[2, 3, 4, 5, 6].map((digits) => Number(figure.toFixed(digits)))];
  return candidates.find((each) => keeps(each, limit) === exact) ?? figure;
}

/** The standard in words, such as 不低于2元/人. */
export const limitText = (limit: Limit, unit: string, words: Words): string =>
  fill(words.report.limits[limit.operator], {
    value: printFigure(limit.value, limit.upTo === null ? unit : "", words),
    upTo: limit.upTo === null ? "" : printFigure(limit.upTo, unit, words),
  });
