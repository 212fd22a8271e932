/** Reminders, and departments with hostile names. */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readOoxmlPart } from "../../src/engines/ooxml.ts";
import { expectText } from "../cases/golden.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { workbookOf } from "../support/workbook.ts";
import { copySample } from "../support/samples.ts";
import { faultsOf, textOf } from "../write/docx-read.ts";
import { config, letterOf, map, outlineOf, paper, runIn, workspace, write } from "./workspace.ts";

const folder = tempFolder();
const golden = (name: string): string => path.join(import.meta.dirname, "golden", name);
const docx = (file: string): string => textOf(readOoxmlPart(readFileSync(file), "word/document.xml") ?? "");

describe("assign --chase", () => {
  it("writes a letter to each department that owes something, and a list of all", async () => {
    const root = workspace(folder, "chase");
    const { exitCode, out, err } = await runIn(root, "assign", "--chase");
    expect([exitCode, err]).toEqual([0, ""]);
    const place = path.join(root, "chase");
    const files = filesBelow(place);
    const text = [`$ evipack assign --chase\n${out}`, `${files.join("\n")}\n`];
    for (const file of files.filter((each) => each.endsWith(".docx")))
      text.push(`## ${file}\n\n${docx(path.join(place, file))}`);
    text.push(`## 催办汇总表.xlsx\n\n${await outlineOf(path.join(place, "催办汇总表.xlsx"))}`);
    expectText(golden("chase.txt"), text.join("\n"));
  });

  it("speaks English for an English map", async () => {
    const root = path.join(folder, "english");
    copySample("unesco", root);
    rmSync(path.join(root, "evidence", "City Library"), { recursive: true });
    const { exitCode, out } = await runIn(root, "assign", "--chase");
    expect(exitCode).toBe(0);
    const letter = path.join(root, "chase", "reminder (City Library).docx");
    const list = await outlineOf(path.join(root, "chase", "reminder-summary.xlsx"));
    const text = `$ evipack assign --chase\n${out}\n## reminder (City Library).docx\n\n${docx(letter)}\n## reminder-summary.xlsx\n\n${list}`;
    expect(text).not.toMatch(/\p{Script=Han}/u);
    expectText(golden("chase.en.txt"), text);
    expect(await faultsOf(readFileSync(letter))).toEqual([]);
  });
});

