/** A register given out, filled in by hand and handed back links everything, with no edit. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { tempFolder } from "../support/folders.ts";
import { fillIn, map, outlineOf, paper, runIn, workspace } from "./workspace.ts";

const folder = tempFolder();

interface CheckJson {
  readonly requirements: readonly { readonly status: string; readonly requirement: string }[];
  readonly diagnostics: readonly { readonly code: string; readonly severity: string; readonly file: string }[];
}

interface Names {
  readonly map: string;
  readonly register: string;
  readonly tasks: string;
  readonly headings: Readonly<
    Record<"year" | "title" | "number" | "date" | "file" | "copy" | "place" | "people" | "theme", string>
  >;
  readonly original: string;
  readonly numbered: string;
}

const chinese: Names = {
  map: "zhejiang-learning-city",
  register: "登记表.xlsx",
  tasks: "报送任务清单.xlsx",
  headings: {
    year: "年度",
    title: "材料名称",
    number: "文号",
    date: "形成日期",
    file: "文件名",
    copy: "原件/复印件",
    place: "地点",
    people: "人物",
    theme: "主题",
  },
  original: "原件",
  numbered: "样例〔2019〕1号",
};

const english: Names = {
  map: "unesco-key-features",
  register: "register.xlsx",
  tasks: "evidence-task-list.xlsx",
  headings: {
    year: "Year",
    title: "Title",
    number: "Document number",
    date: "Date",
    file: "File",
    copy: "Original or copy",
    place: "Place",
    people: "People",
    theme: "Theme",
  },
  original: "Original",
  numbered: "SAMPLE 2019/1",
};

/** A new workspace of a built-in map, with everything that `assign` gives out. */
async function assigned(name: string, names: Names): Promise<string> {
  expect((await runIn(folder, "init", name, "--map", names.map, "--as-of", "2019-10-31")).exitCode).toBe(0);
  const root = path.join(folder, name);
  const { exitCode, err } = await runIn(root, "assign");
  expect([exitCode, err]).toEqual([0, ""]);
  return root;
}

