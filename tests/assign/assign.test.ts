/** What `assign` gives out: tables, lists, registers, reminders; what it never overwrites. */
import { appendFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import exceljs from "exceljs";
import { describe, expect, it } from "vitest";
import { paperFor } from "../../src/engines/xlsx.ts";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { expectText } from "../cases/golden.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { faultsOf, textOf } from "../write/docx-read.ts";
import { config, outlineOf, paper, runIn, workspace, write } from "./workspace.ts";

const folder = tempFolder();
const golden = (name: string): string => path.join(import.meta.dirname, "golden", name);

const docx = (file: string): string => textOf(readOoxmlPart(readFileSync(file), "word/document.xml") ?? "");

describe("assign", () => {
  it("gives out the table, and to each department its list and a register", async () => {
    const root = workspace(folder, "tasks");
    const { exitCode, out, err } = await runIn(root, "assign");
    expect([exitCode, err]).toEqual([0, ""]);
    const files = filesBelow(path.join(root, "assign"));
    const text = [`$ evipack assign\n${out}`, `${files.join("\n")}\n`];
    for (const file of files.filter((each) => each.endsWith(".xlsx"))) {
      text.push(`## ${file}\n\n${await outlineOf(path.join(root, "assign", file))}`);
    }
    text.push(`## 任务分解表.docx\n\n${docx(path.join(root, "assign", "任务分解表.docx"))}`);
    expectText(golden("tasks.txt"), text.join("\n"));
  });

  it("writes valid files only", async () => {
    const root = path.join(folder, "tasks");
    await runIn(root, "assign", "--chase");
    const files = ["assign", "chase"].flatMap((each) =>
      filesBelow(path.join(root, each)).map((name) => path.join(root, each, name)),
    );
    const written = files.filter((each) => /\.(?:docx|xlsx)$/u.test(each));
    expect(written.length).toBe(10);
    for (const file of written) {
      const extension = file.endsWith(".xlsx") ? "xlsx" : "docx";
      expect([file, await faultsOf(readFileSync(file), extension)]).toEqual([file, []]);
    }
  });

  it("offers choices and expects dates in ranges that do not overlap", () => {
    const sheet = readOoxmlPart(
      readFileSync(path.join(folder, "tasks", "assign", "图书馆", "登记表.xlsx")),
      "xl/worksheets/sheet1.xml",
    );
    const ranges = [
      ...(sheet ?? "").matchAll(/<dataValidation type="(\w+)"[^>]*sqref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/gu),
    ];
    expect(ranges.map(([, type]) => type)).toEqual(["list", "list", "date", "custom", "list"]);
    expect(new Set(ranges.map(([, , column]) => column)).size).toBe(ranges.length);
    expect(ranges.every(([, , from, , to]) => from === to)).toBe(true);
  });

  it("writes the same bytes again", async () => {
    const [first, second] = [path.join(folder, "tasks"), workspace(folder, "again")];
    await runIn(second, "assign");
    await runIn(second, "assign", "--chase");
    for (const each of ["assign", "chase"]) {
      const names = filesBelow(path.join(first, each));
      expect(filesBelow(path.join(second, each))).toEqual(names);
      for (const name of names) {
        const same = readFileSync(path.join(first, each, name)).equals(readFileSync(path.join(second, each, name)));
        expect([name, same]).toEqual([name, true]);
      }
    }
  });

  it("may be limited to departments, by id, name or folder", async () => {
    const root = workspace(folder, "one");
    for (const name of ["library", "样例区图书馆", "图书馆"]) {
      rmSync(path.join(root, "assign"), { recursive: true, force: true });
      expect((await runIn(root, "assign", "--department", name)).exitCode).toBe(0);
      expect(filesBelow(path.join(root, "assign"))).toEqual([
        ".evipack-handout.json",
        "图书馆/报送任务清单.xlsx",
        "图书馆/登记表.xlsx",
      ]);
    }
    const nobody = await runIn(root, "assign", "--department", "health");
    expect([nobody.exitCode, nobody.out]).toEqual([0, "卫健局没有牵头的指标，也没有要报的材料，什么也没写。\n"]);
    const several = ["--department", "library", "--department", "财政局", "--department", "health"];
    const { out } = await runIn(root, "assign", "--chase", ...several);
    expect(out).toBe(
      "已写到 chase/：\n  催办函（财政局）.docx\n  催办函（样例区图书馆）.docx\n卫健局的材料已报齐，不用催办。\n",
    );
    const unknown = await runIn(root, "assign", "--department", "library", "--department", "财政");
    expect(unknown.exitCode).toBe(2);
    expect(unknown.err).toContain("是否想写“财政局”？");
  });

  it("tells of folders that are missing or belong to nobody", async () => {
    const root = workspace(folder, "folders", { "evidence/财务局/1-1 预算批复2019.pdf": paper() });
    const { out } = await runIn(root, "assign");
    expect(out).toContain("evidence/财务局  提醒 unknown-folder");
    expect(out).not.toContain("no-department-folder");
    rmSync(path.join(root, "evidence", "图书馆"), { recursive: true });
    const missing = await runIn(root, "assign", "--chase");
    expect(missing.out).toMatch(/evipack\.yaml:\d+:3  提醒 no-department-folder\n  样例区图书馆有 2 项材料要报/u);
  });

  it("tells of many folders that belong to nobody in two lines", async () => {
    const strange = Object.fromEntries(["甲", "乙", "丙"].map((each) => [`evidence/杂${each}/1-1 说明.pdf`, paper()]));
    const { out } = await runIn(workspace(folder, "many", strange), "assign");
    expect(out.match(/unknown-folder/gu)).toHaveLength(1);
    expect(out).toMatch(
      /^提醒 unknown-folder（3 个）：如 evidence\/杂.  文件夹“杂.”不属于任何部门（内有 1 个文件）\n  → 逐个是哪些、怎么改：evipack check --detail full。\n\n已写到/u,
    );
  });

  it("prints its sheets on A4, their text at 9 pt or nearly", async () => {
    const root = workspace(folder, "printed");
    await runIn(root, "assign");
    const workbook = new exceljs.Workbook();
    await workbook.xlsx.readFile(path.join(root, "assign/财政局/登记表.xlsx"));
    const [sheet] = workbook.worksheets;
    const widths = (sheet?.columns ?? []).map(({ width = 0 }) => ({ width }));
    expect(sheet?.pageSetup).toMatchObject({ paperSize: 9, orientation: "landscape", fitToWidth: 1, fitToHeight: 0 });
    expect(paperFor(widths, 10.5)).toBe(9);
    // Rows to be filled in have room for two lines.
    expect(sheet?.getRow(sheet.rowCount).height).toBe(35);
    // What would be too small on A4 goes on A3.
    expect(paperFor([...widths, { width: 40 }], 10.5)).toBe(8);
  });

  it("does not write into the evidence nor over the workspace", async () => {
    const root = workspace(folder, "unsafe");
    for (const place of ["evidence", "evidence/财政局", "narrative", "."]) {
      const { exitCode, err } = await runIn(root, "assign", "--output", place);
      expect([place, exitCode]).toEqual([place, 2]);
      expect(err).toContain("unsafe-output");
    }
    writeFileSync(path.join(root, "file"), "");
    const { exitCode, err } = await runIn(root, "assign", "--output", "file");
    expect([exitCode, err.includes("cannot-write")]).toEqual([2, true]);
  });
});

describe("what people have worked on", () => {
  it("stays: a register as it is, a table under another name, others' files untouched", async () => {
    const root = workspace(folder, "edited");
    await runIn(root, "assign");
    const place = (name: string): string => path.join(root, "assign", name);
    appendFileSync(place("图书馆/登记表.xlsx"), "filled in");
    appendFileSync(place("任务分解表.docx"), "edited");
    writeFileSync(place("图书馆/照片.jpg"), "mine");
    writeFileSync(path.join(root, "evipack.yaml"), config.replace("2019-09-10", "2019-09-11"));
    const { exitCode, out } = await runIn(root, "assign");
    expect(exitCode).toBe(0);
    expect(out).toContain("有人填过或改过，原样没动：图书馆/登记表.xlsx。");
    expect(out).toContain("任务分解表.docx 有人改动过，没有覆盖，改名留作 任务分解表-kept-1.docx。");
    expect(readFileSync(place("图书馆/登记表.xlsx"), "latin1")).toMatch(/filled in$/u);
    expect(readFileSync(place("任务分解表-kept-1.docx"), "latin1")).toMatch(/edited$/u);
    expect(docx(place("任务分解表.docx"))).toContain("2019年9月11日");
    expect(readFileSync(place("图书馆/照片.jpg"), "utf8")).toBe("mine");
  });

  it("is not endangered by a second register where one was handed in", async () => {
    const root = workspace(folder, "handed-in");
    await runIn(root, "assign");
    const [given, back] = [path.join(root, "assign", "图书馆"), path.join(root, "evidence", "图书馆")];
    cpSync(path.join(given, "登记表.xlsx"), path.join(back, "登记表.xlsx"));
    const { out } = await runIn(root, "assign");
    expect(out).toContain("材料文件夹里已有登记表，没有另发，以免盖掉：样例区图书馆。");
    expect(filesBelow(given)).toEqual(["报送任务清单.xlsx"]);
    expect(existsSync(path.join(back, "登记表.xlsx"))).toBe(true);
  });

  it("is told from what is merely old: a letter no longer needed goes", async () => {
    const root = workspace(folder, "old-letters");
    await runIn(root, "assign", "--chase");
    const letter = path.join(root, "chase", "催办函（财政局）.docx");
    expect(existsSync(letter)).toBe(true);
    write(root, {
      "evidence/财政局/1-1 预算批复2019（样例〔2019〕1号）.pdf": paper(),
      "evidence/财政局/1-1 情况说明2019-05-01.pdf": paper(),
    });
    await runIn(root, "assign", "--chase");
    expect(existsSync(letter)).toBe(false);
    const settled = await runIn(root, "assign", "--chase", "--department", "财政局");
    expect([settled.exitCode, settled.out]).toEqual([0, "财政局的材料已报齐，不用催办。\n"]);
  });
});
