/** `evipack diff`: two small packs, as text, JSON, Word and PDF. */
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { diffOutput } from "../../src/schema/packs.ts";
import { run } from "../cases/run.ts";
import { config, swap } from "../cases/workspace.ts";
import { tempFolder } from "../support/folders.ts";
import { compileSmall } from "../support/small-pack.ts";
import { missingTools, needs, pageTexts, squeeze } from "../support/tools.ts";
import { faultsOf, part } from "../write/docx-read.ts";

const folder = tempFolder();
let root: string;
beforeAll(async () => {
  ({ root } = await compileSmall(folder));
  renameSync(path.join(root, "pack"), path.join(folder, "before"));
  rmSync(path.join(root, "evidence/教育局/1-1-2 会议纪要2018-11-28.txt"));
  writeFileSync(path.join(root, "evidence/教育局/2-2 人员名册2019.txt"), "样例 名册（改）\n");
  renameSync(
    path.join(root, "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt"),
    path.join(root, "evidence/财政局/2-1-1 预算批复（样财〔2019〕18号）2019-02-01.txt"),
  );
  writeFileSync(path.join(root, "evipack.yaml"), swap(config, "self: 8.5", "self: 9"));
  await run(["compile"], root);
  cpSync(path.join(root, "pack"), path.join(folder, "after"), { recursive: true });
});

describe("two packs", () => {
  it("are told as text, and end with 1", async () => {
    const ran = await run(["diff", "before", "after"], folder);
    expect(ran).toEqual({
      exitCode: 1,
      err: "",
      out: `修订对照
原：before（截止日期 2019-10-31）。
现：after（截止日期 2019-10-31）。
附件：新增 0 件，撤下 1 件，替换 1 件，改号 1 件，著录变动 1 件；页码变动 7 件。
覆盖：6/6 → 5/6。

附件的增减
变化  附件号               名称          原页码  现页码
撤下  1-1-2-02             会议纪要      7
替换  2-2-01               人员名册2019  17      16
改号  1-1-2-03 → 1-1-2-02  会议纪要      8       7

著录的变动
附件号    著录项  原               现
2-1-1-01  文号    样财〔2019〕8号  样财〔2019〕18号
2-1-1-01  日期    2019             2019-02-01

页码的变动
附件                件数  原页码  现页码  移动
1-1-2-02 至 2-2-01  7     8–17    7–16    前移 1 页

覆盖的变化
范围        原   现
1 基本条件  2/2  1/2
教育局      3/3  2/3

材料要求的变化
编号           材料要求  原      现
1-1-2/minutes  会议纪要  已覆盖  不足

自评的变化
指标   名称      原               现
       整体      8.5/10 部分达到  9/10 部分达到
2      保障措施  8.5/10 部分达到  9/10 部分达到
2-1    经费保障  8.5/10 部分达到  9/10 部分达到
2-1-2  机构设置  8.5/10 部分达到  9/10 部分达到

结论：有差别；退出码 1。
`,
    });
  });

  it("are told as JSON, whose lists say the same", async () => {
    const { out, exitCode } = await run(["diff", "before", "after/manifest.json", "--format", "json"], folder);
    const said = diffOutput.parse(JSON.parse(out));
    expect(exitCode).toBe(1);
    expect(said).toMatchObject({ same: false, from: { name: "before" }, to: { name: "after/manifest.json" } });
    expect(said.exhibits.replaced).toMatchObject([{ from: { exhibit: "2-2-01" }, to: { exhibit: "2-2-01" } }]);
    expect(said.exhibits.described).toMatchObject([
      { from: { docNumber: "样财〔2019〕8号" }, to: { docNumber: "样财〔2019〕18号", formed: "2019-02-01" } },
    ]);
    expect(said.pages).toHaveLength(7);
    expect(said.standing?.scores.at(-1)).toMatchObject({ code: "2-1-2", from: { self: 8.5 }, to: { self: 9 } });
  });

  it("that are the same end with 0, a delivery beside its pack too", async () => {
    expect((await run(["package"], root)).exitCode).toBe(0);
    expect((await run(["package", "--zip"], root)).exitCode).toBe(0);
    for (const other of ["after", "workspace/delivery"]) {
      const ran = await run(["diff", "after", other, "-q", "--lang", "en"], folder);
      expect(ran).toEqual({ exitCode: 0, err: "", out: "Verdict: no difference; exit code 0.\n" });
    }
  });

  it("are drawn as a Word file with the same tables, the same bytes each time", async () => {
    for (const name of ["a.docx", "b.docx"]) {
      expect((await run(["diff", "before", "after", "--output", name], folder)).out).toBe(
        `已写到 ${name}\n结论：有差别；退出码 1。\n`,
      );
    }
    const bytes = readFileSync(path.join(folder, "a.docx"));
    expect(bytes.equals(readFileSync(path.join(folder, "b.docx")))).toBe(true);
    expect(await faultsOf(bytes)).toEqual([]);
    const xml = part(bytes, "word/document.xml");
    expect(xml.match(/<w:tbl>/gu)).toHaveLength(6);
    for (const cell of ["修订对照", "样财〔2019〕18号", "1-1-2-03 → 1-1-2-02", "前移1页", "8.5/10"])
      expect(xml).toContain(cell);
  });

  const tools = missingTools("pdftotext");
  it.skipIf(tools.length > 0)(`are drawn as a PDF without a cover${needs(tools)}`, async () => {
    await run(["diff", "before", "after", "--format", "pdf", "--output", "changes.pdf"], folder);
    const pages = pageTexts(path.join(folder, "changes.pdf"));
    expect(squeeze(pages[0] ?? "")).toMatch(/^修订对照原：before/u);
    for (const text of ["修订对照", "一、附件的增减", "二、著录的变动", "六、自评的变化", "前移1页"]) {
      expect(squeeze(pages.join(""))).toContain(text);
    }
  });
});

