/** The check as a comment on a merge request: verdict, coverage by section, gaps by department folded, problems. */
import type { Language } from "../../model/map.ts";
import { placeOf, word } from "../wording/wording.ts";
import { findingsOf } from "./gaps.ts";
import type { DepartmentGaps } from "./gaps.ts";
import { details } from "./detail.ts";
import type { Detail } from "./detail.ts";
import { heading, isOverdue, printVerdict, statusWord, stoppedVerdict } from "./human.ts";
import { departmentMatrix, sectionMatrix } from "./matrix.ts";
import type { Matrix } from "./matrix.ts";
import { changeLines, partNote, stageLine } from "./part.ts";
import type { CheckResult, Stopped } from "./result.ts";
import { gapWords } from "./words-gaps.ts";
import { printWords } from "./words.ts";
import type { Diagnostic } from "../diagnostic.ts";
import { isError } from "../severity.ts";

/** Problems and changed files that are listed; the others are counted. */
const limit = 20;

/** As much of it as `detail` says, ending with a line break. */
export function printMarkdown(result: CheckResult, language: Language, detail: Detail): string {
  const words = printWords[language];
  const own = gapWords[language];
  const level = details.indexOf(detail);
  const verdict = `**${escapeMarkdown(printVerdict(result, { language, color: false }))}**`;
  if (level === 0) return `${verdict}\n`;
  const [title = "", ...lines] = heading(result, language).split("\n");
  const notes = [...lines, stageLine(result, language), partNote(result, language)].filter((each) => each !== null);
  const parts = [
    `## ${escapeMarkdown(title)}`,
    verdict,
    notes.map(escapeMarkdown).join("  \n"),
    table(sectionMatrix(result, words)),
    folded(words.byDepartment, table(departmentMatrix(result, words))),
  ];
  if (level >= 2) {
    const { owing, others } = findingsOf(result, language);
    parts.push(...changesOf(result, language), ...owing.map((each) => departmentPart(each, language)));
    if (owing.length === 0) parts.push(escapeMarkdown(own.nothingOwed));
    if (others.length > 0 && detail === "full") parts.push(problemsTable(own.problemSuite, others, language));
    else if (others.length > 0) parts.push(escapeMarkdown(own.moreProblems(others.length)));
  }
  return `${parts.join("\n\n")}\n`;
}

/** Why there is no check. */
export function printMarkdownStopped(stopped: Stopped, language: Language): string {
  const verdict = `**${escapeMarkdown(stoppedVerdict(stopped, language))}**`;
  return `${verdict}\n\n${problemsTable(gapWords[language].stoppedSuite, stopped.diagnostics, language)}\n`;
}

function changesOf(result: CheckResult, language: Language): string[] {
  const lines = changeLines(result, language, statusWord(printWords[language]));
  if (lines === null || result.changes === null) return [];
  const own = gapWords[language];
  const shown = lines.slice(0, limit).map(({ kind, text }) => `- ${escapeMarkdown(`${kind} ${text}`.trim())}`);
  const more = lines.length > limit ? [`- ${own.more(lines.length - limit)}`] : [];
  const { name, asOf } = result.changes.since;
  return [`### ${escapeMarkdown(own.changes(name, asOf))}`, [...shown, ...more].join("\n")];
}

function departmentPart({ name, contact, gaps }: DepartmentGaps, language: Language): string {
  const own = gapWords[language];
  const { table: heads } = own;
  const rows = gaps.map((gap) => [
    `${gap.indicator} ${gap.title}`,
    printWords[language].status[gap.status],
    gap.missing,
    gap.due === null ? "" : own.dueLine(gap.due),
    gap.next.join("\n"),
  ]);
  const overdue = gaps.filter(isOverdue).length;
  return folded(
    own.department({ name, contact, gaps: gaps.length, overdue }),
    table({ head: [heads.requirement, heads.status, heads.missing, heads.due, heads.next], rows }, "text"),
  );
}

function problemsTable(title: string, others: readonly Diagnostic[], language: Language): string {
  const own = gapWords[language];
  // What is cut off are reminders as long as there are any.
  const ranked = [...others.filter(isError), ...others.filter((each) => !isError(each))];
  const rows = ranked.slice(0, limit).map((each) => {
    const { what, next } = word(each, language);
    return [placeOf(each.at), `${printWords[language].severity[each.severity]} ${each.code}`, what, next];
  });
  const heads = own.table;
  const more = others.length > limit ? `\n\n${escapeMarkdown(own.more(others.length - limit))}` : "";
  return `### ${escapeMarkdown(title)}\n\n${table({ head: [heads.place, heads.problem, "", heads.next], rows }, "text")}${more}`;
}

const folded = (summary: string, body: string): string =>
  `<details><summary>${escapeMarkdown(summary)}</summary>\n\n${body}\n\n</details>`;

/** The first column reads from the left; the others are figures unless they are text. */
function table({ head, rows }: Matrix, kind: "figures" | "text" = "figures"): string {
  const row = (cells: readonly string[]): string => `| ${cells.map(cell).join(" | ")} |`;
  const rule = head.map((_, index) => (index === 0 || kind === "text" ? "---" : "--:"));
  return [row(head), `| ${rule.join(" | ")} |`, ...rows.map(row)].join("\n");
}

const cell = (text: string): string => text.split("\n").map(escapeMarkdown).join("<br>");

/**
 * Text that stays text, in a paragraph, a table and an HTML block alike: a character reference begins no markup
 * (CommonMark 0.31, 2.5). An invisible break keeps names, numbers and addresses from becoming mentions and links.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[@#](?=[\p{L}\p{N}_])|:(?=\/\/)|www(?=\.)/giu, (sign) => `${sign}\u200b`)
    .replace(/[&<>|`*_[\]\\~#!$"']/gu, (sign) => `&#${String(sign.codePointAt(0))};`)
    .replace(/^(\d+)([.)])(?=\s|$)/u, "$1&#8203;$2")
    .replace(/^([+=-])(?=\s|$|[+=-])/u, "&#8203;$1")
    .replace(/[\r\n]+/gu, " ");
}
