/** Every status × every weight of problem × every format: nothing owed is left out or told twice, exit codes agree. */
import { describe, expect, it } from "vitest";
import { isOwed } from "../../../src/check/stages.ts";
import { diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../../src/diagnostics/diagnostic.ts";
import { printGithub } from "../../../src/diagnostics/print/github.ts";
import { details } from "../../../src/diagnostics/print/detail.ts";
import { printHuman } from "../../../src/diagnostics/print/human.ts";
import { toOutput } from "../../../src/diagnostics/print/json.ts";
import { printJunit } from "../../../src/diagnostics/print/junit.ts";
import { printMarkdown } from "../../../src/diagnostics/print/markdown.ts";
import type { CheckResult } from "../../../src/diagnostics/print/result.ts";
import { printSarif } from "../../../src/diagnostics/print/sarif.ts";
import { readWorkbook } from "../../../src/engines/xlsx.ts";
import { statuses } from "../../../src/model/coverage.ts";
import { indicatorCode, requirementId } from "../../../src/model/ids.ts";
import { checkOutput } from "../../../src/schema/outputs.ts";
import { writeGapsXlsx } from "../../../src/write/gaps-xlsx.ts";
import { resultWith } from "./results.ts";
import { junitFaults, sarifFaults } from "./schemas.ts";

const languages = ["zh-CN", "en"] as const;

type Language = (typeof languages)[number];

const missing = requirementId(indicatorCode("1-1"), "missing");
const owedFacts = { title: "材料 missing", indicatorTitle: "", owner: "教育局", contact: "" };
const problems = {
  gap: diagnostic(
    "missing-evidence",
    { file: "evidence/教育局" },
    { ...owedFacts, requirement: missing, expectedIn: "evidence/教育局", min: 1 },
  ),
  warning: diagnostic(
    "wrong-extension",
    { file: "evidence/甲.pdf" },
    { extension: "pdf", content: "png", kind: "image" },
  ),
  unreadable: diagnostic("register-unreadable", { file: "evidence/乙.xlsx" }, { reason: "corrupt" }),
  nothing: diagnostic("no-requirements", { file: "indicators.yaml", line: 3, column: 1 }, {}),
  config: diagnostic("missing-key", { file: "evipack.yaml", line: 3, column: 7 }, { key: "title" }),
};

const cases: readonly (readonly [name: string, found: readonly Diagnostic[], exit: number, strict: number])[] = [
  ["nothing", [], 0, 0],
  ["a warning", [problems.warning], 0, 1],
  ["a gap", [problems.gap], 1, 1],
  ["a gap and a warning", [problems.gap, problems.warning], 1, 1],
  ["an unreadable file", [problems.gap, problems.unreadable], 3, 3],
  ["nothing to evaluate", [problems.nothing, problems.unreadable], 4, 4],
  ["a fault of the map", [problems.config, problems.nothing, problems.gap], 2, 2],
];

it("markdown lists errors before reminders, which are cut off first", () => {
  const warnings = Array.from({ length: 25 }, (_, n) =>
    diagnostic(
      "wrong-extension",
      { file: `evidence/甲${String(n)}.pdf` },
      { extension: "pdf", content: "png", kind: "image" },
    ),
  );
  const text = printMarkdown(resultWith([...warnings, problems.unreadable]), "zh-CN", "full");
  expect(text).toMatch(/\| --- \|\n\| evidence\/乙\.xlsx \|/u);
});

const times = (text: string, part: string): number => text.split(part).length - 1;

/** How often each format tells of the requirement with this status in a section. */
const tellers: Readonly<
  Record<string, (result: CheckResult, language: Language) => Promise<(title: string, id: string) => number>>
> = {
  human: (result, language) => {
    const text = printHuman(result, { language, color: false, detail: "full" });
    return Promise.resolve((title, id) =>
      times(text, `  ${id.split("/")[0] ?? ""} 样例指标${language === "en" ? ": " : "："}${title}  `),
    );
  },
  json: (result, language) => {
    const output = checkOutput.parse(toOutput(result, language));
    return Promise.resolve((_, id) => output.requirements.filter((each) => each.id === id && each.owed).length);
  },
  junit: async (result, language) => {
    const text = printJunit(result, language);
    expect(await junitFaults(text)).toEqual([]);
    return (_, id) =>
      times(text.replaceAll(/<testcase[^>]*>\s*<skipped>[^<]*<\/skipped>/gu, ""), `(${id})"`) *
      (id.endsWith("/covered") ? 0 : 1);
  },
  sarif: (result, language) => {
    const text = printSarif(result, language, "1.0.0");
    expect(sarifFaults(text)).toEqual([]);
    return Promise.resolve((_, id) => times(text, `"fullyQualifiedName": "${id}"`));
  },
  github: (result, language) => {
    const text = printGithub(result, language, "");
    return Promise.resolve((title, id) =>
      times(text, `${id.split("/")[0] ?? ""} ${title}${language === "en" ? ":" : "："}`),
    );
  },
  markdown: (result, language) => {
    const text = printMarkdown(result, language, "full");
    return Promise.resolve((title, id) => times(text, `| ${id.split("/")[0] ?? ""} ${title} |`));
  },
  xlsx: async (result, language) => {
    const read = await readWorkbook(await writeGapsXlsx(result, { language, workspace: "../" }));
    if (!read.ok) throw new Error(read.reason);
    const [all, ...departments] = read.sheets.map((sheet) =>
      sheet.rows.map((row) => [...row.cells.values()].map((cell) => cell.text)),
    );
    return (title, id) => {
      const count = (rows: readonly (readonly string[])[] | undefined): number =>
        (rows ?? []).filter((row) => row.includes(title) && row.includes(id.split("/")[0] ?? "")).length;
      const [overall, own] = [count(all), departments.reduce((sum, rows) => sum + count(rows), 0)];
      expect(own).toBe(overall);
      return overall;
    };
  },
};

describe.each(cases)("%s", (_, found, exit, strict) => {
  it.each(Object.keys(tellers))("every requirement that is owed is told once: %s", async (format) => {
    const result = resultWith(found);
    for (const language of languages) {
      const told = await tellers[format]?.(result, language);
      for (const status of statuses) {
        for (const code of ["1-1", "2-1"]) {
          const count = told?.(`材料 ${status}`, `${code}/${status}`);
          expect([format, language, code, status, count]).toEqual([
            format,
            language,
            code,
            status,
            isOwed(status) ? 1 : 0,
          ]);
        }
      }
    }
  });

  it("exit codes are what was found, in every format", () => {
    for (const [failOn, code] of [
      ["error", exit],
      ["warning", strict],
    ] as const) {
      const result = resultWith(found, {}, { failOn });
      expect([failOn, result.exitCode]).toEqual([failOn, code]);
      expect(toOutput(result, "en").verdict.exitCode).toBe(code);
      for (const detail of details) {
        expect(printHuman(result, { language: "en", color: false, detail })).toMatch(
          new RegExp(`exit code ${String(code)}\\.\n$`, "u"),
        );
        expect(printMarkdown(result, "en", detail)).toContain(`exit code ${String(code)}.`);
      }
      expect(printGithub(result, "en", "")).toContain(`exit code ${String(code)}.`);
      expect(printJunit(result, "en")).toContain(`<property name="exitCode" value="${String(code)}"/>`);
      expect(printSarif(result, "en", "1")).toContain(`"exitCode": ${String(code)},`);
    }
  });

  it("failures of JUnit, errors of SARIF and errors of GitHub stand for errors", () => {
    const result = resultWith(found);
    const errors = found.filter((each) => each.severity === "error").length;
    expect(/<testsuites[^>]* failures="(\d+)"/u.exec(printJunit(result, "en"))?.[1]).toBe(String(errors));
    expect(times(printSarif(result, "en", "1"), '"level": "error",\n          "message"')).toBe(errors);
    expect(times(printGithub(result, "en", ""), "::error ")).toBe(errors);
  });
});

describe("levels of detail", () => {
  const result = resultWith([problems.gap, problems.warning]);

  it.each(languages)("each has what the one before it has, the verdict last: %s", (language) => {
    const texts = details.map((detail) => printHuman(result, { language, color: false, detail }));
    const [verdict = "", ...longer] = texts;
    expect(verdict.trimEnd().split("\n")).toHaveLength(1);
    for (const [index, text] of longer.entries()) {
      expect(text.endsWith(`\n${verdict}`)).toBe(true);
      expect(text.length).toBeGreaterThan(texts[index]?.length ?? 0);
    }
  });

  it("problems that are not shown are counted", () => {
    expect(printHuman(result, { language: "en", color: false, detail: "gaps" })).toContain("1 other problem besides");
  });
});

describe("GitHub", () => {
  it("shows ten of each weight, errors first, and the rest in a group", () => {
    const many = Array.from({ length: 25 }, (_, index) =>
      diagnostic("unknown-kind", { file: `evidence/${String(index)}.x` }, { extension: "x", format: "" }),
    );
    const heavy = many.map((each): Diagnostic => ({ ...each, severity: "error" }));
    const lines = printGithub(resultWith([...many, ...heavy]), "en", "sub/").split("\n");
    const kinds = lines.flatMap((line) => /^::(error|warning) /u.exec(line)?.[1] ?? []);
    expect(kinds).toEqual([
      ...Array.from({ length: 10 }, () => "error"),
      ...Array.from({ length: 10 }, () => "warning"),
    ]);
    expect(lines.filter((line) => /^- (?:error|warning) /u.test(line))).toHaveLength(
      50 - 20 + 2 * statuses.filter(isOwed).length,
    );
    expect(lines.find((line) => line.includes("unknown-kind"))).toContain("file=sub/evidence/");
  });
});
