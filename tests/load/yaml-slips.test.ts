/** Slips in YAML as people are told of them: where, which, and never in the words of the parser. */
import { describe, expect, it } from "vitest";
import { word } from "../../src/diagnostics/wording/wording.ts";
import { checkYaml } from "../../src/load/yaml-file.ts";
import { workspaceFile } from "../../src/schema/workspace.ts";

const head = "title: 甲\napplicant: 乙\nmap: m\n";
const read = (text: string) => checkYaml("evipack.yaml", Buffer.from(text), workspaceFile).diagnostics;

const slips: readonly (readonly [slip: string, place: string, text: string])[] = [
  ["BAD_INDENT", "6:1", `${head}departments:\n  a: { name: 甲 }\n b: { name: 乙 }\n`],
  ["BAD_INDENT", "6:1", `${head}ignore:\n  - a\n - b\n`],
  ["TAB_AS_INDENT", "5:1", `${head}departments:\n\ta: { name: 甲 }\n`],
  ["DUPLICATE_KEY", "4:1", `${head}title: 丙\n`],
  ["OPEN_QUOTE", "4:9", `${head}office: "创建办\ncontact: 丁\n`],
  ["OPEN_QUOTE", "4:9", `${head}office: '创建办\n`],
  ["OPEN_QUOTE", "4:1", `${head}"office: 创建办\n`],
  ["OPEN_BRACKET", "5:6", `${head}departments:\n  a: { name: 甲\n  b: { name: 乙 }\n`],
  ["OPEN_BRACKET", "4:9", `${head}ignore: [a, b\n`],
  ["EXTRA_BRACKET", "4:15", `${head}ignore: [a, b]]\n`],
  ["NO_COMMA", "5:14", `${head}departments:\n  a: { name: 甲 contact: 丁 }\n`],
  ["NO_COLON", "4:1", `${head}office 创建办\n`],
  ["NO_COLON", "2:1", "title: 甲\napplicant\nmap: m\n"],
  ["TEXT_AFTER_VALUE", "4:14", `${head}office: "创建办"公室\n`],
  ["LIST_ON_LINE", "4:9", `${head}ignore: - a\n`],
  ["BLOCK_AS_IMPLICIT_KEY", "4:9", `${head}office: a: b\n`],
  ["UNKNOWN_ALIAS", "4:10", `${head}ignore: [*.tmp]\n`],
  ["BAD_ANCHOR", "4:12", `${head}office: &a &b 甲\n`],
  ["BAD_SCALAR_START", "4:9", `${head}office: @甲\n`],
  ["BAD_DQ_ESCAPE", "4:12", `${head}office: "C:\\data"\n`],
  ["MULTIPLE_DOCS", "4:1", `${head}---\ntitle: 乙\n`],
];

describe("a slip is told once, at its place and in the language of the reader", () => {
  it.each(slips)("%s at %s", (slip, place, text) => {
    const [found, ...others] = read(text);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: "yaml-syntax", facts: { fault: slip } });
    expect(`${String(found?.at.line)}:${String(found?.at.column)}`).toBe(place);
    if (found === undefined) return;
    const message = (found.facts as { readonly message: string }).message;
    for (const language of ["zh-CN", "en"] as const) {
      expect(word(found, language).what.toLowerCase()).not.toContain(message.toLowerCase());
    }
    expect(word(found, "zh-CN").what.replace(/（[^（]*）$/u, "")).not.toMatch(/[a-z]{4}/u);
  });
});

it("what follows from a slip is not told besides it", () => {
  const departments = Array.from({ length: 20 }, (_, at) => `  d${String(at)}: { name: 样例${String(at)}局 }`);
  const slipped = departments.with(3, "  d3： {\n    name: 样例3局 }");
  const [found, ...others] = read(`${head}departments:\n${slipped.join("\n")}\n`);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ at: { line: 8 }, facts: { fault: "FULL_WIDTH_COLON" } });
});

it("no password stands in what is told", () => {
  for (const slip of ["[*x93b1]", "|x93b1", '"x93b1', "[x93b1]]", "@x93b1"]) {
    const found = read(`${head}passwords: ${slip}\n`);
    expect(found).toHaveLength(1);
    expect(JSON.stringify([found, found.map((each) => word(each, "zh-CN"))])).not.toContain("x93b1");
  }
});

describe("a value of another type than wanted", () => {
  const told = (settings: string) => read(`${head}as_of: 2019-10-31\n${settings}\n`).map((each) => word(each, "zh-CN"));

  it.each([
    ["appendix: { spines: 30 }", "spines: { width_mm: 30 }"],
    ["appendix: { stamp: 3 }", "stamp: { position: center, at: head }"],
    ["appendix: { dpi: high }", "dpi: 150"],
    ["appendix: a4", "appendix: { page: a4, spines: on }"],
    ["departments: [财政局]", "departments: { finance: { name: 财政局 } }"],
    ["waivers: 2-1-1", "waivers: [{ indicator: 2-1-1, reason: 现场查看 }]"],
  ])("%s: the example is %s, and it is read", (settings, example) => {
    expect(told(settings)).toMatchObject([{ next: `例如写成 ${example}。` }]);
    const nested = settings.startsWith("appendix: {") ? `appendix:\n  ${example}` : example;
    expect(told(nested)).toEqual([]);
  });

  it("all types that would do are told", () => {
    expect(told("appendix: { spines: 30 }")[0]?.what).toBe("“spines”应为 true 或 false，或若干“名称: 值”，现在是数字");
    expect(told("ignore: 3")[0]?.what).toBe("“ignore”应为文字，或列表（- 开头），现在是数字");
  });
});