describe("what cannot be compared", () => {
  it.each([
    [["before", "nowhere"], "no-manifest"],
    [["before", "workspace"], "no-manifest"],
    [["workspace/facts.yaml", "after"], "no-manifest"],
    [["workspace/delivery.zip", "after"], "ZIP"],
    [["before", "after", "--format", "docx"], "output-needed"],
    [["before", "after", "--output", "changes.odt"], ".json、.docx、.pdf、.txt"],
    [["before", "after", "--output", "no/such/folder.json"], "cannot-write"],
  ] as const)("%j ends with 2", async (argv, code) => {
    const ran = await run(["diff", ...argv], folder);
    expect([ran.exitCode, ran.out]).toEqual([2, ""]);
    expect(ran.err).toContain(code);
  });

  it("a pack whose check was taken away is compared without it", async () => {
    cpSync(path.join(folder, "after"), path.join(folder, "bare"), { recursive: true });
    rmSync(path.join(folder, "bare", "核对结果.json"));
    const ran = await run(["diff", "before", "bare"], folder);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("有一个成果包里没有核对结果");
  });

  it("a pack whose check is damaged is told, with what to do", async () => {
    cpSync(path.join(folder, "after"), path.join(folder, "damaged"), { recursive: true });
    writeFileSync(path.join(folder, "damaged", "核对结果.json"), '{"schema": "evipack/check@1", "tit');
    const ran = await run(["diff", "before", "damaged"], folder);
    expect(ran.exitCode).toBe(1);
    expect(ran.out).toContain("damaged 里的核对结果读不出来");
    expect(ran.out).toContain("用 evipack verify 查验这一包");
    expect(ran.out).not.toContain("没有核对结果");
    const { out } = await run(["diff", "before", "damaged", "--format", "json"], folder);
    const { from, to, standing } = diffOutput.parse(JSON.parse(out));
    expect([from.check, to.check, standing]).toEqual(["read", "unreadable", null]);
  });
});
