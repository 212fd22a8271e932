/** Pages of any size on sheets of A4: nothing is lost or enlarged, all is upright, and links move along. */
import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber } from "pdf-lib";
import { describe, expect, it } from "vitest";
import { handmadePdf, pagePdf } from "../../support/handmade-pdf.ts";
import type { DrawnPage } from "../../../src/engines/pdfium-draw.ts";
import { bindOn, inked, prepare, seen } from "../../support/pdf-pages.ts";

const mm = 72 / 25.4;
const strip = 12 * mm;
const [short, long] = [210 * mm, 297 * mm];

/** Squares in the corners and the middle of a box, and one above its foot; in page units. */
const marks = (x: number, y: number, width: number, height: number, foot: boolean): string => {
  const side = Math.min(width, height) / 8;
  const far = { x: x + width - side - 2, y: y + height - side - 2 };
  const squares = [
    [x + 2, far.y],
    [far.x, far.y],
    [x + (width - side) / 2, y + (height - side) / 2],
    ...(foot ? [[x + 2, y + 2] as const, [far.x, y + 2] as const] : []),
  ];
  return `0 0 0 rg ${squares.map(([left = 0, bottom = 0]) => `${String(left)} ${String(bottom)} ${String(side)} ${String(side)} re f`).join(" ")}`;
};

interface Case {
  readonly name: string;
  readonly content: string;
  readonly page: string;
  readonly sheet: readonly [width: number, height: number];
  readonly scale: number;
  /** Is the strip at the foot kept free? */
  readonly above: boolean;
}

const cases: readonly Case[] = [
  {
    name: "a drawing on A3, landscape",
    content: marks(0, 0, 1191, 842, false),
    page: "/MediaBox [0 0 1191 842]",
    sheet: [long, short],
    scale: short / 842,
    above: false,
  },
  {
    name: "a drawing on A3 that is full to its edges",
    content: marks(0, 0, 1191, 842, true),
    page: "/MediaBox [0 0 1191 842]",
    sheet: [long, short],
    scale: (short - strip) / 842,
    above: true,
  },
  {
    name: "A3, landscape by a turn",
    content: marks(0, 0, 842, 1191, true),
    page: "/MediaBox [0 0 842 1191] /Rotate 90",
    sheet: [long, short],
    scale: (short - strip) / 842,
    above: true,
  },
  {
    name: "a letter, upside down by a turn",
    content: marks(0, 0, 612, 792, true),
    page: "/MediaBox [0 0 612 792] /Rotate 180",
    sheet: [short, long],
    scale: short / 612,
    above: true,
  },
  {
    name: "a receipt, in its size",
    content: marks(0, 0, 160, 300, true),
    page: "/MediaBox [0 0 160 300]",
    sheet: [short, long],
    scale: 1,
    above: true,
  },
  {
    name: "a long receipt, turned, that is white where the number comes",
    content: marks(0, 0, 2000, 226, true),
    page: "/MediaBox [0 0 2000 226] /Rotate 270",
    sheet: [short, long],
    scale: long / 2000,
    above: false,
  },
  {
    name: "the cut of a page that begins elsewhere",
    content: marks(300, 150, 900, 500, true),
    page: "/MediaBox [100 100 1500 1000] /CropBox [300 150 1200 650]",
    sheet: [long, short],
    scale: long / 900,
    above: true,
  },
];

