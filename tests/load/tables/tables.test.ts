/** Tables of figures as offices keep them: what is read, and what is told about the rest. */
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readTables } from "../../../src/load/tables/read.ts";
import { printUnit } from "../../../src/model/unit.ts";
import { tempFolder } from "../../support/folders.ts";
import { workbookOf } from "../../support/workbook.ts";
import type { SheetFacts } from "../../support/workbook.ts";

const folder = tempFolder();
let serial = 0;

async function read(files: Readonly<Record<string, string | Buffer>>) {
  serial += 1;
  const root = path.join(folder, String(serial));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, "tables", name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const { value, diagnostics } = await readTables(root);
  const tables = [...value.values()].map(({ name, rows, columns }) => ({
    name,
    rows: rows.map((row) => row.name),
    columns: Object.fromEntries(
      [...columns].map(([key, { unit, values }]) => [key, [unit === null ? null : printUnit(unit), ...values]]),
    ),
  }));
  return {
    tables,
    found: diagnostics.map(
      (each) => `${each.code} ${each.at.file}${each.at.cell === undefined ? "" : `!${each.at.cell}`}`,
    ),
  };
}

const book = async (...sheets: readonly SheetFacts[]) => read({ "小学.xlsx": await workbookOf(...sheets) });

describe("a table in a workbook", () => {
  it("may have a title, a line on units, serial numbers, sums and notes", async () => {
    const { tables, found } = await book({
      name: "样例表",
      merges: ["A1:D1", "A7:D7"],
      rows: [
        ["样例区小学一览表"],
        ["单位：样例区教育局", null, null, "2019年9月"],
        ["序号", "学校名称", "在校学生数（人）", "生均面积（单位：㎡/生）"],
        [1, "样例一小", 500, 5.5],
        [2, "样例二小", 300, { formula: "1200/300", result: 4 }],
        [null, "合  计", 800, 9.5],
        ["注：样例，数字都是编的。"],
      ],
    });
    expect(found).toEqual([]);
    expect(tables).toEqual([
      {
        name: "小学",
        rows: ["样例一小", "样例二小"],
        columns: { 在校学生数: ["人", 500, 300], 生均面积: ["㎡/生", 5.5, 4] },
      },
    ]);
  });

  it("with cells shown as percentages has percentages", async () => {
    const { tables } = await book({
      rows: [
        ["学校", "达标率（%）", "比例", "占比"],
        ["样例一小", 0.85, 0.5, 0.125],
        ["样例二小", 1, 0.25, 0.07],
      ],
      formats: { B: "0.0%", D: "0%" },
    });
    expect(tables[0]?.columns).toEqual({ 达标率: ["%", 85, 100], 比例: [null, 0.5, 0.25], 占比: ["1", 0.125, 0.07] });
  });

  it("keeps a row without figures as a gap, and tells what is no number", async () => {
    const { tables, found } = await book({
      name: "表",
      rows: [
        ["学校", "学生数（人）", "备注"],
        ["样例一小", 500, "样例"],
        ["样例二小"],
        ["样例三小", "三百"],
        ["样例四小", { error: "#N/A" }],
        ["样例五小", "１，２００"],
        ["样例六小", "40%"],
      ],
    });
    expect(tables[0]?.rows).toHaveLength(6);
    expect(tables[0]?.columns).toEqual({ 学生数: ["人", 500, null, null, null, 1200, null] });
    expect(found).toEqual(["B4", "B5", "B7"].map((cell) => `table-value tables/小学.xlsx!表!${cell}`));
  });

  it("is the first sheet with figures; the others are told", async () => {
    const rows = [
      ["学校", "学生数"],
      ["样例一小", 5],
    ];
    const { tables, found } = await book(
      { name: "说明", rows: [["样例"]] },
      { name: "甲", rows },
      { name: "乙", rows },
    );
    expect(tables).toHaveLength(1);
    expect(found).toEqual(["table-sheets tables/小学.xlsx"]);
  });
});

describe("a table in a text file", () => {
  it("may be in GBK, with tabs, with numbers in groups", async () => {
    const text = Buffer.from("d1a7d0a3", "hex");
    const { tables, found } = await read({
      "a.csv": Buffer.concat([text, Buffer.from("\tpupils (persons)\tFloor area [m2]\nx\t1,200\t3.5\ny\t-7\t1e3\n")]),
    });
    expect(found).toEqual([]);
    expect(tables[0]).toMatchObject({
      name: "a",
      columns: { pupils: ["persons", 1200, -7], Floor_area: [null, 3.5, 1000] },
    });
  });

  it("that is none is told, and system files are passed over", async () => {
    const { tables, found } = await read({
      "empty.csv": "",
      "words.csv": "a,b\nc,d\n",
      "old.xls": "x",
      "broken.xlsx": "no workbook",
      "Thumbs.db": "x",
      "~$a.xlsx": "x",
      ".gitkeep": "",
      "sub/甲.csv": "n,x\na,1\n",
      "甲.csv": "n,x\na,1\n",
    });
    expect(tables.map((each) => each.name)).toEqual(["甲"]);
    expect(found).toEqual(
      ["broken.xlsx", "empty.csv", "old.xls", "words.csv", "甲.csv"].map((name) => `table-unreadable tables/${name}`),
    );
  });

  it("without a folder there are no tables", async () => {
    expect(await read({})).toEqual({ tables: [], found: [] });
  });
});
