/** README.txt of a delivery: volumes have numbers only where there are several, and what systems leave is not told. */
import { expect, it } from "vitest";
import { readmeText } from "../../src/deliver/readme.ts";
import type { Language } from "../../src/model/map.ts";
import type { Manifest } from "../../src/schema/manifest.ts";

const output = (path: string, volume: number | null): Manifest["outputs"][number] =>
  ({ path, role: "appendix", format: "pdf", pages: 17, volume }) as Manifest["outputs"][number];

const readmeOf = (said: Partial<Manifest>, language: Language = "zh-CN", office = ""): string => {
  const manifest = { asOf: "2019-10-31", draft: false, outputs: [], evidence: [], ...said } as unknown as Manifest;
  return readmeText(
    { title: "样例", applicant: "样例区", office, manifest, originals: [], partial: [], ascii: false },
    language,
  );
};

const readme = (...outputs: readonly Manifest["outputs"][number][]): string => readmeOf({ outputs: [...outputs] });

it("the only volume has no number, several have", () => {
  expect(readme(output("汇编.pdf", 1))).toContain("\n  汇编.pdf　支撑材料汇编（PDF，17 页）\n");
  const several = readme(output("汇编 第1册.pdf", 1), output("汇编 第2册.pdf", 2));
  expect(several).toContain("\n  汇编 第1册.pdf　支撑材料汇编（PDF，第 1 册，17 页）\n");
  expect(several).toContain("\n  汇编 第2册.pdf　支撑材料汇编（PDF，第 2 册，17 页）\n");
});

it("applicant and office stand on lines of their own, and an office that is not named on none", () => {
  expect(readmeOf({}, "zh-CN", "样例区创建办")).toContain("\n申报单位：样例区\n编制单位：样例区创建办\n截止日期：");
  expect(readmeOf({}, "en", "Sample office")).toContain("\nApplicant: 样例区\nCompiled by: Sample office\nAs of: ");
  expect(readmeOf({})).toContain("\n申报单位：样例区\n截止日期：");
});

it("files that systems and programs leave behind are not counted among those that are not bound in", () => {
  const left = ["教育局/.gitkeep", "教育局/.DS_Store", "教育局/Thumbs.db", "财政局/~$批复.docx", ".git/config"];
  const omitted = (...names: readonly string[]): Manifest["evidence"] =>
    names.map((name) => ({ source: `evidence/${name}`, state: "omitted" })) as Manifest["evidence"];
  expect(readmeOf({ evidence: omitted(...left) })).not.toContain("没有编入");
  expect(readmeOf({ evidence: omitted(...left, "财政局/午餐.docx") })).toContain("没有编入汇编的文件 1 个");
});

it("one of a kind is told in the singular", () => {
  const outputs = [{ ...output("appendix.pdf", 1), pages: 1 }];
  const evidence = [{ source: "evidence/a/lunch.docx", state: "omitted" }] as Manifest["evidence"];
  const told = readmeOf({ outputs, evidence }, "en");
  expect(told).toContain("(PDF, 1 page)");
  expect(told).toContain(
    "1 file is not bound in (registers, duplicates, set aside, unmatched …) and has no original here",
  );
});
