/** A workspace with a little of everything that the parts print. */
import type { Finding } from "../../src/model/findings.ts";
import type { Amounts, FundLine } from "../../src/model/funds.ts";
import { whole } from "../../src/model/funds.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { IndicatorMap } from "../../src/model/map.ts";
import type { Question } from "../../src/model/surveys.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { education, finance, indicator, mapOf, section, workspaceOf } from "../check/models.ts";

const at = { file: "x.yaml", line: 1, column: 1 };
const named = (text: string) => ({ text, at });

const grades = ["C", "B", "A"].map((grade) => ({ grade, criterion: "样例" }));

export const partsMap = (): IndicatorMap =>
  mapOf(
    section(
      "1",
      indicator("1-1", {
        scoring: {
          type: "points",
          max: 10,
          step: null,
          methods: new Map([
            ["papers", 6],
            ["site", 4],
          ]),
        },
      }),
      indicator("1-2", { scoring: { type: "grade", ladder: grades } }),
    ),
    section(
      "2",
      indicator("2-1", { scoring: { type: "points", max: 5, step: null } }),
      indicator("2-2", { scoring: { type: "points", max: 7, step: null } }),
      indicator("2-3", { scoring: { type: "met", partly: true } }),
    ),
  );

const amounts = (values: Readonly<Record<string, number | null>>): Amounts =>
  new Map(Object.entries(values).map(([year, value]) => [year, { value, at }]));

const line = (title: string, facts: Partial<FundLine>): FundLine => ({
  title,
  amount: new Map(),
  spent: new Map(),
  source: null,
  item: null,
  ...facts,
});

const fund = { asOf: null, source: null, item: null, totals: { amount: new Map(), spent: new Map() }, at };

const question = (title: string, facts: Partial<Question>): Question => ({
  title,
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
});

const finding = (id: string, facts: Partial<Finding>): Finding => ({
  id,
  indicators: [],
  exhibits: [],
  text: `样例意见${id}`,
  severity: null,
  owner: null,
  due: null,
  state: "open",
  answer: "",
  proof: [],
  at,
  ...facts,
});

const score = (value: string | number, reason = "", date: string | null = null) => ({ value, reason, date, at });

const notApplicable = {
  indicator: indicatorCode("2-2"),
  requirement: null,
  notApplicable: true,
  reason: "样例",
  approver: "",
  until: null,
  at,
};

export const filled = (): Workspace =>
  workspaceOf(partsMap(), {
    title: "样例自评报告",
    declaration: "",
    stages: [
      {
        title: "筹备",
        from: "2018-10-01",
        to: "2018-12-31",
        output: "成立机构",
        done: "已成立。\n\n已开会。",
        due: [],
        at,
      },
      { title: "迎检", from: "2019-11-01", to: "2019-12-31", output: "", done: "", due: [], at },
    ],
    waivers: [notApplicable],
    scores: new Map([
      ["1-1", { value: 8.5, reason: "", at }],
      ["1-2", { value: "B", reason: "", at }],
      ["2-1", { value: 4, reason: "", at }],
      ["2-3", { value: "met", reason: "", at }],
    ]),
    expertScores: new Map([
      ["1-1", { pre: score(8, "材料不全", "2019-10-20"), panel: null, at }],
      ["1-2", { pre: score("C"), panel: score("B", "已补齐"), at }],
      ["2-3", { pre: score("partly", "样例。"), panel: score("met"), at }],
    ]),
    funds: [
      {
        ...fund,
        id: "a",
        title: "创建经费",
        unit: "万元",
        source: finance,
        item: named("2-1-01"),
        lines: [
          line("媒体宣传", { amount: amounts({ [whole]: 20.1 }) }),
          line("日常运作", { amount: amounts({ [whole]: 0.2 }) }),
        ],
      },
      {
        ...fund,
        id: "b",
        title: "专项经费",
        unit: "元",
        lines: [
          line("课程", { amount: amounts({ 2018: 1_000_000, 2019: null }), spent: amounts({ 2018: 999_999.5 }) }),
          line("其他", { amount: amounts({ 2018: 3 }), item: named("决算表") }),
        ],
      },
      { ...fund, id: "c", title: "一项", unit: "元", lines: [line("全部", { spent: amounts({ 2019: 5 }) })] },
    ],
    surveys: [
      {
        id: "a",
        title: "居民调查",
        from: "2019-09-01",
        to: "2019-09-30",
        methods: ["入户访问", "网络问卷"],
        population: "常住居民",
        sample: 420,
        valid: 400,
        by: "统计局",
        questionnaire: named("2-1-01"),
        questions: [
          question("满意吗", {
            options: [
              { title: "很满意", count: 200, percent: 50 },
              { title: "满意", count: 100, percent: 25 },
              { title: "不满意", count: 100, percent: 25 },
            ],
            positive: ["很满意", "满意"],
            count: 300,
            rate: 75,
          }),
          question("从何知晓", {
            multiple: true,
            answers: 390,
            options: [{ title: "报纸", count: 130, percent: 100 / 3 }],
          }),
          question("教师", { told: "rate", rate: 88 }),
        ],
        at,
        validAt: at,
      },
      {
        id: "b",
        title: "电话回访",
        from: null,
        to: "2019-10-01",
        methods: [],
        population: "",
        sample: null,
        valid: 10,
        by: "",
        questionnaire: null,
        questions: [
          question("知晓吗", { told: "percents", answers: 10, options: [{ title: "是", count: null, percent: 60 }] }),
        ],
        at,
        validAt: at,
      },
    ],
    rounds: [
      {
        id: "a",
        title: "预评估",
        date: "2019-10-20",
        by: "样例专家组",
        findings: [
          finding("1", {
            indicators: [indicatorCode("1-1"), indicatorCode("2")],
            exhibits: [named("2-1-01"), named("统计表")],
            severity: "major",
            owner: education,
            due: "2019-11-30",
            state: "doing",
            answer: "正在补",
            proof: [named("2-1-01")],
          }),
          finding("2", { state: "done", answer: "已补" }),
          finding("3", {}),
        ],
        at,
      },
      { id: "b", title: "无意见", date: null, by: "", findings: [], at },
    ],
  });
