/** Columns that nobody has given a width, as where a program wrote the sheet, show all that stands in them. */
import type { Worksheet } from "exceljs";
import { expect, it } from "vitest";
import { readOoxmlPart, withParts } from "../../../src/engines/ooxml.ts";
import { withPageSetup } from "../../../src/render/convert/sheet-page.ts";
import { listsSample } from "./samples.ts";

const part = "xl/worksheets/sheet1.xml";

const xmlOf = (bytes: Uint8Array): string => readOoxmlPart(withPageSetup(bytes) ?? bytes, part) ?? "";

/** Widths by column, in whole characters. */
const widthsOf = (xml: string): Record<string, number> =>
  Object.fromEntries(
    [...xml.matchAll(/<col min="(\d+)" max="\d+" width="([\d.]+)"/gu)].map(([, column, width]) => [
      column,
      Math.round(Number(width)),
    ]),
  );

const phone = "13900000000";
const address = "样例县样例街道样例路一号某栋某单元";

it.each<[string, (sheet: Worksheet) => void, Record<string, number>]>([
  ["usual words", () => undefined, {}],
  [
    "a number as text, and a long text in the last column",
    (sheet) => void sheet.addRow([phone, address]),
    { 1: 13, 2: 36 },
  ],
  ["a number", (sheet) => void (sheet.getCell("A2").value = 13_900_000_000), { 1: 13 }],
  ["a day", (sheet) => void (sheet.getCell("A2").value = new Date(Date.UTC(2019, 9, 31))), { 1: 13 }],
  ["lines of a cell", (sheet) => void (sheet.getCell("A2").value = `样例\n${phone}`), { 1: 13 }],
  [
    "a text of several looks",
    (sheet) => void (sheet.getCell("A2").value = { richText: [{ text: "样例县" }, { text: "样例街道" }] }),
    { 1: 16 },
  ],
  ["a title that may run on", (sheet) => void sheet.insertRow(1, [address]), {}],
  ["a long title beside another cell", (sheet) => void sheet.insertRow(1, [address, "样例"]), { 1: 36 }],
  ["a very long text", (sheet) => void sheet.addRow(["样例", address.repeat(20)]), { 2: 100 }],
  [
    "a title over joined cells",
    (sheet) => {
      sheet.insertRow(1, [address, ""]);
      sheet.mergeCells("A1:B1");
    },
    {},
  ],
  [
    "columns that have a width",
    (sheet) => {
      sheet.addRow([phone, address]);
      sheet.getColumn(1).width = 5;
    },
    { 1: 5 },
  ],
  [
    "a sheet whose page the author has set up",
    (sheet) => {
      sheet.addRow([phone, address]);
      sheet.pageSetup.orientation = "landscape";
    },
    {},
  ],
])("%s", async (_, edit, widths) => {
  expect(widthsOf(xmlOf(await listsSample({ 样例: edit }, 3)))).toEqual(widths);
});

it("texts inside the sheet count as well, with their signs as entities", async () => {
  const bytes = await listsSample({ 样例: () => undefined }, 2);
  const cell = `<c r="B2" t="inlineStr"><is><t>${"&#26679;".repeat(12)}</t></is></c>`;
  const xml = (readOoxmlPart(bytes, part) ?? "").replace(/<c r="B2".*?<\/c>/u, cell);
  expect(widthsOf(xmlOf(withParts(bytes, new Map([[part, xml]]))))).toEqual({ 2: 26 });
});

it("a sheet that becomes wide by it stands sideways", async () => {
  const wide = (sheet: Worksheet): void => void sheet.addRow([address, address, address, address]);
  expect(xmlOf(await listsSample({ 样例: wide }, 3))).toContain(`orientation="landscape"`);
});
