/** Pages looked at one after another, whatever one of them does to the engine. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "pdf-lib";
import { expect, it } from "vitest";
import { eachPage } from "../../src/engines/pdfium-file.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

async function threePages(): Promise<string> {
  const document = await PDFDocument.create();
  for (const height of [100, 200, 300]) document.addPage([100, height]);
  const file = path.join(folder, "three.pdf");
  writeFileSync(file, await document.save());
  return file;
}

/** What a trap of WebAssembly does to whoever looks. */
const stop = (): never => {
  throw new Error("stopped");
};

it("goes on behind a page over which the engine stops, which it has looked at by itself", async () => {
  const seen: number[] = [];
  const found = await eachPage(await threePages(), [1, 2, 3], (pdf, page) => {
    const again = seen.includes(page);
    seen.push(page);
    return page === 2 && !again ? stop() : pdf.pixels(page, 36)?.height;
  });
  expect(seen).toEqual([1, 2, 2, 3]);
  expect([...found.keys()]).toEqual([1, 2, 3]);
  expect([...found.values()]).toEqual([50, 100, 150]);
});

it("has nothing of a page over which it always stops, and all of the others", async () => {
  const found = await eachPage(await threePages(), [3, 2, 1], (_, page) => (page === 2 ? stop() : page));
  expect([...found]).toEqual([
    [3, 3],
    [2, null],
    [1, 1],
  ]);
});

it("has nothing of a file that does not open", async () => {
  const file = path.join(folder, "none.pdf");
  writeFileSync(file, "%PDF-1.4\nnoise");
  expect([...(await eachPage(file, [1, 2], (_, page) => page))]).toEqual([
    [1, null],
    [2, null],
  ]);
});
