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
    ["第一行\n第二行", "第一行第二行"],
    ["first\nsecond", "first second"],
  ])("%s", (source, expected) => {
    expect(textOf(source)).toBe(expected);
  });

  it("a list goes on from the number that is typed, and keeps what stands inside it", () => {
    const { blocks } = parseMarkdown("3. 第三条\n4. 第四条\n   - 其一\n", 4);
    const paragraph = (text: string): unknown => ({ type: "paragraph", content: [{ type: "text", text }] });
    expect(blocks).toMatchObject([
      {
        ordered: true,
        start: 3,
        items: [[paragraph("第三条")], [paragraph("第四条"), { ordered: false, items: [[paragraph("其一")]] }]],
      },
    ]);
  });

  it("tells what it cannot keep", () => {
    const { blocks, unsupported } = parseMarkdown("~~已取消~~ 后文", 4);
    expect(unsupported).toEqual([{ what: "deletion", line: 1 }]);
    expect(blocks).toHaveLength(1);
  });
});
