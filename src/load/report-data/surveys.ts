/** surveys.yaml → surveys; shares of counted answers are reckoned here, once. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import type { Option, Question, Survey } from "../../model/surveys.ts";
import { parseUnit } from "../../model/unit.ts";
import type { QuestionFile, SurveyFile, SurveysFile } from "../../schema/surveys.ts";
import type { Path } from "../../model/places.ts";
import type { Reader } from "./known.ts";

const persons = parseUnit("人");

/** Each of those who answer fills in one questionnaire: people count the ones or the others. */
const copies = parseUnit("份");

export const readSurveys = (file: SurveysFile, reader: Reader): Survey[] =>
  Object.entries(file).map(([id, survey]) => readSurvey(id, survey, reader));

function readSurvey(id: string, survey: SurveyFile, reader: Reader): Survey {
  const valid = reader.figure(survey.valid, persons, [id, "valid"], copies);
  return {
    id,
    title: survey.title,
    from: survey.from ?? null,
    to: survey.to ?? null,
    methods: [survey.method ?? []].flat(),
    population: survey.population ?? "",
    sample: reader.figure(survey.sample, persons, [id, "sample"], copies),
    valid,
    by: survey.by ?? "",
    questionnaire: reader.item(survey.questionnaire, [id, "questionnaire"]),
    questions: survey.questions.map((question, index) =>
      readQuestion(question, valid, [id, "questions", index], reader),
    ),
    at: reader.at([id], true),
    validAt: reader.at([id, "valid"]),
  };
}

function readQuestion(file: QuestionFile, valid: number | null, path: Path, reader: Reader): Question {
  const told = toldIn(file, path, reader);
  const answers = file.valid === undefined ? valid : reader.figure(file.valid, persons, [...path, "valid"], copies);
  const options = Object.entries((told === "rate" ? undefined : file[told]) ?? {}).map(([title, value]): Option => {
    if (told === "percents") return { title, count: null, percent: value };
    return { title, count: value, percent: shareOf(value, answers) };
  });
  const positive = positiveOf(file, options, path, reader);
  const chosen = options.filter((each) => positive.includes(each.title));
  const count = chosen.length === 0 ? null : sum(chosen.map((each) => each.count));
  return {
    title: file.title,
    told,
    multiple: file.multiple,
    answers,
    options,
    positive,
    count,
    rate: rateOf(file, chosen, count, answers),
    fact: file.fact === undefined ? null : (reader.fact(file.fact, [...path, "fact"])?.id ?? null),
    at: reader.at(path),
  };
}

/** One of `counts`, `percents` and `rate`; several, or none, is a fault. */
function toldIn(file: QuestionFile, path: Path, reader: Reader): Question["told"] {
  const told = (["counts", "percents", "rate"] as const).filter((key) => file[key] !== undefined);
  if (told.length !== 1) {
    reader.found.push(diagnostic("survey-result", reader.at(path), { question: file.title, told }));
  }
  return told[0] ?? "rate";
}

function positiveOf(file: QuestionFile, options: readonly Option[], path: Path, reader: Reader): readonly string[] {
  const titles = options.map((each) => each.title);
  const wanted = [file.positive ?? []].flat();
  for (const got of wanted) {
    if (titles.includes(got)) continue;
    const facts = { key: "positive", got, known: titles, nearest: nearest(got, titles) };
    reader.found.push(diagnostic("unknown-value", reader.at([...path, "positive"]), facts));
  }
  if (file.fact !== undefined && titles.length > 0 && wanted.length === 0) {
    reader.found.push(diagnostic("missing-key", reader.at(path), { key: "positive" }));
  }
  return wanted;
}

function rateOf(
  { rate }: QuestionFile,
  chosen: readonly Option[],
  count: number | null,
  answers: number | null,
): number | null {
  if (rate !== undefined) return rate;
  if (count !== null) return shareOf(count, answers);
  return chosen.length === 0 ? null : sum(chosen.map((each) => each.percent));
}

/** In percent. */
const shareOf = (count: number, answers: number | null): number | null =>
  answers === null || answers === 0 ? null : Number(((100 * count) / answers).toPrecision(12));

const sum = (values: readonly (number | null)[]): number | null =>
  values.reduce<number | null>(
    (all, each) => (all === null || each === null ? null : Number((all + each).toPrecision(12))),
    0,
  );
