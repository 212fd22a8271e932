/**
 * Narratives that are longer or shorter than the map allows, and problems that take up too little of all text
 * (审核评估: no less than a third of the words on problems).
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { leavesOf } from "../../model/map.ts";
import type { Narrative } from "../../model/workspace.ts";
import type { Rule } from "../rule.ts";
import { isUntouched } from "./narratives.ts";

export const narrativeLength: Rule = ({ workspace: { map, narratives } }) => [
  ...leavesOf(map).flatMap(({ indicator: { code, title, words: limits } }) => {
    const own = narratives.filter((each) => each.about === code);
    const words = wordsOf(own);
    const [first] = own;
    if (limits === null || first === undefined || words === 0) return [];
    const { min, max } = limits;
    const about = { indicator: code, title, words };
    if (max !== null && words > max)
      return [diagnostic("narrative-length", first.at, { ...about, bound: "max", limit: max })];
    if (min !== null && words < min)
      return [diagnostic("narrative-length", first.at, { ...about, bound: "min", limit: min })];
    return [];
  }),
  ...problemsShare(narratives, map.rules.problemsShare),
];

function problemsShare(narratives: readonly Narrative[], least: number | null): ReturnType<Rule> {
  const problems = narratives.filter((each) => each.about === "problems");
  const [words, total] = [wordsOf(problems), wordsOf(narratives)];
  if (least === null || total === 0 || words >= total * least) return [];
  const at = problems[0]?.at ?? { file: "narrative/problems.md" };
  return [diagnostic("problems-share", at, { words, total, least })];
}

const wordsOf = (narratives: readonly Narrative[]): number =>
  narratives
    .filter((each) => !isUntouched(each))
    .flatMap((each) => each.texts)
    .reduce((sum, { text }) => sum + countWords(text), 0);

/** Each Chinese character is a word, and each run of letters or digits of other scripts (2.7, it's, e-mail). Punctuation is none. */
export const countWords = (text: string): number =>
  text.match(
    /\p{Script=Han}|(?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+(?:[.,'’-](?:(?!\p{Script=Han})[\p{L}\p{M}\p{N}])+)*/gu,
  )?.length ?? 0;
