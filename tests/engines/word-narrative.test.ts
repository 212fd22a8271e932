/** What departments write in Word, and what becomes of it. */
import { describe, expect, it } from "vitest";
import { mentionsIn } from "../../src/model/narrative.ts";
import {
  bold,
  cell,
  centred,
  drawing,
  font,
  item,
  lines,
  lossesOf,
  p,
  r,
  style,
  table,
  word,
} from "../support/narratives.ts";

const body = p("　　三年来区财政安排专项经费，逐年增长。");
const read = async (text: string): Promise<string[]> => lines((await word(text)).blocks);
const text = "三年来区财政安排专项经费，逐年增长。";

describe("headings", () => {
  it.each<[string, string, string[]]>([
    [
      "by style, deeper ones at the lowest level",
      p("甲", style("1")) + body + p("乙", style("2")) + body,
      ["[4] 甲", text, "[4] 乙", text],
    ],
    ["by a style that is based on one", p("甲", style("mine")) + body, ["[4] 甲", text]],
    ["by level in the outline", p("甲", '<w:outlineLvl w:val="0"/>') + body, ["[4] 甲", text]],
    ["in bold", p(r("主要做法", bold)) + body, ["[4] 主要做法", text]],
    ["in 黑体", p(r("一、主要做法", font("黑体"))) + body, ["[4] 一、主要做法", text]],
    [
      "in 楷体_GB2312",
      p(r("（一）", font("楷体_GB2312")) + r("加强领导", font("楷体_GB2312"))) + body,
      ["[4] （一）加强领导", text],
    ],
    ["by a number alone", p("（一）加强领导") + body, ["[4] （一）加强领导", text]],
    ["bold, but with a full stop", p(r("主要做法。", bold)) + body, ["*主要做法。*", text]],
    ["bold, but long", p(r("字".repeat(50), bold)) + body, [`*${"字".repeat(50)}*`, text]],
    ["half bold", p(r("一是", bold) + r("健全网络")) + body, ["*一是*健全网络", text]],
    ["bold, on the right: who signs", body + p(r("样例局", bold), '<w:jc w:val="right"/>'), [text, "*样例局*"]],
    ["all of it bold", p(r("主要做法", bold)) + p(r(text, bold)), ["*主要做法*", `*${text}*`]],
    [
      "numbers by hand are a list",
      p("1.健全网络") + p("2.增加投入") + p("3.建好队伍") + body,
      ["1.健全网络", "2.增加投入", "3.建好队伍", text],
    ],
    ["a number at the end", body + p("一、结束语"), [text, "一、结束语"]],
    ["a figure is no number of a heading", p("2.7元") + body, ["2.7元", text]],
  ])("%s", async (_, source, expected) => {
    expect(await read(source)).toEqual(expected);
  });

  it("the highest of the text is the highest of its place; numbers go where headings are counted", async () => {
    const source = p(r("一、甲", font("黑体"))) + body + p(r("（一）乙", font("楷体"))) + body + p("1.丙") + body;
    const { blocks } = await word(source, {}, 2);
    expect(lines(blocks).filter((each) => each.startsWith("["))).toEqual(["[2] 甲", "[3] （一）乙", "[4] 1.丙"]);
  });

  it.each<[string, string[]]>([
    ["社区教育专项经费", [text]],
    ["2-1-1 社区教育专项经费", [text]],
    ["自评说明", ["[4] 自评说明", text]],
  ])("a title at the head: %s", async (title, expected) => {
    expect(await read(p(r(title, '<w:sz w:val="44"/><w:b/>'), centred) + body)).toEqual(expected);
  });
});

describe("text", () => {
  it.each<[string, string, string[]]>([
    ["bold and italic", p(r("粗", bold) + r("斜", "<w:i/>") + r("平")), ["*粗*_斜_平"]],
    ["runs cut anywhere", p(r("区委") + r("高度", '<w:rFonts w:hint="eastAsia"/>') + r("重视。")), ["区委高度重视。"]],
    ["a line break", p("<w:r><w:t>甲</w:t><w:br/><w:t>乙。</w:t></w:r>"), ["甲⏎乙。"]],
    ["a page break", p('<w:r><w:t>甲。</w:t><w:br w:type="page"/></w:r>') + body, ["甲。", text]],
    ["empty paragraphs", p("") + body + p("　"), [text]],
    ["an address", p(`<w:hyperlink r:id="rId5">${r("网站")}</w:hyperlink>`), ["网站(https://example.org/a?b=1&c=2)"]],
    ["a footnote", p(`${r("甲")}<w:r><w:footnoteReference w:id="1"/></w:r>${r("。")}`), ["甲^(样例脚注)。"]],
    ["raised digits", p(r("10m") + r("2", '<w:vertAlign w:val="superscript"/>')), ["10m²"]],
    ["entities", p(r("&lt;b&gt; &amp; 甲")), ["<b> & 甲"]],
    [
      "a field of one run",
      p(`${r("共")}<w:fldSimple w:instr="SEQ x">${r("3")}</w:fldSimple>${r("项。")}`),
      ["共3项。"],
    ],
    [
      "a box to tick",
      p(
        '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="1"/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>' +
          r("是。"),
      ),
      ["√是。"],
    ],
  ])("%s", async (_, source, expected) => {
    const { blocks, lost } = await word(source);
    expect([lines(blocks), lost]).toEqual([expected, []]);
  });
});

