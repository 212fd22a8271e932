/** `evipack template`, and what `compile` makes of a template, of --only and of --draft-number. */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import { build, config, swap } from "../cases/workspace.ts";
import { root as program, tempFolder } from "../support/folders.ts";

const parent = tempFolder();
let root = "";
let count = 0;

beforeEach(() => {
  root = path.join(parent, String((count += 1)));
  build(root, { name: "template", about: "" });
});

const file = (name: string): string => path.join(root, name);
const builtIn = (name: string): string => readFileSync(path.join(program, "templates", "report", name), "utf8");
const withReport = (report: string): void => {
  writeFileSync(file("evipack.yaml"), `${config}report: ${report}\n`);
};
const outline = (...more: readonly string[]) => run(["compile", "--outline", "--no-cache", ...more], root);

describe("evipack template", () => {
  it.each([
    ["report", "report.md", "zh-CN.md", "template"],
    ["briefing", "briefing.md", "zh-CN.briefing.md", "briefing_template"],
  ])("writes the template of the %s, once", async (name, written, from, key) => {
    const first = await run(["template", name], root);
    expect([first.exitCode, first.err]).toEqual([0, ""]);
    expect(first.out).toContain(`report: { ${key}: ${written} }`);
    expect(readFileSync(file(written), "utf8")).toBe(builtIn(from));
    writeFileSync(file(written), "改过");
    const again = await run(["template", name], root);
    expect([again.exitCode, again.err]).toEqual([2, expect.stringContaining("not-empty")]);
    expect(readFileSync(file(written), "utf8")).toBe("改过");
  });

  it("writes where it is told, but not outside the workspace", async () => {
    expect((await run(["template", "report", "-o", "own.md", "--lang", "en"], root)).exitCode).toBe(0);
    expect(readFileSync(file("own.md"), "utf8")).toBe(builtIn("en.md"));
    expect((await run(["template", "report", "-o", "../own.md"], root)).err).toContain("path-outside");
  });

  it("wants a workspace", async () => {
    expect((await run(["template", "report"], parent)).err).toContain("no-workspace");
  });
});

describe("compile", () => {
  it("says the same with a copy of the template as with its own", async () => {
    const before = await outline();
    await run(["template", "report"], root);
    withReport("{ template: report.md }");
    expect((await outline()).out).toBe(before.out);
  });

  it("says what the template in the workspace says", async () => {
    writeFileSync(file("report.md"), "\uFEFF{% cover %}\r\n# 只有一章\r\n\r\n{{ applicant }}的一句话。\r\n");
    withReport("{ template: report.md }");
    const { out } = await outline();
    expect(out).toContain("## 一、 只有一章\n样例区的一句话。\n");
    expect(out).not.toContain("自评汇总");
  });

  it("writes nothing when a template is wrong, and tells all that is", async () => {
    writeFileSync(file("report.md"), "# {{ titel }}\n\n{% tabel %}\n");
    writeFileSync(file("other.md"), "{{ applicant }}\n");
    withReport("{ template: report.md, briefing: true, briefing_template: other.md }");
    const { exitCode, out, err } = await outline();
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toMatch(/report\.md:1:6[^]*“titel”[^]*report\.md:3:1[^]*“tabel”/u);
  });

  it.each([
    ["{ template: raport.md }", "template-missing"],
    ["{ template: ../report.md }", "path-outside"],
    ["{ template: evidence }", "template-missing"],
    ["{ briefing: true, briefing_template: brief.md }", "evipack template briefing"],
  ])("%s is told by check too", async (report, code) => {
    writeFileSync(path.join(parent, "report.md"), "x");
    withReport(report);
    for (const command of ["check", "compile"]) {
      const { exitCode, err } = await run([command], root);
      expect([exitCode, err]).toEqual([2, expect.stringContaining(code)]);
    }
  });

  it("prints a briefing where it is asked for", async () => {
    expect((await outline()).out).not.toContain("# 汇报稿");
    withReport("{ briefing: true }");
    const { out } = await outline();
    expect(out).toContain("# 汇报稿\n[样例]\n\n## 样例区学习型城市工作汇报\n");
    expect(out).toMatch(/\n样例区\n2019年10月31日\n\n# 支撑材料汇编/u);
  });

  it.each(["2", "保障措施"])("--only %s prints that section and the whole appendix", async (name) => {
    const whole = (await outline()).out;
    const { out } = await outline("--only", name);
    const heads = out.split("\n").filter((line) => line.startsWith("## "));
    expect(heads).toEqual(["## 一、 保障措施"]);
    expect(out).toContain("\n（保障措施部分）\n");
    const appendix = (text: string): string => text.slice(text.indexOf("# 支撑材料汇编"));
    expect(appendix(out)).toBe(appendix(whole));
  });

  it("--only twice, and a section that is not there", async () => {
    const { out } = await outline("--only", "1", "--only", "2");
    expect(out).toContain("自评汇总");
    const wrong = await outline("--only", "保障", "--only", "9");
    expect(wrong.exitCode).toBe(2);
    expect(wrong.err).toMatch(/“9”[^]*“保障”[^]*2 保障措施/u);
  });

  it.each(["0", "-1", "1.5", "十二", ""])("--draft-number %j is refused", async (number) => {
    const { exitCode, err } = await outline(`--draft-number=${number}`);
    expect([exitCode, err]).toEqual([2, expect.stringContaining("--draft-number")]);
  });

  it("takes the number of a draft from the environment, and only for a draft", async () => {
    const env = { EVIPACK_DRAFT_NUMBER: "x" };
    expect((await run(["compile", "--outline", "--draft"], root, env)).err).toContain("EVIPACK_DRAFT_NUMBER");
    expect((await run(["compile", "--outline"], root, env)).err).not.toContain("EVIPACK_DRAFT_NUMBER");
  });

  it("a changed title stands in the briefing's", async () => {
    writeFileSync(file("evipack.yaml"), `${swap(config, "自评报告", "情况")}report: { briefing: true }\n`);
    expect((await outline()).out).toContain("## 样例区学习型城市情况\n");
  });
});
