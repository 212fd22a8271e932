/** `evipack explain` and the pages that it reads: docs/problems/CODE.md, one for every code, and their index. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../src/cli.ts";
import { explainWords } from "../../src/commands/explain-words.ts";
import type { Code, Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { allCodes, choicesFor, classOf, exitCode, severityOf } from "../../src/diagnostics/severity.ts";
import { groups, parseProblemPage } from "../../src/load/problem-page.ts";
import type { ProblemPage } from "../../src/load/problem-page.ts";
import type { Language } from "../../src/model/map.ts";
import { expectText } from "../cases/golden.ts";
import { root } from "../support/folders.ts";
import { testWorld } from "../support/world.ts";

const folder = path.join(root, "docs", "problems");
const languages = ["zh-CN", "en"] as const;

const textOf = (code: string): string => readFileSync(path.join(folder, `${code}.md`), "utf8");

function pageOf(code: Code): ProblemPage {
  const page = parseProblemPage(textOf(code));
  if (page === null) throw new Error(`docs/problems/${code}.md does not keep the frame (docs/problems/README.md)`);
  return page;
}

const withoutExamples = (text: string): string => text.replaceAll(/^```\n[^]*?^```$/gmu, "");
const withoutNames = (text: string): string => text.replaceAll(/`[^`\n]+`/gu, "");

const exitCodeOf = (code: Code): number => exitCode([{ code, severity: severityOf(code) } as Diagnostic]);

describe("the pages of the problems", () => {
  it("are there for every code, and for nothing else", () => {
    const pages = readdirSync(folder).filter((name) => name !== "README.md");
    expect(pages.toSorted()).toEqual(allCodes.map((code) => `${code}.md`).toSorted());
  });

  it.each(allCodes)("%s says what the program does", (code) => {
    const page = pageOf(code);
    const choices = choicesFor(code);
    expect(page).toMatchObject({
      code,
      severity: severityOf(code),
      exitCode: String(exitCodeOf(code)),
      choices: choices.length === 0 ? "fixed" : choices.join(", "),
    });
    expect(groups).toContain(page.group);
    expect(page.foundBy).toMatch(/^(?:any command|[a-z]+(?:, [a-z]+)*)$/u);
  });

  it.each(allCodes)("%s tells what to do, with an example, in both languages", (code) => {
    const { text } = pageOf(code);
    for (const language of languages) {
      const { title, lines } = text[language];
      expect(title).not.toBe("");
      expect(lines.filter((line) => line !== "").length).toBeGreaterThanOrEqual(2);
      const whole = withoutExamples(lines.join("\n"));
      expect(whole).toContain(language === "en" ? "**What to do**" : "**怎么办**");
      expect(whole).toContain(language === "en" ? "**Example**" : "**例**");
      // Only what `evipack explain` shows as plain text: paragraphs, lists, bold, names, links, fenced examples.
      expect(whole).not.toMatch(/^(?:#|>|\||```|\d+\. |[ \t])|<[a-z]/mu);
    }
    expect(text["zh-CN"].title).toMatch(/\p{Script=Han}/u);
    expect(text.en.title).not.toMatch(/\p{Script=Han}/u);
  });

  it("lead to pages that exist", () => {
    const broken = allCodes.flatMap((code) =>
      [...withoutNames(textOf(code)).matchAll(/\]\(([^)#]+)[^)]*\)/gu)]
        .map(([, target = ""]) => target)
        .filter((target) => !existsSync(path.join(folder, target)))
        .map((target) => `${code}: ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("are listed in an index", () => {
    const pages = allCodes.map(pageOf);
    const parts = groups.map((group) => {
      const titles = languages.map((language) => explainWords[language].group[group]).join(" · ");
      const rows = pages
        .filter((page) => page.group === group)
        .map(
          ({ code, severity, exitCode: exit, text }) =>
            `| [${code}](${code}.md) | ${severity} | ${exit} | ${text["zh-CN"].title} | ${text.en.title} |`,
        );
      expect(rows).not.toEqual([]);
      return `## ${titles}\n\n| code | | exit code | 问题 | problem |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
    });
    const index = path.join(folder, "README.md");
    const [head = ""] = readFileSync(index, "utf8").split(/^(?=## )/mu);
    expectText(index, [head.trimEnd(), ...parts].join("\n\n").replaceAll(/\n{3,}/gu, "\n\n"));
  });

  it("are listed by the exit codes to which they lead", () => {
    const classes: readonly (readonly [exit: number, classes: readonly string[]])[] = [
      [2, ["config"]],
      [4, ["nothing"]],
      [3, ["unreadable"]],
      [1, ["evidence", "pack"]],
    ];
    const rows = classes.map(([exit, own]) => {
      const codes = (severity: string): string =>
        allCodes
          .filter((code) => own.includes(classOf(code)) && severityOf(code) === severity)
          .map((code) => `\`${code}\``)
          .join(", ") || "none";
      return `| ${String(exit)} | ${codes("error")} | ${codes("warning")} |`;
    });
    expect(rows.join("").match(/`/gu)).toHaveLength(2 * allCodes.length);
    const file = path.join(folder, "..", "exit-codes.md");
    const [head = ""] = readFileSync(file, "utf8").split(/^\| code \| errors/mu);
    expectText(file, `${head}| code | errors | warnings |\n|---|---|---|\n${rows.join("\n")}\n`);
  });
});

async function explain(argv: readonly string[], isTTY = false) {
  const { world, out, err } = testWorld({ cwd: root, env: { LANG: "zh_CN.UTF-8" } });
  const stdout = { isTTY, write: (text: string) => world.stdout.write(text) };
  const code = await main(["explain", ...argv], { ...world, stdout });
  return { code, out: out(), err: err() };
}

const golden = (language: Language): string => path.join(import.meta.dirname, "golden", `explain.${language}.txt`);

describe("evipack explain", () => {
  it.each(languages)("explains a problem and an example of several lines in %s", async (language) => {
    const said = await Promise.all(
      ["missing-years", "unknown-fact"].map((code) => explain([code, "--lang", language])),
    );
    expect(said.map(({ code, err }) => [code, err])).toEqual(said.map(() => [0, ""]));
    const shown = said.map(({ out }) => out).join("\n----\n");
    expect(shown).not.toMatch(/\*\*|`|\]\(/u);
    expect(shown).not.toContain("\u001b");
    expectText(golden(language), shown);
  });

  it.each(languages)("lists every code with its title in %s", async (language) => {
    const { code, out, err } = await explain(["--lang", language]);
    expect([code, err]).toEqual([0, ""]);
    const lines = out.split("\n");
    // Code, weight and title stand in columns; the first two have one width in each language.
    const titles = allCodes.map((each) => {
      const line = lines.find((one) => one.startsWith(`  ${each} `)) ?? "";
      const { title } = pageOf(each).text[language];
      expect(line.endsWith(`  ${title}`)).toBe(true);
      return line.length - title.length;
    });
    expect(new Set(titles).size).toBe(1);
    for (const group of groups) expect(lines).toContain(explainWords[language].group[group]);
  });

  it("uses colours on a terminal only, and not with --no-color", async () => {
    expect((await explain(["photo-caption"], true)).out).toContain("\u001b[1m");
    expect((await explain(["photo-caption", "--no-color"], true)).out).not.toContain("\u001b");
    expect((await explain([], true)).out).toContain("\u001b[");
  });

  it("names the nearest code for one that does not exist", async () => {
    const { code, out, err } = await explain(["missing-year"]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("unknown-name");
    expect(err).toContain("是否想写“missing-years”？");
    const strange = await explain(["../README", "--lang", "en"]);
    expect(strange.code).toBe(2);
    expect(strange.err).toContain("evipack explain lists them all.");
  });
});