describe("lists", () => {
  it.each<[string, string, string[]]>([
    ["numbered", p("甲。", item(1)) + p("乙。", item(1)), ["1. 甲。", "2. 乙。"]],
    [
      "inside each other",
      p("甲。", item(1)) + p("子。", item(1, 1)) + p("乙。", item(1)),
      ["1. 甲。", "  - 子。", "2. 乙。"],
    ],
    ["going on after text", p("甲。", item(1)) + body + p("乙。", item(1)), ["1. 甲。", text, "2. 乙。"]],
    ["from its own number", p("甲。", item(2)) + p("乙。", item(2)), ["5. 甲。", "6. 乙。"]],
    ["two lists", p("甲。", item(1)) + p("乙。", item(2)), ["1. 甲。", "5. 乙。"]],
    ["that begins deep", p("子。", item(1, 1)) + p("甲。", item(1)), ["- 子。", "1. 甲。"]],
  ])("%s", async (_, source, expected) => {
    expect(await read(source)).toEqual(expected);
  });

  it("ten deep", async () => {
    const source = Array.from({ length: 9 }, (_, depth) => p(`第${String(depth)}层`, item(1, depth))).join("");
    expect((await read(source)).length).toBe(9);
  });
});

describe("tables and pictures", () => {
  const rows = [
    [cell("年度"), cell("经费")],
    [cell("2018"), cell(p("12", '<w:jc w:val="right"/>'))],
  ] as const;
  it.each<[string, string, string[], string[]]>([
    ["a table", table(...rows), ["() 年度 | 经费>", "  2018 | 12"], []],
    [
      "with a caption",
      p(r("表1　三年经费", bold), centred) + table(...rows),
      ["(三年经费) 年度 | 经费>", "  2018 | 12"],
      [],
    ],
    [
      "below a sentence",
      p("表1显示，经费增长") + table(...rows),
      ["表1显示，经费增长", "() 年度 | 经费>", "  2018 | 12"],
      [],
    ],
    [
      "merged across",
      table([cell("甲"), cell("乙")], [cell("合", '<w:gridSpan w:val="2"/>')]),
      ["() 甲 | 乙", "  合 | 合"],
      ["merged-cells ¶3"],
    ],
    [
      "merged downwards",
      table(
        [cell("甲"), cell("乙")],
        [cell("合", '<w:vMerge w:val="restart"/>'), cell("1")],
        [cell("", "<w:vMerge/>"), cell("2")],
      ),
      ["() 甲 | 乙", "  合 | 1", "  合 | 2"],
      ["merged-cells ¶5"],
    ],
    ["two paragraphs in a cell", table([cell("甲")], [cell(p("一") + p("二"))]), ["() 甲", "  一⏎二"], []],
    [
      "a table in a cell",
      table([cell("甲")], [cell(table([cell("内")]) + p(""))]),
      ["() 甲", "  内"],
      ["table-in-cell ¶1"],
    ],
    ["a picture", p(drawing("rId4", "合影")) + p("图1　开学典礼", centred), ["{合影} 开学典礼"], []],
    ["a picture in a cell", table([cell("甲")], [cell(p(drawing("rId4", "合影")))]), ["() 甲", "  ", "{合影}"], []],
    ["a picture whose part is missing", body + p(drawing("rId8", "合影")), [text, "合影"], ["picture ¶1"]],
    ["a picture of the web", body + p(drawing("rId7", "合影", "link")), [text, "合影"], ["picture ¶1"]],
  ])("%s", async (_, source, expected, told) => {
    const narrated = await word(source);
    expect([lines(narrated.blocks), lossesOf(narrated)]).toEqual([expected, told]);
  });
});

describe("signs", () => {
  it("are read across runs, and stay text behind a backslash", async () => {
    const { blocks, texts } = await word(
      p(r("见[@2-1-") + r("1-01 p3]", '<w:rFonts w:hint="eastAsia"/>') + r("，\\[@9]，")) + p("共{{a|万人}}人。"),
    );
    expect(lines(blocks)).toEqual(["见§[@2-1-1-01 p3]，[@9]，", "共§{{a|万人}}人。"]);
    expect(mentionsIn(blocks)).toMatchObject([
      { cited: [{ exhibit: "2-1-1-01", page: 3 }], at: { paragraph: 1 } },
      { name: "a", unit: "万人", at: { file: "narrative/1-1.docx", paragraph: 2 } },
    ]);
    expect(texts.map((each) => [each.text, each.at.paragraph])).toEqual([
      ["见 ，[@9]，", 1],
      ["共 人。", 2],
    ]);
  });

  it("are read with the hyphens of Word that end no line", async () => {
    const hyphen = "</w:t><w:noBreakHyphen/><w:t>";
    const { blocks } = await word(p(r(`见[@2${hyphen}1${hyphen}1${hyphen}01]。`)));
    expect(lines(blocks)).toEqual(["见§[@2-1-1-01]。"]);
  });
});
