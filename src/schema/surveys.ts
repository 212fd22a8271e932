/** The shape of surveys.yaml: how people were asked, and what they answered. */
import { day, figure, identifier, line, oneOrMore, z } from "./z.ts";

const percent = z.number().min(0).max(100);

const question = z.strictObject({
  title: line.describe("the question as it was asked, or in short"),
  counts: z.record(line, z.int().min(0)).optional().describe("answers by option, in persons: { 满意: 2064, … }"),
  percents: z.record(line, percent).optional().describe("answers by option, in percent"),
  rate: percent.optional().describe("when only one share is known: that share, in percent"),
  multiple: z.boolean().default(false).describe("more than one option could be chosen (多选)"),
  valid: figure.optional().describe("answers to this question, when not all that are valid"),
  positive: oneOrMore(line).optional().describe("the options that make up the rate or the count of `fact`"),
  fact: identifier
    .optional()
    .describe("the fact that rests on this question; it must be the same: a rate (%), or a number of persons"),
});

const survey = z
  .strictObject({
    title: line.describe("name of the survey"),
    from: day.optional().describe("first day of the asking"),
    to: day.optional().describe("last day of the asking, or the only one"),
    method: oneOrMore(line).optional().describe("how people were asked: 入户访问, 网络问卷, 电话访问 …"),
    population: line.optional().describe("who could be asked (调查对象)"),
    sample: figure.describe("how many were asked (样本量): a number, or the name of a fact"),
    valid: figure.describe("how many answers count (有效问卷): a number, or the name of a fact"),
    by: line.optional().describe("who made the survey"),
    questionnaire: line.optional().describe("number of an exhibit, or title of a paper"),
    questions: z.array(question).default([]),
  })
  .refine((value) => value.from === undefined || value.to === undefined || value.from <= value.to, {
    params: { problem: "period" },
  });

export const surveysFile = z.record(identifier, survey).describe("surveys.yaml: surveys and their results (问卷调查).");

export type SurveysFile = z.output<typeof surveysFile>;
export type SurveyFile = SurveysFile[string];
export type QuestionFile = SurveyFile["questions"][number];
