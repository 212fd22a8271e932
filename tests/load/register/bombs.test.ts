/** Workbooks that would take all memory or all day: refused, or read in spite of it. */
import { zipSync, strToU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { repackOoxml } from "../../../src/engines/ooxml.ts";
import { workbookOf } from "../../support/workbook.ts";
import { readBook, readFileAs } from "./registers.ts";

const head = ["材料名称", "指标编号", "文件名"];
const small = await workbookOf({ rows: [head, ["规划", "1-1-1", "规划.pdf"]] });

/** The workbook with one part more, or another one. */
const withPart = (part: string, bytes: Uint8Array): Buffer =>
  Buffer.from(zipSync({ ...unzipSync(small), [part]: bytes }, { level: 9, mtime: new Date(1980, 0, 1) }));

/** The same file with every size in its directory and its headers made small. */
function understated(zip: Buffer): Buffer {
  const bytes = Buffer.from(zip);
  for (
    let at = bytes.indexOf("PK\u0001\u0002", 0, "latin1");
    at >= 0;
    at = bytes.indexOf("PK\u0001\u0002", at + 4, "latin1")
  ) {
    if (bytes.readUInt32LE(at + 24) > 1_000_000) bytes.writeUInt32LE(1000, at + 24);
  }
  return bytes;
}

const reasonOf = async (bytes: Uint8Array): Promise<unknown> =>
  (await readFileAs("登记表.xlsx", bytes)).found.map(({ facts }) => facts);

describe("a workbook that unpacks to very much", () => {
  const bomb = withPart("xl/worksheets/sheet1.xml", new Uint8Array(200 * 1024 * 1024).fill(32));

  it("is small on disk", () => {
    expect(bomb.length).toBeLessThan(1024 * 1024);
  });

  it("is refused by its declared size", async () => {
    expect(await reasonOf(bomb)).toEqual([{ reason: "too-large" }]);
  });

  it("is refused by what it really unpacks to, whatever it declares", async () => {
    expect(await reasonOf(understated(bomb))).toEqual([{ reason: "too-large" }]);
  });

  it("is read when the large part is a picture, which no register needs", async () => {
    const { rows, found } = await readFileAs(
      "登记表.xlsx",
      withPart("xl/media/image1.png", new Uint8Array(200 * 1024 * 1024)),
    );
    expect([rows.length, found]).toEqual([1, []]);
  });

  it("never unpacks more than the limit, part by part", () => {
    const zip = Buffer.from(zipSync({ "a.xml": strToU8("a".repeat(900)), "b.xml": strToU8("b".repeat(900)) }));
    const keep = (): boolean => true;
    const edit = (_: string, xml: string): string => xml;
    expect(repackOoxml(zip, { limit: 1800, keep, edit }).ok).toBe(true);
    expect(repackOoxml(zip, { limit: 1799, keep, edit })).toEqual({ ok: false, reason: "too-large" });
  });
});

describe("a workbook of very many cells", () => {
  it("is refused over 20,000 rows", async () => {
    const rows = Array.from({ length: 20_100 }, (_, index) => [`甲${String(index)}`]);
    expect((await readBook({ rows: [head, ...rows] })).found.map(({ facts }) => facts)).toEqual([
      { reason: "too-large" },
    ]);
  });

  it("of 5,000 items is read", async () => {
    const rows = Array.from({ length: 5000 }, (_, index) => [
      `材料${String(index)}`,
      "1-1-1、1-1-2",
      `${String(index)}.pdf`,
    ]);
    const { rows: read, found } = await readBook({ rows: [head, ...rows] });
    expect([read.length, found]).toEqual([5000, []]);
  });

  it("merged over whole columns is read as far as it says something", async () => {
    const sheet = Buffer.from(unzipSync(small)["xl/worksheets/sheet1.xml"] ?? []).toString();
    const merged = sheet.replace(
      "</sheetData>",
      '</sheetData><mergeCells count="1"><mergeCell ref="D1:XFD1048576"/></mergeCells>',
    );
    expect(merged).not.toBe(sheet);
    const { rows, found } = await readFileAs("登记表.xlsx", withPart("xl/worksheets/sheet1.xml", strToU8(merged)));
    expect([rows.length, found]).toEqual([1, []]);
  });

  it("with a check over a whole column, comments and a table is read", async () => {
    const { rows, found } = await readBook({
      rows: [head, ["规划", "1-1-1", "规划.pdf"]],
      change: (sheet) => {
        sheet.getCell("A2").note = "样例";
        sheet.getCell("B2").dataValidation = { type: "list", formulae: ['"1-1-1,1-1-2"'] };
        sheet.addTable({ name: "T", ref: "F1", columns: [{ name: "x" }], rows: [["1"]] });
      },
    });
    expect([rows.length, found.map(({ code }) => code)]).toEqual([1, ["register-column"]]);
  });

  it("whose XML makes entities out of entities is refused", async () => {
    const bomb = '<!DOCTYPE x [<!ENTITY a "样例样例"><!ENTITY b "&a;&a;&a;&a;">]><worksheet>&b;</worksheet>';
    const { rows } = await readFileAs("登记表.xlsx", withPart("xl/worksheets/sheet1.xml", strToU8(bomb)));
    expect(rows).toEqual([]);
  });

  it("cut short anywhere never throws", async () => {
    for (let length = 0; length < small.length - 22; length += 251) {
      const { found } = await readFileAs("登记表.xlsx", small.subarray(0, length));
      expect(found.map(({ code }) => code)).toEqual(["register-unreadable"]);
    }
  });
});
