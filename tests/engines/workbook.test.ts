/** A list in a workbook: how it is printed, how high its rows are. */
import { describe, expect, it } from "vitest";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { heightOf } from "../../src/engines/xlsx/heights.ts";
import { writeLists } from "../../src/engines/xlsx/lists.ts";

describe("a list without lines above it", () => {
  it("is printed with its title, its head on every page, and lines around its cells", async () => {
    const columns = [
      { title: "题名", width: 20 },
      { title: "原件", width: 20, onScreen: true },
    ];
    const link = { text: "a.pdf", link: { address: "a.pdf" } };
    const list = { name: "样例目录", lines: [], columns, rows: [["样例", link]], tints: [] };
    const bytes = await writeLists([list], { language: "zh-CN", day: "2019-01-01", title: "样例 & 目录" });
    expect(readOoxmlPart(bytes, "xl/worksheets/sheet1.xml")).toContain(
      "<oddHeader>&amp;C样例 &amp;&amp; 目录</oddHeader>",
    );
    expect(readOoxmlPart(bytes, "xl/workbook.xml")).toMatch(/Print_Titles"[^>]*>&apos;样例目录&apos;!\$1:\$1</u);
    expect(readOoxmlPart(bytes, "xl/workbook.xml")).toMatch(/Print_Area"[^>]*>&apos;样例目录&apos;!\$A\$1:\$A\$2</u);
    const styles = readOoxmlPart(bytes, "xl/styles.xml") ?? "";
    expect(styles).toContain('<left style="thin">');
    // The font that the library has by itself, then those of a list; a link has its own too.
    expect(styles.match(/<name val="[^"]*"/gu)?.slice(1)).toEqual([
      '<name val="黑体"',
      '<name val="宋体"',
      '<name val="宋体"',
    ]);
  });
});

describe("a row", () => {
  /** 15 pt for a lone line, 16.5 for each of several. */
  const lines = (text: string, width: number): number => {
    const height = heightOf([{ width }], () => text);
    return height === 15 ? 1 : height / 16.5;
  };

  it.each([
    ["2017-01-01\n2019-12-31", 11, 2],
    ["区政府办公室", 13, 1],
    ["区政府办公室、社区学院", 13, 2],
    ["evidence/教育局", 18, 1],
    ["a very long word here", 8, 4],
    ["averyveryverylongword", 8, 3],
    ["", 8, 1],
  ])("%j in %d characters takes %d lines", (text, width, wanted) => {
    expect(lines(text, width)).toBe(wanted);
  });
});
