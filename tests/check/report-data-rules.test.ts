/** Funds, surveys and findings: when each rule speaks, and when it is silent. */
import { describe, expect, it } from "vitest";
import type { Finding } from "../../src/model/findings.ts";
import { whole } from "../../src/model/funds.ts";
import type { Question } from "../../src/model/surveys.ts";
import { parseUnit } from "../../src/model/unit.ts";
import { education, indicator, linkTo, mapOf, section } from "./models.ts";
import { found } from "./rules-models.ts";

const at = { file: "x.yaml", line: 1, column: 1 };
const map = mapOf(section("1", indicator("1-1", {}, { paper: { title: "会议纪要", aliases: ["纪要"] } })));
const [paper] = map.sections[0]?.indicators[0]?.requires ?? [];
if (paper === undefined) throw new Error("no requirement");
const links = [linkTo(map, paper, "教育局/1-1 会议纪要2019.txt")];

describe("totals of funds", () => {
  const totals = (
    lines: readonly Readonly<Record<string, number | null>>[],
    total: Readonly<Record<string, number | null>>,
  ) => {
    const amounts = (values: Readonly<Record<string, number | null>>) =>
      new Map(Object.entries(values).map(([year, value]) => [year, { value, at }]));
    const fund = {
      id: "a",
      title: "样例",
      unit: "万元",
      asOf: null,
      source: null,
      item: null,
      lines: lines.map((each) => ({ title: "项", amount: amounts(each), spent: new Map(), source: null, item: null })),
      totals: { amount: amounts(total), spent: new Map() },
      at,
    };
    return found(map, links, ["fund-total"], { funds: [fund] }).map(({ facts }) => facts);
  };

  it.each<[Record<string, number | null>[], Record<string, number | null>, number | null]>([
    [[{ [whole]: 0.1 }, { [whole]: 0.2 }], { [whole]: 0.3 }, null],
    [[{ [whole]: 20 }, { [whole]: 82 }], { [whole]: 104 }, 102],
    [[{ 2018: 1, 2019: 2 }, { 2019: 3 }], { 2018: 1, 2019: 5 }, null],
    [[{ 2018: 1, 2019: 2 }, { 2019: 3 }], { [whole]: 6 }, null],
    [[{ 2018: 1, 2019: 2 }], { 2019: 1 }, 2],
    // A year that no line tells adds up to nothing.
    [[{ 2018: 1 }], { 2019: 1 }, 0],
    // What is not known yet is no fault.
    [[{ [whole]: null }, { [whole]: 3 }], { [whole]: 4 }, null],
    [[{ [whole]: 3 }], { [whole]: null }, null],
  ])("lines %j, total %j", (lines, total, sum) => {
    expect(totals(lines, total)).toMatchObject(sum === null ? [] : [{ sum, unit: "万元" }]);
    expect(totals(lines, total)).toHaveLength(sum === null ? 0 : 1);
  });
});

