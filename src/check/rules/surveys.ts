/** Surveys whose figures do not agree with each other, or with the facts that rest on them. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparable } from "../../engines/formula/evaluate.ts";
import { decimalsOf } from "../../model/surveys.ts";
import type { Question } from "../../model/surveys.ts";
import { convert, parseUnit, shift } from "../../model/unit.ts";
import type { Fact } from "../../model/workspace.ts";
import type { Rule } from "../rule.ts";

export const surveys: Rule = ({ workspace: { surveys: all, facts } }) => {
  const known = new Map(facts.map((each) => [each.id, each]));
  return all.flatMap(({ title, sample, valid, validAt, questions }) => [
    ...(sample !== null && valid !== null && valid > sample
      ? [diagnostic("survey-sample", validAt, { title, sample, valid })]
      : []),
    ...questions.flatMap((each) => [...sums(each), ...ofFact(each, known.get(each.fact ?? ""))]),
  ]);
};

/** Options are all the answers, or a hundred percent; where several may be chosen, none is more than that. */
function sums({ title, told, multiple, answers, options, at }: Question): Diagnostic[] {
  const percent = told === "percents";
  const whole = percent ? 100 : answers;
  if (told === "rate" || whole === null) return [];
  const values = options.map((each) => (percent ? each.percent : each.count) ?? 0);
  const tell = (option: string | null, sum: number): Diagnostic =>
    diagnostic("survey-sum", at, { question: title, option, sum, whole, percent });
  if (multiple)
    return options.flatMap((each, index) =>
      (values[index] ?? 0) > whole ? [tell(each.title, values[index] ?? 0)] : [],
    );
  const sum = comparable(values.reduce((all, each) => all + each, 0));
  return Math.abs(sum - whole) <= (percent ? slack(values) : 0) ? [] : [tell(null, sum)];
}

/** What rounding may add up to: half a unit of the last decimal for each option. */
const slack = (values: readonly number[]): number =>
  comparable(values.length * 0.5 * 10 ** -Math.max(0, ...values.map(decimalsOf)));

const inPercent = parseUnit("%");

/** A fact in persons is held against the count, one without a unit of its own (%, share) against the rate. */
function ofFact({ title, count, rate, at }: Question, fact: Fact | undefined): Diagnostic[] {
  if (fact === undefined || fact.value === null || inPercent === null) return [];
  const isShare = fact.measure === null ? count === null : fact.measure.powers.size === 0;
  const answer = isShare ? rate : count;
  if (answer === null) return [];
  const value = isShare
    ? fact.measure === null
      ? fact.value
      : convert(fact.value, fact.measure, inPercent)
    : shift(fact.value, fact.measure?.scale ?? 0);
  if (isShare ? agree(answer, value) : comparable(answer) === comparable(value)) return [];
  const shown = isShare ? `${String(comparable(answer))}%` : String(answer);
  const unit = fact.unit === "" || fact.unit === "%" ? fact.unit : ` ${fact.unit}`;
  const facts = { fact: fact.title, first: fact.at, answer: shown, value: `${String(comparable(fact.value))}${unit}` };
  return [diagnostic("survey-fact", at, { question: title, ...facts })];
}

/** Is one of two shares the other, rounded? */
function agree(a: number, b: number): boolean {
  const [x, y] = [comparable(a), comparable(b)];
  return Math.abs(x - y) <= 0.5 * 10 ** -Math.min(decimalsOf(x), decimalsOf(y)) + 1e-9;
}
