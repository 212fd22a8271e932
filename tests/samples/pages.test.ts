/** What is on a page of evidence stays on the page: size, turn, form values, stamps, scans, pictures upright. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFDict, PDFName } from "pdf-lib";
import sharp from "sharp";
import { beforeAll, describe, expect, it } from "vitest";
import { ReadPdf } from "../support/pdf-read.ts";
import { crop, difference, drawPage, drawPicture, firstBlock, ink } from "../support/pixels.ts";
import { sampleFolder, samplePack } from "../support/samples.ts";
import { missingTools, needs, run } from "../support/tools.ts";

const missing = missingTools("pdftoppm", "pdftotext");
const workspace = sampleFolder("fenghua");

interface SourcePage {
  readonly source: string;
  readonly page: number;
  /** Page of the appendix. */
  readonly at: number;
}

let bound: ReadPdf;
let file: string;
let included: readonly { readonly source: string; readonly first: number; readonly last: number }[];
const sources = new Map<string, ReadPdf>();

beforeAll(async () => {
  const pack = await samplePack("fenghua");
  file = pack.file("appendix", "pdf");
  bound = await ReadPdf.open(file);
  included = pack.manifest.evidence.flatMap(({ source, state, pages }) =>
    state === "included" && pages !== null
      ? [{ source: path.join(workspace, source), first: pages[0], last: pages[1] }]
      : [],
  );
  for (const { source } of included) if (source.endsWith(".pdf")) sources.set(source, await ReadPdf.open(source));
});

const sourcePages = (): SourcePage[] =>
  included.flatMap(({ source, first }) =>
    Array.from({ length: sources.get(source)?.pages ?? 0 }, (_, index) => ({
      source,
      page: index + 1,
      at: first + index,
    })),
  );

const shape = ({ source, page }: SourcePage) => sources.get(source)?.shape(page) ?? { width: 0, height: 0, turn: 0 };

/** Subtypes of the annotations of a page, of widgets and stamps. */
function annotations({ source, page }: SourcePage): (string | undefined)[] {
  const list = sources
    .get(source)
    ?.document.getPage(page - 1)
    .node.Annots();
  return (list?.asArray() ?? []).map((_, index) =>
    list?.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of("Subtype"), PDFName)?.asString(),
  );
}

const textOf = ({ source, page }: SourcePage): string =>
  run("pdftotext", ["-f", String(page), "-l", String(page), source, "-"]).trim();

/** Sides of A4 in points; a millimetre more or less is no other size. */
const [short, long, slack] = [595.28, 841.89, 2.84];

/** A page that is A4, upright or lying. */
const isA4 = ({ width, height }: { readonly width: number; readonly height: number }): boolean =>
  Math.abs(Math.min(width, height) - short) < slack && Math.abs(Math.max(width, height) - long) < slack;

/** What the sample shows of each kind of page; the first page of the kind is looked at. */
const kinds: readonly (readonly [kind: string, is: (page: SourcePage) => boolean])[] = [
  ["portrait", (each) => shape(each).width < shape(each).height && shape(each).turn === 0],
  ["landscape", (each) => shape(each).width > shape(each).height && isA4(shape(each))],
  ["turned by /Rotate", (each) => shape(each).turn !== 0],
  ["with a filled form field", (each) => annotations(each).includes("/Widget")],
  ["with a stamp annotation", (each) => annotations(each).includes("/Stamp")],
  ["scanned, without text", (each) => /扫描|名册|凭证|批文|照片/u.test(each.source) && textOf(each) === ""],
];

const dpi = 36;
/** The strip at the foot that the page number may change, in pixels. */
const strip = Math.ceil((12 / 25.4) * dpi);

