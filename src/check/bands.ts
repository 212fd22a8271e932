/** The class of the result (等次) that the self scores reach. */
import type { Assessment } from "../model/coverage.ts";
import { leavesOf } from "../model/map.ts";
import type { IndicatorMap } from "../model/map.ts";
import { reaches } from "../model/standing.ts";
import type { Band, Standing } from "../model/standing.ts";

/** The best class whose conditions all hold; null when there is none, or when a veto or a missed minimum stands against it. */
export function bandOf(
  map: IndicatorMap,
  nodes: readonly Standing[],
  scores: ReadonlyMap<string, Assessment>,
): string | null {
  const whole = nodes.find((each) => each.code === null)?.score;
  if (whole === undefined || whole.shortfalls.length > 0) return null;
  const shares = new Map(nodes.map((each) => [each.code as string | null, each.score.share]));
  const holds = ({ atLeast, nodes: single, grades }: Band): boolean =>
    (atLeast === null || (whole.share !== null && reaches(whole.share, atLeast))) &&
    [...single].every(([code, least]) => reaches(shares.get(code) ?? 0, least)) &&
    [...grades].every(([grade, least]) => reaches(gradeShare(map, grade, scores), least));
  return map.bands.find(holds)?.title ?? null;
}

/** Of the leaves that have this grade in their ladder and apply, the share that reaches it (grades are cumulative). */
function gradeShare(map: IndicatorMap, grade: string, scores: ReadonlyMap<string, Assessment>): number {
  const reached = leavesOf(map).flatMap(({ indicator: { code, scoring } }): boolean[] => {
    const score = scores.get(code);
    if (scoring.type !== "grade" || score?.notApplicable === true) return [];
    const ladder = scoring.ladder.map((each) => each.grade);
    return ladder.includes(grade) ? [ladder.indexOf(String(score?.self ?? "")) >= ladder.indexOf(grade)] : [];
  });
  return reached.length === 0 ? 0 : reached.filter(Boolean).length / reached.length;
}
