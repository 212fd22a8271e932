/** What is changed in a PDF of Typst: links to other files, pages that are turned, objects that are packed. */
import { writeFileSync } from "node:fs";
import path from "node:path";
import { assert, asyncProperty, constantFrom, integer, string } from "fast-check";
import { describe, expect, it } from "vitest";
import { amendPdf, remoteAddress } from "../../../src/engines/pdf/amend.ts";
import { tempFolder } from "../../support/folders.ts";
import { handmadePdf, pagePdf } from "../../support/handmade-pdf.ts";
import { ReadPdf } from "../../support/pdf-read.ts";
import { attempt, missingTools, needs } from "../../support/tools.ts";

const folder = tempFolder();
const missing = missingTools("qpdf");

async function opened(bytes: Uint8Array): Promise<ReadPdf> {
  const file = path.join(folder, "amended.pdf");
  writeFileSync(file, bytes);
  return ReadPdf.open(file);
}

const linkTo = (file: string, page: number): string =>
  `<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /Type /Action /S /URI /URI (${remoteAddress({ file, page })}) >> >>`;

describe("a link to a page of another file", () => {
  it("leads there, whatever the file is called", async () => {
    const name = string({ unit: constantFrom(..."支撑（）()'\\%*! a1-"), minLength: 1, maxLength: 20 });
    await assert(
      asyncProperty(name, integer({ min: 1, max: 3000 }), async (file, page) => {
        const links = [linkTo(file, page), linkTo(file, page + 1)];
        const pdf = pagePdf("", { page: "/Annots [6 0 R 7 0 R]", more: links });
        expect((await opened(amendPdf(pdf, { sheets: true }))).remoteLinks()).toEqual([
          { file, page },
          { file, page: page + 1 },
        ]);
      }),
      { numRuns: 40 },
    );
  });
});

it("a wide page is turned for the book, and for the book only", async () => {
  const wide = pagePdf("", { page: "/MediaBox [0 0 400 300]" });
  expect((await opened(amendPdf(wide, { sheets: true }))).shape(1).turn).toBe(270);
  expect((await opened(amendPdf(wide, { sheets: false }))).shape(1).turn).toBe(0);
  expect((await opened(amendPdf(pagePdf(""), { sheets: true }))).shape(1).turn).toBe(0);
});

it.skipIf(missing.length > 0)(`thousands of objects are packed and all there${needs(missing)}`, async () => {
  const kids = Array.from({ length: 2000 }, (_, index) => `${String(index + 4)} 0 R`).join(" ");
  const notes = Array.from(
    { length: 2000 },
    (_, at) => `<< /Type /Annot /Subtype /Text /Rect [0 0 9 9] /NM (${String(at)}) >>`,
  );
  const pdf = handmadePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Annots [${kids}] /Contents 2004 0 R >>`,
    ...notes,
    { dict: "", content: "0 0 10 10 re f endobj" },
  ]);
  const amended = amendPdf(pdf, { sheets: true });
  expect(amended.length).toBeLessThan(pdf.length / 8);
  const file = path.join(folder, "packed.pdf");
  writeFileSync(file, amended);
  expect(attempt("qpdf", ["--check", file]).code).toBe(0);
  const text = attempt("qpdf", ["--qdf", "--object-streams=disable", file, "-"]).said;
  expect(text.match(/\/NM \(\d+\)/gu)).toHaveLength(2000);
  expect(text).toContain("0 0 10 10 re f endobj");
});

it("a file without a table of its objects is refused", () => {
  expect(() => amendPdf(Buffer.from("%PDF-1.7\n"), { sheets: true })).toThrow("without a table");
});
