/** `package.leave_out`: what the recipient does not take stays out, and what is delivered is true and whole without it. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, expect, it } from "vitest";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { isLeftOut, leavableAs } from "../../src/deliver/left-out.ts";
import type { SiteData } from "../../src/model/site.ts";
import type { Manifest } from "../../src/schema/manifest.ts";
import { verifyOutput } from "../../src/schema/packs.ts";
import { readDataScript } from "../../src/write/site/script.ts";
import { run } from "../cases/run.ts";
import { config } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { compileSmall } from "../support/small-pack.ts";
import { faultsOf } from "../write/docx-read.ts";

const folder = tempFolder();
let root: string;
beforeAll(async () => {
  ({ root } = await compileSmall(folder));
});

let count = 0;
function workspace(settings: string): string {
  count += 1;
  const copy = path.join(folder, `left-${String(count)}`);
  cpSync(root, copy, { recursive: true });
  writeFileSync(path.join(copy, "evipack.yaml"), `${config}package: ${settings}\n`);
  return copy;
}

async function unsound(place: string): Promise<readonly unknown[]> {
  const { out } = await run(["verify", place, "--format", "json"], folder);
  const { diagnostics, unchecked } = verifyOutput.parse(JSON.parse(out));
  return [...diagnostics.map(({ code, file }) => `${code} ${file}`), ...unchecked.originals];
}

const outputs = (here: string): readonly string[] =>
  (JSON.parse(readFileSync(path.join(here, "delivery/data/pack/manifest.json"), "utf8")) as Manifest).outputs.map(
    (each) => each.path,
  );

it("a platform that takes PDF alone gets PDF alone, beside what machines read", async () => {
  const here = workspace("{ allowed_types: [pdf], leave_out: [docx, xlsx, gaps, check, site, originals] }");
  const ran = await run(["package"], here);
  expect([ran.exitCode, ran.err]).toEqual([0, ""]);
  expect(ran.out).toContain(
    "\n按 package.leave_out 没有带上：自评报告.docx、支撑材料汇编.docx、支撑材料目录.xlsx、核对结果.json、缺项清单.xlsx、site/、原件。\n",
  );
  expect(filesBelow(path.join(here, "delivery/data"))).toEqual([
    "README.txt",
    "pack/manifest.json",
    "pack/manifest.sha256",
    "pack/支撑材料汇编.pdf",
    "pack/自评报告.pdf",
  ]);
  expect(outputs(here)).toEqual(["自评报告.pdf", "支撑材料汇编.pdf"]);
  expect(await unsound(path.join(here, "delivery"))).toEqual([]);
  const readme = readFileSync(path.join(here, "delivery/data/README.txt"), "utf8");
  expect(readme).toContain("\n没有带原件；");
  for (const gone of ["docx", "DOCX", "xlsx", "XLSX", "网页", "缺项", "核对结果", "originals"])
    expect([gone, readme.includes(gone)]).toEqual([gone, false]);
  expect((await run(["package", "--zip"], here)).exitCode).toBe(0);
  expect(await unsound(path.join(here, "delivery.zip"))).toEqual([]);
});

it("without originals no link leads to one, and the words of the links stay", async () => {
  const here = workspace("{ leave_out: originals }");
  const ran = await run(["package", "--lang", "en"], here);
  expect(ran.out).toContain("\nLeft out, as package.leave_out says: the originals.\n");
  expect(await unsound(path.join(here, "delivery"))).toEqual([]);
  const delivered = (name: string): Buffer => readFileSync(path.join(here, "delivery/data/pack", name));
  const before = readFileSync(path.join(root, "pack/支撑材料汇编.docx"));
  const appendix = delivered("支撑材料汇编.docx");
  expect(await faultsOf(appendix)).toEqual([]);
  const texts = (docx: Buffer): string => (readOoxmlPart(docx, "word/document.xml") ?? "").replaceAll(/<[^>]*>/gu, "");
  expect(texts(appendix)).toBe(texts(before));
  const links = (docx: Buffer): number => (readOoxmlPart(docx, "word/document.xml")?.match(/r:id=/gu) ?? []).length;
  expect(links(appendix)).toBeLessThan(links(before));
  for (const [name, part] of [
    ["支撑材料汇编.docx", "word/_rels/document.xml.rels"],
    ["支撑材料目录.xlsx", "xl/worksheets/_rels/sheet1.xml.rels"],
  ] as const) {
    const rels = readOoxmlPart(delivered(name), part) ?? "";
    expect([name, rels.includes("evidence/"), rels.includes("#page=") || rels.includes(".pdf")]).toEqual([
      name,
      false,
      true,
    ]);
  }
  const { data } = readDataScript(delivered("site/data.js")) as { readonly data: SiteData };
  expect(new Set(data.exhibits.flatMap(({ files }) => files.map(({ address }) => address)))).toEqual(new Set([null]));
});

it("README speaks of links of what is delivered only", async () => {
  const here = workspace("{ leave_out: [docx, site] }");
  await run(["package"], here);
  const readme = readFileSync(path.join(here, "delivery/data/README.txt"), "utf8");
  expect(readme).toContain("按先后编号；目录（XLSX）里的链接通到这里\n");
  expect(readdirSync(path.join(here, "delivery/data/pack"))).not.toContain("site");
  expect(outputs(here)).toContain("缺项清单.xlsx");
});

it("what a limit forbids is told with the word that leaves it out", async () => {
  const here = workspace("{ allowed_types: [pdf, html, js, css], leave_out: [originals] }");
  const ran = await run(["package"], here);
  expect(ran.exitCode).toBe(1);
  expect(ran.out).toMatch(
    /自评报告\.docx {2}错误 type-not-allowed\n.*\n {2}→ 不交这种文件的，在 package\.leave_out 里写 docx；/u,
  );
  expect(ran.out).toMatch(/支撑材料目录\.xlsx {2}错误 type-not-allowed\n.*\n {2}→ .*里写 xlsx；/u);
  const { out } = await run(["package"], workspace("{ allowed_types: [docx, xlsx, html, js, css, txt, png, pdf] }"));
  expect(out).not.toContain("type-not-allowed");
});

it("a word that is none is told with the nearest", async () => {
  const ran = await run(["package"], workspace("{ leave_out: [docx, gap] }"));
  expect([ran.exitCode, ran.err]).toEqual([2, expect.stringMatching(/unknown-value\n.*gap.*\n.*gaps/u)]);
});

it("report and appendix as PDF are always delivered", () => {
  const all = ["docx", "xlsx", "briefing", "appendix-index", "spines", "check", "gaps", "site", "originals"] as const;
  for (const role of ["report", "appendix"] as const) expect(isLeftOut({ role, format: "pdf" }, all)).toBe(false);
  expect(leavableAs({ role: "report", format: "pdf" })).toBe(null);
  expect(leavableAs({ role: "gaps", format: "xlsx" })).toBe("xlsx");
  expect(leavableAs({ role: "spines", format: "pdf" })).toBe("spines");
  expect(isLeftOut({ role: "gaps", format: "xlsx" }, ["gaps"])).toBe(true);
  expect(isLeftOut({ role: "appendix-index", format: "xlsx" }, ["gaps"])).toBe(false);
});
