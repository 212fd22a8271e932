import { describe, expect, it } from "vitest";
import type { Block } from "../../src/model/document.ts";
import { geometryOf } from "../../src/write/docx/geometry.ts";
import { clean, safeAddress } from "../../src/write/docx/text.ts";
import { balanceTitle } from "../../src/write/docx/title.ts";
import { writeDocx } from "../../src/write/docx/write.ts";
import { faultsOf, part, textOf } from "./docx-read.ts";
import { contextFor, heading, styleNamed, text, withBlocks } from "./docx-sample.ts";

describe("writeDocx: hostile text", () => {
  const hostile = "</w:t><w:p> & \" ' ]]> \u0000\u0001\b\u001F\u007F 😀 \uD800 \uDC00 \uFFFE CURRENT {n} %1 a\r\nb\tc";
  const cell = [text(hostile)];

  it("gives a valid file that says it", async () => {
    const blocks: Block[] = [
      heading(1, hostile, hostile, '../-\u0000"<'),
      heading(1, "", "same anchor", '../-\u0000"<'),
      {
        type: "labelled",
        label: hostile,
        content: [
          { type: "strong", text: hostile },
          { type: "emphasis", text: hostile },
        ],
      },
      { type: "list", ordered: true, items: [[{ type: "paragraph", content: cell }], []] },
      { type: "quote", content: cell },
      {
        type: "paragraph",
        content: [
          "javascript:alert(1)",
          "http://a b/<x>|{y}\u0000",
          "https://[bad",
          "分册 一/材料.pdf#page=3",
          "mailto:a@b@c",
          "C:\\x",
          '#../-\u0000"<',
          "#nowhere",
          "%",
          "",
        ].map((url) => ({ type: "link", text: hostile, url })),
      },
      {
        type: "table",
        caption: hostile,
        columns: [
          { title: hostile, share: 0, align: "left" },
          { title: "", share: -1, align: "right" },
        ],
        rows: [[cell], [cell, cell, cell], []],
      },
      { type: "table", caption: null, columns: [], rows: [] },
    ];
    const cover = {
      title: hostile,
      subtitle: hostile,
      lines: [[hostile, hostile]] as const,
      date: hostile,
      marks: [hostile],
    };
    const report = { ...withBlocks(blocks), cover, contentsTitle: hostile };
    const bytes = await writeDocx(
      report,
      contextFor(report, { author: hostile, pagesText: () => hostile, cellText: () => hostile }),
    );
    expect(await faultsOf(bytes)).toEqual([]);
    const xml = part(bytes, "word/document.xml");
    expect(textOf(xml)).toContain("</w:t><w:p> & \" ' ]]> ␀␁␈␟␡ 😀 \uFFFD \uFFFD \uFFFD CURRENT {n} %1 a");
    // oxlint-disable-next-line no-control-regex -- none may be left
    expect(xml).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
    expect(part(bytes, "word/_rels/document.xml.rels")).not.toContain("javascript");
  }, 60_000);

  it("knows which addresses are safe", () => {
    expect(safeAddress("javascript:alert(1)")).toBeNull();
    expect(safeAddress(" JAVASCRIPT:x")).toBeNull();
    expect(safeAddress("file:///etc/passwd")).toBeNull();
    expect(safeAddress("//host/x")).toBeNull();
    expect(safeAddress("分册.pdf#page=3")).toBe("%E5%88%86%E5%86%8C.pdf#page=3");
    expect(safeAddress("a%20b%")).toBe("a%20b%25");
    expect(clean("a\tb")).toBe("a b");
  });
});
describe("titles", () => {
  const style = styleNamed("gb9704");
  const title = (words: string): string => balanceTitle(geometryOf(style), style.roles.title, words).text;

  it("break between words where the words are known", () => {
    const words = "样例区|人民政府|关于|创建|浙江省|学习型|城市|工作|情况的|自评报告".replaceAll("|", "\u200B");
    expect(title(words)).toBe("样例区人民政府关于创建浙江省\n学习型城市工作情况的自评报告");
  });

  it("stay in one line when they fit it", () => {
    expect(title("样例区\u200B自评\u200B报告")).toBe("样例区自评报告");
  });
});
