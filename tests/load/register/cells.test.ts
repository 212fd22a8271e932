/** Cells of registers: dates, codes, formulas, addresses, and text that only looks like something else. */
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../support/workbook.ts";
import { codesOf, readBook } from "./registers.ts";

const head: readonly CellValue[] = ["序号", "材料名称", "文号", "指标编号", "形成日期", "文件名", "备注"];
const row = (...cells: readonly CellValue[]): readonly CellValue[] => cells;

describe("cells", () => {
  it("hold dates as days, serials and text; one that is no date is told with its cell", async () => {
    const day = new Date(Date.UTC(2019, 2, 5));
    const { rows, told } = await readBook({
      rows: [
        head,
        row(1, "甲", null, null, day),
        row(2, "乙", null, null, 43529),
        row(3, "丙", null, null, "2019年3月5日"),
        row(4, "丁", null, null, "2019年2月30日"),
        row(5, "戊", null, null, "—"),
      ],
      change: (sheet) => {
        sheet.getCell("E2").numFmt = 'yyyy"年"m"月"d"日"';
      },
    });
    expect(rows.map((each) => each.formed)).toEqual(["2019-03-05", "2019-03-05", "2019-03-05", null, null]);
    expect(told).toEqual(["register-date @ 登记表!E5"]);
  });

  it("hold the year that an item speaks of; what is no year says nothing", async () => {
    const years: readonly CellValue[] = [2018, "2018年度", "2017-2019年", "长期", null];
    const { rows, told } = await readBook({
      rows: [["材料名称", "文件名", "年度"], ...years.map((year, index) => ["决算", `${String(index)}.pdf`, year])],
    });
    expect(told).toEqual([]);
    expect(rows.map(({ year }) => (year === null ? null : `${year.from} ${year.to}`))).toEqual([
      "2018-01-01 2018-12-31",
      "2018-01-01 2018-12-31",
      "2017-01-01 2019-12-31",
      null,
      null,
    ]);
  });

  it("that a form prints make no item by themselves", async () => {
    const { rows, told } = await readBook({
      rows: [
        ["序号", "指标编号", "指标名称", "材料要求", "报送要求", "年度", "材料名称", "文件名", "备注"],
        row(1, "1-1-1", "规划", "规划文件", "文件，1件", 2018, null, null, null),
        row(2, "9-9-9", "规划", "没有的要求", "文件，1件", 2019, null, null, null),
        row(3, "1-1-1", "规划", "规划文件", "文件，1件", 2019, "规划", "规划.pdf", null),
        row(4, "1-1-1", "规划", "规划文件", "文件，1件", 2019, null, null, "正在办理"),
      ],
    });
    expect(told).toEqual([]);
    expect(rows.map(({ title, registered }) => [title, registered.remark])).toEqual([
      ["规划", ""],
      ["", "正在办理"],
    ]);
  });

  it("hold several codes, in any width and with any dash", async () => {
    const written = [
      "1-1-1、1-1-2",
      "1-1-1；2-1-1",
      "1-1-1/2-1-1",
      "1-1-1\n1-1-2",
      "１－１－１，２－１－１",
      "1–1–1 1—1—2",
      "1-1-2 会议纪要、会议照片",
      "指标1-1-1",
      "2-1-1-03",
      "1-1",
      "1-1-2。3",
    ];
    const { rows, told } = await readBook({
      rows: [head, ...written.map((code, index) => row(index, `甲${String(index)}`, null, code))],
    });
    expect(told).toEqual([]);
    expect(codesOf(rows)).toEqual([
      "1-1-1 1-1-2",
      "1-1-1 2-1-1",
      "1-1-1 2-1-1",
      "1-1-1 1-1-2",
      "1-1-1 2-1-1",
      "1-1-1 1-1-2",
      "1-1-2",
      "1-1-1",
      "2-1-1",
      "1-1",
      "1-1-2",
    ]);
    expect(rows[10]?.claims[0]?.serial).toBe(3);
    expect(rows[8]?.claims[0]?.serial).toBe(3);
  });

  it("that hold a sign for none hold no number of a document", async () => {
    const written = ["无", "/", "—", "-", "——", "N/A", "样财〔2019〕 8号"];
    const { rows, told } = await readBook({
      rows: [
        ["文件名", "文号", "指标编号"],
        ...written.map((number, index) => [`甲${String(index)}.pdf`, number, "1-1-1"]),
      ],
    });
    expect(told).toEqual([]);
    expect(rows.map((each) => each.docNumber)).toEqual(["", "", "", "", "", "", "样财〔2019〕8号"]);
  });

  it("hold a code that the spreadsheet made a date of; it is taken when the map has it, and told", async () => {
    const { rows, found, told } = await readBook({
      rows: [
        head,
        row(1, "甲", null, new Date(Date.UTC(2002, 0, 1))),
        row(2, "乙", null, new Date(Date.UTC(2001, 1, 1))),
        row(3, "丙", null, "2001-01-02"),
        row(4, "丁", null, new Date(Date.UTC(2009, 8, 9))),
      ],
    });
    expect(codesOf(rows)).toEqual(["2-1-1", "2-1-1", "1-1-2", ""]);
    expect(told).toEqual([
      "register-code-date @ 登记表!D2",
      "register-code-date @ 登记表!D3",
      "register-code-date @ 登记表!D4",
      "register-code @ 登记表!D5",
    ]);
    expect(found[0]?.facts).toEqual({ shown: "2002-01-01", code: "2-1-1" });
  });

  it("tell codes that the map has not, with the nearest", async () => {
    const { found, told } = await readBook({
      rows: [head, row(1, "甲", null, "1-1-1、2-1-11"), row(2, "乙", null, "待定")],
    });
    expect(told).toEqual(["register-code @ 登记表!D2", "register-code @ 登记表!D3"]);
    expect(found.map((each) => each.facts)).toEqual([
      { code: "2-1-11", nearest: "2-1-1", asked: [] },
      { code: "待定", nearest: null, asked: [] },
    ]);
  });

  it("name the requirement by title, key or part of it, with an indicator or without", async () => {
    const { rows, told } = await readBook({
      rows: [
        row("材料名称", "指标", "材料要求"),
        row("甲", "1-1-2", "会议照片"),
        row("乙", "1-1-2", "photo"),
        row("丙", "1-1-2", "照片"),
        row("丁", null, "预算批复"),
        row("戊", "1-1", "会议纪要"),
        row("己", "1-1-2", "通知"),
      ],
    });
    expect(codesOf(rows)).toEqual([
      "1-1-2/photo",
      "1-1-2/photo",
      "1-1-2/photo",
      "2-1-1/budget",
      "1-1-2/minutes",
      "1-1-2",
    ]);
    expect(told).toEqual(["register-requirement @ 登记表!C7"]);
  });

  it("hold a 文号: one in another form than that of the standard is taken as typed, and told", async () => {
    const { rows, told, found } = await readBook({
      rows: [
        ["材料名称", "文号", "文件名"],
        ["批复甲", "奉教2019 12号", "甲.pdf"],
        ["批复乙", "奉教[2019]12号", "乙.pdf"],
        ["批复丙", "无", "丙.pdf"],
      ],
    });
    expect(rows.map((each) => each.docNumber)).toEqual(["奉教2019 12号", "奉教〔2019〕12号", ""]);
    expect(told).toEqual(["register-doc-number @ 登记表!B2"]);
    expect(found[0]?.facts).toEqual({ got: "奉教2019 12号", reason: "brackets", meant: "奉教〔2019〕12号" });
  });

  it("hold formulas: the last result counts, an error or none is told", async () => {
    const { rows, told, found } = await readBook({
      rows: [
        head,
        row(1, { formula: 'A2&"规划"', result: "规划" }, null, "1-1-1", {
          formula: "DATE(2019,3,5)",
          result: new Date(Date.UTC(2019, 2, 5)),
        }),
        row(2, { formula: "VLOOKUP(1,A:A,2)", result: { error: "#N/A" } }, null, "1-1-1", null, "甲.pdf"),
        row(3, { formula: "B2" }, null, "1-1-1", null, "乙.pdf"),
      ],
    });
    expect(rows.map((each) => each.title)).toEqual(["规划", "", ""]);
    expect(rows[0]?.formed).toBe("2019-03-05");
    expect(told).toEqual(["register-value @ 登记表!B3", "register-value @ 登记表!B4"]);
    expect(found.map((each) => each.facts)).toEqual([{ value: "#N/A" }, { value: "" }]);
  });

  it("hold addresses: typed, linked, or in =HYPERLINK, taken as data", async () => {
    const { rows, told } = await readBook({
      rows: [
        row("材料名称", "指标", "文件", "网址"),
        row("甲", "1-1-1", null, "http://sample.example/a"),
        row("乙", "1-1-1", { text: "打开", hyperlink: "https://sample.example/b" }, null),
        row("丙", "1-1-1", null, { formula: 'HYPERLINK("https://sample.example/c?x=1","网页")', result: "网页" }),
        row({ text: "丁", hyperlink: "https://sample.example/d" }, "1-1-1", null, null),
        row("戊", "1-1-1", null, "www.sample.example"),
        row("己", "1-1-1", null, "javascript:alert(1)"),
        row("庚", "1-1-1", null, "https://sample.example/e；\nhttps://sample.example/f"),
        row("辛", "1-1-1", "通知.pdf；https://sample.example/g", null),
        row("壬", "1-1-1", null, "视频：https://sample.example/h,1（样例）"),
        row("癸", "1-1-1", "ftp://sample.example/i", "无"),
      ],
    });
    expect(told).toEqual([]);
    expect(rows.map((each) => each.urls.map(({ text }) => text))).toEqual([
      ["http://sample.example/a"],
      ["https://sample.example/b"],
      ["https://sample.example/c?x=1"],
      ["https://sample.example/d"],
      ["http://www.sample.example"],
      [],
      ["https://sample.example/e", "https://sample.example/f"],
      ["https://sample.example/g"],
      ["https://sample.example/h,1"],
      [],
    ]);
    expect(rows.flatMap((each) => each.refused.map(({ text }) => text))).toEqual([
      "javascript:alert(1)",
      "ftp://sample.example/i",
    ]);
    expect(rows.flatMap((each) => each.files.map(({ text }) => text.trim()))).toEqual(["打开", "通知.pdf；"]);
  });

  it("that begin like a formula are text, whatever they say", async () => {
    const hostile = [
      "=cmd|'/c calc'!A1",
      "+1+1",
      "-2-1-1",
      "@SUM(A1)",
      "{=1}",
      "<b>&lt;</b>",
      "\u202e样例",
      '#image("/etc/passwd")',
    ];
    const { rows, told } = await readBook({
      rows: [head, ...hostile.map((text, index) => row(index, text, null, "1-1-1", null, `${String(index)}.pdf`))],
    });
    expect(told).toEqual([]);
    expect(rows.map((each) => each.title)).toEqual(hostile);
  });

  it("hold rich text and line breaks", async () => {
    const { rows } = await readBook({
      rows: [
        head,
        row(
          1,
          { richText: [{ text: "教育" }, { text: "规划", font: { bold: true } }] },
          null,
          "1-1-1",
          null,
          "规划\n（终稿）.pdf",
          "甲\n乙",
        ),
      ],
    });
    expect(rows[0]).toMatchObject({ title: "教育规划", registered: { remark: "甲\n乙" } });
  });
});
