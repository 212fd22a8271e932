/**
 * The check as SARIF 2.1.0 (OASIS, 2020): one result for each gap and one for each other problem. Places are relative
 * to the workspace; a cell of a register is a logical location. Fingerprints hang on what a problem is about and not
 * on lines, so that it stays the same problem while the file around it changes.
 */
import type { Language } from "../../model/map.ts";
import type { Severity } from "../../model/severity.ts";
import type { SourceRef } from "../../model/source.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { allCodes, severityOf } from "../severity.ts";
import { placeOf, visible, word } from "../wording/wording.ts";
import { findingsOf, tellGap } from "./gaps.ts";
import type { DepartmentGaps, Gap } from "./gaps.ts";
import { printVerdict, stoppedVerdict } from "./human.ts";
import { partNote, stageLine } from "./part.ts";
import type { CheckResult, Stopped } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";

const base = "WORKSPACE";

interface Finding {
  readonly rule: string;
  readonly level: Severity;
  readonly message: string;
  readonly at: SourceRef;
  /** What it is about, the same on every run. */
  readonly about: string;
  /** Name of what it concerns inside the file. */
  readonly logical: { readonly name: string; readonly kind: string } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** `version` is that of the program. */
export function printSarif(result: CheckResult, language: Language, version: string): string {
  const { owing, others } = findingsOf(result, language);
  const findings = [
    ...owing.flatMap((each) => each.gaps.map((gap) => gapFinding(gap, each, language))),
    ...others.map((each) => problemFinding(each, language)),
  ];
  return logOf(findings, language, version, {
    asOf: result.asOf,
    map: result.map.id,
    exitCode: result.exitCode,
    verdict: printVerdict(result, { language, color: false }),
    stage: stageLine(result, language),
    filter: partNote(result, language),
    changes: result.changes,
  });
}

/** Why there is no check. */
export function printSarifStopped(stopped: Stopped, language: Language, version: string): string {
  const findings = stopped.diagnostics.map((each) => problemFinding(each, language));
  const { exitCode } = stopped;
  return logOf(findings, language, version, { exitCode, verdict: stoppedVerdict(stopped, language) });
}

function logOf(
  findings: readonly Finding[],
  language: Language,
  version: string,
  properties: Readonly<Record<string, unknown>>,
): string {
  const used = new Set(findings.map((each) => each.rule));
  const codes: readonly string[] = allCodes;
  const names = [...codes.filter((code) => used.has(code)), ...[...used].filter((code) => !codes.includes(code))];
  const log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "evipack", version, rules: names.map((name) => rule(name, language)) } },
        language: language === "en" ? "en-US" : language,
        originalUriBaseIds: { [base]: { description: { text: gapWords[language].workspace } } },
        columnKind: "unicodeCodePoints",
        results: findings.map((each) => sarifResult(each, names)),
        properties,
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** A rule is a code of ours, or the status of a requirement that is owed for a reason of its own. */
function rule(name: string, language: Language): object {
  const code = allCodes.find((each) => each === name);
  const status = code === undefined ? statusOf(name, language) : null;
  return {
    id: name,
    shortDescription: { text: status ?? name.replaceAll("-", " ") },
    defaultConfiguration: { level: code === undefined ? "error" : severityOf(code) },
    // The address of a page has to be absolute (3.49.12), and the pages come with the program.
    help: { text: code === undefined ? "docs/check.md" : `docs/problems/${code}.md` },
  };
}

const statusOf = (name: string, language: Language): string | null =>
  Object.entries(printWords[language].status).find(([status]) => status === name)?.[1] ?? null;

function gapFinding(gap: Gap, owner: DepartmentGaps, language: Language): Finding {
  const id = gap.coverage.requirement.id;
  return {
    rule: gap.code,
    level: gap.severity,
    message: tellGap(gap, owner, language),
    at: gap.at,
    about: id,
    logical: { name: id, kind: "requirement" },
    properties: { requirement: id, status: gap.status, department: owner.id, due: gap.due },
  };
}

function problemFinding(each: Diagnostic, language: Language): Finding {
  const { what, next } = word(each, language);
  const { cell } = each.at;
  return {
    rule: each.code,
    level: each.severity,
    message: [`${placeOf(each.at)}: ${gapWords[language].sentence(what)}`, next]
      .filter((text) => text !== "")
      .join("\n"),
    at: each.at,
    about: JSON.stringify([each.at.file, cell ?? null, each.facts]),
    logical: cell === undefined ? null : { name: cell, kind: "cell" },
    properties: { facts: each.facts },
  };
}

function sarifResult(
  { rule: name, level, message, at, about, logical, properties }: Finding,
  names: readonly string[],
): object {
  const physical =
    at.file === ""
      ? {}
      : {
          physicalLocation: {
            artifactLocation: { uri: uriOf(at.file), uriBaseId: base },
            ...(at.line === undefined
              ? {}
              : { region: { startLine: at.line, ...(at.column === undefined ? {} : { startColumn: at.column }) } }),
          },
        };
  const logicals =
    logical === null ? {} : { logicalLocations: [{ fullyQualifiedName: visible(logical.name), kind: logical.kind }] };
  return {
    ruleId: name,
    ruleIndex: names.indexOf(name),
    level,
    message: { text: escapeMessage(message) },
    locations: at.file === "" && logical === null ? [] : [{ ...physical, ...logicals }],
    partialFingerprints: { "evipack/v1": about },
    properties,
  };
}

/** Braces and brackets mean placeholders and links in messages (3.11.5, 3.11.6). */
const escapeMessage = (text: string): string =>
  text.replace(/[{}]/gu, (sign) => sign + sign).replace(/[[\]]/gu, (sign) => `\\${sign}`);

/** A relative address: each step percent-encoded, `/` between them (RFC 3986, 3.3). */
export const uriOf = (file: string): string =>
  file
    .replace(/\p{Surrogate}/gu, "\ufffd")
    .split("/")
    .map((step) => encodeURIComponent(step))
    .join("/");
