/** Drafts of a few nights: what opens them, what they leave in the history, and that the same night is the same bytes. */
import { createHash } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync, existsSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build } from "../cases/workspace.ts";
import { filesBelow, tempFolder } from "../support/folders.ts";
import { pagePdf } from "../support/handmade-pdf.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";
import { faultsOf, part, textOf } from "../write/docx-read.ts";

const folder = tempFolder();
const root = path.join(folder, "workspace");
const history = path.join(root, "evipack.history.yaml");
const sums = (pack: string): Record<string, string> =>
  Object.fromEntries(
    filesBelow(pack).map((file) => [
      file,
      createHash("sha256")
        .update(readFileSync(path.join(pack, file)))
        .digest("hex"),
    ]),
  );
const draft = (day: string, ...more: readonly string[]) =>
  run(["compile", "--as-of", day, "--out", "../draft", "-q", ...more], root);
const linesOf = (file: string): string[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.startsWith("  - "));

/** Between two nights a paper goes, one is replaced, and one comes. */
beforeAll(async () => {
  build(root, { name: "", about: "" });
  await draft("2019-10-29", "--draft-number", "1");
  cpSync(path.join(folder, "draft"), path.join(folder, "before"), { recursive: true });
  rmSync(path.join(root, "evidence/教育局/1-1-2 会议纪要2018-11-28.txt"));
  writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 名册（改）\n");
  writeFileSync(
    path.join(root, "evidence/财政局/2-1-1 拨款凭证2017-04-09.pdf"),
    pagePdf("BT /F1 18 Tf 30 300 Td (NEW) Tj ET"),
  );
});

describe("a draft since an earlier pack", () => {
  beforeAll(async () => {
    await draft("2019-10-30", "--draft-number", "2", "--since");
  });

  it("opens with what changed, as the outline tells it", async () => {
    const { out } = await run(
      ["compile", "--as-of", "2019-10-30", "--draft-number", "2", "--since", "../before", "--outline"],
      root,
    );
    expect(out.slice(out.indexOf("## 本稿变化"), out.indexOf("# 支撑材料汇编")).split("\n\n")[0]).toBe(`## 本稿变化
与上一稿（截止日期 2019-10-29）相比：附件新增 1 件，撤下 1 件，替换 1 件，改号 3 件，著录变动 0 件。
(各部分的覆盖)
范围 | 原 | 现 | 增减
1 基本条件 | 2/2　100% | 1/2　50% | −1
2 保障措施 | 4/4　100% | 4/4　100% | 
合计 | 6/6　100% | 5/6　83.3% | −1
(附件的增减)
变化 | 附件号 | 名称 | 原页码 | 现页码
新增 | 2-1-1-02 | 拨款凭证 |  | 10
撤下 | 1-1-2-02 | 会议纪要 | 7 | 
替换 | 2-2-01 | 人员名册2019 | 16 | 16
改号 | 1-1-2-03 → 1-1-2-02 | 会议纪要 | 8 | 7
改号 | 2-1-1-02 → 2-1-1-03 | 拨款凭证 | 11 | 11
改号 | 2-1-1-03 → 2-1-1-04 | 拨款凭证 | 12 | 12
(材料要求的变化)
编号 | 材料要求 | 原 | 现
1-1-2/minutes | 会议纪要 | 已覆盖 | 不足
[折线图：覆盖率，2019-10-29 至 2019-10-30]
(历次草稿的覆盖率)
(各部门的覆盖)
范围 | 原 | 现 | 增减
教育局 | 3/3　100% | 2/3　66.7% | −1
其余 1 个部门的覆盖没有变化，不再列出。`);
  });

  it("is a sound Word file that says the same", async () => {
    const bytes = readFileSync(path.join(folder, "draft", "自评报告.docx"));
    expect(await faultsOf(bytes)).toEqual([]);
    const said = squeeze(textOf(part(bytes, "word/document.xml")));
    for (const text of ["本稿变化", "附件新增1件，撤下1件", "1-1-2-03→1-1-2-02"]) expect(said).toContain(text);
    expect(said.indexOf("本稿变化")).toBeLessThan(said.indexOf("目录"));
  });

  const tools = missingTools("pdftotext");
  it.skipIf(tools.length > 0)(`is the first page behind the cover, and not in the contents${needs(tools)}`, () => {
    const pages = pageTexts(path.join(folder, "draft", "自评报告.pdf")).map(squeeze);
    const first = pages.findIndex((text) => text.includes("本稿变化"));
    expect(pages.slice(1, first).join("")).toMatch(/^(?:草稿|第2稿|[\d年月日]|2019)*$/u);
    expect(pages.filter((text) => text.includes("本稿变化"))).toHaveLength(1);
  });

  it("has the same bytes when it is compiled again against the same pack", async () => {
    const first = sums(path.join(folder, "draft"));
    await draft("2019-10-30", "--draft-number", "2", "--since", "../before");
    expect(sums(path.join(folder, "draft"))).toEqual(first);
  });

  it.skipIf(tools.length > 0)(`ends with the whole comparison when that is asked for${needs(tools)}`, async () => {
    const out = path.join(folder, "compared");
    const asked = ["--draft-number", "2", "--since", "../before", "--comparison"];
    await run(["compile", "--as-of", "2019-10-30", "--out", out, "-q", ...asked], root);
    const pages = pageTexts(path.join(out, "自评报告.pdf"), "-layout").map(squeeze);
    const last = pages.slice(pages.findLastIndex((text) => text.startsWith("修订对照"))).join("");
    for (const text of [
      "修订对照原：上一稿（截止日期2019-10-29，草稿）。现：本稿（截止日期2019-10-30，草稿）。",
      "附件的增减",
      "页码的变动附件件数原页码现页码移动1-1-2-02至2-1-1-0128–107–9前移1页",
      "材料要求的变化",
      "改号1-1-2-03→1-1-2-02会议纪要87",
    ])
      expect(last).toContain(text);
    expect(pages.findIndex((text) => text.includes("本稿变化"))).toBeLessThan(3);
    const bytes = readFileSync(path.join(out, "自评报告.docx"));
    expect(await faultsOf(bytes)).toEqual([]);
    const said = squeeze(textOf(part(bytes, "word/document.xml")));
    expect(said.lastIndexOf("修订对照")).toBeGreaterThan(said.length / 2);
  });

  it("is drawn into the offline page as a trend", () => {
    const data = readFileSync(path.join(folder, "draft", "site", "data.js"), "utf8");
    expect(data).toContain('{"day":"2019-10-29","number":1,"covered":6,"applicable":6}');
    expect(existsSync(path.join(folder, "draft", "site", "pictures", "trend.svg"))).toBe(true);
  });
});

