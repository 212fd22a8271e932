/** The problems in a few lines: how many of each kind, with one to see what is meant. */
import type { CoverageStatus } from "../../model/coverage.ts";
import type { Code, Diagnostic } from "../diagnostic.ts";
import { placeOf, word } from "../wording/wording.ts";
import { findingsOf } from "./gaps.ts";
import { severityMark } from "./human.ts";
import type { PrintOptions } from "./human.ts";
import type { CheckResult } from "./result.ts";
import { printWords } from "./words.ts";

/** A line for what is owed and one for each code besides; empty where there is nothing to tell. */
export function printBrief(result: CheckResult, options: PrintOptions): string {
  const { language } = options;
  const { brief, status } = printWords[language];
  const { owing, others } = findingsOf(result, language);
  const gaps = owing.flatMap((each) => each.gaps);
  const kinds = new Map<Code, readonly Diagnostic[]>();
  for (const each of others) kinds.set(each.code, [...(kinds.get(each.code) ?? []), each]);
  const owed = (Object.keys(status) as CoverageStatus[]).flatMap((name) => {
    const count = gaps.filter((each) => each.status === name).length;
    return count === 0 ? [] : { name: status[name], count };
  });
  return [
    ...(owed.length === 0 ? [] : [brief.owed(owing.length, owed)]),
    ...(others.length === 0 ? [] : [brief.others(others.length)]),
    ...[...kinds.values()].map((all) => kindLine(all, options)),
  ].join("\n");
}

function kindLine(all: readonly Diagnostic[], options: PrintOptions): string {
  const heaviest = all.find(({ severity }) => severity === "error") ?? all[0];
  if (heaviest === undefined) return "";
  const { brief } = printWords[options.language];
  const text = [placeOf(heaviest.at), word(heaviest, options.language).what].filter((each) => each !== "").join("  ");
  return `  ${severityMark(heaviest, options)}${brief.kind(all.length, text)}`;
}
