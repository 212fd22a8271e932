/** Words of the parts that data makes: declaration, stages, scoring, surveys, funds, findings. */
import { line, z } from "./z.ts";

const text = z.string();

const scoring = z.strictObject({
  section: line,
  max: line,
  self: line,
  pre: line,
  panel: line,
  rate: line,
  grades: line,
  grade: line.describe("how many indicators have a grade: {grade} {n}"),
  caption: line,
  note: line.describe("above scores of experts, which may not cover all indicators"),
  by_indicator: line.describe("caption"),
  columns: z.tuple([line, line, line, line, line]),
  explained: line.describe("{who} {date} {reason}"),
  explained_undated: line.describe("{who} {reason}"),
  by_method: line.describe("caption"),
  methods: z.strictObject({ papers: line, site: line, survey: line, opinion: line }),
  unsplit: line.describe("points that the map does not split by method"),
});

const surveys = z.strictObject({
  intro: line.describe("{sample} {valid} {rate}"),
  caption: line.describe("{title}"),
  columns: z.tuple([line, line]),
  rows: z.strictObject({
    time: line,
    method: line,
    population: line,
    sample: line,
    valid: line,
    by: line,
    questionnaire: line,
  }),
  copies: line.describe("{n}"),
  results: line.describe("caption; {title}"),
  result_columns: z.tuple([line, line, line, line]),
  answers: text.describe("after a question that not all answered; {n}"),
  multiple: text.describe("after a question with several answers"),
  together: line.describe("options added up; {options}"),
  share: line.describe("in the place of an option, where only a share is known"),
});

const side = z.strictObject({
  whole: line.describe("column of amounts that are not told by year"),
  year: line.describe("{year}"),
  both: line.describe("the same beside the other side; {year}"),
  sum: line.describe("column of all years together, beside the other side"),
});

const funds = z.strictObject({
  caption: line.describe("{title} {unit}"),
  columns: z.strictObject({ title: line, source: line }),
  amount: side,
  spent: side,
  sum: line.describe("column of all years together"),
  total: line.describe("last row"),
  intro: line.describe("{title} {n} {sum}"),
  intro_lines: line.describe("the same while the sum is not known; {title} {n}"),
});

const findings = z.strictObject({
  intro: line.describe("{round} {about} {n} {states}"),
  by: text.describe("who found it and when; {about}"),
  states: z.strictObject({ done: line, doing: line, open: line, declined: line }).describe("{n} each"),
  caption: line.describe("{round}"),
  columns: z.tuple([line, line, line, line, line, line, line, line]),
  state: z.strictObject({ done: line, doing: line, open: line, declined: line }),
  severity: z.strictObject({ major: text, minor: text, advice: text }),
  about: text.describe("evidence that a finding is about; {items}"),
  between: text.describe("between indicators, whose titles have commas of their own"),
  unanswered: line.describe("no measure yet"),
});

export const partsWords = z.strictObject({
  total: line,
  declaration: z.strictObject({
    title: line,
    text: z.array(line).min(1).describe("usual words, a paragraph each; {map} {title} {applicant}"),
    issuer: line.describe("{applicant}"),
  }),
  stages: z.strictObject({ period: line, planned: line, done: line }),
  scoring,
  surveys,
  funds,
  findings,
});
