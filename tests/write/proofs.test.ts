/** Proving passages: underlined where they stand, named in the index, and told where they do not. */
import { readFileSync } from "node:fs";
import path from "node:path";
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber } from "pdf-lib";
import { beforeAll, describe, expect, it } from "vitest";
import { findWords } from "../../src/engines/pdfium-find.ts";
import type { DrawnPage } from "../../src/engines/pdfium-draw.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { handmadePdf, pagePdf } from "../support/handmade-pdf.ts";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import { seen } from "../support/pdf-pages.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");

/** Three pages; the passage stands on the second, over two lines. */
const paper = handmadePdf([
  "<< /Type /Catalog /Pages 2 0 R >>",
  "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 595 842] /Resources << /Font << /F1 8 0 R >> >> >>",
  "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>",
  "<< /Type /Page /Parent 2 0 R /Contents 7 0 R >>",
  "<< /Type /Page /Parent 2 0 R /Contents 6 0 R >>",
  { dict: "", content: "BT /F1 14 Tf 80 700 Td (Nothing to be seen here.) Tj ET" },
  {
    dict: "",
    content: "BT /F1 14 Tf 80 700 Td (The city pays for learning) Tj 0 -20 Td (from its yearly budget.) Tj ET",
  },
  "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
]);
const drawing = pagePdf("BT /F1 30 Tf 0 1 -1 0 500 200 Tm (Hall of 400 seats) Tj ET", {
  page: "/MediaBox [0 0 842 1191] /Rotate 90",
});
const register = (...rows: readonly string[]): string => `items:\n${rows.map((row) => `  - { ${row} }\n`).join("")}`;
const words = "for learning from its  yearly budget";

const folder = tempFolder();
const education = "evidence/教育局";

async function compiled(name: string, rows: string): Promise<{ readonly root: string; readonly out: string }> {
  const root = path.join(folder, name);
  build(root, {
    name: "",
    about: "",
    files: {
      [`${education}/paper.pdf`]: paper,
      [`${education}/drawing.pdf`]: drawing,
      [`${education}/register.yaml`]: rows,
    },
  });
  const { exitCode, out, err } = await run(["compile", "--detail", "full"], root);
  if (![0, 1].includes(exitCode)) throw new Error(err);
  return { root, out: `${out}${err}` };
}

interface Mark {
  readonly page: number;
  readonly kind: string;
  readonly rect: readonly number[];
  readonly quads: readonly number[];
  readonly said: string;
}

const numbers = (array: PDFArray | undefined): number[] =>
  (array?.asArray() ?? []).flatMap((each) => (each instanceof PDFNumber ? [each.asNumber()] : []));

const marksOf = ({ document }: ReadPdf): Mark[] =>
  document.getPages().flatMap(({ node }, index) =>
    (node.Annots()?.asArray() ?? []).flatMap((_, at) => {
      const each = node.Annots()?.lookup(at, PDFDict);
      const kind = String(each?.lookup(PDFName.of("Subtype")));
      if (each === undefined || kind === "/Link") return [];
      return [
        {
          page: index + 1,
          kind,
          rect: numbers(each.lookupMaybe(PDFName.of("Rect"), PDFArray)),
          quads: numbers(each.lookupMaybe(PDFName.of("QuadPoints"), PDFArray)),
          said: each.lookupMaybe(PDFName.of("Contents"), PDFHexString)?.decodeText() ?? "",
        },
      ];
    }),
  );

/** How many pixels of a page are red. */
const redIn = (page: DrawnPage | undefined): number =>
  Array.from({ length: (page?.data.length ?? 0) / 3 }, (_, at) => at * 3).filter(
    (at) => (page?.data[at] ?? 0) > 180 && (page?.data[at + 1] ?? 0) < 140,
  ).length;

