/** Points, and who gave them: the one place where they are added up. */
import type { Leaf } from "../../model/map.ts";
import type { Assembling } from "../assembling.ts";

export type Scorer = "self" | "pre" | "panel";

/** Does the indicator count at all? */
export const applies = (code: Leaf["indicator"]["code"], { assessments }: Assembling): boolean =>
  assessments.get(code)?.notApplicable !== true;

export interface Sum {
  readonly value: number;
  /** Points of the indicators that are scored; of all of them for nobody in particular. */
  readonly max: number;
  readonly count: number;
}

/** Points of the indicators that somebody has scored: what is left open is no zero, and counts on neither side. */
export function sumOf(leaves: readonly Leaf[], who: Scorer | null, from: Assembling): Sum {
  let [value, max, count] = [0, 0, 0];
  for (const { indicator } of leaves) {
    if (indicator.scoring.type !== "points") continue;
    const score = who === null ? null : scoreOf(indicator.code, who, from);
    if (score === null && who !== null) continue;
    value += Number(score ?? 0);
    max += indicator.scoring.max;
    count += 1;
  }
  return { value: Number(value.toFixed(6)), max: Number(max.toFixed(6)), count };
}

export function scoreOf(code: Leaf["indicator"]["code"], who: Scorer, { assessments, workspace }: Assembling) {
  if (who === "self") return assessments.get(code)?.self ?? null;
  return workspace.expertScores.get(code)?.[who]?.value ?? null;
}
