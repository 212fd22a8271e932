/** Bookmarks of the appendix: down to those that the evidence brings along, short, with the printed number. */
import path from "node:path";
import { PDFArray, PDFDict, PDFName, PDFNull } from "pdf-lib";
import { beforeAll, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, plan } from "../cases/workspace.ts";
import { handmadePdf } from "../support/handmade-pdf.ts";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import type { ReadBookmark } from "../support/pdf-read.ts";

const long = "Sample ".repeat(20).trim();

/** Three pages; chapter one with a section on the second, a bookmark that leads nowhere with one below it, and a long one. */
const outlined = handmadePdf([
  "<< /Type /Catalog /Pages 2 0 R /Outlines 6 0 R >>",
  "<< /Type /Pages /Kids [3 0 R 4 0 R 5 0 R] /Count 3 /MediaBox [0 0 300 400] >>",
  "<< /Type /Page /Parent 2 0 R >>",
  "<< /Type /Page /Parent 2 0 R >>",
  "<< /Type /Page /Parent 2 0 R >>",
  "<< /Type /Outlines /First 7 0 R /Last 9 0 R /Count 3 >>",
  "<< /Title (Chapter\\none) /Parent 6 0 R /Next 8 0 R /First 10 0 R /Last 10 0 R /Count 1 /Dest [3 0 R /XYZ 0 400 3] >>",
  "<< /Title (Nowhere) /Parent 6 0 R /Prev 7 0 R /Next 9 0 R /First 11 0 R /Last 11 0 R /Count 1 >>",
  `<< /Title (${long}) /Parent 6 0 R /Prev 8 0 R /Dest [5 0 R /Fit] >>`,
  "<< /Title (Section) /Parent 7 0 R /Dest [4 0 R /FitH 100] >>",
  "<< /Title (Annex) /Parent 8 0 R /Dest [5 0 R /Fit] >>",
]);

const folder = tempFolder();
let pdf: ReadPdf;
beforeAll(async () => {
  const root = path.join(folder, "workspace");
  build(root, { name: "", about: "", files: { [plan]: outlined } });
  const { exitCode, err } = await run(["compile"], root);
  if (![0, 1].includes(exitCode)) throw new Error(err);
  pdf = await ReadPdf.open(path.join(root, "pack", "支撑材料汇编.pdf"));
});

const found = (marks: readonly ReadBookmark[], id: string): ReadBookmark | undefined =>
  marks.flatMap((each) => (each.title.startsWith(`${id} `) ? [each] : [found(each.children, id)])).find(Boolean);

it("lead on to the bookmarks of the file, each with the number printed on its page", () => {
  const exhibit = found(pdf.bookmarks(), "1-1-1-01");
  const first = exhibit?.page ?? 0;
  const at = (page: number): string => `（第${String(first + page - 1)}页）`;
  expect(first).toBeGreaterThan(1);
  expect(exhibit?.children).toEqual([
    {
      title: `Chapter one${at(1)}`,
      page: first,
      children: [{ title: `Section${at(2)}`, page: first + 1, children: [] }],
    },
    { title: `Annex${at(3)}`, page: first + 2, children: [] },
    { title: `${long.slice(0, 59)}…${at(3)}`, page: first + 2, children: [] },
  ]);
});

it("open with the panel, and keep the zoom that the reader has chosen", () => {
  const { catalog, context } = pdf.document;
  expect(catalog.lookup(PDFName.of("PageMode"))).toBe(PDFName.of("UseOutlines"));
  const goals = context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict && object.has(PDFName.of("Title")) ? [object] : []))
    .flatMap((entry) => entry.lookupMaybe(PDFName.of("Dest"), PDFArray) ?? []);
  expect(goals.length).toBeGreaterThan(8);
  for (const goal of goals) {
    expect(goal.asArray().slice(1).map(String)).toEqual(["/XYZ", ...[PDFNull, PDFNull, PDFNull].map(String)]);
  }
});