/** Every department fills in the rows that `fills` names and sends the whole folder back. */
async function handedBack(root: string, names: Names, fills: (index: number) => boolean): Promise<void> {
  const { headings } = names;
  for (const entry of readdirSync(path.join(root, "assign"), { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const [given, home] = [path.join(root, "assign", entry.name), path.join(root, "evidence", entry.name)];
    mkdirSync(home, { recursive: true });
    cpSync(path.join(given, names.tasks), path.join(home, names.tasks));
    if (!existsSync(path.join(given, names.register))) continue;
    await fillIn(path.join(given, names.register), path.join(home, names.register), 3, (row, index) => {
      if (!fills(index)) return null;
      const file = `scan${String(index)}.pdf`;
      writeFileSync(path.join(home, file), paper());
      const year = row.get(headings.year) ?? "";
      return {
        [headings.title]: `样例 ${String(index)}`,
        [headings.number]: names.numbered,
        // Papers about a year are often signed in the next one, and never in the future.
        [headings.date]:
          year === "" ? new Date("2019-03-05T00:00:00Z") : year === "2018" ? "2019年1月8日" : `${year}.3.5`,
        [headings.file]: index % 2 === 0 ? file : file.replace(".pdf", ""),
        [headings.copy]: names.original,
        [headings.place]: "Market Square",
        [headings.people]: "families",
        [headings.theme]: "festival",
      };
    });
  }
}

async function checkOf(root: string): Promise<CheckJson> {
  const { out, err } = await runIn(root, "check", "--format", "json");
  expect(err).toBe("");
  return JSON.parse(out) as CheckJson;
}

/** Texts of the report and figures are not what this is about. */
const told = ({ diagnostics }: CheckJson): string[] =>
  diagnostics
    .filter(({ code, file }) => !code.startsWith("narrative") && code !== "not-filled-in" && file !== "facts.yaml")
    .filter(({ code }) => code !== "figure-missing" && code !== "threshold-not-met")
    .map(({ code, file }) => `${code} ${file}`);

describe.each([
  ["chinese", chinese],
  ["english", english],
] as const)("registers in %s", (name, names) => {
  it("cover every requirement when all rows are filled in", async () => {
    const root = await assigned(`${name}-all`, names);
    await handedBack(root, names, () => true);
    const result = await checkOf(root);
    expect(told(result)).toEqual([]);
    expect(result.requirements.length).toBeGreaterThan(60);
    expect(result.requirements.filter((each) => each.status !== "covered")).toEqual([]);
  });

  it("say nothing wrong of rows that are still empty", async () => {
    const root = await assigned(`${name}-half`, names);
    await handedBack(root, names, (index) => index % 2 === 0);
    const result = await checkOf(root);
    const owed = new Set(["missing-evidence", "missing-years", "too-few"]);
    expect(told(result).filter((each) => !owed.has(each.split(" ")[0] ?? ""))).toEqual([]);
    const covered = result.requirements.filter((each) => each.status === "covered");
    expect(covered.length).toBeGreaterThan(20);
    expect(covered.length).toBeLessThan(result.requirements.length);
  });

  it("say nothing at all while nobody has filled them in", async () => {
    const root = await assigned(`${name}-none`, names);
    await handedBack(root, names, () => false);
    const result = await checkOf(root);
    expect(told(result).filter((each) => !each.startsWith("missing-") && !each.startsWith("too-few"))).toEqual([]);
    expect(result.requirements.filter((each) => each.status === "covered")).toEqual([]);
  });
});

describe("a register for what must be sealed, original, a set, and no more than so many", () => {
  const strict = map.replace("{ key: photos, title: 活动照片, kind: photo, min: 2 }", () =>
    [
      "{ key: letter, title: 承诺书, seal: required, original: required }",
      "{ key: meeting, title: 动员会, bundle: [notice, minutes] }",
      "{ key: list, title: 志愿者名册, kind: roster, max: 5 }",
    ].join("\n          - "),
  );

  it("says so, has a column for the seal, and takes dates however they are typed", async () => {
    const root = workspace(folder, "strict", {
      "indicators.yaml": strict,
      "evidence/图书馆/2-1 活动照片.pdf": paper(),
      "evidence/图书馆/承诺书.pdf": paper(),
      "evidence/图书馆/动员会/通知.pdf": paper(),
      "evidence/图书馆/动员会/纪要.pdf": paper(),
      "evidence/图书馆/名册.pdf": paper(),
      "evidence/图书馆/办法.pdf": paper(),
    });
    rmSync(path.join(root, "evidence/图书馆/2-1 活动照片.pdf"));
    expect((await runIn(root, "assign", "--department", "library")).exitCode).toBe(0);
    const given = path.join(root, "assign/图书馆/登记表.xlsx");
    const printed = await outlineOf(given);
    expect(printed).toContain("文件，1件，加盖公章，须为原件 ");
    expect(printed).toContain("文件，1件，须成套（通知、纪要） ");
    expect(printed).toContain("名册，1件，至多5件 ");
    const rows = [
      { 材料名称: "借阅办法", 形成日期: "2016年9月", 文件名: "办法" },
      // Excel makes a count of days of a number typed into a column of dates.
      { 材料名称: "承诺书", 形成日期: 20_190_305, 文件名: "承诺书.pdf", "原件/复印件": "原件", 是否盖章: "是" },
      { 材料名称: "动员会", 形成日期: 43_529, 文件名: "动员会" },
      { 材料名称: "志愿者名册", 形成日期: 2019, 文件名: "名册" },
    ];
    await fillIn(given, path.join(root, "evidence/图书馆/登记表.xlsx"), 3, (_, index) => rows[index] ?? null);
    const { out } = await runIn(root, "check", "--department", "library", "--format", "json");
    const result = JSON.parse(out) as CheckJson;
    expect(told(result).filter((each) => each !== "waiver-incomplete evipack.yaml")).toEqual([]);
    const statuses = result.requirements.map((each) => each.status);
    expect(statuses).toEqual(["covered", "covered", "covered", "covered", "optional"]);
  });
});
