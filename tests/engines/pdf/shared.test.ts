/** What many files hold alike is stored once in the bound file, and every page still shows what its source shows. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument, PDFName, PDFRawStream } from "pdf-lib";
import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../../support/folders.ts";
import { bind, prepare, seen, unlike } from "../../support/pdf-pages.ts";
import type { Done } from "../../support/pdf-pages.ts";
import { missingTools, needs, run } from "../../support/tools.ts";

/** Grain, which does not compress: each seed another picture. */
async function grain(seed: number): Promise<Buffer> {
  const pixels = Buffer.from(
    Array.from({ length: 120 * 90 * 3 }, (_, at) => (Math.imul(at + seed, 2654435761) >>> 13) & 255),
  );
  return sharp(pixels, { raw: { width: 120, height: 90, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}

/** A paper with a picture on each of its pages. */
async function paper(text: string, ...pictures: readonly Buffer[]): Promise<Done> {
  const document = await PDFDocument.create({ updateMetadata: false });
  for (const picture of pictures) {
    const page = document.addPage([300, 400]);
    page.drawImage(await document.embedJpg(picture), { x: 40, y: 150, width: 200, height: 150 });
    page.drawText(text, { x: 40, y: 350, size: 14 });
  }
  return prepare(await document.save());
}

async function picturesIn(bytes: Uint8Array): Promise<number> {
  const { context } = await PDFDocument.load(bytes, { updateMetadata: false });
  const isPicture = (object: unknown): boolean =>
    object instanceof PDFRawStream && object.dict.get(PDFName.of("Subtype")) === PDFName.of("Image");
  return context.enumerateIndirectObjects().filter(([, object]) => isPicture(object)).length;
}

describe("a bound file", () => {
  it("stores a picture of several files once, and others each", async () => {
    const [logo, one, two] = [await grain(1), await grain(2), await grain(3)];
    const files = [await paper("first", logo, one), await paper("second", logo, two), await paper("third", one, logo)];
    const bound = await bind(...files);
    expect(await picturesIn(bound)).toBe(3);
    const pages = await seen(bound, 0, 1, 2, 3, 4, 5);
    const sources = (await Promise.all(files.map(async ({ bytes }) => seen(bytes, 0, 1)))).flat();
    expect(pages.map((page, index) => unlike(page, sources[index]))).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("keeps pictures apart that differ in what is said of them alone", async () => {
    const picture = await grain(4);
    const turned = await (async () => {
      const document = await PDFDocument.create({ updateMetadata: false });
      const image = await document.embedJpg(picture);
      document.addPage([300, 400]).drawImage(image, { x: 40, y: 150, width: 200, height: 150 });
      await image.embed();
      const stream = document.context.lookup(image.ref);
      if (!(stream instanceof PDFRawStream)) throw new Error("no picture");
      stream.dict.set(PDFName.of("Decode"), document.context.obj([1, 0, 1, 0, 1, 0]));
      return prepare(await document.save());
    })();
    const plain = await paper("", picture);
    const bound = await bind(plain, turned);
    expect(await picturesIn(bound)).toBe(2);
    const [first, second] = await seen(bound, 0, 1);
    expect(unlike(first, (await seen(plain.bytes))[0])).toBe(0);
    expect(unlike(second, (await seen(turned.bytes))[0])).toBe(0);
  });

  const missing = missingTools("qpdf");
  it.skipIf(missing.length > 0)(`is sound, of many pages too${needs(missing)}`, async () => {
    const picture = await grain(5);
    const files = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => paper(String(index), ...Array<Buffer>(7).fill(picture))),
    );
    const bound = await bind(...files);
    const file = path.join(tempFolder(), "bound.pdf");
    writeFileSync(file, bound);
    expect(run("qpdf", ["--show-npages", file]).trim()).toBe("140");
    expect(run("qpdf", ["--check", file])).toContain("No syntax or stream encoding errors found");
    expect(await picturesIn(bound)).toBe(1);
  });

  it("has the same bytes for the same files", async () => {
    const make = async (): Promise<Uint8Array> =>
      bind(await paper("one", await grain(6)), await paper("two", await grain(6)));
    expect(Buffer.from(await make()).equals(Buffer.from(await make()))).toBe(true);
  });
});