describe("pages of evidence in the appendix", () => {
  it("are all there, in their order, with the size and turn that they have when they are A4", () => {
    expect(sourcePages().length).toBeGreaterThan(100);
    const pdfs = included.filter(({ source }) => sources.has(source));
    expect(pdfs.map(({ source, first, last }) => [source, last - first + 1])).toEqual(
      pdfs.map(({ source }) => [source, sources.get(source)?.pages]),
    );
    const told = sourcePages().filter((each) => isA4(shape(each)));
    expect(told.map(({ source, page, at }) => [source, page, bound.shape(at)])).toEqual(
      told.map((each) => [each.source, each.page, shape(each)]),
    );
  });

  it.skipIf(missing.length > 0)(
    `that are not A4 come on A4, upright, with all their ink${needs(missing)}`,
    async () => {
      const others = sourcePages().filter((each) => !isA4(shape(each)));
      expect(others.some((each) => shape(each).width > long + slack)).toBe(true);
      for (const each of others.slice(0, 3)) {
        const [before, after] = [await drawPage(each.source, each.page, dpi), await drawPage(file, each.at, dpi)];
        expect([each.source, bound.shape(each.at).turn, isA4(bound.shape(each.at))]).toEqual([each.source, 0, true]);
        expect(after.width > after.height).toBe(before.width > before.height);
        const inked = (pixels: typeof before): number => ink(pixels) * pixels.width * pixels.height;
        // Smaller by the square of the scale; rims of letters and the page number count too.
        const scale = Math.min(1, after.width / before.width, after.height / before.height);
        expect(inked(after) / (inked(before) * scale * scale)).toBeGreaterThan(0.8);
        expect(inked(after) / (inked(before) * scale * scale)).toBeLessThan(2);
      }
    },
  );

  it.skipIf(missing.length > 0).each(kinds)(
    `render like their source outside the strip at the foot: %s${needs(missing)}`,
    async (_, is) => {
      const page = sourcePages().find(is);
      if (page === undefined) throw new Error("the sample has no such page");
      const [before, after] = [await drawPage(page.source, page.page, dpi), await drawPage(file, page.at, dpi)];
      expect([after.width, after.height]).toEqual([before.width, before.height]);
      const kept = before.height - strip;
      const above = (pixels: typeof before) => crop(pixels, 0, 0, pixels.width, kept);
      expect(ink(above(before))).toBeGreaterThan(0.005);
      expect(difference(above(before), above(after))).toBe(0);
      // The number stands in the strip, upright at the foot as the page is seen.
      const foot = (pixels: typeof before) => crop(pixels, 0, kept, pixels.width, strip);
      expect(difference(foot(before), foot(after))).toBeGreaterThan(0);
    },
  );
});

describe("pictures in the appendix", () => {
  it("include one that stands upright only by its EXIF orientation", async () => {
    expect(await turnedPictures()).toHaveLength(1);
  });

  it.skipIf(missing.length > 0)(`stand upright and undistorted, turned as EXIF says${needs(missing)}`, async () => {
    const photographs = included.filter(({ source }) => source.endsWith(".jpg"));
    const [turned = ""] = await turnedPictures();
    const sample = [photographs.find(({ source }) => source === turned), photographs[0], photographs.at(-1)];
    for (const picture of sample) {
      if (picture === undefined) throw new Error("the sample has no such picture");
      const { autoOrient } = await sharp(picture.source).metadata();
      const drawn = firstBlock(await drawPage(file, picture.first, dpi));
      expect(drawn.width / drawn.height).toBeCloseTo(autoOrient.width / autoOrient.height, 1);
      const original = await drawPicture(picture.source, drawn.width, drawn.height);
      const upsideDown = { ...drawn, data: drawn.data.toReversed() };
      expect(difference(drawn, original)).toBeLessThan(12);
      expect(difference(upsideDown, original)).toBeGreaterThan(16);
    }
  });

  async function turnedPictures(): Promise<string[]> {
    const found: string[] = [];
    for (const { source } of included) {
      if (!source.endsWith(".jpg")) continue;
      const { orientation = 1, width, height } = await sharp(readFileSync(source)).metadata();
      if (orientation === 6 && width !== height) found.push(source);
    }
    return found;
  }
});
