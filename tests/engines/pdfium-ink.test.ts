/** Where a page has ink: what a look at the whole band tells of any place in it. */
import { assert, asyncProperty, double, integer } from "fast-check";
import { describe, expect, it } from "vitest";
import { stampBand } from "../../src/engines/pdf/stamp.ts";
import { inkBands, inkIn } from "../../src/engines/pdfium-ink.ts";
import { pagePdf } from "../support/handmade-pdf.ts";

const [width, height] = [595, 842];
const place = { position: "outer", at: "foot" } as const;
const band = stampBand({ width, height }, "original", place);

/** A page with one black rectangle. */
const marked = (left: number, bottom: number, side: number): Buffer =>
  pagePdf(`0 0 0 rg ${[left, bottom, side, side].map(String).join(" ")} re f`, {
    page: `/MediaBox [0 0 ${String(width)} ${String(height)}]`,
  });

const nothing = new Uint8Array();

describe("a band that was looked at", () => {
  it("tells the same of any box in it as a look at the box, without the file", async () => {
    const side = integer({ min: 2, max: 40 });
    await assert(
      asyncProperty(
        integer({ min: 0, max: 560 }),
        integer({ min: 0, max: 60 }),
        side,
        double({ min: 0, max: 500, noNaN: true }),
        async (left, bottom, size, from) => {
          const pdf = marked(left, bottom, size);
          const boxes = [{ ...band, left: from, width: 80 }];
          const bands = await inkBands(pdf, () => band);
          const known = await inkIn(nothing, boxes, bands);
          expect(known).toEqual(await inkIn(pdf, boxes));
        },
      ),
      { numRuns: 60 },
    );
  });

  it("says where on the page its ink is", async () => {
    const [found] = await inkBands(marked(100, 20, 30), () => band);
    expect(found?.runs).toEqual([[100, 130]]);
  });

  it("is of no use for a box elsewhere: the page is looked at", async () => {
    const pdf = marked(100, 400, 30);
    const boxes = [{ bottom: 405, height: 10, left: 105, width: 10 }];
    expect(await inkIn(pdf, boxes, await inkBands(pdf, () => band))).toEqual([true]);
  });

  it("is none where a file does not open", async () => {
    expect(await inkBands(Buffer.from("样例"), () => band)).toEqual([]);
  });
});
