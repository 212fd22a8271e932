/** The check as a person reads it: coverage first, who owes what, problems nearest the prompt, the verdict last. */
import { styleText } from "node:util";
import { drawTable } from "../../engines/table.ts";
import { rateOf } from "../../model/coverage.ts";
import type { CoverageStatus } from "../../model/coverage.ts";
import type { Language } from "../../model/map.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { exitCode as codeFor, isError } from "../severity.ts";
import { placeOf, visible, word } from "../wording/wording.ts";
import { details } from "./detail.ts";
import type { Detail } from "./detail.ts";
import { findingsOf } from "./gaps.ts";
import type { DepartmentGaps, Gap } from "./gaps.ts";
import { departmentMatrix, sectionMatrix } from "./matrix.ts";
import { changeLines, partNote, partOf, stageLine } from "./part.ts";
import type { CheckResult, Stopped } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { partWords } from "./words-part.ts";
import { printWords } from "./words.ts";
import type { PrintWords } from "./words.ts";

export interface PrintOptions {
  readonly language: Language;
  readonly color: boolean;
}

type Style = Parameters<typeof styleText>[0];

const styler =
  (color: boolean) =>
  (style: Style, text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;

/** As much of it as `detail` says, ending with a line break. */
export function printHuman(result: CheckResult, options: PrintOptions & { readonly detail: Detail }): string {
  const { language, color, detail } = options;
  const level = details.indexOf(detail);
  const words = printWords[language];
  const style = styler(color);
  const parts: string[] = [];
  let part = 0;
  const titled = (title: string, text: string): void => {
    part += 1;
    parts.push(`${style("bold", words.part(part, title))}\n${text}`);
  };
  if (level >= 1) {
    parts.push([style("bold", heading(result, language)), ...notes(result, language)].join("\n"));
    titled(words.bySection, drawTable(sectionMatrix(result, words)));
    titled(words.byDepartment, drawTable(departmentMatrix(result, words)));
  }
  if (level >= 2) {
    const { owing, others, isHinted } = findingsOf(result, language);
    const own = gapWords[language];
    const changes = changeLines(result, language, statusWord(words));
    if (changes !== null && result.changes !== null) {
      const { name, asOf } = result.changes.since;
      titled(
        own.changes(visible(name), asOf),
        changes.map(({ kind, text }) => `  ${kind === "" ? "" : `${kind} `}${text}`.trimEnd()).join("\n"),
      );
    }
    const gaps = owing.reduce((sum, each) => sum + each.gaps.length, 0);
    if (gaps > 0) {
      titled(own.owing(owing.length, gaps), owing.map((each) => departmentText(each, options)).join("\n\n"));
    }
    if (others.length > 0 && detail === "full") {
      titled(own.otherProblems(others.length), printDiagnostics(others, options, isHinted));
    } else if (others.length > 0) parts.push(own.moreProblems(others.length));
  }
  return `${[...parts, printVerdict(result, options)].join("\n\n")}\n`;
}

/** A status in words; one that an earlier version knew, as it was written. */
export const statusWord =
  ({ status }: PrintWords) =>
  (name: string): string =>
    name in status ? status[name as CoverageStatus] : visible(name);

/** Title of the workspace, then the map and the day. */
export function heading({ map, title, asOf }: CheckResult, language: Language): string {
  const words = printWords[language];
  // A title that says so itself says it once.
  const mark =
    map.status !== "sample" || map.title.includes(words.sample)
      ? ""
      : language === "en"
        ? ` (${words.sample})`
        : `（${words.sample}）`;
  return words.heading(visible(title), `${visible(map.title)}${mark}`, asOf);
}

/** The stage and the part that is shown, as far as there are any. */
const notes = (result: CheckResult, language: Language): readonly string[] =>
  [stageLine(result, language), partNote(result, language)].filter((each) => each !== null);

function departmentText({ name, contact, gaps }: DepartmentGaps, options: PrintOptions): string {
  const words = gapWords[options.language];
  const overdue = gaps.filter(isOverdue).length;
  const head = styler(options.color)("bold", words.department({ name, contact, gaps: gaps.length, overdue }));
  return [head, ...gaps.map((each) => gapText(each, options))].join("\n");
}

export const isOverdue = ({ due }: Gap): boolean => due !== null && due.daysLeft < 0;

function gapText(gap: Gap, { language, color }: PrintOptions): string {
  const words = gapWords[language];
  const status = printWords[language].status[gap.status];
  const label =
    gap.code === gap.status ? status : language === "en" ? `${status} (${gap.code})` : `${status}（${gap.code}）`;
  const mark = styler(color)(gap.severity === "error" ? "red" : "yellow", label);
  const due = gap.due === null ? [] : [words.dueLine(gap.due)];
  return [
    `  ${gap.indicator} ${gap.indicatorTitle}${language === "en" ? ": " : "："}${gap.title}  ${mark}`,
    `    ${words.sentence([gap.missing, ...due].join(language === "en" ? "; " : "；"))}`,
    ...gap.next.map((each) => `    → ${each}`),
  ].join("\n");
}

/** Severity and code of a problem. */
export const severityMark = ({ severity, code }: Diagnostic, { language, color }: PrintOptions): string =>
  styler(color)(severity === "error" ? "red" : "yellow", `${printWords[language].severity[severity]} ${code}`);

/** One problem a paragraph: place and severity, what is wrong, what to do, unless that is said elsewhere. */
export function printDiagnostics(
  all: readonly Diagnostic[],
  options: PrintOptions,
  isSaid: (each: Diagnostic) => boolean = () => false,
): string {
  const { language } = options;
  return all
    .map((each) => {
      const marked = severityMark(each, options);
      const { what, next: hint } = word(each, language);
      const next = isSaid(each) ? "" : hint;
      const place = placeOf(each.at);
      return [
        `${place === "" ? "" : `${place}  `}${marked}`,
        `  ${gapWords[language].sentence(what)}`,
        ...(next === "" ? [] : [`  → ${next}`]),
      ].join("\n");
    })
    .join("\n");
}

/** The verdict on a check that could not go on. */
export function stoppedVerdict({ diagnostics, exitCode }: Stopped, language: Language): string {
  const words = printWords[language];
  const stops = diagnostics.filter((each) => codeFor([each]) === exitCode);
  const [own] = stops.length === 1 ? stops.map((each) => packMeaning(each, words)) : [];
  return words.stopped(own ?? words.exit[exitCode] ?? "", exitCode);
}

/** A pack that cannot be read is no slip of whoever named it; null for anything else. */
function packMeaning(each: Diagnostic, { pack }: PrintWords): string | null {
  if (each.code !== "no-manifest") return null;
  const { reason } = each.facts;
  if (reason === "version") return pack.newer;
  return reason === "broken" || reason === "damaged-zip" ? pack.damaged : null;
}

/** One line: what it came to, with the counts and the exit code; of a part it says so. */
export function printVerdict(result: CheckResult, { language, color }: PrintOptions): string {
  const words = printWords[language];
  const isSame = result.changes !== null && result.coverage.length === 0 && result.diagnostics.length === 0;
  const whole = isSame ? words.unchanged(result.exitCode) : verdictOf(result, language);
  const part = partOf(result, language);
  const line = part === null ? whole : partWords[language].partialVerdict(part, whole, result.hidden.unplaced);
  return styler(color)(result.state === 0 ? "green" : "red", line);
}

function verdictOf(result: CheckResult, language: Language): string {
  const words = printWords[language];
  const { owing, others } = findingsOf(result, language);
  const errors = others.filter(isError).length;
  return words.verdict({
    ...result.total,
    rate: rateOf(result.total),
    stale: result.total.byStatus.stale,
    waived: result.total.byStatus.waived,
    owed: owing.reduce((sum, { gaps }) => sum + gaps.length, 0),
    errors,
    warnings: others.length - errors,
    code: result.exitCode,
    draft: !result.draft ? "no" : result.exitCode === result.state ? "as-it-is" : "excused",
    meaning: words.exit[result.state] ?? "",
  });
}
