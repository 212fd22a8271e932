/** Sheets of the appendix: all of A4, and exhibits on right-hand pages, in a pack that is read back. */
import { appendFileSync, readFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { Manifest } from "../../src/schema/manifest.ts";
import { run } from "../cases/run.ts";
import { build, plan } from "../cases/workspace.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext");
const drawing = (text: string, page: string): Buffer => pagePdf(`BT /F1 40 Tf 60 300 Td (${text}) Tj ET`, { page });
const file = "支撑材料汇编.pdf";

async function compiled(
  folder: string,
  appendix: string,
): Promise<{ readonly pack: string; readonly manifest: Manifest }> {
  build(folder, {
    name: "",
    about: "",
    files: {
      [plan]: drawing("DRAWING", "/MediaBox [0 0 1191 842]"),
      "evidence/财政局/2-1-1 拨款凭证2017-04-09.pdf": drawing("VOUCHER", "/MediaBox [0 0 400 500] /Rotate 90"),
    },
  });
  appendFileSync(path.join(folder, "evipack.yaml"), `appendix: { ${appendix} }\n`);
  const ran = await run(["compile"], folder);
  if (![0, 1].includes(ran.exitCode)) throw new Error(ran.err);
  const pack = path.join(folder, "pack");
  return { pack, manifest: JSON.parse(readFileSync(path.join(pack, "manifest.json"), "utf8")) as Manifest };
}

describe.skipIf(missing.length > 0)(
  `an appendix of A4 that begins exhibits on right-hand pages ${needs(missing)}`,
  () => {
    const folder = tempFolder();
    let pack: Awaited<ReturnType<typeof compiled>>;
    let pdf: ReadPdf;
    let texts: readonly string[];
    beforeAll(async () => {
      pack = await compiled(path.join(folder, "right"), "start: right");
      pdf = await ReadPdf.open(path.join(pack.pack, file));
      texts = pageTexts(path.join(pack.pack, file), "-layout");
    });

    it("has pages of A4 only, upright", () => {
      for (let page = 1; page <= pdf.pages; page += 1) {
        const { width, height, turn } = pdf.shape(page);
        expect([Math.min(width, height), Math.max(width, height)].map((side) => Math.round(side))).toEqual([595, 842]);
        expect(turn).toBe(0);
      }
    });

    it("begins each exhibit and each divider with an odd number, the blank pages numbered and told in the manifest", () => {
      const starts = pack.manifest.evidence.flatMap(({ pages }) => (pages === null ? [] : [pages[0]]));
      expect(starts.length).toBeGreaterThan(2);
      expect(starts.every((page) => page % 2 === 1)).toBe(true);
      const dividers = texts.flatMap((text, at) => (text.includes("返回目录") ? [at + 1] : []));
      expect(dividers.every((page) => page % 2 === 1)).toBe(true);
      const blank = texts.flatMap((text, at) => (squeeze(text) === `此页空白${String(at + 1)}` ? [at + 1] : []));
      const told = pack.manifest.outputs.find(({ path: name }) => name === file);
      expect(blank.length).toBeGreaterThan(1);
      expect(told?.blank).toEqual(blank);
      expect(told?.pages).toBe(pdf.pages);
    });

    it("is found whole by verify", async () => {
      const { exitCode } = await run(["verify", pack.pack], folder);
      expect(exitCode).toBe(0);
    });
  },
);

describe("an appendix of original sizes", () => {
  it("keeps the size and the turn of each page, and has no blank ones", async () => {
    const { pack, manifest } = await compiled(path.join(tempFolder(), "original"), "page: original");
    const pdf = await ReadPdf.open(path.join(pack, file));
    const shapes = Array.from({ length: pdf.pages }, (_, at) => pdf.shape(at + 1));
    expect(shapes).toContainEqual({ width: 1191, height: 842, turn: 0 });
    expect(shapes).toContainEqual({ width: 400, height: 500, turn: 90 });
    expect(manifest.outputs.some((each) => "blank" in each)).toBe(false);
  });
});
