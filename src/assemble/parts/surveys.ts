/** Surveys (问卷调查): how each was made, and what came out. */
import type { Block, Cell, Column, Table } from "../../model/document.ts";
import type { Question, Survey } from "../../model/surveys.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printDate, printFigure } from "../format.ts";
import { cell, papers, paragraph, percent } from "./shared.ts";

/** A sentence, a table of its facts, one of its results and a drawing of them for each survey; nothing without surveys. */
export const surveys = (from: Assembling, drawn: (survey: Survey) => readonly Block[] = () => []): Block[] =>
  from.workspace.surveys.flatMap((survey) => [
    ...intro(survey, from),
    factTable(survey, from),
    ...(survey.questions.length === 0 ? [] : [resultTable(survey, from)]),
    ...drawn(survey),
  ]);

function intro({ sample, valid }: Survey, from: Assembling): Block[] {
  if (sample === null || valid === null || sample === 0) return [];
  const { words } = from;
  const number = (value: number): string => printFigure(value, "", words);
  const rate = percent((100 * valid) / sample, from);
  return [paragraph(fill(words.parts.surveys.intro, { sample: number(sample), valid: number(valid), rate }))];
}

function factTable(survey: Survey, from: Assembling): Table {
  const { words } = from;
  const names = words.parts.surveys;
  const copies = (value: number | null): string =>
    value === null ? words.report.unknown : fill(names.copies, { n: printFigure(value, "", words) });
  const rows: (readonly [label: string, value: Cell | string])[] = [
    [names.rows.time, timeOf(survey, from)],
    [names.rows.method, survey.methods.join(words.format.list)],
    [names.rows.population, survey.population],
    [names.rows.sample, copies(survey.sample)],
    [names.rows.valid, copies(survey.valid)],
    [names.rows.by, survey.by],
    [names.rows.questionnaire, papers([survey.questionnaire], from)],
  ];
  return {
    type: "table",
    caption: fill(names.caption, { title: survey.title }),
    columns: names.columns.map((title, index): Column => ({ title, share: index === 0 ? 0.25 : 0.75, align: "left" })),
    rows: rows
      .filter(([, value]) => value.length > 0)
      .map(([label, value]) => [cell(label), typeof value === "string" ? cell(value) : value]),
  };
}

function timeOf({ from: first, to: last }: Survey, { words }: Assembling): string {
  const [from, to] = [printDate(first, words), printDate(last, words)];
  return from === "" || to === "" || from === to ? to || from : fill(words.format.period, { from, to });
}

/** A row for each option; the numbers of persons only where any are known. */
function resultTable(survey: Survey, from: Assembling): Table {
  const names = from.words.parts.surveys;
  const counted = survey.questions.some(({ options }) => options.some((each) => each.count !== null));
  const [question, option, persons, share] = names.result_columns;
  const columns: readonly Column[] = [
    { title: question, share: counted ? 0.4 : 0.48, align: "left" },
    { title: option, share: counted ? 0.28 : 0.34, align: "left" },
    ...(counted ? [{ title: persons, share: 0.14, align: "right" } as const] : []),
    { title: share, share: 0.18, align: "right" },
  ];
  const groups = survey.questions.map((each) => resultRows(each, survey, from));
  const starts = groups.map((_, index) => groups.slice(0, index).reduce((all, rows) => all + rows.length, 0));
  return {
    type: "table",
    caption: fill(names.results, { title: survey.title }),
    columns,
    rows: groups.flat().map((row) => (counted ? row : row.filter((_, index) => index !== 2))),
    merged: { columns: 1, starts: new Set(starts) },
  };
}

function resultRows(question: Question, survey: Survey, from: Assembling): Cell[][] {
  const { words } = from;
  const names = words.parts.surveys;
  const { answers, options, positive, multiple } = question;
  const fewer =
    answers === null || answers === survey.valid ? "" : fill(names.answers, { n: printFigure(answers, "", words) });
  const title = `${question.title}${fewer}${multiple ? names.multiple : ""}`;
  const row = (option: string, count: number | null, share: number | null): Cell[] => [
    cell(title),
    cell(option),
    cell(count === null ? "–" : printFigure(count, "", words)),
    cell(share === null ? "–" : percent(share, from)),
  ];
  if (options.length === 0) return [row(names.share, null, question.rate)];
  const together = fill(names.together, { options: positive.join(words.format.list) });
  return [
    ...options.map((each) => row(each.title, each.count, each.percent)),
    ...(positive.length > 1 ? [row(together, question.count, question.rate)] : []),
  ];
}
