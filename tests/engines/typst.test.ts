/** Typst behind its process: faults come back, and a long document costs the next one nothing. */
import { expect, it } from "vitest";
import { typeset } from "../../src/engines/typst.ts";
import { paragraph, pdfOf, reportWith } from "../write/report-sample.ts";

it("tells what is wrong with a template, and draws the next document", async () => {
  const broken = typeset("picture.typ", { picture: "/pictures/none" }, "none", { standard: null });
  const next = pdfOf(reportWith([paragraph("样例")]), "gb9704");
  await expect(broken).rejects.toThrow(/picture\.typ: .*file not found/u);
  expect((await next).pages).toBeGreaterThan(2);
});

it("draws the same bytes before and after a document of many pages", async () => {
  const short = reportWith([paragraph("样例")]);
  const long = reportWith(
    Array.from({ length: 105 }, () => [paragraph("样例"), { type: "page-break" } as const]).flat(),
  );
  const before = await pdfOf(short, "gb9704");
  expect((await pdfOf(long, "gb9704")).pages).toBeGreaterThan(100);
  const after = await pdfOf(short, "gb9704");
  expect(Buffer.compare(Buffer.from(before.pdf), Buffer.from(after.pdf))).toBe(0);
});
