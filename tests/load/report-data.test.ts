/** funds.yaml, surveys.yaml, findings.yaml: what is read, and what is said of what people and machines may write. */
import path from "node:path";
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sumOf, whole, yearsOf } from "../../src/model/funds.ts";
import { parseUnit } from "../../src/model/unit.ts";
import type { Fact } from "../../src/model/workspace.ts";
import { noReadings } from "../../src/load/readings.ts";
import { loadReportData } from "../../src/load/report-data/read.ts";
import { tempFolder } from "../support/folders.ts";
import { indicator, mapOf, section, workspaceOf } from "../check/models.ts";

const map = mapOf(section("1", indicator("1-1", {}, { paper: {} })));

const fact = (id: string, value: number | null, unit: string): Fact => ({
  id,
  title: id,
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
  at: { file: "facts.yaml", line: 1, column: 1 },
});

const facts = [fact("budget", 1_382_400, "元"), fact("later", null, "万元"), fact("valid", 2400, "人")];
const known = { map, departments: workspaceOf(map).departments, facts, factsKnown: true };
const folder = tempFolder();
let count = 0;

async function read(files: Readonly<Record<string, string>>, names: typeof known | null = known) {
  const root = path.join(folder, String((count += 1)));
  mkdirSync(root);
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, name), text);
  const { value, diagnostics } = await loadReportData(root, names, noReadings);
  return { ...value, found: diagnostics.map(({ code, at }) => `${code} ${String(at.line)}:${String(at.column)}`) };
}

describe("funds.yaml", () => {
  it("takes facts in the unit of the fund, and adds up without a trace of binary fractions", async () => {
    const { funds, found } = await read({
      "funds.yaml":
        "a:\n  title: 样例\n  lines:\n    - { title: 一, amount: { 2019: budget, 2018: 0.1 } }\n    - { title: 二, amount: { 2018: 0.2 } }\n",
    });
    const [fund] = funds;
    if (fund === undefined) throw new Error("no fund");
    expect(found).toEqual([]);
    expect(yearsOf(fund)).toEqual(["2018", "2019"]);
    expect([...yearsOf(fund), whole, "2020"].map((year) => sumOf(fund, "amount", year))).toEqual([
      0.3,
      138.24,
      138.54,
      undefined,
    ]);
    expect(sumOf(fund, "spent", whole)).toBeUndefined();
  });

  it("knows no sum while a line is not known", async () => {
    const { funds } = await read({
      "funds.yaml":
        "a:\n  title: 样例\n  lines: [{ title: 一, amount: later }, { title: 二, amount: 3 }, { title: 三, amount: }]\n",
    });
    expect(funds.map((fund) => sumOf(fund, "amount", whole))).toEqual([null]);
  });

  it("does not ask for facts while facts.yaml has faults of its own", async () => {
    const file = { "funds.yaml": "a: { title: 样例, lines: [{ title: 一, amount: gone }] }\n" };
    expect((await read(file)).found).toEqual(["unknown-fact 1:45"]);
    expect((await read(file, { ...known, factsKnown: false })).found).toEqual([]);
  });
});

describe("surveys.yaml", () => {
  it("reckons shares of counts, and leaves open what cannot be known", async () => {
    const { surveys, found } = await read({
      "surveys.yaml": [
        "a:",
        "  title: 样例",
        "  sample: 2520",
        "  valid: valid",
        "  questions:",
        "    - { title: 甲, counts: { 很满意: 1200, 满意: 864, 不满意: 336 }, positive: [很满意, 满意], fact: valid }",
        "    - { title: 乙, percents: { 是: 60.5, 否: 39.5 }, positive: 是 }",
        "    - { title: 丙, rate: 83 }",
        "    - { title: 丁, valid: later, counts: { 是: 1 }, positive: 是 }",
        "",
      ].join("\n"),
    });
    // A number of persons is no amount of money.
    expect(found).toEqual(["unit-mismatch 9:26"]);
    const questions = surveys.flatMap((each) => each.questions);
    expect(questions.map(({ told, answers, count: persons, rate }) => [told, answers, persons, rate])).toEqual([
      ["counts", 2400, 2064, 86],
      ["percents", 2400, null, 60.5],
      ["rate", 2400, null, 83],
      ["counts", null, 1, null],
    ]);
    expect(questions[0]?.options.map((each) => each.percent)).toEqual([50, 36, 14]);
  });
});

describe("the number of answers", () => {
  it("may be told in persons or in questionnaires, and in nothing else", async () => {
    const answered = {
      ...known,
      facts: [fact("sent", 2520, "份"), fact("back", 0.24, "万份"), fact("cost", 9, "万元")],
    };
    const survey = (valid: string): Record<string, string> => ({
      "surveys.yaml": `a:\n  title: 样例\n  sample: sent\n  valid: ${valid}\n  questions:\n    - { title: 甲, counts: { 是: 1200 } }\n`,
    });
    const { surveys, found } = await read(survey("back"), answered);
    expect(found).toEqual([]);
    expect(surveys.map(({ sample, valid, questions }) => [sample, valid, questions[0]?.options[0]?.percent])).toEqual([
      [2520, 2400, 50],
    ]);
    expect((await read(survey("cost"), answered)).found).toEqual(["unit-mismatch 4:10"]);
  });
});

describe("findings.yaml", () => {
  it("takes numbers as they are typed, and sections and groups as well as leaves", async () => {
    const { rounds, found } = await read({
      "findings.yaml":
        "a:\n  title: 样例\n  findings: [{ id: 1.10, text: 一, indicator: 1 }, { id: 1.1, text: 二, indicator: [1-1] }]\n",
    });
    expect(found).toEqual([]);
    expect(rounds.flatMap((each) => each.findings).map(({ id, state, indicators }) => [id, state, indicators])).toEqual(
      [
        ["1.10", "open", ["1"]],
        ["1.1", "open", ["1-1"]],
      ],
    );
  });

  it("of ten thousand findings tells the one that stands twice", async () => {
    const lines = Array.from(
      { length: 10_000 },
      (_, i) =>
        `    - { id: ${String(i === 9999 ? 5 : i)}, text: 样例, indicator: 1-1, owner: education, proof: paper }`,
    );
    const { rounds, found } = await read({
      "findings.yaml": ["a:", "  title: 样例", "  findings:", ...lines, ""].join("\n"),
    });
    expect(found).toEqual(["duplicate-finding 10003:13"]);
    expect(rounds[0]?.findings).toHaveLength(10_000);
  });
});

describe("whatever stands in the files", () => {
  const texts = [
    "",
    "# nothing\n",
    "[]",
    "5",
    "a: 5",
    "a: {}",
    "a: { title: 样例, lines: [] }",
    "a: { title: ~ }",
    "\u0000",
    "a: &x [*x]",
  ];

  it.each(texts)("%j is read or told, never thrown", async (text) => {
    for (const file of ["funds.yaml", "surveys.yaml", "findings.yaml"]) {
      const { found } = await read({ [file]: text });
      const again = await read({ [file]: text }, null);
      // Without names to look up, the schema still speaks.
      expect(again.found).toEqual(found);
      expect(found.length === 0).toBe(text === "" || text.startsWith("#"));
    }
  });

  it("nothing at all is nothing", async () => {
    expect(await read({})).toEqual({ funds: [], surveys: [], rounds: [], found: [] });
  });
});
