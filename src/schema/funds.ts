/** The shape of funds.yaml: what the work was given and what it spent, line by line. */
import { day, figure, identifier, line, z } from "./z.ts";

const year = z.stringFormat("year", /^(?:19|20)\d\d$/u);

const amounts = z
  .union([...figure.options, z.record(year, figure)])
  .describe("one amount, or an amount for each year: { 2018: 20, 2019: 30 }; a number, or the name of a fact");

const fundLine = z.strictObject({
  title: line.describe("what the money is for (经费项目)"),
  amount: amounts.optional().describe("what was granted (预算、安排)"),
  spent: amounts.optional().describe("what was spent (支出、决算)"),
  source: identifier.optional().describe("department that answers for it, when not that of the whole"),
  item: line.optional().describe("what proves it: number of an exhibit, or title of a paper"),
});

const fund = z.strictObject({
  title: line.describe("name of the table, e.g. 创建经费安排"),
  unit: line.default("万元").describe("unit of all its amounts, e.g. 万元"),
  as_of: day.optional(),
  source: identifier.optional().describe("department that answers for it"),
  item: line.optional().describe("what proves it: number of an exhibit, or title of a paper"),
  lines: z.array(fundLine).min(1),
  total: amounts.optional().describe("what the lines must add up to; by year, or over all years"),
  spent_total: amounts.optional().describe("the same for what was spent"),
});

export const fundsFile = z.record(identifier, fund).describe("funds.yaml: money of the work, line by line (经费).");

export type FundsFile = z.output<typeof fundsFile>;
export type FundFile = FundsFile[string];
export type AmountsFile = z.output<typeof amounts>;
