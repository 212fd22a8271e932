/** Samples of what is said of funds, surveys and findings of experts. */
import type { ReportDataFacts } from "../../src/diagnostics/facts/report-data.ts";
import type { SourceRef } from "../../src/model/source.ts";

const total: SourceRef = { file: "funds.yaml", line: 5, column: 10 };
const valid: SourceRef = { file: "surveys.yaml", line: 7, column: 10 };
const question: SourceRef = { file: "surveys.yaml", line: 12, column: 7 };
const finding: SourceRef = { file: "findings.yaml", line: 6, column: 7 };
const fact: SourceRef = { file: "facts.yaml", line: 30, column: 1 };
const map: SourceRef = { file: "indicators.yaml", line: 40, column: 13 };

export const reportDataSamples: {
  readonly [C in keyof ReportDataFacts]: readonly (readonly [at: SourceRef, facts: ReportDataFacts[C]])[];
} = {
  "fund-total": [
    [total, { title: "创建经费安排", year: null, side: "amount", total: 104, sum: 102, unit: "万元" }],
    [total, { title: "社区教育专项经费", year: "2019", side: "spent", total: 138.24, sum: 140.5, unit: "万元" }],
  ],
  "survey-result": [
    [question, { question: "总体是否满意", told: [] }],
    [question, { question: "总体是否满意", told: ["counts", "rate"] }],
  ],
  "survey-sample": [[valid, { title: "居民满意率调查", sample: 2400, valid: 2520 }]],
  "survey-sum": [
    [question, { question: "是否知晓创建工作", option: null, sum: 2390, whole: 2400, percent: false }],
    [question, { question: "是否知晓创建工作", option: null, sum: 99.2, whole: 100, percent: true }],
    [question, { question: "从哪里知晓", option: "宣传栏", sum: 2410, whole: 2400, percent: false }],
  ],
  "survey-fact": [
    [question, { question: "总体是否满意", fact: "满意率", first: fact, answer: "86%", value: "87.5%" }],
    [question, { question: "总体是否满意", fact: "满意的居民", first: fact, answer: "2064", value: "2100 人" }],
  ],
  "unknown-item": [
    [finding, { owner: "志愿者人数偏少", item: "2-2-2-09", nearest: "2-2-2-01" }],
    [finding, { owner: "媒体宣传", item: "宣传合同", nearest: null }],
  ],
  "duplicate-finding": [[finding, { id: "3", first: { file: "findings.yaml", line: 4, column: 11 } }]],
  "finding-overdue": [
    [
      finding,
      {
        id: "1",
        text: "学习志愿者人数略低于标准",
        due: "2019-10-15",
        days: 16,
        owner: "团区委",
        contact: "样例甲（青年发展部）",
      },
    ],
    [finding, { id: "2", text: "老年学校没有全覆盖", due: "2019-10-30", days: 1, owner: "", contact: "" }],
  ],
  "finding-unanswered": [
    [finding, { id: "1", text: "学习志愿者人数略低于标准", state: "done" }],
    [finding, { id: "2", text: "建议改用户籍人口计算", state: "declined" }],
  ],
  "method-sum": [[map, { indicator: "2-1-3", sum: 4, max: 3 }]],
};
