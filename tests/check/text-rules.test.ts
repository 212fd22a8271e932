/** What narratives cite, how long they are, and what must not stand in plain sight. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countWords } from "../../src/check/rules/narrative-length.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import { parseUnit } from "../../src/model/unit.ts";
import type { Fact, Narrative } from "../../src/model/workspace.ts";
import type { Words } from "../../src/model/words.ts";
import { markdown } from "../support/narratives.ts";
import { indicator, linkTo, mapOf, section } from "./models.ts";
import { found, listed, placeOf } from "./rules-models.ts";

const leaf = indicator("1-1", {}, { paper: {} });
const map = mapOf(section("1", leaf));
const [paper] = leaf.requires;
if (paper === undefined) throw new Error("no requirement");

const written = async (about: string, text: string): Promise<Narrative> => ({
  about: about === "overview" || about === "problems" ? about : indicatorCode(about),
  ...(await markdown(text)),
  at: { file: `narrative/${about}.md` },
});

const population: Fact = {
  id: "resident_population",
  title: "常住人口",
  value: 512_000,
  measure: parseUnit("人"),
  claim: null,
  formula: null,
  unit: "人",
  asOf: null,
  source: null,
  item: "",
  base: "",
  group: "",
  at: { file: "facts.yaml" },
};

describe("citations", () => {
  const links = [linkTo(map, paper, "教育局/1-1 a.pdf")];
  const told = async (text: string) =>
    found(map, links, ["unknown-exhibit", "unknown-figure", "figure-unit"], {
      facts: [population],
      narratives: [await written("1-1", text)],
    }).map(({ at, facts }) => [at.line, facts]);

  it.each<[string, unknown]>([
    ["见[@1-1-01]，{{resident_population}}人。", []],
    ["见[@1-1-02]。", [[1, { cited: "1-1-02", nearest: "1-1-01" }]]],
    ["共{{resident_popluation}}人", [[1, { name: "resident_popluation", nearest: "resident_population" }]]],
    [
      "# 标题\n\n第一行\n见[@9]\n\n- 条目\n- **{{x}}**",
      [
        [4, { cited: "9", nearest: null }],
        [7, { name: "x", nearest: null }],
      ],
    ],
    ["| 表 |\n|---|\n| [@9] |", [[3, { cited: "9", nearest: null }]]],
    ["写作 `[@9]` 和 `{{x}}`，<!-- [@9] -->不是引用", []],
    ["发到 a@b.cn，[链接](https://example.org)", []],
    ["共{{resident_population|万人}}", []],
    ["共{{resident_population|元}}", [[1, { name: "resident_population", unit: "人", wanted: "元" }]]],
    ["见[@1-1-01 p3; 1-1-03]", [[1, { cited: "1-1-03", nearest: "1-1-01" }]]],
  ])("%s", async (text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe("the number of words", () => {
  it.each<[string, number]>([
    ["我区常住人口51.2万人。", 9],
    ["The city's 42 features, e-mail.", 5],
    ["2019年，UNESCO 样例", 5],
    ["，。！—…", 0],
    ["", 0],
  ])("%s has %i", (text, words) => {
    expect(countWords(text)).toBe(words);
  });

  it("is the sum of that of lines", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), (lines) => {
        const sum = lines.reduce((all, line) => all + countWords(line), 0);
        expect(countWords(lines.join("\n"))).toBe(sum);
      }),
    );
  });

  const limited = mapOf(section("1", { ...leaf, words: { min: 5, max: 10 } }));
  it.each<[number, string | null]>([
    [4, "min 5"],
    [5, null],
    [10, null],
    [11, "max 10"],
  ])("%i words where 5 to 10 are asked", async (count, expected) => {
    const told = found(limited, [], ["narrative-length"], { narratives: [await written("1-1", "字".repeat(count))] });
    expect(told.map(({ facts }) => ("bound" in facts ? `${facts.bound} ${String(facts.limit)}` : ""))).toEqual(
      expected === null ? [] : [expected],
    );
  });

  it.each<[string, string, number]>([
    ["字".repeat(60), "字".repeat(30), 0],
    ["字".repeat(61), "字".repeat(30), 1],
    ["字".repeat(10), "", 1],
    ["", "", 0],
  ])("a third of all words on problems: %#", async (text, problems, told) => {
    const third = { ...map, rules: { ...map.rules, problemsShare: 1 / 3 } };
    const narratives = [await written("1-1", text), await written("problems", problems)];
    expect(found(third, [], ["problems-share"], { narratives })).toHaveLength(told);
    expect(found(map, [], ["problems-share"], { narratives })).toEqual([]);
  });
});

describe("in plain sight", () => {
  const none: Words = {
    title: "",
    opening: "",
    personal: { idNumbers: 0, phones: 0 },
    places: [],
    placesInAll: 0,
    whole: true,
  };
  const page = { type: "page", number: 2 } as const;
  const inText: Words = { ...none, personal: { idNumbers: 2, phones: 1 }, places: [page], placesInAll: 1 };

  it("tells the text of a file once, though its bytes were handed in twice", () => {
    const links = ["a", "b"].map((name) =>
      linkTo(map, paper, `教育局/1-1 ${name}.pdf`, { sha256: "same", words: inText }),
    );
    expect(found(map, links, ["personal-data"]).map((each) => [placeOf(each), each.facts])).toEqual([
      [
        "evidence/教育局/1-1 a.pdf",
        { idNumbers: 2, phones: 1, where: "text", places: [page], placesInAll: 1, whole: true },
      ],
    ]);
  });

  it("never shows a number, not even that of a name", async () => {
    const links = [
      linkTo(map, paper, "教育局/样例甲13800138000/1-1 11010519491231002X.pdf", { words: inText }),
      listed(map, paper, "教育局/1-1 b.pdf", { caption: "联系人 13900139000" }),
    ];
    const narratives = [await written("1-1", "样例\n\n电话 13700137000")];
    const told = found(map, links, ["personal-data"], { narratives });
    expect(told.map(({ at, facts }) => ["where" in facts && facts.where, at.cell ?? at.line])).toEqual([
      ["name", undefined],
      ["text", undefined],
      ["register", "登记表!A2"],
      ["narrative", 3],
    ]);
    expect(JSON.stringify(told)).not.toMatch(/\d{7}/u);
  });

  it("marks of secrecy: in the register, in the name or on the first page, one an item", () => {
    const marked = { ...none, opening: "秘密★5年\n样例区文件" };
    const links = [
      listed(map, paper, "教育局/1-1 机密 a.pdf", { secrecy: "秘密" }),
      linkTo(map, paper, "教育局/1-1 机密 b.pdf", { words: marked }),
      linkTo(map, paper, "教育局/1-1 c.pdf", { words: marked }),
      linkTo(map, paper, "教育局/1-1 d.pdf", { words: none }),
    ];
    const told = found(map, links, ["classified"]).map(({ facts, severity }) => ({ ...facts, severity }));
    expect(told).toEqual(
      expect.arrayContaining([
        { mark: "秘密", where: "register", severity: "error" },
        { mark: "机密", where: "name", severity: "error" },
        { mark: "秘密", where: "text", severity: "error" },
      ]),
    );
    expect(told).toHaveLength(3);
  });
});
