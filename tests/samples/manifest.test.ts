/** The packs of the samples against their manifests: nothing lost, nothing extra, every number true. */
import { readFileSync } from "node:fs";
import path from "node:path";
import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { checkOutput } from "../../src/schema/outputs.ts";
import { filesBelow } from "../support/folders.ts";
import { exhibitsOf, faultsOfPack, sampleFolder, samplePack, sha256 } from "../support/samples.ts";
import type { CompiledPack, SampleName } from "../support/samples.ts";

const samples: readonly { readonly name: SampleName; readonly exitCode: number; readonly files: number }[] = [
  { name: "fenghua", exitCode: 3, files: 147 },
  { name: "unesco", exitCode: 0, files: 18 },
];

describe.each(samples)("pack of $name", ({ name, exitCode, files }) => {
  let pack: CompiledPack;
  beforeAll(async () => {
    pack = await samplePack(name);
  });

  it("ends with the exit code that its manifest and its verdict tell", () => {
    expect(pack.said.exitCode).toBe(exitCode);
    expect(pack.manifest.exitCode).toBe(exitCode);
    const verdict = checkOutput.parse(JSON.parse(readFileSync(pack.file("check", "json"), "utf8"))).verdict;
    expect(verdict.exitCode).toBe(exitCode);
  });

  it("holds a report and an appendix as PDF and DOCX, an index, the result of the check, the gap list and the offline page", () => {
    const kinds = pack.manifest.outputs.map(({ role, format }) => `${role} ${format}`);
    expect(kinds.filter((kind) => !/^site (?:png|jpeg|svg)$/u.test(kind))).toEqual([
      "report pdf",
      "report docx",
      ...(name === "fenghua" ? ["briefing pdf", "briefing docx"] : []),
      "appendix pdf",
      "appendix docx",
      "appendix-index xlsx",
      "check json",
      "gaps xlsx",
      "site html",
      "site css",
      "site js",
      "site js",
      "site js",
    ]);
  });

  it("holds no file that the manifest does not name, and names each once", () => {
    const named = [...pack.manifest.outputs.map((output) => output.path), "manifest.json", "manifest.sha256"];
    expect(filesBelow(pack.folder)).toEqual(named.toSorted());
  });

  it("tells true sizes and sums", () => {
    expect(faultsOfPack(pack.folder)).toEqual([]);
  });

  it("has every file below the evidence folder in its manifest, exactly once", () => {
    const folder = path.join(sampleFolder(name), "evidence");
    const onDisk = filesBelow(folder);
    expect(onDisk).toHaveLength(files);
    expect(pack.manifest.evidence.map((each) => each.source).toSorted()).toEqual(
      onDisk.map((file) => `evidence/${file}`).toSorted(),
    );
    const told = pack.manifest.evidence.map((each) => [each.source, each.bytes, each.sha256]);
    const real = pack.manifest.evidence.map(({ source }) => {
      const file = path.join(sampleFolder(name), source);
      return [source, readFileSync(file).length, sha256(file)];
    });
    expect(told).toEqual(real);
  });

  it("gives every item a number, a reason, or both", () => {
    const odd = pack.manifest.evidence.filter(({ state, exhibit, pages, reason, indicators }) => {
      const bound = state !== "omitted";
      return (
        [exhibit !== null, pages !== null, indicators.length > 0].some((has) => has !== bound) ||
        (reason === null) !== (state === "included")
      );
    });
    expect(odd).toEqual([]);
  });

  it.runIf(name === "fenghua")("keeps the brackets of a file name in its title as they were typed", () => {
    const typed = /[()]/u;
    const changed = pack.manifest.evidence.filter(({ source, title }) => typed.test(title) && !typed.test(source));
    expect(changed.map(({ title }) => title)).toEqual([]);
  });

  it("gives each exhibit a number of its own that begins with its indicator, and pages of its own", () => {
    for (const { exhibit, indicator } of exhibitsOf(pack.manifest)) {
      expect(exhibit).toMatch(new RegExp(`^${indicator.replaceAll(".", "\\.")}-\\d{2}$`, "u"));
    }
    const total = pack.manifest.outputs.find(({ role, format }) => role === "appendix" && format === "pdf")?.pages ?? 0;
    let before = 0;
    for (const { first, last } of exhibitsOf(pack.manifest)) {
      expect(first).toBeGreaterThan(before);
      expect(last).toBeGreaterThanOrEqual(first);
      before = last;
    }
    expect(before).toBeLessThanOrEqual(total);
  });

  it("has a workbook with one row an exhibit, in the order and on the pages of the appendix", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(pack.file("appendix-index", "xlsx"));
    expect(workbook.worksheets).toHaveLength(1);
    const rows: unknown[][] = [];
    workbook.worksheets[0]?.eachRow((row, number) => {
      if (number > 1) rows.push((row.values as unknown[]).slice(1));
    });
    const told = rows.map((row) => [row[0], row[1], row[3], row[7], row[8], row[9], row[13]]);
    const file = encodeURIComponent(path.basename(pack.file("appendix", "pdf")));
    const expected = exhibitsOf(pack.manifest).map(({ exhibit, indicators, title, first, last }) => [
      { text: exhibit, hyperlink: `${file}#page=${String(first)}` },
      indicators.join(name === "fenghua" ? "、" : ", "),
      title,
      first,
      last,
      last - first + 1,
    ]);
    expect(told.map((row) => row.slice(0, -1))).toEqual(expected);
    for (const [at, { source }] of exhibitsOf(pack.manifest).entries()) expect(told[at]?.at(-1)).toContain(source);
  });

  it.runIf(name === "fenghua")("tells the faults put in as reasons, and Office files without a converter", () => {
    const told = pack.manifest.evidence.filter(
      ({ reason }) => reason !== null && reason !== "no-converter" && reason !== "register",
    );
    expect(Object.fromEntries(told.map(({ source, state, reason }) => [source, [state, reason]]))).toEqual({
      "evidence/区府办/办公室/食堂用餐安排（2019年国庆）.docx": ["omitted", "unmatched"],
      "evidence/宣传部/1-1-3 联席会议纪要2019-03-12.pdf": ["omitted", "duplicate"],
      "evidence/教育局/2-2-1 专职人员名册2019.pdf": ["placeholder", "encrypted"],
      "evidence/统计局/3-3-1 抽样说明2019-09-02.pdf": ["placeholder", "corrupt"],
    });
    const kept = told.flatMap(({ duplicateOf }) => duplicateOf ?? []);
    expect(kept).toEqual(["evidence/教育局/1-1-3 联席会议/联席会议纪要2019-03-12.pdf"]);
    const office = pack.manifest.evidence.filter(({ reason }) => reason === "no-converter");
    for (const { source } of office) expect(source).toMatch(/\.(?:docx|xlsx)$/u);
  });
});
