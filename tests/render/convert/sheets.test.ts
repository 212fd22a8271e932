/** What a workbook gets before it is printed: heads that come again, names of sheets, columns of a table. */
import exceljs from "exceljs";
import type { Worksheet } from "exceljs";
import { describe, expect, it } from "vitest";
import { readOoxmlPart, withParts } from "../../../src/engines/ooxml.ts";
import { writeTable } from "../../../src/engines/xlsx.ts";
import { withPageSetup } from "../../../src/render/convert/sheet-page.ts";
import { listsSample } from "./samples.ts";

const bold = (sheet: Worksheet, row: number): void => {
  sheet.getRow(row).eachCell((cell) => {
    cell.font = { bold: true };
  });
};

const fill = (sheet: Worksheet, row: number): void => {
  sheet.getRow(row).eachCell((cell) => {
    cell.fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFDDDDDD" } };
  });
};

describe("the head of a list", () => {
  it.each<[string, (sheet: Worksheet) => void, string]>([
    ["bold", (sheet) => bold(sheet, 1), "$1:$1"],
    ["with a background", (sheet) => fill(sheet, 1), "$1:$1"],
    ["of two rows", (sheet) => [1, 2].forEach((row) => fill(sheet, row)), "$1:$2"],
    [
      "below a title",
      (sheet) => {
        sheet.insertRow(1, ["样例表"]);
        [1, 2].forEach((row) => bold(sheet, row));
      },
      "$2:$2",
    ],
    ["above a frozen line", (sheet) => void (sheet.views = [{ state: "frozen", ySplit: 3 }]), "$1:$3"],
    ["with a filter", (sheet) => void (sheet.autoFilter = "A2:B9"), "$2:$2"],
    ["that the author named", (sheet) => void (sheet.pageSetup.printTitlesRow = "1:4"), "$1:$4"],
  ])("%s comes again", async (_, edit, rows) => {
    const bytes = await listsSample({ "甲'乙 & 丙": edit }, 9);
    const workbook = readOoxmlPart(withPageSetup(bytes) ?? bytes, "xl/workbook.xml") ?? "";
    const names = [...workbook.matchAll(/<definedName name="_xlnm.Print_Titles" localSheetId="0">([^<]*)</gu)];
    expect(names.map(([, value = ""]) => value.replace(/^.*!/u, ""))).toEqual([rows]);
  });

  it.each<[string, (sheet: Worksheet) => void]>([
    ["that looks like its rows", () => undefined],
    ["in a list that is bold all over", (sheet) => sheet.eachRow((_, row) => bold(sheet, row))],
    ["bold in part", (sheet) => void (sheet.getCell("A1").font = { bold: true })],
    ["of half a page", (sheet) => void (sheet.views = [{ state: "frozen", ySplit: 20 }])],
  ])("%s does not", async (_, edit) => {
    const edited = withPageSetup(await listsSample({ 样例: edit }, 9));
    expect(readOoxmlPart(edited ?? new Uint8Array(), "xl/workbook.xml")).not.toContain("Print_Titles");
  });

  it("is written for the sheet that it belongs to, beside names of the author's own", async () => {
    const lists = { 甲: () => undefined, "乙'丙": (sheet: Worksheet) => bold(sheet, 1) };
    const bytes = await listsSample({ ...lists, 丁: (sheet) => void (sheet.pageSetup.printArea = "A1:B3") }, 9);
    const workbook = readOoxmlPart(withPageSetup(bytes) ?? bytes, "xl/workbook.xml") ?? "";
    expect(workbook.match(/<definedNames>/gu)).toHaveLength(1);
    expect(workbook).toContain(`localSheetId="1">'乙''丙'!$1:$1</definedName></definedNames>`);
    expect(workbook).toContain("_xlnm.Print_Area");
  });
});

