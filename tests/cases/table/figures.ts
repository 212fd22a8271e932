/** Figures: formulas over facts and tables, units, limits, what proves them. */
import { config, facts, map, swap } from "../workspace.ts";
import type { Case, Files } from "../workspace.ts";

const inFacts = (from: string, to: string): Files => ({ "facts.yaml": swap(facts, from, to) });
const inMap = (from: string, to: string): Files => ({ "indicators.yaml": swap(map, from, to) });

const schools = [
  "样例区小学基本情况,,,",
  "序号,学校,学生数（人）,校舍面积（㎡）",
  "1,样例一小,500,2500",
  "2,样例二小,300,1200",
  '3,样例三小,"1,200",6000',
  ",合计,2000,9700",
  "",
].join("\n");

/** The threshold of 2-1-1 over a table. */
const overTable = (formula: string, limit: string): Files => ({
  "tables/小学.csv": schools,
  ...inMap("value: budget / population, at_least: 2, unit: 元/人", `value: "${formula}", ${limit}`),
});

export const figureCases: readonly Case[] = [
  {
    name: "figures-over-a-table",
    about: "the share of schools that keep a standard, from a table with a title, numbers of rows and a sum",
    files: overTable("share(小学.校舍面积 / 小学.学生数 >= 4.5)", 'at_least: 60, unit: "%"'),
  },
  {
    name: "threshold-not-met",
    about: "a figure below its limit, and schools that fall short",
    files: {
      ...overTable("share(小学.校舍面积 / 小学.学生数 >= 4.5)", 'at_least: 100, unit: "%"'),
      "evipack.yaml": swap(config, "scores:\n", "scores:\n  2-1-1: { self: met }\n"),
    },
  },
  {
    name: "threshold-not-met-and-said",
    about: "a figure below its limit, told openly in the self score: no fault",
    files: {
      ...inFacts("value: 23000", "value: 13000"),
      "evipack.yaml": swap(config, "scores:\n", "scores:\n  2-1-1: { self: not, reason: 样例，已列入整改 }\n"),
    },
  },
  {
    name: "score-differs",
    about: "a figure that keeps its limit, and a self score that says it does not",
    files: {
      "evipack.yaml": swap(config, "scores:\n", "scores:\n  2-1-1: { self: not, reason: 样例，尚未达标 }\n"),
    },
  },
  {
    name: "units-unlike",
    about: "persons added to money, a ratio declared as a percentage, and one that is converted",
    files: {
      ...inFacts(
        "  unit: 元\n",
        "  unit: 元\nsum: { title: 合计, formula: budget + population }\nrate: { title: 比例, formula: budget / population, unit: '%' }\nper_head: { title: 人均, formula: budget / population, unit: 万元/人 }\nlast: { title: 末项, value: 1, unit: 元, source: finance }\nbudget_note:\n  title: 说明\n  value: 1\n",
      ),
    },
  },
  {
    name: "table-faults",
    about:
      "a cell that is no number, a school twice, a column twice, one without heading, a wrong column, file and function",
    files: {
      "tables/小学.csv":
        "学校,学生数（人）,面积（㎡）,面积,\n样例一小,500,约2500,1,9\n样例二小,300,1200,1,9\n样例一小,500,2500,1,9\n",
      "tables/说明.txt": "样例\n",
      "tables/空.csv": "没有数字\n",
      "facts.yaml": `${facts}a: { title: 甲, formula: sum(小学.学生书) }\nb: { title: 乙, formula: summ(小学.学生数) }\nc: { title: 丙, formula: sum(小雪.学生数) }\nd: { title: 丁, formula: sum(budget) }\ne: { title: 戊, formula: 小学.学生数 }\n`,
    },
  },
  {
    name: "table-with-a-gap",
    about: "an empty cell leaves the figure unknown; a cell that is no number and a row twice are told",
    files: {
      "tables/小学.csv": "学校,学生数（人）\n样例一小,500\n样例二小,\n样例三小,三百\n样例一小,500\n",
      "facts.yaml": swap(facts, "  value: 10000\n", "  formula: sum(小学.学生数)\n  source: education\n"),
    },
  },
  {
    name: "facts-that-differ",
    about: "the same figure twice with two values, once in another unit; a sum that does not come out",
    files: {
      "facts.yaml": `${facts}  equals: part * 2\npart: { title: 一半, value: 11000, unit: 元 }\nagain: { title: 常住人口, value: 1.01, unit: 万人 }\nsame: { title: 社区教育经费, value: 2.3, unit: 万元 }\n`,
    },
  },
  {
    name: "facts-without-proof",
    about: "a figure that names no exhibit, one that names what nobody handed in, days outside the window",
    files: {
      "facts.yaml": swap(
        swap(facts, "  item: 规划文件\n", "  as_of: 2019-12-31\n"),
        "item: 预算批复",
        "item: 预算批付\n  as_of: 2015-12-31",
      ),
    },
  },
  {
    name: "score-without-evidence",
    about: "a score for an indicator of which nothing was handed in",
    files: { "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": null },
  },
  {
    name: "score-above-evidence",
    about: "full scores while something is still owed are told, lowered ones are not",
    files: {
      "evipack.yaml": swap(config, "  2-1-2: { self: 8.5 }", "  1-1-2: { self: pass }\n  2-1-2: { self: 8.5 }"),
      "indicators.yaml": swap(map, "lasting: true }", "lasting: true, min: 2 }"),
      "evidence/教育局/1-1-2 会议纪要2018-11-28.txt": null,
    },
  },
];
