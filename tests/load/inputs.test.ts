/** What a workspace says beside its evidence: every file that is read counts, and nothing else does. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { changedInputs, inputsOf } from "../../src/load/inputs.ts";
import { build, config } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";

const root = path.join(tempFolder(), "workspace");

const named = `${config}style: styles/own.yaml
fonts: 字体
passwords: [one]
report: { template: 报告.md, briefing: true, briefing_template: 汇报.md, reference: 样式.docx }
`;

const files = [
  "facts.yaml",
  "findings.yaml",
  "funds.yaml",
  "surveys.yaml",
  "evipack.lock.yaml",
  "indicators.yaml",
  "narrative/2-2.md",
  "narrative/图/一.png",
  "narrative/overview.docx",
  "styles/own.yaml",
  "tables/学校.csv",
  "报告.md",
  "汇报.md",
  "样式.docx",
  "字体/仿宋.ttf",
  "照片/二.png",
];

const put = (name: string, text: string): void => {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
  writeFileSync(path.join(root, name), text);
};

const inputs = () => inputsOf(root, ["照片/二.png"]);

beforeEach(() => {
  rmSync(root, { recursive: true, force: true });
  build(root, { name: "", about: "" });
  put("evipack.yaml", named);
  for (const file of files) put(file, "样例\n");
});

describe("what changed beside the evidence", () => {
  it.each(files)("%s: changed and gone", async (file) => {
    const before = await inputs();
    expect(changedInputs(before, await inputs())).toEqual([]);
    put(file, "样例，改过\n");
    expect(changedInputs(before, await inputs())).toEqual([file]);
    rmSync(path.join(root, file));
    // Without a map there is none to speak of, and a check says so.
    const after = file === "indicators.yaml" ? [] : await inputs();
    expect(changedInputs(before, after)).toContain(file);
  });

  it.each([
    ["a setting", named.replace("office: ", "office: 新")],
    ["one password more", named.replace("[one]", "[one, two]")],
    ["names in ASCII", `${named}package: { ascii_names: true }\n`],
  ])("evipack.yaml: %s", async (_, text) => {
    const before = await inputs();
    put("evipack.yaml", text);
    expect(changedInputs(before, await inputs())).toEqual(["evipack.yaml"]);
  });

  it("a text that came", async () => {
    const before = await inputs();
    put("narrative/1-1-3.md", "样例\n");
    expect(changedInputs(before, await inputs())).toEqual(["narrative/1-1-3.md"]);
  });

  it.each([
    ["another password", "evipack.yaml", named.replace("[one]", "[two]")],
    ["what may be delivered", "evipack.yaml", `${named}package: { max_file_mb: 5, leave_out: [site] }\n`],
    ["a comment in it", "evipack.yaml", `# 说明\n${named}`],
    ["a note", "说明.txt", "样例"],
    ["evidence", "evidence/教育局/2-2 名册.txt", "样例"],
    ["the history of drafts", "evipack.history.yaml", "样例"],
    ["what a system leaves", "narrative/.DS_Store", ""],
    ["no font", "字体/说明.txt", "样例"],
  ])("is not: %s", async (_, file, text) => {
    const before = await inputs();
    put(file, text);
    expect(changedInputs(before, await inputs())).toEqual([]);
  });
});
