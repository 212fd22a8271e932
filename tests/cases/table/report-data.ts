/** Funds, surveys and findings: what the check says of their figures, and of what they name. */
import { config, map, swap } from "../workspace.ts";
import type { Case } from "../workspace.ts";

export const reportDataCases: readonly Case[] = [
  {
    name: "report-data-sound",
    about: "funds, a survey, findings, scores of experts, points by method: all of it agrees",
    files: {
      "evipack.yaml": `${swap(config, "2-1-2: { self: 8.5 }", "2-1-2: { self: 8.5, pre: { score: 8, reason: 样例, date: 2019-10-20 } }")}declaration: true\n`,
      "indicators.yaml": swap(map, "max: 10, step: 0.5", "max: 10, step: 0.5, method: { papers: 7, site: 3 }"),
      "funds.yaml":
        "special:\n  title: 专项经费\n  unit: 万元\n  item: 预算批复\n  total: { 2018: 2.1, 2019: 2.3 }\n  lines:\n" +
        "    - { title: 课程, amount: { 2018: 0.1, 2019: 0 } }\n    - { title: 其他, amount: { 2018: 2, 2019: budget } }\n",
      "surveys.yaml":
        "residents:\n  title: 样例调查\n  sample: 400\n  valid: 380\n  questions:\n" +
        "    - { title: 是否知晓, percents: { 知晓: 33.3, 听说过: 33.3, 不知晓: 33.3 } }\n",
      "findings.yaml":
        "first:\n  title: 样例预审\n  findings:\n" +
        "    - { id: 1, indicator: 2-1, text: 样例意见, owner: finance, due: 2019-10-31 }\n" +
        "    - { id: 2, exhibit: 2-1-1-01, text: 样例意见, state: done, answer: 已补, proof: [2-1-1-02, 批复] }\n",
    },
  },
  {
    name: "report-data-differs",
    about: "a total that is no sum, answers that do not add up, a rate that no fact has, papers that nobody handed in",
    files: {
      "funds.yaml":
        "special:\n  title: 专项经费\n  item: 预算批附\n  total: { 2018: 2.1, 2019: 2.5 }\n  spent_total: 5\n  lines:\n" +
        "    - { title: 课程, amount: { 2018: 0.1 }, spent: 1 }\n    - { title: 其他, amount: { 2018: 2, 2019: budget }, item: 2-1-1-09 }\n",
      "surveys.yaml": [
        "residents:",
        "  title: 样例调查",
        "  sample: 380",
        "  valid: 400",
        "  questionnaire: 样例问卷",
        "  questions:",
        "    - { title: 是否知晓, counts: { 知晓: 300, 不知晓: 80 }, positive: 知晓, fact: population }",
        "    - { title: 是否满意, percents: { 满意: 80, 不满意: 18.5 } }",
        "    - { title: 从何知晓, multiple: true, valid: 300, counts: { 报纸: 200, 网络: 301 } }",
        "",
      ].join("\n"),
      "findings.yaml":
        "first:\n  title: 样例预审\n  findings:\n" +
        "    - { id: 1, text: 样例意见一, owner: education, due: 2019-10-01, state: doing }\n" +
        "    - { id: 2, text: 样例意见二, state: done, proof: 2-1-1-11 }\n" +
        "    - { id: 3, text: 样例意见三, state: declined }\n",
    },
  },
  {
    name: "report-data-names",
    about: "names that lead nowhere, forms that are wrong, points by method that are not the maximum: all told at once",
    files: {
      "evipack.yaml": swap(
        config,
        "2-1-2: { self: 8.5 }",
        "2-1-2: { reason: 样例 }\n  2-1-3: { pre: { score: 3 } }\n  1-1-2: { self: pass, panel: { score: met } }",
      ),
      "indicators.yaml": swap(map, "max: 10, step: 0.5", "max: 10, step: 0.5, method: { papers: 7, site: 2 }"),
      "funds.yaml":
        "special:\n  title: 专项经费\n  source: finanse\n  lines:\n" +
        "    - { title: 课程, amount: { 2019: budgett } }\n    - { title: 其他, amount: population }\n    - { title: 空 }\n",
      "surveys.yaml": [
        "residents:",
        "  title: 样例调查",
        "  sample: 400",
        "  valid: 380",
        "  questions:",
        "    - { title: 甲, counts: { 知晓: 380 }, positive: 知道, fact: populaton }",
        "    - { title: 乙, counts: { 是: 380 }, rate: 90 }",
        "    - { title: 丙 }",
        "    - { title: 丁, counts: { 是: 380 }, fact: population }",
        "",
      ].join("\n"),
      "findings.yaml":
        "first:\n  title: 样例预审\n  findings:\n" +
        "    - { id: 1, indicator: [2-1, 2-1-9], text: 样例, owner: 教育局 }\n    - { id: 1, text: 样例 }\n",
    },
  },
  {
    name: "report-data-forms",
    about: "wrong types, negative amounts, years and states that are none, dates exchanged, a file that is no YAML",
    files: {
      "funds.yaml":
        "special:\n  title: 专项经费\n  lines:\n    - { title: 课程, amount: -5 }\n    - { title: 其他, amount: { 19年: 3 } }\n    - { titel: 空, amount: 很多, spent: [1] }\n",
      "surveys.yaml":
        "residents:\n  title: 样例调查\n  from: 2019-10-12\n  to: 2019-09-01\n  sample: -1\n  valid: true\n  questions: [{ title: 甲, counts: { 是: 1.5 }, rate: 130 }]\n",
      "findings.yaml": "first:\n  title: 样例预审\n  findings:\n    - { id: 1，text: 样例 }\n",
    },
  },
];
