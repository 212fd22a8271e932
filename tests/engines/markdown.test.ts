/** What people type in Markdown narratives, and what becomes of it. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/engines/markdown.ts";
import { inlinesIn, mentionsIn } from "../../src/model/narrative.ts";
import { lines, lossesOf, markdown } from "../support/narratives.ts";

const read = async (text: string, level: 2 | 3 | 4 = 4): Promise<string[]> =>
  lines((await markdown(text, level, ["照片.jpg"])).blocks);

describe("text", () => {
  it.each<[string, string[]]>([
    ["培训100~200人，另有300~400人参加", ["培训100~200人，另有300~400人参加"]],
    ["3*4 米与 5*6 米", ["3*4 米与 5*6 米"]],
    ["　　区委高度重视。", ["区委高度重视。"]],
    ["<!-- 备注：勿印 -->\n\n正文。", ["正文。"]],
    ["<!-- 勿印 --> 要印 <!-- 勿印 -->", ["要印"]],
    ["第一行\n第二行", ["第一行第二行"]],
    ["第一行\n**第二行**", ["第一行*第二行*"]],
    ["first\nsecond", ["first second"]],
    ["第一行  \n第二行\\\n第三行", ["第一行⏎第二行⏎第三行"]],
    ["**粗**和*斜*，`x*y`", ["*粗*和_斜_，x*y"]],
    ["**[网](https://example.org)**", ["网(https://example.org)"]],
    ["[网][1]\n\n[1]: https://example.org", ["网(https://example.org)"]],
    ["> 引文\n>\n> - 条目", ["> 引文", "- 条目"]],
    ["```\n甲\n  乙\n```", ["=甲⏎  乙"]],
    ["甲\n\n---\n\n乙", ["甲", "乙"]],
    ["🎉 节日", ["🎉 节日"]],
    ["العربية 文字", ["العربية 文字"]],
  ])("%j", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it.each<[2 | 3 | 4, string[]]>([
    [2, ["[2] 一", "[2] 二", "[3] 三", "[4] 五"]],
    [3, ["[3] 一", "[3] 二", "[3] 三", "[4] 五"]],
    [4, ["[4] 一", "[4] 二", "[4] 三", "[4] 五"]],
  ])("headings are not higher than level %i", async (level, expected) => {
    expect(await read("# 一\n\n## 二\n\n### 三\n\n##### 五", level)).toEqual(expected);
  });
});

describe("lists", () => {
  it.each<[string, string[]]>([
    ["3. 第三条\n4. 第四条\n   - 其一\n", ["3. 第三条", "4. 第四条", "  - 其一"]],
    ["- [x] 做完\n- [ ] 没做", ["- √ 做完", "- □ 没做"]],
    ["- 甲\n\n  续\n- 乙", ["- 甲", "  续", "- 乙"]],
  ])("%j", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it("ten deep", async () => {
    const text = Array.from({ length: 10 }, (_, depth) => `${"  ".repeat(depth)}- 第${String(depth)}层`).join("\n");
    expect(await read(text)).toEqual(Array.from({ length: 10 }, (_, d) => `${"  ".repeat(d)}- 第${String(d)}层`));
  });

  it.each([[">".repeat(60)], ["- ".repeat(60)], [`${" ".repeat(400)}- 甲`]])(
    "sixty deep is refused: %#",
    async (text) => {
      const readPicture = (): Promise<null> => Promise.resolve(null);
      expect(await readMarkdown(`${text} 甲`, { file: "a.md", level: 4, readPicture })).toBeNull();
    },
  );
});

describe("tables", () => {
  const grid = "| 年度 | 经费 |\n| :-: | --: |\n| 2018 | **12** |";
  const plain = ["年度^ | 经费>", "  2018 | *12*"];
  it.each<[string, string[]]>([
    [grid, [`() ${plain[0] ?? ""}`, plain[1] ?? ""]],
    [`表：三年经费\n${grid}`, [`(三年经费) ${plain[0] ?? ""}`, plain[1] ?? ""]],
    [`表1：三年经费\n\n${grid}`, [`(三年经费) ${plain[0] ?? ""}`, plain[1] ?? ""]],
    [`${grid}\n表：三年经费`, [`(三年经费) ${plain[0] ?? ""}`, plain[1] ?? ""]],
    [`${grid}\n\nTable: Three years`, [`(Three years) ${plain[0] ?? ""}`, plain[1] ?? ""]],
    [`${grid}\n\n表示如下：无`, [`() ${plain[0] ?? ""}`, plain[1] ?? "", "表示如下：无"]],
    [`表：见{{a}}\n\n${grid}`, ["表：见§{{a}}", `() ${plain[0] ?? ""}`, plain[1] ?? ""]],
    ["| 甲 |\n|---|\n| 1 | 多 |\n| 2<br>3 |", ["() 甲 | ", "  1 | 多", "  2⏎3 | "]],
    ["| {{甲\\|万元}} |\n|---|\n| {{乙\\|万元}} |", ["() {{甲\\|万元}}", "  §{{乙\\|万元}}"]],
  ])("%j", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it("a caption between two tables is that of the second", async () => {
    expect((await read(`${grid}\n\n表：乙\n\n${grid}`)).filter((each) => each.startsWith("("))).toEqual([
      `() ${plain[0] ?? ""}`,
      `(乙) ${plain[0] ?? ""}`,
    ]);
  });

  it("of two thousand rows", async () => {
    const { blocks } = await markdown(`${grid}\n${"| 一 | 二 |\n".repeat(2000)}`);
    expect(blocks).toHaveLength(1);
    expect(blocks[0]?.type === "table" && blocks[0].rows.length).toBe(2001);
  });
});

describe("pictures", () => {
  it.each<[string, string[]]>([
    ['![合影](照片.jpg "开学典礼")', ["{合影} 开学典礼"]],
    ["![合影](照片.jpg)", ["{合影} 合影"]],
    ["![](照片.jpg)", ["{}"]],
    ["前文 ![合影](照片.jpg) 后文", ["前文  后文", "{合影} 合影"]],
    ["- 甲 ![合影](照片.jpg)\n- 乙", ["- 甲 ", "  {合影} 合影", "- 乙"]],
    ["![合影](没有.jpg)", ["合影"]],
    ["![合影][p]\n\n[p]: 照片.jpg '开学典礼'", ["{合影} 开学典礼"]],
    ["| 甲 |\n|---|\n| ![合影](照片.jpg) |", ["() 甲", "  ", "{合影} 合影"]],
  ])("%j", async (text, expected) => {
    expect(await read(text)).toEqual(expected);
  });

  it("are asked for with the place where they stand", async () => {
    const asked: unknown[] = [];
    const readPicture = (address: string, at: unknown): Promise<null> => {
      asked.push([address, at]);
      return Promise.resolve(null);
    };
    await readMarkdown("甲\n\n乙 ![图](a%20b.png)", { file: "narrative/1.md", level: 4, readPicture });
    expect(asked).toEqual([["a%20b.png", { file: "narrative/1.md", line: 3, column: 3 }]]);
  });
});

describe("footnotes", () => {
  it.each<[string, string[], string[]]>([
    ["甲[^1]。\n\n[^1]: 注一", ["甲^(注一)。"], []],
    ["**甲[^1]**\n\n[^1]: 注一\n\n    注二", ["*甲*^(注一⏎注二)"], []],
    ["甲[^2]。", ["甲[^2]。"], ["note-undefined 1:2"]],
    ["甲\n\n[^1]: 没用到", ["甲", "没用到"], ["note-unused 3:1"]],
    ["甲[^1]\n\n[^1]: 见[^2]\n\n[^2]: 乙", ["甲^(见[^2])", "乙"], ["note-in-note 3:8", "note-unused 5:1"]],
    ["甲[^1]\n\n[^1]: 见[^1]", ["甲^(见[^1])"], ["note-in-note 3:8"]],
    ["# 题[^1]\n\n[^1]: 注", ["[4] 题", "注"], ["note-in-heading 1:4"]],
    ["甲\\[^1]", ["甲[^1]"], []],
  ])("%j", async (text, expected, told) => {
    const narrated = await markdown(text);
    expect([lines(narrated.blocks), lossesOf(narrated)]).toEqual([expected, told]);
  });
});

describe("what cannot be kept", () => {
  it.each<[string, string[], string[]]>([
    ["~~已取消~~ 后文", ["已取消 后文"], ["deletion 1:1"]],
    ["见 <b>粗</b>", ["见 <b>粗</b>"], ["html 1:3"]],
    ["见 </b>", ["见 </b>"], ["html 1:3"]],
    ["甲\n\n<div>块</div>", ["甲", "<div>块</div>"], ["html 3:1"]],
    ["甲\u0001乙", ["甲乙"], ["control 1:1"]],
    ["甲\u202e乙", ["甲乙"], ["control 1:1"]],
    ["[文](../a.docx)", ["文（../a.docx）"], ["link 1:1"]],
    [
      "[说明]: 正文是这样\n\n[说明]: 正文",
      ["[说明]: 正文是这样", "[说明]: 正文"],
      ["definition-unused 1:1", "definition-unused 3:1"],
    ],
    ["## 见[@1-1-01]", ["[4] 见[@1-1-01]"], ["mention-in-heading 1:5"]],
  ])("%j", async (text, expected, told) => {
    const narrated = await markdown(text);
    expect([lines(narrated.blocks), lossesOf(narrated)]).toEqual([expected, told]);
  });
});

describe("signs", () => {
  const cited = (exhibit: string, page: number | null = null): unknown => ({ exhibit, page });
  it.each<[string, unknown[]]>([
    ["见[@1-1-01]", [{ cited: [cited("1-1-01")], at: { line: 1, column: 2 } }]],
    ["见[@1-1-01 p3]", [{ cited: [cited("1-1-01", 3)] }]],
    ["见[@1-1-01 p.3]", [{ cited: [cited("1-1-01", 3)] }]],
    ["见[@1-1-01 第3页]", [{ cited: [cited("1-1-01", 3)] }]],
    ["见[@1-1-01，第 3 页]", [{ cited: [cited("1-1-01", 3)] }]],
    ["见[@1-1-01; @1-1-02 p2；1-1-03]", [{ cited: [cited("1-1-01"), cited("1-1-02", 2), cited("1-1-03")] }]],
    ["共{{population}}人", [{ name: "population", unit: null }]],
    ["**共{{ population | 万人 }}**", [{ name: "population", unit: "万人" }]],
    ["第一行\n　　见[@9]", [{ at: { line: 2, column: 4 } }]],
    ["\\[@1-1-01] 和 \\{{a}} 和 `[@9]`", []],
    ["[@] {{}} {{ }} {a} [@\n9]", []],
    ["a@b.cn [甲@乙](https://example.org) [x]", []],
    ["甲[^1]\n\n[^1]: 见[@9]", [{ cited: [cited("9")], at: { line: 3, column: 8 } }]],
  ])("%j", async (text, expected) => {
    expect(mentionsIn((await markdown(text)).blocks)).toMatchObject(expected);
  });

  it("that are escaped stay text", async () => {
    expect(await read("\\[@1-1-01] \\{{a}}")).toEqual(["[@1-1-01] {{a}}"]);
  });

  it("are no words of the text", async () => {
    const { texts } = await markdown("见[@1-1-01]，\n共{{a}}人，`码`\n\n```\n码二\n```\n<!-- 不印 -->");
    expect(texts.map(({ text, at }) => [text, at.line])).toEqual([
      ["见", 1],
      ["，", 1],
      ["共", 2],
      ["人，", 2],
      ["码", 2],
      ["码二", 5],
    ]);
  });
});

describe("no word is lost", () => {
  const pieces = [
    "甲乙",
    "丙 丁",
    "# ",
    "- ",
    "1. ",
    "> ",
    "**",
    "*",
    "~~",
    "`",
    "```\n",
    "| ",
    "|",
    "\n",
    "\n\n",
    "|---|---|\n",
    "[^1]",
    "[^1]: ",
    "[@1-1-01]",
    "{{a}}",
    "![",
    "](b.png)",
    "](https://example.org)",
    "[x]",
    "[x]: ",
    "<b>",
    "<br>",
    "  \n",
    "\\",
    "    ",
    "表：",
    "- [x] ",
    "---\n",
    "&amp;",
  ];
  const words = /\p{Script=Han}|[a-z]{2,}/gu;

  it("whatever is typed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...pieces), { maxLength: 24 }), async (parts) => {
        const source = parts.join("");
        const { blocks } = await markdown(source);
        const kept =
          lines(blocks).join("\n") +
          inlinesIn(blocks)
            .map((each) => ("text" in each ? each.text : ""))
            .join("");
        // Addresses of pictures and what a fence says of its code are not printed.
        const said = source.replace(/```[^\n]*\n/gu, "\n").replaceAll(/表：|b\.png|br|https|example|org|amp/gu, "");
        const missing = (said.match(words) ?? []).filter((each) => !kept.includes(each));
        expect([source, missing]).toEqual([source, []]);
      }),
      { numRuns: 1500, seed: 20191031 },
    );
  });
});
