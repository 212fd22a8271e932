/** Faults in evipack.yaml, in the map and in facts.yaml, and in the command's own surroundings. */
import { gbk } from "../bytes.ts";
import { config, englishConfig, englishMap, facts, map, noEvidence, swap } from "../workspace.ts";
import type { Case, Files } from "../workspace.ts";

const inMap = (from: string, to: string): Files => ({ "indicators.yaml": swap(map, from, to) });
const inConfig = (from: string, to: string): Files => ({ "evipack.yaml": swap(config, from, to) });
const inFacts = (from: string, to: string): Files => ({ "facts.yaml": swap(facts, from, to) });

const several = [
  ["title: 列入规划", "titel: 列入规划"],
  ["{ type: gate }", "{ type: gates }"],
  ["min: 2 }", "min: two }"],
  ["to: 2019-12-31 }", "to: 2019-02-30 }"],
  ["lasting: true }", "lasting: maybe, colour: red }"],
] as const;

const names: readonly Case[] = [
  { name: "complete", about: "nothing is wrong" },
  { name: "complete-english", about: "nothing is wrong, in English", base: "english", runs: [["check"]] },
  {
    name: "department-unknown",
    about: "the map, a requirement and a fact name departments that are not there",
    files: {
      ...inMap(
        "lead: finance\n            scoring: { type: threshold",
        "lead: finanse\n            scoring: { type: threshold",
      ),
      ...inFacts("source: finance", "source: treasury"),
    },
  },
  {
    name: "department-unknown-english",
    about: "a misspelt department in an English map",
    base: "english",
    files: { "indicators.yaml": swap(englishMap, "lead: libraries", "lead: librarys") },
    runs: [["check"]],
  },
  {
    name: "indicator-unknown",
    about: "a self score and a waiver name indicators that are not there",
    files: {
      "evipack.yaml": swap(
        swap(config, "1-1-1: { self: met", "1-1-9: { self: met"),
        "waivers: []",
        "waivers:\n  - { indicator: 7-7-7, reason: 样例 }\n  - { indicator: 2-1-1, requirement: vouchers, reason: 样例 }",
      ),
    },
  },
  { name: "key-unknown", about: "a misspelt key, nearest match told", files: inConfig("applicant:", "aplicant:") },
  {
    name: "key-unknown-english",
    about: "two misspelt keys in an English file, one far from any",
    base: "english",
    files: { "evipack.yaml": `${swap(englishConfig, "as_of:", "asof:")}colour_of_the_cover: blue\n` },
    runs: [["check"]],
  },
  {
    name: "key-missing",
    about: "title and applicant left out, a department without a name",
    files: {
      "evipack.yaml": swap(config, "title: 样例区学习型城市自评报告\napplicant: 样例区\n", "").replace(
        "finance: { name: 财政局 }",
        "finance: { folder: 财政局 }",
      ),
    },
  },
  { name: "config-empty", about: "evipack.yaml is empty", files: { "evipack.yaml": "" } },
  { name: "config-list", about: "evipack.yaml is a list", files: { "evipack.yaml": "- 样例\n" } },
  {
    name: "several-mistakes",
    about: "six mistakes in one file, all told at once, each with line and column",
    files: { "indicators.yaml": several.reduce((text, [from, to]) => swap(text, from, to), map) },
  },
  {
    name: "mistakes-in-three-files",
    about: "the map, evipack.yaml and findings.yaml have a fault each: all told at once, and no file handed in besides",
    files: {
      ...inMap("{ type: gate }", "{ type: gates }"),
      "evipack.yaml": `${config}style: gb9740\n`,
      "findings.yaml": "rounds: []\n",
      "evidence/教育局/空.pdf": "",
    },
  },
  { name: "yaml-syntax", about: "a bracket is not closed", files: inMap("{ type: met }", "{ type: met") },
  { name: "yaml-tab", about: "a tab in the indentation", files: inConfig("  finance:", "\tfinance:") },
  {
    name: "yaml-full-width-colon",
    about: "a Chinese colon instead of a plain one",
    files: inConfig("applicant: 样例区", "applicant：样例区"),
  },
  {
    name: "yaml-duplicate-key",
    about: "the same key twice",
    files: inConfig("office: 样例区创建办", "applicant: 另一个样例区"),
  },
  { name: "codes-equal", about: "two leaves have one code", files: inMap("code: 2-1-2", "code: 2-1-1") },
  {
    name: "requirement-key-twice",
    about: "two requirements of an indicator have one key",
    files: inMap("key: voucher", "key: budget"),
  },
  {
    name: "requires-on-group",
    about: "a group asks for evidence",
    files: inMap(
      "title: 组织领导\n",
      "title: 组织领导\n        requires:\n          - { key: charter, title: 章程 }\n",
    ),
  },
  { name: "limit-missing", about: "a threshold names no limit", files: inMap("at_least: 2, ", "") },
  {
    name: "tag-unknown",
    about: "an indicator has a tag that the map does not list",
    files: inMap("support: [finance]", "tags: [reading]"),
  },
];

const surroundings: readonly Case[] = [
  { name: "no-workspace", about: "a folder without evipack.yaml", base: "none", files: { "README.txt": "样例\n" } },
  { name: "empty-folder", about: "an empty folder", base: "none" },
  {
    name: "no-such-folder",
    about: "-C names a folder that is not there",
    runs: [
      ["check", "-C", "nowhere"],
      ["check", "-C", "nowhere", "--lang", "en"],
    ],
  },
  { name: "no-evidence-folder", about: "no evidence folder (exit 4)", files: noEvidence() },
  {
    name: "empty-evidence-folder",
    about: "an empty evidence folder (exit 1)",
    files: noEvidence(),
    folders: ["evidence"],
  },
  {
    name: "empty-evidence-folder-english",
    about: "an empty evidence folder, in English",
    base: "english",
    files: noEvidence("english"),
    folders: ["evidence"],
    runs: [["check"]],
  },
  {
    name: "evidence-is-a-file",
    about: "evidence is a file, no folder",
    files: { ...noEvidence(), evidence: "样例\n" },
  },
  {
    name: "config-gbk",
    about: "evipack.yaml was saved as GBK",
    files: { "evipack.yaml": gbk("title: ", "\napplicant: x\nmap: indicators.yaml\n") },
  },
  { name: "map-gbk", about: "the map was saved as GBK", files: { "indicators.yaml": gbk("title: ", "\n") } },
  {
    name: "crlf-and-bom",
    about: "YAML and Markdown with CRLF and a BOM, as Notepad writes them: no fault",
    files: {
      "evipack.yaml": `\uFEFF${config.replaceAll("\n", "\r\n")}`,
      "indicators.yaml": `\uFEFF${map.replaceAll("\n", "\r\n")}`,
      "facts.yaml": `\uFEFF${facts.replaceAll("\n", "\r\n")}`,
      "narrative/1-1-1.md": "\uFEFF## 样例\r\n\r\n第一段\r\n\r\n- 一\r\n- 二\r\n",
    },
  },
  {
    name: "crlf-fault",
    about: "a fault in a file with CRLF and a BOM: line and column are as an editor shows them",
    files: {
      "evipack.yaml": `\uFEFF${swap(config, "office:", "ofice:").replace("title:", "titel:").replaceAll("\n", "\r\n")}`,
    },
  },
];

export const configurationCases: readonly Case[] = [...names, ...surroundings];
