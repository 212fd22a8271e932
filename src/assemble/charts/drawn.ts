/** What is drawn below the tables of funds and surveys. */
import type { Figure } from "../../model/document.ts";
import { amountOf, hasSide, sumOf, whole, yearsOf } from "../../model/funds.ts";
import type { Fund } from "../../model/funds.ts";
import type { Question, Survey } from "../../model/surveys.ts";
import type { Words } from "../../schema/words.ts";
import { fill } from "../format.ts";
import { fundsFigure } from "./funds.ts";
import { surveyFigure } from "./surveys.ts";

/** What was granted, or spent where only that is told; nothing for a single line. */
export function drawnFund(fund: Fund, words: Words): Figure[] {
  if (fund.lines.length < 2) return [];
  const side = hasSide(fund, "amount") ? "amount" : "spent";
  const told = yearsOf(fund);
  const years = told.length === 0 ? [whole] : told;
  const names = words.parts.funds[side];
  return fundsFigure(
    {
      title: fund.title,
      years: years.map((year) => (year === whole ? names.whole : fill(names.year, { year }))),
      unit: fund.unit,
      lines: fund.lines.map((line) => ({
        title: line.title,
        amounts: years.map((year) => amountOf(line, side, year) ?? null),
      })),
      totals: years.map((year) => sumOf(fund, side, year) ?? null),
    },
    words,
  );
}

/**
 * Questions with the same answers side by side; of the others the share that speaks for it, all in one figure; and each
 * question of several answers by itself.
 */
export function drawnSurvey({ title, questions }: Survey, words: Words): Figure[] {
  const groups = alike(questions.filter(({ multiple }) => !multiple)).filter((group) => group.length > 1);
  const grouped = new Set(groups.flat());
  const rated = questions.filter((each) => each.rate !== null && !grouped.has(each));
  const { share } = words.parts.surveys;
  return [
    ...groups.flatMap((group) => optionsFigure(title, group, words)),
    ...surveyFigure(
      {
        caption: fill(words.charts.rates, { title }),
        options: [share],
        questions: rated.map((each) => ({ text: asked(each, words), shares: [each.rate], answers: null })),
      },
      words,
    ),
    ...questions.filter(({ multiple }) => multiple).flatMap((each) => optionsFigure(title, [each], words)),
  ];
}

/** A question with the options that its share is made of. */
const asked = ({ title, positive }: Question, words: Words): string =>
  positive.length === 0 ? title : fill(words.charts.rated, { title, options: positive.join(words.format.list) });

/** Questions whose options are the same, together. */
function alike(questions: readonly Question[]): Question[][] {
  const groups = new Map<string, Question[]>();
  for (const each of questions) {
    if (each.options.length < 2) continue;
    const key = JSON.stringify(each.options.map((option) => option.title));
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()];
}

const optionsFigure = (caption: string, questions: readonly Question[], words: Words): Figure[] =>
  surveyFigure(
    {
      caption,
      options: (questions[0]?.options ?? []).map((option) => option.title),
      questions: questions.map((each) => ({
        text: each.title,
        shares: each.options.map((option) => option.percent),
        answers: each.answers,
      })),
    },
    words,
  );
