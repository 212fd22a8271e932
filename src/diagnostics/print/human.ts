/** The check as a person reads it: coverage first, problems nearest the prompt, the verdict last. */
import { styleText } from "node:util";
import { drawTable } from "../../engines/table.ts";
import { rateOf, statuses } from "../../model/coverage.ts";
import type { CoverageStatus, DepartmentCoverage, Tally } from "../../model/coverage.ts";
import type { Language } from "../../model/map.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { isError } from "../severity.ts";
import { placeOf, word } from "../wording/wording.ts";
import type { CheckResult } from "./result.ts";
import { printWords } from "./words.ts";
import type { PrintWords } from "./words.ts";

export interface PrintOptions {
  readonly language: Language;
  readonly color: boolean;
}

/** All of it, ending with a line break. */
export function printHuman(result: CheckResult, options: PrintOptions): string {
  const words = printWords[options.language];
  const bold = (text: string): string => (options.color ? styleText("bold", text, { validateStream: false }) : text);
  const sample = result.map.status === "sample" ? `（${words.sample}）` : "";
  const mapTitle =
    options.language === "en" ? result.map.title + (sample && ` (${words.sample})`) : result.map.title + sample;
  const parts = [
    bold(words.heading(result.title, mapTitle, result.asOf)),
    `${bold(words.bySection)}\n${sectionTable(result, words)}`,
    `${bold(words.byDepartment)}\n${departmentTable(result, words)}`,
  ];
  if (result.diagnostics.length > 0) {
    parts.push(`${bold(words.problems(result.diagnostics.length))}\n${printDiagnostics(result.diagnostics, options)}`);
  }
  return `${parts.join("\n\n")}\n\n${printVerdict(result, options)}\n`;
}

/** One problem a paragraph: place and severity, what is wrong, what to do. */
export function printDiagnostics(all: readonly Diagnostic[], { language, color }: PrintOptions): string {
  const words = printWords[language];
  return all
    .map((each) => {
      const severity = each.severity;
      const tint = severity === "error" ? "red" : "yellow";
      const label = `${words.severity[severity]} ${each.code}`;
      const marked = color ? styleText(tint, label, { validateStream: false }) : label;
      const { what, next } = word(each, language);
      const place = placeOf(each.at);
      const sentence = language === "en" ? `${what.charAt(0).toUpperCase()}${what.slice(1)}.` : `${what}。`;
      return [
        `${place === "" ? "" : `${place}  `}${marked}`,
        `  ${sentence}`,
        ...(next === "" ? [] : [`  → ${next}`]),
      ].join("\n");
    })
    .join("\n");
}

export function printVerdict(result: CheckResult, { language, color }: PrintOptions): string {
  const words = printWords[language];
  const errors = result.diagnostics.filter(isError).length;
  const line = words.verdict({
    ...result.total,
    rate: rateOf(result.total),
    errors,
    warnings: result.diagnostics.length - errors,
    code: result.exitCode,
    meaning: words.exit[result.state] ?? "",
  });
  if (!color) return line;
  return styleText(result.state === 0 ? "green" : "red", line, { validateStream: false });
}

/** Statuses that get a column of their own: those that any row has, and covered. */
const used = (tallies: readonly Tally[]): readonly CoverageStatus[] =>
  statuses.filter((status) => status === "covered" || tallies.some((each) => each.byStatus[status] > 0));

const figures = (each: Tally, shown: readonly CoverageStatus[]): string[] => [
  String(each.applicable),
  ...shown.map((status) => (each.byStatus[status] === 0 ? "·" : String(each.byStatus[status]))),
  each.applicable === 0 ? "–" : rateOf(each),
];

function sectionTable({ sections, total }: CheckResult, words: PrintWords): string {
  const shown = used([...sections, total]);
  const head = [words.section, words.requirements, ...shown.map((status) => words.status[status]), words.rate];
  const rows = sections.map((each) => [`${each.section.code} ${each.section.title}`, ...figures(each, shown)]);
  return drawTable(head, [...rows, [words.total, ...figures(total, shown)]]);
}

function departmentTable({ departments, names, groups }: CheckResult, words: PrintWords): string {
  const shown = used(departments);
  const labels = shown.map((status) => words.status[status]);
  const head = [words.department, words.files, words.requirements, ...labels, words.rate];
  const groupOf = (each: DepartmentCoverage | undefined): string =>
    (each === undefined || each.department === null ? undefined : groups.get(each.department)) ?? "";
  const rows = departments.flatMap((each, index) => {
    const name = each.department === null ? words.nobody : (names.get(each.department) ?? each.department);
    const group = groupOf(each);
    const begins = group !== "" && group !== groupOf(departments[index - 1]);
    const row = [group === "" ? name : `  ${name}`, String(each.files), ...figures(each, shown)];
    return begins ? [[group, ...row.slice(1).map(() => "")], row] : [row];
  });
  return drawTable(head, rows);
}
