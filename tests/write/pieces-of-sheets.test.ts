/** Sheets of a long appendix are drawn in pieces; they are the pages that one piece would be. */
import { describe, expect, it } from "vitest";
import { typeset } from "../../src/engines/typst.ts";
import type { IndexData, SheetData } from "../../src/write/appendix-sheets.ts";
import { guessedPages } from "../../src/write/index-length.ts";
import { measuredSheets, partsOf, piecesOf, SheetDrawer } from "../../src/write/sheets.ts";
import type { Typesetter } from "../../src/write/sheets.ts";
import { looksOf } from "../support/looks.ts";

const looks = await looksOf("zh-CN");

const column = (title: string, share: number): IndexData["columns"][number] => ({ title, share, align: "left" });

function indexOf(sections: number, rowsEach: number, name = "样例材料"): IndexData {
  const rows = Array.from({ length: sections }, (_, section) => [
    { type: "section" as const, text: `${String(section + 1)} 样例部分` },
    ...Array.from({ length: rowsEach }, (__, row) => ({
      type: "exhibit" as const,
      cells: [`${String(section + 1)}-1-1-${String(row)}`, `${name}${String(row)}`, String(row)],
      target: "evipack:index",
    })),
  ]).flat();
  return {
    id: "index",
    title: "样例目录",
    columns: [column("附件号", 0.2), column("材料", 0.6), column("页码", 0.2)],
    rows,
  };
}

/** With what else the template reads of it. */
function divider(code: string): SheetData["dividers"][number] {
  const back = { text: "返回目录", target: "evipack:index" };
  const read = { id: code, code, path: ["样例"], title: "样例指标", lines: [], columns: [], back, rows: [] };
  return read;
}

function sheetsOf(index: IndexData, dividers: number): SheetData {
  return {
    style: looks.style,
    language: "zh-CN",
    date: [2019, 10, 31],
    title: "样例",
    marks: [],
    cover: { title: "样例", subtitle: null, lines: [], date: "2019年10月31日", marks: [] },
    indexes: [index],
    dividers: Array.from({ length: dividers }, (_, at) => divider(`1-${String(at + 1)}`)),
    frames: [],
    blanks: [],
    closing: null,
    cards: [],
  };
}

const set: Typesetter = (template, data, label) => typeset(template, data, label, { standard: null });

describe("the sheets of an appendix", () => {
  it("are one piece when they are few", () => {
    const data = sheetsOf(indexOf(2, 100), 3);
    expect(piecesOf(data)).toEqual([data]);
  });

  it("are several when they are many: cover, list, and so many dividers at a time", () => {
    const pieces = piecesOf(sheetsOf(indexOf(2, 100), 130));
    const inside = pieces.map(({ cover, indexes, dividers }) => [cover !== null, indexes.length, dividers.length]);
    expect(inside).toEqual([
      [true, 0, 0],
      [false, 1, 0],
      [false, 0, 60],
      [false, 0, 60],
      [false, 0, 10],
    ]);
  });

  it("begin each section of a long list on a page of its own, and lose no row", () => {
    const index = indexOf(3, 200);
    const parts = partsOf(index);
    expect(parts.flatMap(({ rows }) => rows)).toEqual(index.rows);
    expect(parts.map(({ title }) => title)).toEqual(["样例目录", null, null]);
  });

  it("have the pages that they have in one piece", { timeout: 60_000 }, async () => {
    const data = sheetsOf(indexOf(2, 100), 61);
    const measure = async (pieces: readonly SheetData[]): Promise<unknown> => {
      const drawer = new SheetDrawer(set);
      const drawn = [];
      for (const piece of pieces) drawn.push(await drawer.draw(piece));
      return measuredSheets(drawn);
    };
    const whole = await measure([data]);
    expect(whole).toMatchObject({ cover: 1 });
    expect(await measure(piecesOf(data))).toEqual(whole);
  });

  it("are drawn once as long as nothing on them changes", async () => {
    let count = 0;
    const drawer = new SheetDrawer(() => {
      count += 1;
      return Promise.resolve({ pdf: new Uint8Array(), pages: 1, marks: [], missing: ["〓"] });
    });
    const data = sheetsOf(indexOf(1, 1), 1);
    for (let round = 0; round < 3; round += 1) {
      drawer.turn();
      await drawer.draw(data);
    }
    await drawer.draw({ ...data, title: "another" });
    expect(count).toBe(2);
    expect([...drawer.missing]).toEqual(["〓"]);
  });
});

describe("the guess at the length of a list", () => {
  it.each([
    [1, 20, "样例材料"],
    [3, 60, "样例材料"],
    [2, 90, "样例材料的名称很长而要写成好几行才写得下，因为它说明了材料的内容、时间和来源"],
  ])("of %i sections with %i rows each is hardly off", async (sections, rows, name) => {
    const index = indexOf(sections, rows, name);
    const pages = measuredSheets([await new SheetDrawer(set).draw(sheetsOf(index, 0))]);
    expect(Math.abs(guessedPages(index, looks.style) - pages.index)).toBeLessThanOrEqual(1);
  });
});
