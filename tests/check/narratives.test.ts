/** Texts that are missing, that nobody has begun, and that are not finished. */
import { describe, expect, it } from "vitest";
import { isHint, isInBrackets } from "../../src/model/hint.ts";
import { indicatorCode } from "../../src/model/ids.ts";
import type { Narrative } from "../../src/model/workspace.ts";
import { initWords } from "../../src/commands/init-words.ts";
import { markdown } from "../support/narratives.ts";
import { indicator, mapOf, section } from "./models.ts";
import { found } from "./rules-models.ts";

const map = mapOf(section("1", indicator("1-1", {}, { paper: {} }), indicator("1-2", {}, { paper: {} })));

const written = async (about: string, text: string): Promise<Narrative> => ({
  about: about === "problems" ? about : indicatorCode(about),
  ...(await markdown(text)),
  at: { file: `narrative/${about}.md` },
});

const codes = ["narrative-missing", "narratives-not-begun", "hint-left"] as const;
const told = (...narratives: readonly Narrative[]) =>
  found(map, [], codes, { narratives }).map(({ code, at, facts }) => [code, at.line, facts]);

describe.each(["zh-CN", "en"] as const)("a text as init writes it (%s)", (language) => {
  const { example, stub, problems } = initWords[language];

  it("is not begun, whatever its title holds", async () => {
    const all = [
      await written("1-1", example("1-1", "成人（含老年）参与率")),
      await written("1-2", stub("1-2", "机构")),
      await written("problems", problems),
    ];
    expect(told(...all)).toEqual([["narratives-not-begun", undefined, { about: ["1-1", "1-2", "problems"] }]]);
  });

  it("is told by its lines once something is written", async () => {
    const text = example("1-1", "机构").replace(/（待写：做|\(To be written: papers/u, "我区样例 $&");
    const begun = `我区全年开课42门（样例）。\n\n${text}`;
    expect(told(await written("1-1", begun), await written("1-2", "写好了（样例）。"))).toEqual([
      ["hint-left", 3, { hint: expect.any(String), count: 4 }],
    ]);
  });
});

it("an empty text is missing", async () => {
  expect(told(await written("1-1", "<!-- 待写 -->"), await written("1-2", "有。")).map(([code]) => code)).toEqual([
    "narrative-missing",
  ]);
});

it.each<[string, boolean]>([
  ["（待写：结果怎样。）", true],
  ["【待补充】", true],
  ["(to be filled in)", true],
  ["全年开课42门（名单待填）。", true],
  ["待写的很多。", false],
  ["（一）做法", false],
  ["we have books to be written", false],
])("%s: a hint %s", (line, expected) => {
  expect(isHint(line)).toBe(expected);
});

it.each<[string, boolean]>([
  ["（申报单位全称）", true],
  ["(who compiles the report)", true],
  ["样例区（试点）", false],
  ["（样例）区（试点）", false],
  ["样例区人民政府", false],
])("%s: all in brackets %s", (value, expected) => {
  expect(isInBrackets(value)).toBe(expected);
});
