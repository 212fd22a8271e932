/** What people type in narratives must not change on the way to the page. */
import { describe, expect, it } from "vitest";
import { parseMarkdown } from "../../src/engines/markdown.ts";

const textOf = (source: string): string =>
  parseMarkdown(source, 4)
    .blocks.map((block) =>
      "content" in block ? block.content.map((each) => ("text" in each ? each.text : "")).join("") : block.type,
    )
    .join("|");

describe("narrative text", () => {
  it.each([
    ["培训100~200人，另有300~400人参加", "培训100~200人，另有300~400人参加"],
    ["3*4 米与 5*6 米", "3*4 米与 5*6 米"],
    ["　　区委高度重视。", "区委高度重视。"],
    ["<!-- 备注：勿印 -->\n\n正文。", "正文。"],
    ["3. 第三条\n4. 第四条", "3. 第三条|4. 第四条"],
    ["第一行\n第二行", "第一行第二行"],
    ["first\nsecond", "first second"],
  ])("%s", (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  it("tells what it cannot keep", () => {
    const { blocks, unsupported } = parseMarkdown("~~已取消~~ 后文", 4);
    expect(unsupported).toEqual([{ what: "deletion", line: 1 }]);
    expect(blocks).toHaveLength(1);
  });
});
