/** Page numbers never cover what is printed: a page that is full at its foot is drawn smaller above them. */
import { deflateSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { line, pagePdf } from "../../support/handmade-pdf.ts";
import type { DrawnPage } from "../../../src/engines/pdfium-draw.ts";
import type { StampPlace } from "../../../src/model/workspace.ts";
import { bind, bindStamped, inked, prepare, seen } from "../../support/pdf-pages.ts";

const mm = 72 / 25.4;
const strip = 12 * mm;
const pixels = Math.floor(strip);

/** A dark square near the upper left corner and one at the outer edge of the foot, as the page is seen. */
const turns: Readonly<Record<string, string>> = {
  "0": "0 0 0 rg 20 340 30 30 re f 220 14 60 16 re f",
  "90": "0 0 0 rg 30 20 30 30 re f 270 320 16 60 re f",
  "180": "0 0 0 rg 250 30 30 30 re f 20 370 60 16 re f",
  "270": "0 0 0 rg 240 350 30 30 re f 14 20 16 60 re f",
};

const foot = Buffer.from("0 0 0 rg 220 14 60 16 re f 20 340 30 30 re f\n");

/** Share of dark pixels of the page between two heights (points from the foot). */
const dark = (page: DrawnPage | undefined, bottom: number, top: number): number =>
  page === undefined ? 0 : inked(page, 0, bottom, page.width, top);

describe("a page number", () => {
  it.each(Object.entries(turns))("leaves a free strip where the page was full, turned by %s", async (turn, content) => {
    const source = await prepare(pagePdf(content, { page: `/Rotate ${turn}` }));
    const [before] = await seen(source.bytes);
    const [after] = await seen(await bind(source));
    if (before === undefined || after === undefined) throw new Error("no page");
    const { width, height } = after;
    expect([width, height]).toEqual([before.width, before.height]);
    const scale = (height - strip) / height;
    // As much ink as before, but for the smaller scale, and all of it above the strip; below it only the number.
    const whole = dark(before, 0, height) * scale * scale;
    expect(Math.abs(dark(after, pixels, height) - (whole * height) / (height - strip))).toBeLessThan(0.002);
    expect(dark(after, 0, pixels)).toBeGreaterThan(0.001);
    expect(dark(after, 0, pixels)).toBeLessThan(0.03);
    // The picture is the source, smaller: each place of it is as dark as the place that it came from.
    for (let y = 4; y < height - strip; y += 3) {
      for (let x = 4; x < width; x += 3) {
        const from = { x: width / 2 + (x - width / 2) / scale, y: y / scale };
        if (isEdge(before, from.x, from.y)) continue;
        expect(Math.abs(at(after, x, y) - at(before, from.x, from.y))).toBeLessThan(40);
      }
    }
  });

  it.each([
    ["twice", { dict: "/Filter [/FlateDecode /FlateDecode]", content: deflateSync(deflateSync(foot)) }],
    [
      "with a predictor",
      {
        dict: `/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${String(foot.length)} >>`,
        // Each row begins with its predictor: 2 adds the row above, and there is none.
        content: deflateSync(Buffer.concat([Buffer.from([2]), foot])),
      },
    ],
  ])("leaves a free strip on a page whose content is packed %s", async (_, content) => {
    // With a link the page is written anew, its content in pieces.
    const link = "<< /Type /Annot /Subtype /Link /Rect [0 0 5 5] /Border [0 0 0] >>";
    const source = await prepare(pagePdf(content, { page: "/Annots [6 0 R]", more: [link] }));
    const [before] = await seen(source.bytes);
    const [after] = await seen(await bind(source));
    expect(dark(before, 0, pixels)).toBeGreaterThan(0.05);
    expect(dark(after, 0, pixels)).toBeLessThan(0.03);
    expect(dark(after, pixels, 400)).toBeGreaterThan(0.005);
  });

  it("leaves a page as it is that has room, even with a number of its own in the middle of its foot", async () => {
    const source = await prepare(pagePdf(`${line("sample", 60, 300)} ${line("7", 145, 24, 10)}`));
    const [[before], [after]] = [await seen(source.bytes), await seen(await bind(source))];
    if (before === undefined || after === undefined) throw new Error("no page");
    const above = (page: DrawnPage) => Buffer.from(page.data.subarray(0, (page.height - pixels) * page.width * 3));
    expect(above(after).equals(above(before))).toBe(true);
    expect(inked(after, 140, 18, 160, 36)).toBe(inked(before, 140, 18, 160, 36));
  });
});

const places = (["outer", "left", "center", "right"] as const).flatMap((position) =>
  (["foot", "head"] as const).map((at): StampPlace => ({ position, at })),
);

describe.each(places)("a number at $position of the $at", (place) => {
  it.each(["0", "90", "180", "270"])("stands there, upright, on a page that is turned by %s", async (turn) => {
    const source = await prepare(pagePdf("", { page: `/Rotate ${turn}` }));
    const [page] = await seen(await bindStamped(place, "original", source));
    if (page === undefined) throw new Error("no page");
    const { width, height } = page;
    // The first page is a right-hand one.
    const third = { left: 0, center: 1, right: 2, outer: 2 }[place.position];
    const [bottom, top] = place.at === "foot" ? [0, pixels] : [height - pixels, height];
    const ink = [0, 1, 2].map((at) => inked(page, (at * width) / 3, bottom, ((at + 1) * width) / 3, top));
    expect(ink.map((each) => each > 0.005)).toEqual([0, 1, 2].map((at) => at === third));
    expect(inked(page, 0, 0, width, height) * height).toBeCloseTo(
      inked(page, 0, bottom, width, top) * (top - bottom),
      1,
    );
    // Lying figures would be higher than they are wide.
    expect(ink[third]).toBeLessThan(0.1);
  });

  it("leaves a free strip where the page was full", async () => {
    const black = "0 0 0 rg 0 0 300 400 re f";
    const [page] = await seen(await bindStamped(place, "original", await prepare(pagePdf(black))));
    if (page === undefined) throw new Error("no page");
    const { width, height } = page;
    const [bottom, top] = place.at === "foot" ? [0, pixels] : [height - pixels, height];
    expect(inked(page, 0, bottom, width, top)).toBeLessThan(0.05);
    expect(inked(page, width / 2 - 20, height / 2 - 20, width / 2 + 20, height / 2 + 20)).toBe(1);
    const other = place.at === "foot" ? [height - 8, height - 2] : [2, 8];
    expect(inked(page, width / 2 - 20, other[0] ?? 0, width / 2 + 20, other[1] ?? 0)).toBe(1);
  });
});

/** Stubs as they come: a line of a form, a seal, a till roll, a receipt of 60 × 40 mm; each but for its edge black. */
const stubs: readonly (readonly [width: number, height: number])[] = [
  [240, 48],
  [90, 90],
  [70, 400],
  [300, 20],
  [170, 113],
];
const stubPlaces: readonly StampPlace[] = [
  { position: "outer", at: "foot" },
  { position: "left", at: "head" },
  { position: "center", at: "foot" },
];

describe.each(stubs)("a page of %d by %d points, too small for its number", (width, height) => {
  it.each(stubPlaces)("keeps its size on a larger sheet: $position of the $at", async (place) => {
    const black = `0 0 0 rg 4 4 ${String(width - 8)} ${String(height - 8)} re f`;
    const source = await prepare(pagePdf(black, { page: `/MediaBox [0 0 ${String(width)} ${String(height)}]` }));
    const [page] = await seen(await bindStamped(place, "original", source));
    if (page === undefined) throw new Error("no page");
    expect(page.height).toBe(Math.round(height + strip));
    expect(page.width).toBeGreaterThanOrEqual(width);
    const [foot, head] = place.at === "foot" ? [pixels, 0] : [0, pixels];
    const left = Math.floor((page.width - width) / 2);
    // All of it is there, at its size.
    expect(inked(page, left + 6, foot + 6, left + width - 6, page.height - head - 6)).toBe(1);
    // The number stands in the strip, with white on all sides of it.
    const [bottom, top] = place.at === "foot" ? [0, pixels - 1] : [page.height - pixels + 1, page.height];
    const inStrip = inked(page, 0, bottom, page.width, top);
    expect(inStrip).toBeGreaterThan(0.01);
    expect(inStrip).toBeLessThan(0.3);
    expect(inked(page, 0, bottom, 8, top) + inked(page, page.width - 8, bottom, page.width, top)).toBe(0);
  });
});

it("a small page on which its number has room stays as it is", async () => {
  const line = "0 0 0 rg 10 50 220 6 re f";
  const [page] = await seen(await bind(await prepare(pagePdf(line, { page: "/MediaBox [0 0 240 60]" }))));
  expect([page?.width, page?.height]).toEqual([240, 60]);
});

/** Red of the pixel at a place, from the upper left corner. */
const at = (page: DrawnPage, x: number, y: number): number =>
  page.data[
    (Math.min(Math.round(y), page.height - 1) * page.width + Math.min(Math.max(Math.round(x), 0), page.width - 1)) * 3
  ] ?? 255;

/** Is a place of the source beside something, where a smaller drawing may be a pixel off; or beyond its edge? */
function isEdge(page: DrawnPage, x: number, y: number): boolean {
  if (x < 2 || x > page.width - 3 || y > page.height - 3) return true;
  const around = [-2, 0, 2].flatMap((dx) => [-2, 0, 2].map((dy) => at(page, x + dx, y + dy)));
  return Math.max(...around) - Math.min(...around) > 20;
}
