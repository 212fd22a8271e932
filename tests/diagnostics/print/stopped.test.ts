/** A check that could not go on × every code that stops it × every format, and from the command line. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { stoppedBy } from "../../../src/commands/fatal.ts";
import { printGithubStopped } from "../../../src/diagnostics/print/github.ts";
import { printJsonStopped } from "../../../src/diagnostics/print/json.ts";
import { printJunitStopped } from "../../../src/diagnostics/print/junit.ts";
import { printMarkdownStopped } from "../../../src/diagnostics/print/markdown.ts";
import { printSarifStopped } from "../../../src/diagnostics/print/sarif.ts";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { allCodes, classOf, severityOf } from "../../../src/diagnostics/severity.ts";
import { stoppedOutput } from "../../../src/schema/outputs.ts";
import { run } from "../../cases/run.ts";
import { build, config, noEvidence, swap } from "../../cases/workspace.ts";
import type { Files } from "../../cases/workspace.ts";
import { tempFolder } from "../../support/folders.ts";
import { samples } from "../samples.ts";
import { junitFaults, sarifFaults } from "./schemas.ts";

const stopping = allCodes.filter(
  (code) => severityOf(code) === "error" && ["config", "nothing"].includes(classOf(code)),
);
const times = (text: string, part: string): number => text.split(part).length - 1;

const found = (code: (typeof stopping)[number]) => samples[code].map(([at, facts]) => diagnostic(code, at, facts));

describe.each(["zh-CN", "en"] as const)("%s", (language) => {
  it("JUnit of each code is valid", async () => {
    const reports = stopping.map((code) => printJunitStopped(stoppedBy(found(code)), language));
    expect(await junitFaults(...reports)).toEqual([]);
  });

  it.each(stopping)("%s", (code) => {
    const all = found(code);
    const stopped = stoppedBy(all);
    expect(stopped.exitCode).toBe(classOf(code) === "config" ? 2 : 4);
    const json = stoppedOutput.parse(JSON.parse(printJsonStopped(stopped, language)));
    expect(json.diagnostics.map((each) => each.code)).toEqual(all.map(() => code));
    expect(json.verdict).toMatchObject({ exitCode: stopped.exitCode, errors: all.length, warnings: 0 });
    const sarif = printSarifStopped(stopped, language, "1.0.0");
    expect(sarifFaults(sarif)).toEqual([]);
    expect(times(sarif, `"ruleId": "${code}"`)).toBe(all.length);
    const junit = printJunitStopped(stopped, language);
    expect(times(junit, `<testcase classname="${code}"`)).toBe(all.length);
    expect(times(printGithubStopped(stopped, language, ""), "::error ")).toBe(Math.min(all.length, 10));
    expect(times(printMarkdownStopped(stopped, language), ` ${code} |`)).toBe(Math.min(all.length, 20));
  });
});

describe("the command", () => {
  const root = path.join(tempFolder(), "workspace");
  build(root, { name: "", about: "", files: { "evipack.yaml": swap(config, "office:", "offfice:") } });

  it.each([
    ["json", '"line": 3,'],
    ["sarif", '"startLine": 3,'],
    ["junit", 'name="evipack.yaml:3:1:'],
    ["github", "::error file=evipack.yaml,line=3,col=1,title=unknown-key::"],
    ["markdown", "| evipack.yaml:3:1 |"],
  ])("tells machines and people: %s", async (format, place) => {
    const { exitCode, out, err } = await run(["check", "--format", format], root);
    expect(exitCode).toBe(2);
    expect(out).toContain(place);
    expect(err).toContain("evipack.yaml:3:1  错误 unknown-key");
    const written = await run(["check", "--format", format, "--output", "told"], root);
    expect([written.exitCode, written.out]).toEqual([2, ""]);
    expect(readFileSync(path.join(root, "told"), "utf8")).toBe(out);
  });

  const codesTold = async (files: Files, ...more: string[]): Promise<string[]> => {
    const place = path.join(tempFolder(), "workspace");
    build(place, { name: "", about: "", files });
    const { err } = await run(["check", ...more], place);
    return [...err.matchAll(/(?:错误|提醒) ([a-z-]+)$/gmu)].map(([, code]) => code ?? "");
  };

  it("tells a fault of the configuration alone, and nothing of what was handed in", async () => {
    const files = {
      "evipack.yaml": swap(config, "finance: { name: 财政局 }", "finance: { name: 财政局, folder: 教育局 }"),
      "evidence/其他材料/备用.txt": "样例\n",
    };
    expect(await codesTold(files)).toEqual(["duplicate-folder"]);
  });

  it("tells people last what stopped it, and with --quiet that alone", async () => {
    const files = { ...noEvidence(), "narrative/7-7-7.md": "样例\n" };
    expect(await codesTold(files)).toEqual(["narrative-unknown", "no-evidence-folder"]);
    expect(await codesTold(files, "-q")).toEqual(["no-evidence-folder"]);
  });

  it("refuses a name of an output that stands for no format", async () => {
    const { exitCode, out, err } = await run(["check", "--output", "gaps.pdf"], root);
    expect([exitCode, out, existsSync(path.join(root, "gaps.pdf"))]).toEqual([2, "", false]);
    expect(err).toContain("gaps.pdf");
    expect(err).toContain(".xlsx");
    expect((await run(["check", "--output", "gaps.TXT"], root)).err).not.toContain("bad-option");
  });

  it("tells people on stderr alone, and writes no workbook", async () => {
    expect(await run(["check"], root)).toMatchObject({ exitCode: 2, out: "" });
    expect(await run(["check", "--output", "gaps.xlsx"], root)).toMatchObject({ exitCode: 2, out: "" });
    expect(existsSync(path.join(root, "gaps.xlsx"))).toBe(false);
  });

  it("tells both what stopped it and why that cannot be written", async () => {
    const { exitCode, out, err } = await run(["check", "--output", "evidence/told.json"], root);
    expect([exitCode, out]).toEqual([2, ""]);
    expect(err).toContain("unknown-key");
    expect(err).toContain("unsafe-output");
  });
});
