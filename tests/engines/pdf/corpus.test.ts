/** Real PDFs that nobody here wrote: a sample of them bound, and compared with their sources as pictures. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { drawPages } from "../../../src/engines/pdfium-draw.ts";
import { probePdf } from "../../../src/engines/pdfium.ts";
import { preparePdf } from "../../../src/engines/pdf/prepare.ts";
import { root, tempFolder } from "../../support/folders.ts";
import { bind, unlike, unlikeOnLarger, unlikeShrunk } from "../../support/pdf-pages.ts";
import type { Done } from "../../support/pdf-pages.ts";
import { attempt, missingTools, needs } from "../../support/tools.ts";

/** Never part of the project; EVIPACK_CORPUS says where it lies when that is not beside the project. */
const corpus = path.join(process.env["EVIPACK_CORPUS"] ?? path.join(root, "..", "shared", "corpus"), "pdf");
const there = existsSync(corpus);

/** Every so-manieth file, from a start that a seed chooses: the same ones each time, spread over all names. */
function sample(names: readonly string[], count: number, seed: number): string[] {
  const step = names.length / count;
  return Array.from({ length: count }, (_, index) => names[Math.floor((index + (seed % 97) / 97) * step)] ?? "");
}

interface Bound {
  readonly name: string;
  readonly source: Buffer;
  readonly done: Done;
  /** Page (from 0) of the bound file on which it begins. */
  readonly first: number;
}

const files = there
  ? readdirSync(corpus)
      .filter((each) => each.endsWith(".pdf"))
      .toSorted()
  : [];
const folder = tempFolder();
const withoutQpdf = missingTools("qpdf");

describe.skipIf(!there)(`a sample of the corpus${there ? "" : " (skipped: no corpus here)"}`, () => {
  const bound = (async (): Promise<{ readonly all: readonly Bound[]; readonly bytes: Uint8Array }> => {
    const all: Bound[] = [];
    let first = 0;
    for (const name of sample(files, there ? 25 : 0, 20_191_031)) {
      const source = readFileSync(path.join(corpus, name));
      const done = await preparePdf(source, { passwords: [] });
      if (!done.ok) continue;
      all.push({ name, source, done, first });
      first += done.pages;
    }
    return { all, bytes: await bind(...all.map((each) => each.done)) };
  })();

  it("is bound with as many pages as viewers count", async () => {
    const { all } = await bound;
    expect(all.length).toBeGreaterThan(20);
    for (const { source, done } of all) expect(await probePdf(source)).toEqual({ ok: true, pages: done.pages });
  });

  it("looks like its sources above the strip for the number", { timeout: 60_000 }, async () => {
    const { all, bytes } = await bound;
    const different: string[] = [];
    for (const { name, source, first, done } of all) {
      // What is drawn here and not by this viewer (fields and marks without a drawing) may differ by a little.
      const places = Array.from({ length: Math.min(done.pages, 2) }, (_, index) => index);
      const before = (await drawPages(source, places, 72)) ?? [];
      const after =
        (await drawPages(
          bytes,
          places.map((each) => first + each),
          72,
        )) ?? [];
      for (const place of places) {
        const [one, two] = [before[place], after[place]];
        if (one === null || one === undefined) continue;
        const second = two ?? undefined;
        // A page that is printed down to its foot is drawn smaller; one too small for that comes onto a larger sheet.
        const laidAnew = Math.min(unlikeShrunk(one, second), unlikeOnLarger(one, second));
        if (unlike(one, second) > 0.002 && laidAnew > 0.02) different.push(`${name} page ${String(place + 1)}`);
      }
    }
    expect(different).toEqual([]);
  });

  it.skipIf(withoutQpdf.length > 0)(`passes qpdf${needs(withoutQpdf)}`, async () => {
    const file = path.join(folder, "bound.pdf");
    writeFileSync(file, (await bound).bytes);
    const { code, said } = attempt("qpdf", ["--check", file]);
    expect([code, said.includes("WARNING")]).toEqual([0, false]);
  });
});
