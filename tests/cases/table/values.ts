/** Faults in what is written as a value: formulas, scores, dates, folders, the map that is named. */
import { config, facts, map, swap } from "../workspace.ts";
import type { Case, Files } from "../workspace.ts";

const inMap = (from: string, to: string): Files => ({ "indicators.yaml": swap(map, from, to) });
const inConfig = (from: string, to: string): Files => ({ "evipack.yaml": swap(config, from, to) });
const inFacts = (from: string, to: string): Files => ({ "facts.yaml": swap(facts, from, to) });

export const valueCases: readonly Case[] = [
  {
    name: "fact-unknown",
    about: "a formula uses a fact that is not there",
    files: inMap("budget / population", "budgets / population"),
  },
  {
    name: "formula-cycle",
    about: "two formulas use each other",
    files: {
      "facts.yaml":
        "population: { title: 常住人口, formula: budget * 2 }\nbudget: { title: 经费, formula: population / 2 }\n",
    },
  },
  {
    name: "formula-cycle-and-unknown-fact",
    about: "two formulas use each other, and the map names a fact that is in no file",
    files: {
      ...inMap("budget / population", "bugdet / population"),
      "facts.yaml":
        "population: { title: 常住人口, formula: budget * 2 }\nbudget: { title: 经费, formula: population / 2 }\n",
    },
  },
  { name: "division-by-zero", about: "a fact in the denominator is 0", files: inFacts("value: 10000", "value: 0") },
  {
    name: "formula-refused",
    about: "a formula holds what no formula may",
    files: inMap("budget / population", "'budget[0]'"),
  },
  { name: "formula-syntax", about: "a formula breaks off", files: inMap("budget / population", "budget /") },
  {
    name: "fact-without-value",
    about: "a figure that a limit needs is not known yet",
    files: inFacts("value: 23000", "value:"),
  },
  {
    name: "fact-value-and-formula",
    about: "a fact has a value and a formula",
    files: inFacts("value: 23000", "value: 23000\n  formula: population * 2"),
  },
  {
    name: "score-bad",
    about: "scores beyond the maximum, off the step and in words of another kind",
    files: {
      "evipack.yaml": swap(
        swap(config, "1-1-1: { self: met", "1-1-1: { self: 优秀"),
        "2-1-2: { self: 8.5 }",
        "2-1-2: { self: 8.3 }\n  1-1-2: { self: 9 }\n  2-2: { self: met }",
      ),
    },
  },
  {
    name: "date-bad",
    about: "dates that do not exist or are written otherwise",
    files: inConfig("as_of: 2019-10-31", "as_of: 2019年10月31日\nwindow: { from: 2019-02-29, to: 2019-12-31 }"),
  },
  {
    name: "window-reversed",
    about: "the window ends before it begins",
    files: inMap("from: 2017-01-01, to: 2019-12-31", "from: 2019-01-01, to: 2017-12-31"),
  },
  { name: "as-of-missing", about: "no as_of anywhere", files: inConfig("as_of: 2019-10-31\n", "") },
  {
    name: "as-of-from-epoch",
    about: "SOURCE_DATE_EPOCH stands in for as_of",
    files: inConfig("as_of: 2019-10-31\n", ""),
    env: { SOURCE_DATE_EPOCH: "1559347200" },
  },
  {
    name: "as-of-epoch-bad",
    about: "SOURCE_DATE_EPOCH is no number",
    files: inConfig("as_of: 2019-10-31\n", ""),
    env: { SOURCE_DATE_EPOCH: "yesterday" },
  },
  {
    name: "as-of-before-window",
    about: "the as-of day comes before the window begins; the option weighs more than evipack.yaml",
    files: inConfig("as_of: 2019-10-31", "as_of: 2016-10-31"),
    runs: [
      ["check", "--detail", "full", "--department", "财政局"],
      ["check", "--as-of", "2015-01-01", "--lang", "en", "--department", "finance"],
    ],
  },
  {
    name: "stage-due-all-in-list",
    about: "the word all among the codes that are due, and as the only one",
    files: inConfig(
      "as_of: 2019-10-31",
      "stages:\n  - { title: 样例一, from: 2019-01-01, to: 2019-06-30, due: [all] }\n  - { title: 样例二, from: 2019-07-01, to: 2019-12-31, due: [2, all] }\nas_of: 2019-10-31",
    ),
  },
  {
    name: "as-of-today",
    about: "--as-of today asks the clock, which stands at 2018-05-20",
    runs: [
      ["check", "--as-of", "today"],
      ["check", "--as-of", "today", "--lang", "en"],
    ],
  },
  {
    name: "as-of-bad",
    about: "--as-of is no date",
    runs: [
      ["check", "--as-of", "31.10.2019"],
      ["check", "--as-of", "2019-02-30", "--lang", "en"],
      ["compile", "--as-of", "tomorrow"],
    ],
  },
  {
    name: "no-map",
    about: "the named map is no built-in one and no file, a built-in one is near",
    files: { "indicators.yaml": null, ...inConfig("map: indicators.yaml", "map: zhejiang-learning-citty") },
  },
  {
    name: "no-map-but-own",
    about: "the id that is named is neither that of a built-in map nor that of the workspace's own",
    files: inConfig("map: indicators.yaml", "map: zhejiang-learning"),
  },
  {
    name: "no-map-file",
    about: "the map file that is named is not there",
    files: inConfig("map: indicators.yaml", "map: maps/mine.yaml"),
  },
  {
    name: "map-outside",
    about: "the map file lies outside the workspace",
    files: inConfig("map: indicators.yaml", "map: ../indicators.yaml"),
  },
  {
    name: "map-absolute",
    about: "the map file is on a drive",
    files: inConfig("map: indicators.yaml", 'map: "C:\\\\maps\\\\mine.yaml"'),
  },
  {
    name: "department-folder-outside",
    about: "folders of departments lie outside the workspace",
    files: inConfig(
      "finance: { name: 财政局 }",
      "finance: { name: 财政局, folder: ../x }\n  audit: { name: 审计局, folder: /etc }",
    ),
  },
  {
    name: "department-folder-twice",
    about: "two departments have one folder",
    files: inConfig("finance: { name: 财政局 }", "finance: { name: 财政局, folder: 教育局 }"),
  },
  {
    name: "map-file-typed-wrong",
    about: "a map that is not there, but for a letter",
    files: inConfig("map: indicators.yaml", "map: indicator.yaml"),
    runs: [["check"]],
  },
  {
    name: "department-id-typed-wrong",
    about: "an id that the map has not, for a department that the map names",
    files: {
      ...inConfig("finance: { name: 财政局 }", "finanse: { name: 财政局 }"),
      "indicators.yaml": swap(map, "sections:\n", "departments: { education: 教育局, finance: 财政局 }\nsections:\n"),
    },
  },
  {
    name: "map-without-requirements",
    about: "the map asks for nothing (exit 4)",
    files: { "indicators.yaml": map.replace(/\n *requires:(?:\n *- \{.*\})+/gu, "") },
  },
  { name: "map-empty", about: "the map file is empty", files: { "indicators.yaml": "" } },
];
