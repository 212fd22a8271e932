/** `evipack init`: workspaces that can be used as they are. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { run } from "../cases/run.ts";
import type { Ran } from "../cases/run.ts";
import { tempFolder } from "../support/folders.ts";

const folder = tempFolder();

const evipack = (argv: readonly string[]): Promise<Ran> => run(argv, folder);

describe("init", () => {
  it.each(["zhejiang-learning-city", "unesco-key-features"])(
    "%s: only evidence, figures and what is to be filled in are missing",
    async (map) => {
      const made = await evipack(["init", map, "--map", map]);
      expect([made.exitCode, made.err]).toEqual([0, ""]);
      const checked = await evipack(["check", "-C", map, "--format", "json"]);
      expect([checked.exitCode, checked.err]).toEqual([1, ""]);
      const { diagnostics } = JSON.parse(checked.out) as { readonly diagnostics: readonly { readonly code: string }[] };
      const codes = new Set(diagnostics.map((each) => each.code));
      const owed = ["missing-evidence", "figure-missing", "missing-years", "too-few"];
      for (const code of codes) expect([...owed, "not-filled-in", "narratives-not-begun"]).toContain(code);
      expect(codes.has("missing-evidence")).toBe(true);
    },
  );

  it.each([
    ["zhejiang-learning-city", /照片每页/u],
    ["unesco-key-features", /Photos on a page/u],
  ])("%s: what stands behind # can be used as it is", async (map, words) => {
    const name = `examples-${map}`;
    await evipack(["init", name, "--map", map]);
    const file = path.join(folder, name, "evipack.yaml");
    const text = readFileSync(file, "utf8");
    expect(text).toMatch(words);
    const examples = text.split("\n").filter((line) => /^# (?:appendix|converter|passwords): /u.test(line));
    expect(examples.map((line) => /\w+/u.exec(line)?.[0])).toEqual(["appendix", "converter", "converter", "passwords"]);
    for (const line of examples) {
      writeFileSync(file, text.replace(line, line.slice(2)));
      expect((await evipack(["check", "-C", name])).exitCode).toBe(1);
    }
  });

  it("figures that indicators of several departments use are told as shared", async () => {
    await evipack(["init", "shared", "--map", "zhejiang-learning-city"]);
    const lines = readFileSync(path.join(folder, "shared", "facts.yaml"), "utf8").split("\n");
    expect(lines).toContain("town_count: # 用于指标 1-2-1、1-2-2；教育局、老干部局共用，由谁提供写在 source");
    expect(lines).toContain("survey_valid: # 用于指标 3-3-1、3-3-2");
  });

  it("a map of one's own gets no word and no code of another regime", async () => {
    const map = [
      "id: audit",
      "title: 样例内部审计",
      "language: zh-CN",
      "status: sample",
      "departments: { office: 样例办公室 }",
      "sections:",
      "  - code: '1'",
      "    title: 制度",
      "    indicators:",
      "      - { code: '1.1', title: 内控制度, lead: office, requires: [{ key: rules, title: 内控制度文件, kind: document }] }",
      "",
    ];
    writeFileSync(path.join(folder, "audit.yaml"), map.join("\n"));
    expect((await evipack(["init", "audit", "--map", "audit.yaml"])).err).toBe("");
    const at = path.join(folder, "audit");
    const files = readdirSync(at, { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && /\.(?:yaml|md)$/u.test(entry.name),
    );
    const said = files.map((entry) => readFileSync(path.join(entry.parentPath, entry.name), "utf8")).join("\n");
    expect(said).toContain('title: "样例内部审计自评报告"');
    expect(said).toContain("{ indicator: 1.1, reason:");
    const outline = await evipack(["compile", "-C", "audit", "--outline"]);
    expect(outline.out).toContain("按照样例内部审计的要求");
    for (const text of [said, outline.out]) expect(text).not.toMatch(/创建|学习型|3-1-4|乡镇/u);
  });

  it("two runs make the same bytes", async () => {
    const trees = await Promise.all(
      ["one", "two"].map(async (name) => {
        await evipack(["init", name, "--map", "unesco-key-features"]);
        return readdirSync(path.join(folder, name), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => path.join(entry.parentPath, entry.name))
          .toSorted()
          .map((file) => [path.relative(path.join(folder, name), file), readFileSync(file, "utf8")]);
      }),
    );
    expect(trees[0]).toEqual(trees[1]);
  });

  it("takes an empty folder, and leaves one with files alone", async () => {
    mkdirSync(path.join(folder, "empty"));
    expect((await evipack(["init", "empty", "--map", "unesco-key-features"])).exitCode).toBe(0);
    mkdirSync(path.join(folder, "full"));
    writeFileSync(path.join(folder, "full", "mine.txt"), "样例\n");
    const refused = await evipack(["init", "full", "--map", "unesco-key-features"]);
    expect([refused.exitCode, refused.err]).toEqual([2, expect.stringContaining("not-empty")]);
    expect(readdirSync(path.join(folder, "full"))).toEqual(["mine.txt"]);
    expect((await evipack(["init", "full/mine.txt", "--map", "unesco-key-features"])).exitCode).toBe(2);
  });

  it("writes the day of --as-of", async () => {
    await evipack(["init", "dated", "--map", "unesco-key-features", "--as-of", "2024-06-30"]);
    expect(readFileSync(path.join(folder, "dated", "evipack.yaml"), "utf8")).toContain('as_of: "2024-06-30"');
  });

  it("--as-of today is a day, and no day is refused", async () => {
    await evipack(["init", "today", "--map", "unesco-key-features", "--as-of", "today"]);
    expect((await evipack(["check", "-C", "today"])).exitCode).toBe(1);
    expect((await evipack(["init", "never", "--map", "unesco-key-features", "--as-of", "never"])).exitCode).toBe(2);
  });
});