describe("surveys", () => {
  const codes = ["survey-sample", "survey-sum", "survey-fact"] as const;
  const told = (facts: Partial<Question>, value = 0, unit = "", sample = 500) => {
    const question: Question = {
      title: "问",
      told: "counts",
      multiple: false,
      answers: 400,
      options: [],
      positive: [],
      count: null,
      rate: null,
      fact: null,
      at,
      ...facts,
    };
    const survey = {
      id: "a",
      title: "调查",
      from: null,
      to: null,
      methods: [],
      population: "",
      sample,
      valid: 400,
      by: "",
      questionnaire: null,
      questions: [question],
      at,
      validAt: at,
    };
    const fact = {
      id: "rate",
      title: "率",
      value,
      formula: null,
      unit,
      measure: parseUnit(unit),
      claim: null,
      asOf: null,
      source: null,
      item: "",
      base: "",
      group: "",
      at,
    };
    return found(map, links, codes, { surveys: [survey], facts: [fact] }).map(({ code }) => code);
  };
  const counts = (...values: readonly number[]) =>
    values.map((count, index) => ({ title: `项${String(index)}`, count, percent: count / 4 }));
  const percents = (...values: readonly number[]) =>
    values.map((percent, index) => ({ title: `项${String(index)}`, count: null, percent }));

  it.each<[Partial<Question>, string[]]>([
    [{ options: counts(300, 100) }, []],
    [{ options: counts(300, 99) }, ["survey-sum"]],
    [{ options: counts(300, 101) }, ["survey-sum"]],
    [{ options: counts(300, 100), answers: null }, []],
    [{ options: counts(300, 90), answers: 390 }, []],
    [{ options: counts(300, 399), multiple: true }, []],
    [{ options: counts(300, 401), multiple: true }, ["survey-sum"]],
    [{ told: "percents", options: percents(33.3, 33.3, 33.3) }, []],
    [{ told: "percents", options: percents(33, 33, 33) }, []],
    [{ told: "percents", options: percents(33.3, 33.3, 33.2) }, ["survey-sum"]],
    [{ told: "percents", options: percents(60, 60), multiple: true }, []],
    [{ told: "rate", rate: 86 }, []],
  ])("%j", (facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });

  it.each<[Partial<Question>, number, string, boolean]>([
    [{ rate: 86, count: 344 }, 86, "%", true],
    [{ rate: 86.25, count: 345 }, 86, "%", true],
    [{ rate: 86.75, count: 347 }, 86, "%", false],
    [{ rate: 86, count: 344 }, 0.86, "", false],
    [{ rate: 86, count: null }, 86, "", true],
    [{ rate: 86, count: 344 }, 344, "人", true],
    [{ rate: 86, count: 344 }, 0.0344, "万人", true],
    [{ rate: 86, count: 344 }, 345, "人", false],
    [{ rate: 86, count: null }, 345, "人", true],
  ])("%j beside a fact of %d %s", (facts, value, unit, agrees) => {
    expect(told({ told: "rate", fact: "rate", ...facts }, value, unit)).toEqual(agrees ? [] : ["survey-fact"]);
  });

  it("cannot have more answers than people asked", () => {
    expect(told({ told: "rate", rate: 1 }, 0, "", 399)).toEqual(["survey-sample"]);
    expect(told({ told: "rate", rate: 1 }, 0, "", 400)).toEqual([]);
  });
});

describe("findings", () => {
  const told = (facts: Partial<Finding>) => {
    const finding: Finding = {
      id: "1",
      indicators: [],
      exhibits: [],
      text: "样例",
      severity: null,
      owner: education,
      due: null,
      state: "open",
      answer: "",
      proof: [],
      at,
      ...facts,
    };
    const rounds = [{ id: "a", title: "预评估", date: null, by: "", findings: [finding], at }];
    const codes = ["finding-overdue", "finding-unanswered", "unknown-item"] as const;
    return found(map, links, codes, { rounds }).map(({ code, facts: its }) =>
      "nearest" in its ? `${code} ${String(its.nearest)}` : code,
    );
  };
  const items = (...names: readonly string[]) => names.map((text) => ({ text, at }));

  it.each<[Partial<Finding>, string[]]>([
    [{ due: "2019-10-31" }, []],
    [{ due: "2019-10-30" }, ["finding-overdue"]],
    [{ due: "2019-10-30", state: "doing", answer: "正在办" }, ["finding-overdue"]],
    [{ due: "2019-10-30", state: "done", answer: "已办" }, []],
    [{ state: "done" }, ["finding-unanswered"]],
    [{ state: "declined" }, ["finding-unanswered"]],
    [{ state: "declined", answer: "样例理由" }, []],
    [{ proof: items("1-1-01", "会议纪要", "《纪要》", "会议 纪要2019") }, []],
    [{ proof: items("1-1-02") }, ["unknown-item 1-1-01"]],
    [{ exhibits: items("会议记要", "会议记要") }, ["unknown-item 会议纪要", "unknown-item 会议纪要"]],
    [{ exhibits: items("全然不同的一份材料") }, ["unknown-item null"]],
  ])("%j", (facts, expected) => {
    expect(told(facts)).toEqual(expected);
  });
});
