/** A check that follows another: how things stand, and what is otherwise than it was. */
import { drawTable } from "../../engines/table.ts";
import type { Language } from "../../model/map.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { placeOf, visible } from "../wording/wording.ts";
import { findingsOf } from "./gaps.ts";
import { heading, printDiagnostics, printVerdict, severityMark } from "./human.ts";
import type { PrintOptions } from "./human.ts";
import { sectionMatrix } from "./matrix.ts";
import type { CheckResult } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";

/** Most changes of a kind that are told one by one. */
const shown = 20;

/** Title, sections, changes and verdict, ending with a line break. */
export function printAgain(result: CheckResult, before: CheckResult, options: PrintOptions): string {
  const words = printWords[options.language];
  return `${[
    heading(result, options.language),
    drawTable(sectionMatrix(result, words)),
    [words.again.title, ...changesOf(result, before, options)].join("\n"),
    printVerdict(result, options),
  ].join("\n\n")}\n`;
}

function changesOf(result: CheckResult, before: CheckResult, options: PrintOptions): string[] {
  const { language } = options;
  const { again } = printWords[language];
  const now = findingsOf(result, language).others;
  const then = findingsOf(before, language).others;
  const gone = without(then, now).map(
    (each) => `  ${again.gone(`${placeOf(each.at)}  ${severityMark(each, options)}`)}`,
  );
  const come = without(now, then).map((each) => printDiagnostics([each], options).replace(/^/gmu, "  "));
  const lines = [statusChanges(result, before, language), gone, come].flatMap((all) => fewOf(all, language));
  return lines.length === 0 ? [`  ${again.nothing}`] : lines;
}

/** Requirements that stand otherwise than they did. */
function statusChanges(result: CheckResult, before: CheckResult, language: Language): string[] {
  const { status: names } = printWords[language];
  const earlier = new Map(before.coverage.map((each) => [each.requirement.id, each.status]));
  return result.coverage.flatMap(({ requirement, leaf, status }) => {
    const was = earlier.get(requirement.id);
    if (was === undefined || was === status) return [];
    const name = `${leaf.indicator.code} ${visible(leaf.indicator.title)}${language === "en" ? ": " : "："}`;
    return [`  ${name}${visible(requirement.title)}  ${names[was]} → ${names[status]}`];
  });
}

/** Those of `all` that are not among `others`, wherever in its file each stands. */
function without(all: readonly Diagnostic[], others: readonly Diagnostic[]): Diagnostic[] {
  const keyOf = ({ code, at, facts }: Diagnostic): string => JSON.stringify([code, at.file, at.cell, facts]);
  const known = new Set(others.map(keyOf));
  return all.filter((each) => !known.has(keyOf(each)));
}

const fewOf = (lines: readonly string[], language: Language): string[] =>
  lines.length <= shown ? [...lines] : [...lines.slice(0, shown), `  ${gapWords[language].more(lines.length - shown)}`];
