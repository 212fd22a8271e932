/** Which exhibits have placeholder pages (替代页), as index, dividers and workbook say it. */
import path from "node:path";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { tinyPdf } from "../cases/bytes.ts";
import { run } from "../cases/run.ts";
import { build, config, noEvidence, plan } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { mp4 } from "../support/handed-in.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { missingTools, needs, pageTexts, run as tool, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext", "unzip");
const register = `items:
  - { title: 培训材料, indicators: ["2-1-1"], requirement: voucher, files: [通知.pdf, 录像.mp4], remark: 样例 }
  - { title: 开班录像, indicators: ["2-1-1", "1-1-1"], requirement: voucher, files: [开班.mp4], copy: copy }
`;

async function compiled(index: "default" | "archive"): Promise<PackOnDisk> {
  const root = path.join(tempFolder(), "workspace");
  build(root, {
    name: "",
    about: "",
    files: {
      "evipack.yaml": `${config}appendix: { index: ${index} }\n`,
      ...noEvidence(),
      [plan]: tinyPdf("plan"),
      "evidence/财政局/通知.pdf": tinyPdf("notice"),
      "evidence/财政局/录像.mp4": mp4(60, 640, 480),
      "evidence/财政局/开班.mp4": mp4(90, 640, 480),
      "evidence/财政局/register.yaml": register,
    },
  });
  const ran = await run(["compile"], root);
  if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
  return readPack(path.join(root, "pack"));
}

const inWord = (pack: PackOnDisk): string =>
  squeeze(tool("unzip", ["-p", pack.file("appendix", "docx"), "word/document.xml"]).replace(/<[^>]+>/gu, ""));

const countOf = (text: string, words: string): number => text.split(words).length - 1;

describe.skipIf(missing.length > 0)(`an exhibit with placeholder pages ${needs(missing)}`, () => {
  it("is told behind its title in the index and on dividers, in PDF and in Word", async () => {
    const pack = await compiled("default");
    const pdf = squeeze(pageTexts(pack.file("appendix", "pdf"), "-raw").join(""));
    // Twice in the index, where it serves two indicators, and on the dividers of both.
    for (const text of [pdf, inWord(pack)]) {
      expect(countOf(text, "开班录像（替代页）")).toBe(4);
      expect(countOf(text, "培训材料（含替代页）")).toBe(2);
      expect(countOf(text, "替代页）")).toBe(6);
    }
    const links = tool("unzip", ["-p", pack.file("appendix", "docx"), "word/document.xml"]);
    const linked = [...links.matchAll(/<w:hyperlink.*?<\/w:hyperlink>/gsu)].map(([link]) => link).join("");
    expect(linked).toContain("开班录像");
    expect(linked).not.toContain("替代页");
  });

  it("is told among the remarks of an archive", async () => {
    const pack = await compiled("archive");
    const pdf = squeeze(pageTexts(pack.file("appendix", "pdf"), "-raw")[1] ?? "");
    for (const text of [pdf, inWord(pack)]) {
      expect(text).toContain("；复印件；替代页");
      expect(text).toContain("；样例；含替代页");
      expect(text).toContain("2财政局开班录像6");
    }
  });

  it("is told in the workbook in the same words", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile((await compiled("default")).file("appendix-index", "xlsx"));
    const [head, ...rows] = (workbook.worksheets[0]?.getSheetValues() ?? []).slice(1).map((row) => row as unknown[]);
    const form = head?.indexOf("编入方式") ?? -1;
    const told = rows.map((row) => [row[head?.indexOf("材料名称") ?? -1], row[form]]);
    expect(told).toContainEqual(["开班录像", "替代页"]);
    expect(told).toContainEqual(["培训材料", "含替代页"]);
    expect(told.filter(([, each]) => each === "原文").length).toBe(told.length - 2);
  });
});
