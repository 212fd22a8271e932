/** What people answered in a survey. */
import { drawBars, tones } from "../../engines/charts.ts";
import type { Amount, Bars } from "../../engines/charts.ts";
import type { Figure } from "../../model/document.ts";
import type { Words } from "../../schema/words.ts";
import { fill, printFigure } from "../format.ts";
import { figuresOf, size } from "./figures.ts";

export interface SurveyData {
  readonly caption: string;
  /** What could be answered, the same for all questions; best first where they are a scale. */
  readonly options: readonly string[];
  readonly questions: readonly {
    readonly text: string;
    /** Per cent of the answers, 0 to 100, for each option; null where it is not known. */
    readonly shares: readonly (number | null)[];
    /** How many people answered; null when it is not known. */
    readonly answers: number | null;
  }[];
}

/**
 * Questions of one answer as bars of 100 %, all in one figure. Where several answers could be given (the shares make up
 * more than 100 %, rounding aside), or there are too many options to tell apart, a figure for each question, with a bar
 * for each option.
 */
export function surveyFigure(data: SurveyData, words: Words): Figure[] {
  const known = data.questions.filter(({ shares }) => shares.some((share) => share !== null));
  if (known.length === 0) return [];
  const sums = known.map(({ shares }) => shares.reduce<number>((sum, share) => sum + (share ?? 0), 0));
  const stacks = data.options.length <= tones.length && sums.every((sum) => sum <= 100.5);
  if (stacks) return draw({ ...data, questions: known }, data.caption, words);
  return known.flatMap((question) => {
    const answers = question.answers === null ? null : fill(words.charts.answers, { n: question.answers });
    const values = { caption: data.caption, question: question.text };
    const caption =
      answers === null
        ? fill(words.charts.question, values)
        : fill(words.charts.question_answers, { ...values, answers });
    return draw({ ...data, questions: [question] }, caption, words, true);
  });
}

function draw({ options, questions }: SurveyData, caption: string, words: Words, apart = false): Figure[] {
  const amount = (share: number | null | undefined): Amount => {
    const value = share ?? null;
    return { value, text: value === null ? "–" : printFigure(Number(value.toFixed(1)), "%", words) };
  };
  const rows = questions.map(({ text, shares, answers }) => ({
    label: text,
    note: answers === null ? "" : fill(words.charts.answers, { n: answers }),
    amounts: options.map((_, index) => amount(shares[index])),
  }));
  const turned = options.map((label, index) => ({
    label,
    note: "",
    amounts: rows.flatMap(({ amounts }) => amounts[index] ?? []),
  }));
  const bars: Bars = apart
    ? { ...size, arrangement: "grouped", axis: null, series: [{ name: caption, tone: "dark" }], rows: turned }
    : {
        ...size,
        arrangement: "stacked",
        axis: { upTo: 100, step: 20, unit: "%", mark: null },
        series: options.map((name, index) => ({ name, tone: tones[index] ?? "white" })),
        rows,
      };
  const pictures = drawBars(bars).map(({ picture, rows: [from, to] }) => ({
    picture,
    told: bars.rows.slice(from, to).map(({ label, note, amounts }) => ({
      name: note === "" ? label : `${label}${words.format.comma}${note}`,
      values: amounts.map(({ text }, index) => [apart ? "" : (options[index] ?? ""), text] as const),
    })),
  }));
  return figuresOf("bars", caption, pictures, words);
}
