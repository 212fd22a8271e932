/** Samples of what can be wrong with figures. */
import type { Facts } from "../../src/diagnostics/diagnostic.ts";
import type { FiguresFacts, FormulaReason, TableReason } from "../../src/diagnostics/facts/figures.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { SourceRef } from "../../src/model/source.ts";

const map: SourceRef = { file: "indicators.yaml", line: 32, column: 13 };
const facts: SourceRef = { file: "facts.yaml", line: 5, column: 1 };
const earlier: SourceRef = { file: "facts.yaml", line: 2, column: 1 };
const table: SourceRef = { file: "tables/小学.xlsx" };
const cell: SourceRef = { ...table, cell: "样例表!C7" };
const code = indicatorCode("2-1-1");
const columns = ["学生数", "生均校舍面积"];

const reasons: readonly (readonly [FormulaReason, formula: string, about: string])[] = [
  ["syntax", "budget /", ""],
  ["unsupported", "budget[0]", ""],
  ["too-long", "((((((budget))))))", ""],
  ["cycle", "budget * 2", "population → budget → population"],
  ["division-by-zero", "budget / population", ""],
  ["division-by-zero", "spread(小学.图书册数 / 小学.学生数)", "样例小学"],
  ["overflow", "budget * 1e300 * 1e300", ""],
  ["not-a-figure", "小学.学生数", ""],
  ["not-a-condition", "count_if(小学.学生数 && 1)", ""],
  ["converted", "budget * 10000", ""],
  ["two-tables", "sum(小学.学生数 + 初中.学生数)", "小学 / 初中"],
  ["table-alone", "小学 / 2", "小学"],
];
const tableReasons: readonly (readonly [TableReason, about: string])[] = [
  ["not-a-table", ""],
  ["no-figures", ""],
  ["name-taken", "tables/小学.csv"],
  ["cannot-read", "EACCES"],
  ["corrupt", ""],
  ["encrypted", ""],
  ["old-format", ""],
  ["too-large", ""],
];

const used = [
  { name: "budget", unit: "万元", at: earlier },
  { name: "population", unit: "", at: facts },
];

const threshold = {
  indicator: code,
  title: "社区教育专项经费",
  figure: 1.5,
  unit: "元/人",
  limit: { operator: "at_least", value: 2, upTo: null },
  claimed: false,
  failing: [],
} as const;

export const figuresSamples: {
  readonly [C in keyof FiguresFacts]: readonly (readonly [at: SourceRef, facts: Facts[C]])[];
} = {
  "bad-formula": reasons.map(([reason, formula, about]) => [
    facts,
    { formula, reason, about, uses: reason === "division-by-zero" && about === "" ? used : [] },
  ]),
  "unknown-table": [
    [facts, { name: "小血", nearest: "小学", known: ["小学", "初中"] }],
    [facts, { name: "医院", nearest: null, known: ["小学", "初中"] }],
    [facts, { name: "小学", nearest: null, known: [] }],
  ],
  "unknown-column": [
    [facts, { table: "小学", name: "学生书", nearest: "学生数", known: columns }],
    [facts, { table: "小学", name: "图书", nearest: null, known: columns }],
  ],
  "unknown-function": [
    [facts, { name: "summ", nearest: "sum", known: ["count", "mean", "sum"] }],
    [facts, { name: "电话", nearest: null, known: ["count", "mean", "sum"] }],
  ],
  "bad-arguments": [
    [facts, { formula: "sum(budget)", function: "sum" }],
    [facts, { formula: "share(小学.学生数)", function: "share" }],
  ],
  "unit-mismatch": [
    [
      facts,
      {
        formula: "budget + population",
        left: "元",
        right: "人",
        operator: "+",
        uses: [
          { name: "budget", unit: "元", at: earlier },
          { name: "population", unit: "", at: facts },
        ],
      },
    ],
    [map, { formula: "budget / population", left: "元/人", right: "%", operator: "", uses: [] }],
    [map, { formula: "learners / population", left: "1", right: "元/人", operator: "", uses: [] }],
  ],
  "table-unreadable": tableReasons.map(([reason, about]) => [table, { reason, about }]),
  "table-heading": [
    [cell, { heading: "学生数", first: { ...table, cell: "样例表!B2" } }],
    [cell, { heading: "", first: null }],
  ],
  "table-value": [
    [cell, { column: "学生数（人）", got: "约300" }],
    [cell, { column: "学生数（人）", got: "" }],
  ],
  "table-row-twice": [[cell, { name: "样例小学", first: { ...table, cell: "样例表!A3" } }]],
  "table-sheets": [[table, { read: "样例表", left: ["初中", "说明"] }]],
  "fact-conflict": [[facts, { title: "常住人口", value: "51.2 万人", other: "520000 人", first: earlier }]],
  "fact-claim": [
    [facts, { title: "常住人口", value: "512000 人", formula: "sum(镇街.常住人口)", computed: "511800 人" }],
  ],
  "fact-date": [[facts, { title: "常住人口", day: "2015-12-31", window: { from: "2017-01-01", to: "2019-10-31" } }]],
  "figure-missing": [
    [facts, { title: "常住人口", of: "fact", indicators: [code], owner: "统计局", contact: "样例科 8800", cell: null }],
    [
      facts,
      { title: "生均校舍面积", of: "fact", indicators: [code, indicatorCode("2-1-2")], owner: "", contact: "", cell },
    ],
    [facts, { title: "校舍面积差异", of: "indicator", indicators: [code], owner: "", contact: "", cell }],
  ],
  "figure-without-evidence": [
    [facts, { title: "常住人口", item: "", nearest: null, indicators: [code] }],
    [facts, { title: "常住人口", item: "人口登记标", nearest: "人口登记表", indicators: [code] }],
    [facts, { title: "常住人口", item: "统计年鉴", nearest: null, indicators: [code] }],
  ],
  "threshold-not-met": [
    [map, threshold],
    [map, { ...threshold, unit: "%", figure: 8.5, limit: { operator: "between", value: 1, upTo: 8 }, claimed: true }],
    [
      map,
      {
        ...threshold,
        unit: "%",
        figure: 97.5,
        limit: { operator: "at_least", value: 100, upTo: null },
        failing: ["样例一小", "样例二小"],
      },
    ],
  ],
  "score-differs": [
    [
      { file: "evipack.yaml", line: 40, column: 3 },
      {
        indicator: code,
        title: "经费投入",
        self: "not",
        figure: 2.7,
        unit: "元/人",
        limit: { operator: "at_least", value: 2, upTo: null },
        outcome: "met",
      },
    ],
  ],
  "score-without-evidence": [[], ["机构批文", "人员名册"]].map((owed) => [
    { file: "evipack.yaml", line: 40, column: 3 },
    { indicator: code, title: "机构设置", self: "met", owed },
  ]),
};
