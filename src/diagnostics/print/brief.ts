/** The problems in a few lines: every error, and of reminders how many there are of each kind and what is meant. */
import type { CoverageStatus } from "../../model/coverage.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { groupBy } from "../../model/group.ts";
import { isError } from "../severity.ts";
import { placeOf, word } from "../wording/wording.ts";
import { findingsOf } from "./gaps.ts";
import { printDiagnostics, severityMark } from "./human.ts";
import type { PrintOptions } from "./human.ts";
import type { CheckResult } from "./result.ts";
import { printWords } from "./words.ts";

/** A line for what is owed and a few for each code besides; empty where there is nothing to tell. */
export function printBrief(result: CheckResult, options: PrintOptions): string {
  const { language } = options;
  const { brief, status } = printWords[language];
  const { owing, others } = findingsOf(result, language);
  const gaps = owing.flatMap((each) => each.gaps);
  const owed = (Object.keys(status) as CoverageStatus[]).flatMap((name) => {
    const count = gaps.filter((each) => each.status === name).length;
    return count === 0 ? [] : { name: status[name], count };
  });
  return [
    ...(owed.length === 0 ? [] : [brief.owed(owing.length, owed)]),
    ...(others.length === 0 ? [] : [brief.others(others.length)]),
    ...[...groupBy(others, ({ code }) => code).values()].flatMap((all) => kindLines(all, options)),
  ].join("\n");
}

/** Kinds with more problems are told by how many there are, and the first of them. */
const mostOfKind = 2;

/** Problems one by one; of a kind that comes many times the first, how many there are, and the command that lists them. */
export function printFew(all: readonly Diagnostic[], options: PrintOptions): string {
  const { language } = options;
  const kinds = groupBy(all, ({ code }) => code);
  const many = [...kinds.values()].filter((each) => each.length > mostOfKind);
  const single = all.filter(({ code }) => (kinds.get(code)?.length ?? 0) <= mostOfKind);
  return [
    ...(single.length === 0 ? [] : [printDiagnostics(single, options)]),
    ...many.flatMap((group) => [
      ...kindLines(group, options).map((line) => line.trimStart()),
      `  → ${printWords[language].brief.listed}`,
    ]),
  ].join("\n");
}

/** An error is something that somebody has to see to: each is told. Of reminders the first stands for all. */
function kindLines(all: readonly Diagnostic[], options: PrintOptions): readonly string[] {
  const { brief } = printWords[options.language];
  const text = (each: Diagnostic): string =>
    [placeOf(each.at), word(each, options.language).what].filter((part) => part !== "").join("  ");
  const [errors, reminders] = [all.filter(isError), all.filter((each) => !isError(each))];
  return [errors, reminders].flatMap((some) => {
    const [first] = some;
    if (first === undefined) return [];
    const mark = `  ${severityMark(first, options)}`;
    if (some.length === 1 || !isError(first)) return [`${mark}${brief.kind(some.length, text(first))}`];
    return [`${mark}${brief.each(some.length)}`, ...some.map((each) => `    ${text(each)}`)];
  });
}