describe("the name of a sheet", () => {
  const header = (bytes: Uint8Array | null, sheet: number): string | undefined =>
    /<oddHeader>([^<]*)</u.exec(
      readOoxmlPart(bytes ?? new Uint8Array(), `xl/worksheets/sheet${String(sheet)}.xml`) ?? "",
    )?.[1];
  const plain = (): undefined => undefined;

  it("stands on its pages where there are several", async () => {
    const edited = withPageSetup(await listsSample({ 甲: plain, 乙: plain }, 3));
    expect([header(edited, 1), header(edited, 2)]).toEqual(Array(2).fill(`&amp;L&amp;"宋体,Regular"&amp;9&amp;A`));
  });

  it("is not needed where the others are empty or hidden", async () => {
    const one = await listsSample({ 甲: plain, 乙: (sheet) => void (sheet.state = "hidden") }, 3);
    expect(header(withPageSetup(one), 1)).toBeUndefined();
    const blank = await listsSample({ 甲: (sheet) => void sheet.addRow(["样例", 1]), 乙: plain }, 0);
    expect(header(withPageSetup(blank), 1)).toBeUndefined();
  });

  it("stands above a footer of the author's own, and in place of an empty header", async () => {
    const footer = (sheet: Worksheet): void => {
      sheet.headerFooter.oddFooter = "&C第 &P 页";
    };
    const bytes = await listsSample({ 甲: footer, 乙: plain }, 3);
    const part = "xl/worksheets/sheet1.xml";
    const [, without = ""] = /(<headerFooter>.*<\/headerFooter>)/u.exec(readOoxmlPart(bytes, part) ?? "") ?? [];
    const withEmpty = without.replace("<headerFooter>", "<headerFooter><oddHeader></oddHeader>");
    const xml = (readOoxmlPart(bytes, part) ?? "").replace(without, withEmpty);
    const edited = readOoxmlPart(withPageSetup(withParts(bytes, new Map([[part, xml]]))) ?? bytes, part) ?? "";
    expect(edited.match(/<oddHeader>/gu)).toHaveLength(1);
    expect(edited).toContain("&amp;A</oddHeader><oddFooter>&amp;C第 &amp;P 页</oddFooter></headerFooter>");
  });

  it("leaves a header of the author's own, and a page without room for one", async () => {
    const own = (sheet: Worksheet): void => {
      sheet.headerFooter.oddHeader = "&C样例";
    };
    const narrow = (sheet: Worksheet): void => {
      sheet.pageSetup.orientation = "landscape";
      sheet.pageSetup.margins = { left: 0.1, right: 0.1, top: 0.2, bottom: 0.2, header: 0.2, footer: 0.2 };
    };
    const edited = withPageSetup(await listsSample({ 甲: own, 乙: narrow, 丙: plain }, 3));
    expect([1, 2, 3].map((sheet) => header(edited, sheet)?.includes("&amp;A"))).toEqual([false, undefined, true]);
  });
});

describe("a table of cells", () => {
  const read = async (rows: readonly (readonly string[])[], across = 140): Promise<Worksheet> => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.load((await writeTable(rows, { across })).buffer as ArrayBuffer);
    const [sheet] = workbook.worksheets;
    if (sheet === undefined) throw new Error("no sheet");
    return sheet;
  };
  const widths = (sheet: Worksheet): number[] => sheet.columns.map(({ width = 0 }) => Math.round(width));

  it.each<[string, readonly (readonly string[])[], boolean]>([
    [
      "names",
      [
        ["项目", "数量"],
        ["样例", "1"],
      ],
      true,
    ],
    [
      "a number",
      [
        ["项目", "2019"],
        ["样例", "1"],
      ],
      false,
    ],
    [
      "an empty cell",
      [
        ["项目", ""],
        ["样例", "1"],
      ],
      false,
    ],
    [
      "a name twice",
      [
        ["项目", "项目"],
        ["样例", "1"],
      ],
      false,
    ],
    ["too few cells", [["样例表"], ["样例", "1"]], false],
    ["nothing below", [["项目", "数量"]], false],
  ])("has a head of its first row: %s", async (_, rows, head) => {
    expect((await read(rows)).getCell("A1").font.bold ?? false).toBe(head);
  });

  it("has columns as wide as they need, and the widest give way first", async () => {
    const rows = [["短", "社区教育".repeat(5), "学习型城市样例".repeat(20)]];
    expect(widths(await read(rows))).toEqual([6, 40, 40]);
    expect(widths(await read(rows, 66))).toEqual([6, 30, 30]);
    expect(widths(await read(rows, 10))).toEqual([6, 40, 40]);
  });
});
