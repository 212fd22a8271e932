/** One plain sheet: how it is printed, how high its rows are. */
import { describe, expect, it } from "vitest";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { writeWorkbook } from "../../src/engines/xlsx.ts";
import { heightOf } from "../../src/engines/xlsx/heights.ts";

describe("a plain sheet", () => {
  it("is printed with its name, its head on every page, and lines around its cells", async () => {
    const columns = [
      { title: "题名", width: 20 },
      { title: "原件", width: 20, onScreen: true },
    ];
    const bytes = await writeWorkbook({ name: "样例目录", columns, rows: [["样例", "a.pdf"]] }, "2019-01-01");
    expect(readOoxmlPart(bytes, "xl/worksheets/sheet1.xml")).toContain("<oddHeader>&amp;C样例目录</oddHeader>");
    expect(readOoxmlPart(bytes, "xl/workbook.xml")).toMatch(/Print_Titles"[^>]*>&apos;样例目录&apos;!\$1:\$1</u);
    expect(readOoxmlPart(bytes, "xl/styles.xml")).toContain('<left style="thin">');
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