describe("the history", () => {
  it("has a line for each draft, and its own is replaced", async () => {
    const before = readFileSync(history, "utf8");
    await draft("2019-10-30", "--draft-number", "2");
    expect(readFileSync(history, "utf8")).toBe(before);
    expect(linesOf(history)).toEqual([
      '  - { as_of: 2019-10-29, draft: 1, covered: 6/6, sections: { "1": 2/2, "2": 4/4 }, files: 9, exhibits: 9, unreadable: 0, owed: 0 }',
      '  - { as_of: 2019-10-30, draft: 2, covered: 5/6, sections: { "1": 1/2, "2": 4/4 }, files: 9, exhibits: 9, unreadable: 0, owed: 1 }',
    ]);
  });

  it("takes a night of before the last in its place: a clock that was set back loses nothing", async () => {
    await draft("2019-10-28", "--draft");
    expect(linesOf(history).map((line) => line.slice(4, 31))).toEqual([
      "{ as_of: 2019-10-28, covere",
      "{ as_of: 2019-10-29, draft:",
      "{ as_of: 2019-10-30, draft:",
    ]);
  });

  it("is written by drafts alone", async () => {
    const before = readFileSync(history, "utf8");
    await run(["compile", "--as-of", "2019-10-31", "-q"], root);
    await run(["compile", "--as-of", "2019-10-31", "--draft", "--outline"], root);
    await run(["compile", "--as-of", "2019-10-31", "--draft", "--require-complete", "-q"], root);
    await run(["check", "--as-of", "2019-10-31", "-q"], root);
    expect(readFileSync(history, "utf8")).toBe(before);
  });
});