describe("a reminder", () => {
  it("names files that found no requirement, eight of them, and sends the reader there", async () => {
    const stray = (count: number): Record<string, Buffer> =>
      Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`evidence/财政局/杂/样例杂件${String(n + 1)}.pdf`, paper()]),
      );
    const root = workspace(folder, "unplaced", { "evidence/财政局/1-1 样例别件2019.pdf": paper(), ...stray(9) });
    await runIn(root, "assign", "--chase");
    const letter = textOf(letterOf(root, "财政局"));
    expect(letter).toContain(
      "另有10件看不出是哪一项要求的材料，没有计入上表：“1-1 样例别件2019.pdf”、“杂/样例杂件1.pdf”",
    );
    expect(letter).toContain("“杂/样例杂件7.pdf”等，还有2件。请在登记表里逐件写明");
    expect(letter).toContain("请按“还缺什么”一栏和表后所列材料核对更正");
    expect(textOf(letterOf(root, "样例区图书馆"))).not.toContain("看不出是哪一项");
  });

  it("to a department that owes nothing names only what found no requirement", async () => {
    const root = workspace(folder, "unplaced-only", { "evidence/卫健局/样例义诊2019.pdf": paper() });
    const { exitCode, out } = await runIn(root, "assign", "--chase", "--department", "卫健局");
    expect([exitCode, out]).toEqual([0, "已写到 chase/：\n  催办函（卫健局）.docx\n"]);
    const letter = textOf(letterOf(root, "卫健局"));
    expect(letter).toContain("关于核对样例区书香城区支撑材料的函");
    expect(letter).toContain(
      "贵单位没有欠交的样例区书香城区支撑材料。报送的材料中，有1件看不出是哪一项要求的，没有计入：“样例义诊2019.pdf”。",
    );
    expect(letter).not.toContain("还缺什么");
    await runIn(root, "assign", "--chase");
    const list = await outlineOf(path.join(root, "chase", "催办汇总表.xlsx"));
    expect(list).toMatch(/卫健局.*催办函（卫健局）/u);
  });

  const register = (rows: readonly (readonly (string | null)[])[]): Promise<Buffer> =>
    workbookOf({ rows: [["指标编号", "材料名称", "文号", "形成日期", "文件名", "领导批示"], ...rows] });

  it("lists what is wrong in the department's own register, with sheet and cell", async () => {
    const root = workspace(folder, "register", {
      "evidence/财政局/登记表.xlsx": await register([
        ["1-1", "预算批复（样例）", "样例2018 1号", "2018年2月30日", "1-1 预算批复2018", null],
        ["1-9", "情况说明（样例）", null, "2018-05-01", "情况说名", null],
      ]),
    });
    await runIn(root, "assign", "--chase");
    const letter = textOf(letterOf(root, "财政局"));
    expect(letter).toContain("贵单位报来的登记表有");
    expect(letter).toContain("财政局登记表需更正之处");
    expect(letter).toContain("“登记表”表D2\n“2018年2月30日”不是确切的日期，没有采用。");
    expect(letter).toContain("“登记表”表C2\n文号“样例2018 1号”写法不规范");
    expect(letter).toContain("“登记表”表A3\n指标体系里没有编号“1-9”。");
    expect(letter).toContain("“登记表”表E3\n找不到文件“情况说名”。");
    expect(letter).not.toContain("领导批示");
    expect(letter.indexOf("登记表需更正之处")).toBeLessThan(letter.indexOf("补报材料请放入"));
    expect(textOf(letterOf(root, "样例区图书馆"))).not.toContain("登记表需更正");
    expect(await faultsOf(readFileSync(path.join(root, "chase", "催办函（财政局）.docx")))).toEqual([]);
  });

  it("goes to a department that owes nothing where its register has errors", async () => {
    const rows = (day: string): Promise<Buffer> => register([[null, "样例义诊", "样例2019 1号", day, null, null]]);
    const root = workspace(folder, "register-only", { "evidence/卫健局/登记表.xlsx": await rows("2019年2月30日") });
    await runIn(root, "assign", "--chase");
    const letter = textOf(letterOf(root, "卫健局"));
    expect(letter).toContain("关于核对样例区书香城区支撑材料的函");
    expect(letter).toContain("截至2019年9月10日，贵单位没有欠交的样例区书香城区支撑材料。");
    expect(letter).toContain("登记表更正后仍放在“卫健局”文件夹，并交我单位。");
  });

  it("leaves a line for a sender who is not filled in yet, and says so", async () => {
    const hint = config.replace("office: 样例区创建办", "office: （编制单位，如样例区创建办）");
    const root = workspace(folder, "no-sender", { "evipack.yaml": hint });
    const { out } = await runIn(root, "assign", "--chase");
    expect(out).toContain("not-filled-in");
    const letter = textOf(letterOf(root, "财政局"));
    expect(letter).toContain("________关于催报");
    expect(letter).toContain("\n________\n");
    expect(letter).not.toContain("编制单位");
  });

  it("gives most room to what is missing", async () => {
    const root = workspace(folder, "widths");
    await runIn(root, "assign", "--chase");
    const grid = /<w:tblGrid>.*?<\/w:tblGrid>/u.exec(letterOf(root, "财政局"))?.[0] ?? "";
    const widths = [...grid.matchAll(/w:w="(\d+)"/gu)].map(([, width]) => Number(width));
    expect(widths.indexOf(Math.max(...widths))).toBe(4);
  });

  it("has room for the date of its signature, figures set off from Chinese", async () => {
    const late = config.replace("2019-09-10", "2019-12-20").replace("office: 样例区创建办", "office: 样例办");
    const root = workspace(folder, "dated", { "evipack.yaml": late });
    await runIn(root, "assign", "--chase");
    const date = (letterOf(root, "财政局").match(/<w:p>.*?<\/w:p>/gsu) ?? []).findLast((each) =>
      each.includes(">2019年12月20日<"),
    );
    const left = Number(/w:left="(\d+)"/u.exec(date ?? "")?.[1]);
    // 156 mm in twips, at 16 pt: the date and five gaps of a quarter, two characters from the right.
    expect(left + (7 + 1.25 + 2) * 320).toBeLessThanOrEqual(8846);
  });

  it.each([
    ["样例子（综合科，电话样例）", "（联系人：样例子，综合科，电话样例）"],
    ["样例子(综合科) 电话(0574)00000000", "（联系人：样例子，综合科，电话(0574)00000000）"],
  ])("has no brackets within brackets: %s", async (contact, note) => {
    const root = workspace(folder, `contact-${String(contact.length)}`, {
      "evipack.yaml": config.replace("样例甲，电话 00000000", contact),
    });
    await runIn(root, "assign", "--chase");
    expect(textOf(letterOf(root, "财政局"))).toContain(note);
  });

  it("has no column of days where none is known", async () => {
    const root = workspace(folder, "no-days", { "evipack.yaml": config.replace(/stages:\n(?: {2}-.*\n)+/u, "") });
    await runIn(root, "assign", "--chase");
    const xml = letterOf(root, "财政局");
    expect(textOf(xml)).not.toContain("完成时限\n");
    expect(textOf(xml)).not.toContain("按期");
    const widths = [...(/<w:tblGrid>.*?<\/w:tblGrid>/u.exec(xml)?.[0] ?? "").matchAll(/w:w="(\d+)"/gu)].map(
      ([, width]) => Number(width),
    );
    expect(widths).toHaveLength(5);
    const dated = [
      ...(/<w:tblGrid>.*?<\/w:tblGrid>/u.exec(letterOf(path.join(folder, "widths"), "财政局"))?.[0] ?? "").matchAll(
        /w:w="(\d+)"/gu,
      ),
    ].map(([, width]) => Number(width));
    const sum = (all: readonly number[]): number => all.reduce((whole, each) => whole + each, 0);
    expect(dated).toHaveLength(6);
    expect(Math.abs(sum(widths) - sum(dated))).toBeLessThan(10);
  });

  it("keeps its last words on the page of the signature", async () => {
    const root = workspace(folder, "kept-together");
    await runIn(root, "assign", "--chase");
    const paragraphs = letterOf(root, "财政局").match(/<w:p>.*?<\/w:p>/gsu) ?? [];
    const last = paragraphs.findIndex((each) => each.includes("补报材料请放入"));
    const date = paragraphs.findIndex((each, index) => index > last && each.includes("9月10日"));
    expect(last).toBeGreaterThan(0);
    expect(paragraphs.slice(last, date + 1).filter((each) => !each.includes("<w:keepNext/>"))).toEqual([]);
  });
});

