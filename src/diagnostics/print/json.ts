/** The check for machines; its schema is `docs/schemas/check.schema.json`. */
import type { Tally } from "../../model/coverage.ts";
import { keyOf } from "../../model/evidence.ts";
import type { Measure } from "../../model/standing.ts";
import type { Language } from "../../model/map.ts";
import { isPartial } from "../../model/selection.ts";
import type { CheckOutput, StoppedOutput } from "../../schema/outputs.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { isError } from "../severity.ts";
import { word } from "../wording/wording.ts";
import type { CheckResult, Stopped } from "./result.ts";

const counts = ({ applicable, covered, byStatus }: Tally): Tally => ({ applicable, covered, byStatus });

const measure = ({ share, points, verdict, shortfalls }: Measure): CheckOutput["nodes"][number]["score"] => ({
  share: share === null ? null : Number(share.toFixed(6)),
  points: points === null ? null : { self: points.self, max: points.max },
  verdict,
  shortfalls: shortfalls.map(({ type, node }) => ({ type, node })),
});

/** The standing of a map is that of the whole: a part has none. */
const nodesOf = ({ standings, selection }: CheckResult): CheckOutput["nodes"] =>
  (isPartial(selection) ? [] : standings.nodes).map(({ code, title, level, coverage, score }) => {
    return { code, title, level, coverage: measure(coverage), score: measure(score) };
  });

/** The result as plain data. */
export function toOutput(result: CheckResult, language: Language): CheckOutput {
  const errors = result.diagnostics.filter(isError).length;
  const { id, title, status, sha256 } = result.map;
  return {
    schema: "evipack/check@1",
    title: result.title,
    asOf: result.asOf,
    map: { id, title, status, sha256 },
    verdict: {
      exitCode: result.exitCode,
      complete: result.state === 0,
      errors,
      warnings: result.diagnostics.length - errors,
      ...counts(result.total),
    },
    filter: filterOf(result),
    changes: result.changes === null ? null : structuredClone(result.changes as NonNullable<CheckOutput["changes"]>),
    stages: stagesOf(result),
    sections: result.sections.map((each) => ({ code: each.section.code, title: each.section.title, ...counts(each) })),
    departments: result.departments.map((each) => ({
      id: each.department,
      name: each.department === null ? null : (result.people.get(each.department)?.name ?? null),
      files: each.files,
      ...counts(each),
    })),
    nodes: nodesOf(result),
    band: isPartial(result.selection) ? null : result.standings.band,
    requirements: requirementsOf(result),
    items: itemsOf(result),
    evidence: result.evidence.map(({ path, sha256, department }) => ({ source: path, sha256, department })),
    diagnostics: diagnosticsOutput(result.diagnostics, language),
  };
}

function requirementsOf(result: CheckResult): CheckOutput["requirements"] {
  return result.coverage.map(({ requirement, status: state, have, need, missingYears, items }) => ({
    id: requirement.id,
    indicator: requirement.indicator,
    title: requirement.title,
    department: requirement.owner,
    status: state,
    have,
    need,
    missingYears: [...missingYears],
    owed: result.owed.has(requirement.id),
    due: result.due.get(requirement.id) ?? null,
    items: items.map(({ link, notCounted }) => ({
      source: keyOf(link.item),
      files: link.item.files.map(({ path }) => path),
      exhibit: result.numbers.get(keyOf(link.item)) ?? null,
      counts: notCounted === null,
      reason: notCounted,
      reviewed: result.review.get(link) === "accepted",
    })),
  }));
}

const itemsOf = ({ items, numbers }: CheckResult): CheckOutput["items"] =>
  items.map(({ item, statuses, duplicateOf, lookAlikeOf }) => ({
    source: keyOf(item),
    files: item.files.map(({ path }) => path),
    department: item.department,
    exhibit: numbers.get(keyOf(item)) ?? null,
    statuses: [...statuses],
    duplicateOf,
    lookAlikeOf,
  }));

/** Problems as plain data. */
export function diagnosticsOutput(all: readonly Diagnostic[], language: Language): CheckOutput["diagnostics"] {
  return all.map((each) => {
    const { what, next } = word(each, language);
    const { file, line, column, cell, paragraph } = each.at;
    return {
      code: each.code,
      severity: each.severity,
      file,
      line: line ?? null,
      column: column ?? null,
      cell: cell ?? null,
      paragraph: paragraph ?? null,
      message: what,
      hint: next,
      facts: { ...each.facts },
    };
  });
}

function filterOf({ selection, people, hidden }: CheckResult): CheckOutput["filter"] {
  if (!isPartial(selection)) return null;
  return {
    departments: selection.departments.map((id) => ({ id, name: people.get(id)?.name ?? id })),
    sections: [...selection.codes],
    since: selection.since?.name ?? null,
    hidden: { requirements: hidden.requirements, problems: hidden.diagnostics, unplaced: hidden.unplaced },
  };
}

function stagesOf({ stage }: CheckResult): CheckOutput["stages"] {
  if (stage === null) return null;
  const { current, number, daysLeft, due, overdue } = stage;
  return {
    current:
      current === null || number === null || daysLeft === null
        ? null
        : { number, title: current.title, from: current.from, to: current.to, daysLeft },
    due: due.length,
    overdue: overdue.length,
  };
}

/** Why there is no check, as plain data; its schema is `docs/schemas/stopped.schema.json`. */
export function printJsonStopped(stopped: Stopped, language: Language): string {
  const errors = stopped.diagnostics.filter(isError).length;
  const output: StoppedOutput = {
    schema: "evipack/stopped@1",
    verdict: {
      exitCode: stopped.exitCode,
      complete: false,
      errors,
      warnings: stopped.diagnostics.length - errors,
    },
    diagnostics: diagnosticsOutput(stopped.diagnostics, language),
  };
  return `${JSON.stringify(output, null, 2)}\n`;
}

export const printJson = (result: CheckResult, language: Language): string =>
  `${JSON.stringify(toOutput(result, language), null, 2)}\n`;