describe.skipIf(missing.length > 0)(`a proving passage ${needs(missing)}`, () => {
  let root: string;
  let file: string;
  let pdf: ReadPdf;
  let manifest: Manifest;
  const entry = (name: string): Manifest["evidence"][number] | undefined =>
    manifest.evidence.find(({ source }) => source.endsWith(name));
  const firstOf = (name: string): number => entry(name)?.pages?.[0] ?? 0;
  beforeAll(async () => {
    ({ root } = await compiled(
      "found",
      register(
        `title: 样例规划, files: paper.pdf, indicators: 1-1-1, doc_number: 样〔2019〕1号, proof_quote: ${words}, proof_page: 2`,
        "title: 样例图, files: drawing.pdf, indicators: 2-1-1, proof_quote: hall of 400 seats",
      ),
    ));
    file = path.join(root, "pack", "支撑材料汇编.pdf");
    pdf = await ReadPdf.open(file);
    manifest = JSON.parse(readFileSync(path.join(root, "pack", "manifest.json"), "utf8")) as Manifest;
  });

  it.each([
    ["paper.pdf", words, 2, 2],
    ["drawing.pdf", "Hall of 400 seats", 1, 1],
  ])(
    "of %s is underlined where it stands, on a page that was turned and fitted too",
    async (name, said, page, lines) => {
      const number = firstOf(name) + page - 1;
      const [mark] = marksOf(pdf).filter((each) => each.page === number);
      expect(mark?.kind).toBe("/Underline");
      expect(squeeze(mark?.said ?? "").toLowerCase()).toBe(squeeze(said).toLowerCase());
      const bound = readFileSync(file);
      const found = (await findWords(bound, said))?.found.find((each) => each.page === number - 1);
      expect(found?.boxes.length).toBe(lines);
      // Upper left and lower right corner of each line.
      const quads = Array.from({ length: lines }, (_, at) => mark?.quads.slice(at * 8, at * 8 + 8) ?? []);
      for (const [at, box] of (found?.boxes ?? []).entries()) {
        const [left = 0, top = 0, , , , , right = 0, bottom = 0] = quads[at] ?? [];
        expect(
          Math.max(...[left - box.left, right - box.right, top - box.top, bottom - box.bottom].map(Math.abs)),
        ).toBeLessThan(2);
      }
      const [drawn] = await seen(bound, number - 1);
      expect(redIn(drawn)).toBeGreaterThan(60);
    },
  );

  it("is named in the index with the printed number, and in the manifest", () => {
    const pages = entry("paper.pdf")?.pages ?? [0, 0];
    const shown = pageTexts(file, "-layout").slice(1, pages[0] - 1);
    // In index and divider, on a line of its own below the pages.
    const lines = shown.join("\n").split("\n").map(squeeze);
    expect(lines.filter((line) => line === `见第${String(pages[0] + 1)}页`)).toHaveLength(2);
    expect(squeeze(shown.join(""))).toContain(pages.map(String).join("–"));
    expect(entry("paper.pdf")?.proof).toBe(pages[0] + 1);
  });

  it("leaves the pack sound", async () => {
    expect((await run(["verify", path.join(root, "pack")], folder)).exitCode).toBe(0);
  });
});

it("an area is framed where it is seen, on a page that was turned and fitted", async () => {
  const { root } = await compiled(
    "area",
    register("title: 样例图, files: drawing.pdf, indicators: 2-1-1, proof_page: 1, proof_area: '100,60,80,40'"),
  );
  const pdf = await ReadPdf.open(path.join(root, "pack", "支撑材料汇编.pdf"));
  const [mark, ...more] = marksOf(pdf);
  expect(more).toEqual([]);
  expect(mark?.kind).toBe("/Square");
  // A3 seen landscape comes onto A4 at 70.7 %.
  const mm = (72 / 25.4) * (595.28 / 842);
  const wanted = [100 * mm, 595.28 - 100 * mm, 180 * mm, 595.28 - 60 * mm];
  const [left = 0, bottom = 0, right = 0, top = 0] = mark?.rect ?? [];
  for (const [at, side] of [left, bottom, right, top].entries()) {
    expect(Math.abs(side - (wanted[at] ?? 0))).toBeLessThan(4);
  }
});

it("of a file that only has a placeholder page is told as such, not by a count of its pages", async () => {
  const root = path.join(folder, "damaged");
  const rows = register("title: 样例规划, files: paper.pdf, indicators: 1-1-1, proof_page: 9");
  const files = { [`${education}/paper.pdf`]: paper.subarray(0, 60), [`${education}/register.yaml`]: rows };
  build(root, { name: "", about: "", files });
  const { exitCode, out } = await run(["compile", "--detail", "full"], root);
  expect(exitCode).toBe(3);
  expect(squeeze(out)).toContain(squeeze("的原文没有编入，只有替代页，无从定位"));
  expect(out).not.toContain("要定位到");
});

it("that is not there is told at its place in the register, with the page on which the words stand", async () => {
  const { out } = await compiled(
    "lost",
    register(
      `title: 样例规划, files: paper.pdf, indicators: 1-1-1, proof_quote: ${words}, proof_page: 3`,
      "title: 样例图, files: drawing.pdf, indicators: 2-1-1, proof_page: 7",
      "title: 样例, files: '*.none', indicators: 2-1-1, proof_page: 末页",
    ),
  );
  const said = squeeze(out);
  expect(said).toContain(squeeze("里没有定位原文"));
  expect(said).toContain(squeeze("这段文字在第 2 页，改正定位页"));
  expect(said).toContain(squeeze("要定位到第 7 页，这件附件只有 1 页"));
  expect(said).toContain(squeeze("“末页”不是页码"));
  expect(said.match(/register\.yaml:\d+/gu)?.length).toBeGreaterThan(2);
});
