/** The picture of a page hangs on that page alone: not on other files, other pages, or what was read of them. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { beforeAll, expect, it, vi } from "vitest";
import { stampFont } from "../../src/engines/fonts.ts";
import { drawPages } from "../../src/engines/pdfium-draw.ts";
import { eachPage, picturesOf } from "../../src/engines/pdfium-file.ts";
import { dependencyFile, sha256 } from "../../src/world.ts";
import { tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { setPages, settings } from "../support/set-pages.ts";

const folder = tempFolder();
const runs = { numRuns: 25, seed: 20191031 };

const all = settings(readFileSync(dependencyFile(stampFont)));
const files = all.map((each, index) => {
  const file = path.join(folder, `${String(index + 1)}.pdf`);
  const bytes = setPages([each]);
  writeFileSync(file, bytes);
  return { file, bytes };
});
const book = path.join(folder, "book.pdf");
writeFileSync(book, setPages(all));
const places = all.map((_, index) => index);
const someInAnyOrder = fc.array(fc.constantFrom(...places), { minLength: 1, maxLength: 12 });

/** What is seen of each file by a pdfium that has seen no other: its picture, and its page drawn from memory. */
interface Seen {
  readonly picture: string | null | undefined;
  readonly drawn: string;
}
const alone: Seen[] = [];

const sumOf = (drawn: Awaited<ReturnType<typeof drawPages>>): string => sha256(drawn?.[0]?.data ?? "");

beforeAll(async () => {
  for (const { file, bytes } of files) {
    vi.resetModules();
    const disk = await import("../../src/engines/pdfium-file.ts");
    const picture = (await disk.picturesOf(file, [1])).get(1);
    vi.resetModules();
    const memory = await import("../../src/engines/pdfium-draw.ts");
    alone.push({ picture, drawn: sumOf(await memory.drawPages(bytes, [0], 72)) });
  }
}, 60_000);

it("every page shows something", async () => {
  const file = path.join(folder, "empty.pdf");
  writeFileSync(file, pagePdf(""));
  const empty = (await picturesOf(file, [1])).get(1);
  const pictures = alone.map(({ picture }) => picture);
  expect(empty).toMatch(/^[0-9a-f]{64}$/);
  for (const nothing of [empty, null, undefined]) expect(pictures).not.toContain(nothing);
});

it("whichever files were drawn before", () =>
  fc.assert(
    fc.asyncProperty(someInAnyOrder, async (order) => {
      for (const place of order) {
        const { file, bytes } = files[place] ?? { file: "", bytes: Buffer.alloc(0) };
        const picture = (await picturesOf(file, [1])).get(1);
        expect({ picture, drawn: sumOf(await drawPages(bytes, [0], 72)) }).toEqual(alone[place]);
      }
    }),
    runs,
  ));

it("whichever pages of the file were drawn before, and whatever was read", () =>
  fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(places, { minLength: 1 }), async (order) => {
      await eachPage(book, [1, 7, 3], (pdf, page) => [pdf.lastText(page), pdf.pixels(page, 72)]);
      const pictures = await picturesOf(
        book,
        order.map((place) => place + 1),
      );
      expect([...pictures.values()]).toEqual(order.map((place) => alone[place]?.picture));
    }),
    runs,
  ));
