/** Texts and tables far longer than anybody prints: as much is handed on as shows that there is more. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { readCsv } from "../../../src/engines/csv.ts";
import { readOoxmlPart } from "../../../src/engines/ooxml.ts";
import type { Engine } from "../../../src/render/convert/engine.ts";
import { prepare } from "../../../src/render/convert/prepare.ts";
import { textAsOdt } from "../../../src/render/convert/text-page.ts";
import { tempFolder } from "../../support/folders.ts";

const folder = tempFolder();
const engine: Engine = { id: "none", toPdf: () => Promise.resolve(null), close: () => Promise.resolve() };

/** What the engine is handed for a file: its format and its bytes. */
async function handedOn(text: string, format: string, pageLimit: number): Promise<{ format: string; bytes: Buffer }> {
  const file = path.join(folder, `sample.${format}`);
  writeFileSync(file, text);
  const made = await prepare({ file, format, sha256: "" }, path.join(folder, "made"), { engine, pageLimit });
  if (!made.ok) throw new Error(made.failure);
  return { format: made.value.format, bytes: readFileSync(made.value.input) };
}

const sheetOf = async (bytes: Buffer): Promise<exceljs.Worksheet> => {
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer);
  const [sheet] = workbook.worksheets;
  if (sheet === undefined) throw new Error("no sheet");
  return sheet;
};

const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");
const cells = (count: number, row: number): string =>
  Array.from({ length: count }, (_, index) => `${String(row)}-${String(index)}`).join(",");

describe("a plain text", () => {
  const content = (text: string, pages: number): string =>
    readOoxmlPart(textAsOdt(Buffer.from(text), pages), "content.xml") ?? "";

  it("of many lines fills more pages than are wanted, not many more", () => {
    const count = content("样例\n".repeat(100_000), 2).split("<text:p>").length;
    expect([count > 3 * 46, count < 500]).toEqual([true, true]);
  });

  it("without line ends too", () => {
    const { length } = content("i".repeat(5_000_000), 2);
    expect([length > 3 * 6000, length < 100_000]).toEqual([true, true]);
  });

  it("that fits is whole", () => {
    expect(
      content(
        lines(60, (index) => `第${String(index)}行`),
        2,
      ),
    ).toContain("第59行");
  });
});

describe("a text table", () => {
  it("of many rows fills more pages than are wanted", async () => {
    const sheet = await sheetOf(
      (
        await handedOn(
          lines(5000, (row) => cells(3, row)),
          "csv",
          2,
        )
      ).bytes,
    );
    expect(sheet.rowCount).toBe(240);
  });

  it("of many columns keeps them all, and of its rows those that fill as many pages", async () => {
    const sheet = await sheetOf(
      (
        await handedOn(
          lines(400, (row) => cells(150, row)),
          "csv",
          2,
        )
      ).bytes,
    );
    expect([sheet.columnCount, sheet.rowCount]).toEqual([150, 48]);
    expect(sheet.getCell(48, 150).value).toBe("47-149");
  });

  it("with a cell, a row or columns beyond what spreadsheets hold is printed as text", async () => {
    expect((await handedOn(`a,b\n1,${"x".repeat(40_000)}`, "csv", 2)).format).toBe("odt");
    expect(readCsv(`a,b\n${"x".repeat(2_000_000)}`, 10)).toBeNull();
    expect(readCsv(cells(20_000, 1), 10)).toBeNull();
    expect(readCsv(`a,b\n1,${"x".repeat(30_000)}`, 10)).toHaveLength(2);
  });
});
