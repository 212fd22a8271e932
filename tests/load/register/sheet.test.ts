/** Registers as they really come: titles above, notes below, merged cells, several sheets, odd cells. */
import { describe, expect, it } from "vitest";
import type { CellValue } from "../../support/workbook.ts";
import { codesOf, readBook, readFileAs } from "./registers.ts";

const head: readonly CellValue[] = ["序号", "材料名称", "文号", "指标编号", "形成日期", "文件名", "备注"];
const row = (...cells: readonly CellValue[]): readonly CellValue[] => cells;

describe("the header", () => {
  it("may stand below a title and a note, its columns in any order", async () => {
    const { rows, told } = await readBook({
      rows: [
        row("样例区创建学习型城市材料登记表", null, null),
        row("填报部门：教育局", null, "填报日期：2019年9月1日"),
        row("文件名", "指  标", "名称", "页数"),
        row("规划.pdf", "1-1-1", "教育规划", 12),
      ],
      merges: ["A1:C1"],
    });
    expect(told).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ title: "教育规划", files: [{ text: "规划.pdf" }] });
    expect(codesOf(rows)).toEqual(["1-1-1"]);
    expect(rows[0]?.registered.at.cell).toBe("登记表!C4");
  });

  it("may have two lines, the upper one gathering columns", async () => {
    const { rows, told } = await readBook({
      rows: [
        row("材料名称", "文件名", "照片说明", null, null),
        row(null, null, "地点", "人物", "主题"),
        row("联席会议照片", "照片.jpg", "区行政中心", "成员单位", "联席会议"),
      ],
      merges: ["A1:A2", "B1:B2", "C1:E1"],
    });
    expect(told).toEqual([]);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.registered).toMatchObject({
      place: "区行政中心",
      people: "成员单位",
      theme: "联席会议",
      caption: "",
    });
  });

  it("may be in English", async () => {
    const { rows, told } = await readBook({
      rows: [
        row("No.", "Indicator", "Title", "File name", "Date", "Kept at"),
        row(1, "1-1-1", "Plan", "plan.pdf", "5 March 2019", "Archive"),
      ],
    });
    expect(told).toEqual([]);
    expect(rows[0]).toMatchObject({ title: "Plan", formed: "2019-03-05", registered: { keptAt: "Archive" } });
  });

  it("tells a column it does not know once, with the heading that was meant", async () => {
    const { rows, found, told } = await readBook({
      rows: [
        row("材料名称", "文件名", "文号码"),
        row("规划", "规划.pdf", "样教〔2018〕3号"),
        row("纪要", "纪要.pdf", null),
      ],
    });
    expect(told).toEqual(["register-column @ 登记表!C1"]);
    expect(found[0]?.facts).toEqual({ heading: "文号码", nearest: "文号" });
    expect(rows.map((each) => each.docNumber)).toEqual(["", ""]);
  });

  it("that is nowhere is told, sheets named", async () => {
    const { rows, told, found } = await readBook({ rows: [row("甲", "乙")] }, { rows: [] });
    expect([rows, told]).toEqual([[], ["register-no-header @ "]]);
    expect(found[0]?.facts).toEqual({ sheets: ["登记表", "登记表2"] });
  });

  it("is looked for in every sheet; sheets without one are passed over", async () => {
    const { rows, told } = await readBook(
      { name: "填表说明", rows: [row("每件材料填一行"), row("指标编号按任务分解表填写")] },
      { name: "2018年", rows: [head, row(1, "纪要甲", null, "1-1-2", 2018, "甲.pdf")] },
      { name: "2019年", rows: [head, row(1, "纪要乙", null, "1-1-2", 2019, "乙.pdf")] },
    );
    expect(told).toEqual([]);
    expect(rows.map((each) => [each.title, each.formed, each.registered.at.cell])).toEqual([
      ["纪要甲", "2018", "2018年!B2"],
      ["纪要乙", "2019", "2019年!B2"],
    ]);
  });
});

describe("rows", () => {
  it("without content, sums, notes, headings across the sheet and a header printed again are no items", async () => {
    const { rows, told } = await readBook({
      rows: [
        head,
        row("一、基本条件", null, null, null, null, null, null),
        row(1, "规划", null, "1-1-1", null, "规划.pdf"),
        row(2, null, null, null, null, null),
        row(null, null, null, null, null, null),
        head,
        row(3, "纪要", null, "1-1-2", null, "纪要.pdf"),
        row("合计", "2件", null, null, null, null),
        row("注：指标编号按任务分解表填写", null),
        row("填表人：样例科", null, null, "联系电话：样例", null),
        row(null, "审核：样例", null),
      ],
      merges: ["A2:G2"],
    });
    expect(told).toEqual([]);
    expect(rows.map((each) => each.title)).toEqual(["规划", "纪要"]);
  });

  it("that are hidden are read like others", async () => {
    const { rows } = await readBook({ rows: [head, row(1, "规划", null, "1-1-1", null, "规划.pdf")], hidden: [2] });
    expect(rows).toHaveLength(1);
  });

  it("under one merged indicator have it each, and a fault of it is told once", async () => {
    const { rows, told } = await readBook({
      rows: [
        head,
        row(1, "通知", null, "1-1-2", null, "通知.pdf"),
        row(2, "纪要", null, null, null, "纪要.pdf"),
        row(3, "甲", null, "1-1-7", null, "甲.pdf"),
        row(4, "乙", null, null, null, "乙.pdf"),
      ],
      merges: ["D2:D3", "D4:D5"],
    });
    expect(codesOf(rows)).toEqual(["1-1-2", "1-1-2", "", ""]);
    expect(told).toEqual(["register-code @ 登记表!D4"]);
  });

  it("under one merged title are one item with all their files", async () => {
    const { rows } = await readBook({
      rows: [
        head,
        row(1, "联席会议", null, "1-1-2", "2019-03-12", "通知.pdf"),
        row(null, null, null, null, null, "签到表.xlsx"),
        row(null, null, null, "1-1-1", null, "照片.jpg"),
        row(2, "规划", null, "1-1-1", null, "规划.pdf"),
      ],
      merges: ["B2:B4"],
    });
    expect(rows.map((each) => each.files.map(({ text }) => text))).toEqual([
      ["通知.pdf", "签到表.xlsx", "照片.jpg"],
      ["规划.pdf"],
    ]);
    expect(codesOf(rows)).toEqual(["1-1-2 1-1-1", "1-1-1"]);
  });
});

describe("a workbook that is not as it should be", () => {
  it.each([
    ["nothing", Buffer.alloc(0), "corrupt"],
    ["noise", Buffer.from("PK\u0003\u0004 样例 样例 样例"), "corrupt"],
    ["an OLE file", Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]), "old-format"],
    [
      "an OLE file with an encrypted package",
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      "encrypted",
    ],
  ] as const)("is told when it holds %s", async (_, bytes, reason) => {
    const { rows, found } = await readFileAs("登记表.xlsx", bytes);
    expect(rows).toEqual([]);
    expect(found.map(({ code, facts }) => [code, facts])).toEqual([["register-unreadable", { reason }]]);
  });
});