describe("a page on A4", () => {
  it.each(cases)("shows $name", async ({ content, page, sheet, scale, above }) => {
    const source = await prepare(pagePdf(content, { page }));
    const [before] = await seen(source.bytes);
    const bound = await bindOn("a4", source);
    const [after] = await seen(bound);
    if (before === undefined || after === undefined) throw new Error("no page");
    expect([after.width, after.height]).toEqual(sheet.map((side) => Math.round(side)));
    const [width, height] = sheet;
    const left = (width - before.width * scale) / 2;
    const room = height - (above ? strip : 0);
    const top = (room - before.height * scale) / 2;
    const faults: unknown[] = [];
    let compared = 0;
    for (let y = 4; y < room - 2; y += 3) {
      for (let x = 4; x < width - 4; x += 3) {
        const from = { x: (x - left) / scale, y: (y - top) / scale };
        const isBeside = from.x < 0 || from.y < 0 || from.x > before.width || from.y > before.height;
        if (isEdge(before, from.x, from.y, 3 / scale)) continue;
        // The number stands in the lower corner.
        if (!above && y > height - strip && x > width / 2) continue;
        compared += 1;
        const wanted = isBeside ? 255 : at(before, from.x, from.y);
        if (Math.abs(at(after, x, y) - wanted) >= 40) faults.push([x, y]);
      }
    }
    expect(faults).toEqual([]);
    expect(compared).toBeGreaterThan(2000);
    const number = inked(after, 0, 0, after.width, Math.floor(strip));
    expect(number).toBeGreaterThan(0.001);
    expect(number).toBeLessThan(above ? 0.03 : 1);
    const only = (await PDFDocument.load(bound)).getPage(0);
    expect(only.getRotation().angle).toBe(0);
  });

  it.each(["", "/Rotate 90"])("leaves A4 as it is, but for a hair: %s", async (turn) => {
    const source = await prepare(pagePdf(marks(150, 200, 300, 400, true), { page: `/MediaBox [0 0 595 842] ${turn}` }));
    const [[before], [after]] = [await seen(source.bytes), await seen(await bindOn("a4", source))];
    if (before === undefined || after === undefined) throw new Error("no page");
    const rows = (one: DrawnPage): Buffer =>
      Buffer.from(one.data.subarray(0, (one.height - Math.ceil(strip)) * one.width * 3));
    expect(rows(after).equals(rows(before))).toBe(true);
  });

  it("shows a page of which a piece of content cannot be unpacked, beside its number", async () => {
    const content = marks(0, 0, 1191, 842, true);
    const pageOf = (contents: string): Buffer =>
      handmadePdf([
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1191 842] /Contents [${contents}] /Resources << >> >>`,
        { dict: "", content },
        { dict: "/Filter /Sealed", content: "none of ours" },
      ]);
    const [plain, sealed] = await Promise.all(
      ["4 0 R", "4 0 R 5 0 R"].map(async (contents) => {
        const bound = await bindOn("a4", await prepare(pageOf(contents)));
        const [drawn] = await seen(bound);
        if (drawn === undefined) throw new Error("no page");
        return drawn;
      }),
    );
    expect(sealed?.width).toBe(plain?.width);
    expect(Buffer.from(sealed?.data ?? []).equals(Buffer.from(plain?.data ?? [1]))).toBe(true);
  });

  it("counts in points what a page measures in units of its own", async () => {
    const page = "/MediaBox [0 0 600 400] /UserUnit 2";
    const bound = await PDFDocument.load(
      await bindOn("a4", await prepare(pagePdf(marks(0, 0, 600, 400, true), { page }))),
    );
    const { width, height } = bound.getPage(0).getSize();
    expect([width, height].map((side) => Math.round(side))).toEqual([long, short].map((side) => Math.round(side)));
    expect(bound.getPage(0).node.has(PDFName.of("UserUnit"))).toBe(false);
  });

  it.each(["", "/Rotate 90", "/Rotate 270"])("moves links and places along: %s", async (turn) => {
    const annotations = [
      "<< /Type /Annot /Subtype /Link /Rect [200 300 260 340] /QuadPoints [200 340 260 340 200 300 260 300] /Border [0 0 0] /Dest [3 0 R /FitR 200 300 260 340] >>",
      "<< /Type /Annot /Subtype /Link /Rect [200 300 260 340] /Border [0 0 0] /Dest (mark) >>",
    ];
    const source = await prepare(
      pagePdf("0 0 0 rg 200 300 60 40 re f", {
        page: `/MediaBox [0 0 1000 1400] /Annots [6 0 R 7 0 R] ${turn}`,
        catalog: "/Names << /Dests << /Names [(mark) [3 0 R /XYZ 200 340 2]] >> >>",
        more: annotations,
      }),
    );
    const bound = await bindOn("a4", source);
    const document = await PDFDocument.load(bound);
    const [drawn] = await seen(bound);
    if (drawn === undefined) throw new Error("no page");
    const link = document.getPage(0).node.Annots()?.lookup(0, PDFDict);
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = numbers(link?.lookup(PDFName.of("Rect"), PDFArray));
    // All of the rectangle is black, and nothing around it.
    const inner = inked(drawn, Math.ceil(x0) + 1, Math.ceil(y0) + 1, Math.floor(x1) - 1, Math.floor(y1) - 1);
    const foot = Math.ceil(strip);
    const outer = inked(drawn, 0, foot, drawn.width, drawn.height) * drawn.width * (drawn.height - foot);
    expect(inner).toBe(1);
    expect(Math.abs(outer - (x1 - x0) * (y1 - y0))).toBeLessThan(70);
    const quads = numbers(link?.lookup(PDFName.of("QuadPoints"), PDFArray));
    expect(
      quads.every((each, index) =>
        (index % 2 === 0 ? [x0, x1] : [y0, y1]).some((side) => Math.abs(side - each) < 0.01),
      ),
    ).toBe(true);
    const goal = link?.lookup(PDFName.of("Dest"), PDFArray);
    expect(String(goal?.get(1))).toBe("/XYZ");
    const corner = turn === "" ? [x0, y1] : turn === "/Rotate 90" ? [x1, y1] : [x0, y0];
    expect(rounded(goal)).toEqual(corner.map((each) => Math.round(each)));
    const names = document.catalog.lookup(PDFName.of("Names"), PDFDict).lookup(PDFName.of("Dests"), PDFDict);
    const named = names.lookup(PDFName.of("Kids"), PDFArray).lookup(0, PDFDict).lookup(PDFName.of("Names"), PDFArray);
    expect(rounded(named.lookup(1, PDFArray))).toEqual(rounded(goal));
  });
});

const numbers = (array: PDFArray | undefined): number[] =>
  (array?.asArray() ?? []).flatMap((each) => (each instanceof PDFNumber ? [each.asNumber()] : []));

const rounded = (array: PDFArray | undefined): number[] => numbers(array).map((each) => Math.round(each));

/** Red of the pixel at a place, from the upper left corner. */
const at = (page: DrawnPage, x: number, y: number): number =>
  page.data[
    (Math.min(Math.max(Math.round(y), 0), page.height - 1) * page.width +
      Math.min(Math.max(Math.round(x), 0), page.width - 1)) *
      3
  ] ?? 255;

/** Is a place of the source beside something, where a smaller drawing may be a pixel off; or near its edge? */
function isEdge(page: DrawnPage, x: number, y: number, reach: number): boolean {
  const steps = [-1, -0.5, 0, 0.5, 1].map((part) => part * reach);
  const around = steps.flatMap((dx) =>
    steps.map((dy) => (isIn(page, x + dx, y + dy) ? at(page, x + dx, y + dy) : 255)),
  );
  return Math.max(...around) - Math.min(...around) > 20;
}

const isIn = ({ width, height }: DrawnPage, x: number, y: number): boolean =>
  x >= 0 && y >= 0 && x < width && y < height;