describe("hostile names of departments", () => {
  it("stay inside the output, each with a folder of its own", async () => {
    const ids = ["education", "finance", "library", "health"];
    const names = ["../../逃", "a/../../b:c", "财政局", "CON"];
    const folders = ["..x", "A/b", "a/B", "con"];
    const departments = ids.map(
      (id, index) => `  ${id}: { name: "${names[index] ?? ""}", folder: "${folders[index] ?? ""}" }`,
    );
    const hostile = config.replace(/departments:\n(?: {2}.*\n)+/u, `departments:\n${departments.join("\n")}\n`);
    const root = workspace(folder, "hostile/inner", { "evipack.yaml": hostile });
    write(root, {
      "indicators.yaml": map.replace(
        "support: [finance] }",
        "support: [finance], requires: [{ key: k, title: '=1+1', by: health }] }",
      ),
    });
    expect((await runIn(root, "assign")).exitCode).toBe(0);
    expect((await runIn(root, "assign", "--chase")).exitCode).toBe(0);
    expect(filesBelow(path.join(root, "assign")).filter((each) => each.endsWith("清单.xlsx"))).toEqual([
      "-con/报送任务清单.xlsx",
      "..x/报送任务清单.xlsx",
      "A/b/报送任务清单.xlsx",
      "a/B-2/报送任务清单.xlsx",
    ]);
    expect(filesBelow(path.join(root, "chase"))).toContain("催办函（a-..-..-b-c）.docx");
    expect(filesBelow(path.join(folder, "hostile")).every((each) => each.startsWith("inner/"))).toBe(true);
    const register = await outlineOf(path.join(root, "assign", "-con", "登记表.xlsx"));
    expect(register).toContain("=1+1");
    const sheet = readOoxmlPart(
      readFileSync(path.join(root, "assign", "-con", "登记表.xlsx")),
      "xl/worksheets/sheet1.xml",
    );
    expect(sheet).not.toContain("<f>");
  });

  it("come from the map too, where nobody has checked them", async () => {
    const root = workspace(folder, "from-map", {
      "evipack.yaml": config.replace(/departments:\n(?: {2}.*\n)+/u, ""),
      "indicators.yaml": map.replace("education: 教育局", 'education: "..", health2: "../../x"'),
    });
    const { exitCode } = await runIn(root, "assign");
    expect(exitCode).toBe(0);
    expect(filesBelow(path.join(root, "assign"))).toContain("education/报送任务清单.xlsx");
  });
});
