/**
 * The check as JUnit XML, in the shape that Jenkins reads (xunit plugin, junit-10.xsd): a suite for each section with a
 * test for each requirement, and a last suite for the problems that no requirement tells. No clock: the day of
 * judgement is the time stamp.
 */
import type { Coverage } from "../../model/coverage.ts";
import type { Language } from "../../model/map.ts";
import type { Severity } from "../../model/severity.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { isError } from "../severity.ts";
import { placeOf, visible, word } from "../wording/wording.ts";
import { findingsOf } from "./gaps.ts";
import type { Gap } from "./gaps.ts";
import { printVerdict, statusWord, stoppedVerdict } from "./human.ts";
import { changeLines, partNote, stageLine } from "./part.ts";
import type { CheckResult, Stopped } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";

interface TestCase {
  readonly classname: string;
  readonly name: string;
  readonly outcome: "passed" | "skipped" | "failed";
  /** Kind of the failure, or why it was skipped. */
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

export function printJunit(result: CheckResult, language: Language): string {
  const { owing, others } = findingsOf(result, language);
  const gaps = new Map(
    owing.flatMap((each) => each.gaps.map((gap) => [gap.coverage, { gap, owner: each.name }] as const)),
  );
  const suites = result.sections.map(({ section }) =>
    suite(
      `${section.code} ${visible(section.title)}`,
      result.coverage
        .filter((each) => each.leaf.section === section)
        .map((each) => requirementCase(each, gaps.get(each) ?? null, result, language)),
      result.asOf,
    ),
  );
  const problems = suite(
    gapWords[language].problemSuite,
    others.map((each) => problemCase(each, result.failOn, language)),
    result.asOf,
  );
  return document(result.title, [...suites, problems], properties(result, language));
}

/** Why there is no check: one suite, without a day of judgement. */
export function printJunitStopped(stopped: Stopped, language: Language): string {
  const cases = stopped.diagnostics.map((each) => problemCase(each, "error", language));
  const told = propertyLines([
    ["verdict", stoppedVerdict(stopped, language)],
    ["exitCode", String(stopped.exitCode)],
  ]);
  return document("evipack", [suite(gapWords[language].stoppedSuite, cases, null)], told);
}

/** `told` are the properties of the run: the shape knows those of suites only, so they stand in the first. */
function document(name: string, all: readonly Suite[], told: readonly string[]): string {
  const sum = (count: "tests" | "failures"): string => String(all.reduce((total, each) => total + each[count], 0));
  const head = attributes({ name: visible(name), tests: sum("tests"), failures: sum("failures"), errors: "0" });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${head}>`,
    ...all.map((each, index) => each.text(index === 0 ? told : [])),
    "</testsuites>",
    "",
  ].join("\n");
}

/** What holds for the whole run. */
function properties(result: CheckResult, language: Language): string[] {
  const changes = changeLines(result, language, statusWord(printWords[language])) ?? [];
  return propertyLines([
    ["asOf", result.asOf],
    ["map", result.map.id],
    ["verdict", printVerdict(result, { language, color: false })],
    ["exitCode", String(result.exitCode)],
    ["stage", stageLine(result, language)],
    ["filter", partNote(result, language)],
    ...changes.map(({ kind, text }) => ["change", `${kind} ${text}`.trim()] as const),
  ]);
}

function propertyLines(all: readonly (readonly [string, string | null])[]): string[] {
  const lines = all.flatMap(([name, value]) =>
    value === null ? [] : `      <property${attributes({ name, value })}/>`,
  );
  return ["    <properties>", ...lines, "    </properties>"];
}

interface Suite {
  readonly tests: number;
  readonly failures: number;
  readonly text: (first: readonly string[]) => string;
}

function suite(name: string, cases: readonly TestCase[], asOf: string | null): Suite {
  const count = (outcome: TestCase["outcome"]): number => cases.filter((each) => each.outcome === outcome).length;
  const head = attributes({
    name,
    tests: String(cases.length),
    failures: String(count("failed")),
    errors: "0",
    skipped: String(count("skipped")),
    ...(asOf === null ? {} : { timestamp: `${asOf}T00:00:00` }),
  });
  return {
    tests: cases.length,
    failures: count("failed"),
    text: (first) => [`  <testsuite${head}>`, ...first, ...cases.map(caseText), "  </testsuite>"].join("\n"),
  };
}

function caseText({ classname, name, outcome, type, message, text }: TestCase): string {
  const head = `    <testcase${attributes({ classname, name })}`;
  const body = escapeXml(text);
  switch (outcome) {
    case "passed":
      return text === "" ? `${head}/>` : `${head}>\n      <system-out>${body}</system-out>\n    </testcase>`;
    case "skipped":
      // Older shapes know no attributes of it.
      return `${head}>\n      <skipped>${escapeXml(message)}</skipped>\n    </testcase>`;
    case "failed":
      return `${head}>\n      <failure${attributes({ type, message })}>${body}</failure>\n    </testcase>`;
  }
}

function requirementCase(
  each: Coverage,
  owed: { readonly gap: Gap; readonly owner: string } | null,
  result: CheckResult,
  language: Language,
): TestCase {
  const { requirement, leaf, status } = each;
  const label = printWords[language].status[status];
  const classname = `${leaf.indicator.code} ${visible(leaf.indicator.title)}`;
  const common = { classname, name: `${visible(requirement.title)} (${visible(requirement.id)})`, type: status };
  if (owed === null) {
    return { ...common, outcome: status === "covered" ? "passed" : "skipped", message: label, text: "" };
  }
  const { gap, owner } = owed;
  const text = [owner, gap.missing, ...(gap.due === null ? [] : [gapWords[language].dueLine(gap.due)]), ...gap.next];
  const fails = gap.severity === "error" || result.failOn === "warning";
  return {
    ...common,
    outcome: fails ? "failed" : "passed",
    message: `${label}: ${gap.missing}`,
    text: text.join("\n"),
  };
}

function problemCase(each: Diagnostic, failOn: Severity, language: Language): TestCase {
  const { what, next } = word(each, language);
  const place = placeOf(each.at);
  return {
    classname: each.code,
    name: `${place}: ${what}`,
    outcome: isError(each) || failOn === "warning" ? "failed" : "passed",
    type: each.code,
    message: what,
    text: [
      place,
      `${printWords[language].severity[each.severity]} ${each.code}`,
      gapWords[language].sentence(what),
      next,
    ]
      .filter((line) => line !== "")
      .join("\n"),
  };
}

const attributes = (all: Readonly<Record<string, string>>): string =>
  Object.entries(all)
    .map(([name, value]) => ` ${name}="${escapeXml(value)}"`)
    .join("");

/** Text and attribute values; what XML 1.0 (2.2) forbids is shown as a replacement character. */
function escapeXml(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
  );
}
