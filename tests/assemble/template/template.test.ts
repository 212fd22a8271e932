/** Templates of the report: what each case makes of one small workspace, or what is told of it. */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { expectText } from "../../cases/golden.ts";
import { looks, made, map, workspace } from "./sample.ts";

const folder = path.join(import.meta.dirname, "cases");
const cases = readdirSync(folder)
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.replace(/\.md$/u, ""));

const parts = {
  sample: () => [{ type: "paragraph", content: [{ type: "text", text: "部件的话。" }] } as const],
  silent: () => [],
};

describe("a template", () => {
  it.each(cases)("%s", (name) => {
    const template = readFileSync(path.join(folder, `${name}.md`), "utf8");
    const outline = made(template, workspace, parts);
    expect(outline).not.toMatch(/[\u{FFFFE}\u{FFFFF}\u{10FFFE}]/u);
    expectText(path.join(folder, `${name}.txt`), `${outline.trimEnd()}\n`);
  });

  it("that comes with the program says all that there is", () => {
    const report = made(looks.report.text);
    expect(report).toContain("[自评结果]");
    expectText(path.join(folder, "report.txt"), report);
    expectText(path.join(folder, "briefing.txt"), made(looks.briefing?.text ?? ""));
  });

  it("says what is missing where nothing is there", () => {
    const empty = { ...workspace, evidence: [], items: [], facts: [], stages: [], narratives: [], scores: new Map() };
    const bare = { ...empty, waivers: [], map: { ...map, tags: new Map(), source: "" } };
    const report = made(looks.report.text, bare);
    expect(report).toContain("（尚无支撑材料。）");
    expectText(path.join(folder, "report-empty.txt"), report);
  });

  it("is not asked for parts that it does not name", () => {
    const dear = { dear: () => expect.fail("nobody asked") };
    expect(made("一", workspace, dear)).toContain("一");
  });
});
