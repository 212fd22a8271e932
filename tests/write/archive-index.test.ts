/** The index with the columns of archives (卷内文件目录), read back as PDF, DOCX and XLSX. */
import path from "node:path";
import exceljs from "exceljs";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { ReadPdf } from "../support/pdf-read.ts";
import { readPack } from "../support/samples.ts";
import type { PackOnDisk } from "../support/samples.ts";
import { missingTools, needs, pageTexts, run as tool, squeeze } from "../support/tools.ts";

const missing = missingTools("pdftotext", "unzip");
const register = `items:
  - { title: 机构批文, indicators: ["2-1-2"], files: [2-1-2 机构批文（样编〔2012〕5号）.txt], doc_number: 样编〔2012〕5号, date: 2012-03-05, copy: copy, remark: 原件存编办 }
`;

describe.skipIf(missing.length > 0)(`an index of an archive ${needs(missing)}`, () => {
  const root = path.join(tempFolder(), "workspace");
  let pack: PackOnDisk;

  beforeAll(async () => {
    build(root, {
      name: "",
      about: "",
      files: {
        "evipack.yaml": `${config}appendix: { volumes: section, index: archive }\n`,
        "evidence/财政局/register.yaml": register,
      },
    });
    const ran = await run(["compile"], root);
    if (ran.exitCode > 1) throw new Error(`${ran.out}${ran.err}`);
    pack = readPack(path.join(root, "pack"));
  });

  it("has its columns, days of eight digits, and counts its rows in each volume", async () => {
    const file = path.join(pack.folder, "支撑材料汇编 第2册 保障措施.pdf");
    const index = squeeze(pageTexts(file, "-raw")[1] ?? "");
    expect(index).toContain("第2册目录序号责任者文号题名日期页号备注");
    expect(index).toContain("1财政局样财〔2019〕8号预算批复2019");
    expect(index).toContain("4财政局样编〔2012〕5号机构批文20120305");
    expect(index).toContain("2-1-2-01；复印件；");
    const links = (await ReadPdf.open(file)).links(2).map(({ to }) => to);
    const firsts = pack.manifest.evidence.flatMap(({ volume, pages }) =>
      volume === 2 && pages !== null ? [pages[0]] : [],
    );
    for (const first of firsts) expect(links.filter((to) => to === first)).toHaveLength(1);
    const master = squeeze(pageTexts(path.join(pack.folder, "支撑材料汇编 第1册 基本条件.pdf"), "-raw")[1] ?? "");
    expect(master).toContain("支撑材料总目录序号责任者文号题名日期册、页备注");
    expect(master).toContain("8");
    expect((await run(["verify", "pack"], root)).exitCode).toBe(0);
  });

  it("tears neither document numbers nor days", () => {
    const lines = [1, 2].flatMap((n) => {
      const file = path.join(pack.folder, `支撑材料汇编 第${String(n)}册 ${n === 1 ? "基本条件" : "保障措施"}.pdf`);
      return pageTexts(file, "-layout")[1]?.split("\n") ?? [];
    });
    for (const whole of ["样财〔2019〕8号", "样编〔2012〕5号", "20120305"]) {
      expect([whole, lines.filter((line) => squeeze(line).includes(whole)).length]).toEqual([whole, 2]);
    }
  });

  it("prints all of the workbook but where originals lie, each row as high as its text", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(pack.file("appendix-index", "xlsx"));
    const sheet = workbook.worksheets[0];
    const last = sheet?.columnCount ?? 0;
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    expect(sheet?.pageSetup.printArea?.replaceAll("$", "")).toBe(
      `A1:${sheet?.getColumn(last - 1).letter ?? ""}${String(sheet?.rowCount)}`,
    );
    expect(sheet?.getRow(2).height).toBeGreaterThanOrEqual(15);
    // 编入方式 in its narrow column.
    expect(sheet?.getRow(1).height).toBeGreaterThanOrEqual(32);
  });

  it("is the same in Word", () => {
    const xml = tool("unzip", ["-p", pack.file("appendix", "docx"), "word/document.xml"]);
    const text = xml.replace(/<[^>]+>/gu, "");
    expect(text).toContain("序号责任者文号题名日期册、页备注");
    expect(text).toContain("20120305");
    expect(text).toContain("2-1-2-01；复印件；原件存编办");
  });

  it("has the columns of DA/T 22-2015 first in the workbook, and what else is known behind them", async () => {
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(pack.file("appendix-index", "xlsx"));
    const [sheet] = workbook.worksheets;
    const [head, ...rows] = (sheet?.getSheetValues() ?? []).slice(1).map((row) => (row as unknown[]).slice(1));
    expect(head?.slice(0, 12)).toEqual([
      "序号",
      "档号",
      "文号",
      "责任者",
      "题名",
      "日期",
      "密级",
      "册",
      "起页",
      "止页",
      "页数",
      "备注",
    ]);
    const approval = rows.find((row) => row[4] === "机构批文");
    expect([approval?.[0], approval?.[2], approval?.[3], approval?.[5], approval?.[7], approval?.[11]]).toEqual([
      8,
      "样编〔2012〕5号",
      "财政局",
      "20120305",
      2,
      "复印件；原件存编办",
    ]);
    expect(rows.map((row) => row[0])).toEqual(rows.map((_, at) => at + 1));
    expect(sheet?.autoFilter).toBeDefined();
  });
});
