/** The gap list (缺项清单) as a workbook: all of it on the first sheet, then a sheet for each department that owes something. */
import { findingsOf } from "../diagnostics/print/gaps.ts";
import type { DepartmentGaps, Gap } from "../diagnostics/print/gaps.ts";
import { heading, printVerdict, statusWord } from "../diagnostics/print/human.ts";
import { changeLines, partNote, stageLine } from "../diagnostics/print/part.ts";
import type { CheckResult } from "../diagnostics/print/result.ts";
import { uriOf } from "../diagnostics/print/sarif.ts";
import { gapWords } from "../diagnostics/print/words-gaps.ts";
import { unplacedWords } from "../diagnostics/print/words-unplaced.ts";
import { printWords } from "../diagnostics/print/words.ts";
import { listNames, writeLists } from "../engines/xlsx/lists.ts";
import type { List, ListCell, ListColumn, ListTint } from "../engines/xlsx/lists.ts";
import { visible } from "../diagnostics/wording/wording.ts";
import type { CoverageStatus } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import type { Language } from "../model/map.ts";

export interface GapListOptions {
  readonly language: Language;
  /** From the folder of the workbook to that of the workspace, as `../`; null when the two are not moved together. */
  readonly workspace: string | null;
}

/** Heads have room for the arrow of their filter. */
const widths = [16, 8, 15, 9, 26, 12, 13, 12, 12, 12, 27, 18];
const centred = new Set([1, 3, 7, 8, 9]);
const [statusColumn, daysColumn] = [3, 9];

/** Grounds of statuses: nothing there, something there that does not do, everything else that is owed. */
const grounds: Readonly<Partial<Record<CoverageStatus, string>>> = {
  missing: "F8CBAD",
  insufficient: "FFE699",
  unreadable: "F4B084",
};
const otherGround = "FCE4D6";

export async function writeGapsXlsx(result: CheckResult, options: GapListOptions): Promise<Uint8Array> {
  const { language } = options;
  const words = gapWords[language];
  const { owing } = findingsOf(result, language);
  const [sheet = "", ...names] = listNames([words.sheet, ...owing.map((each) => each.name)]);
  const title = heading(result, language).split("\n")[0] ?? "";
  const present = new Set(owing.flatMap((each) => each.gaps.map((gap) => gap.status)));
  const common = { columns: columnsOf(language), tints: tintsOf(present, language) };
  const changes = changeLines(result, language, statusWord(printWords[language])) ?? [];
  const all: List = {
    name: sheet,
    lines: [
      `${title}${language === "en" ? ": " : "　"}${words.listTitle}`,
      ...heading(result, language).split("\n").slice(1),
      ...[stageLine(result, language), partNote(result, language)].filter((each) => each !== null),
      ...changes.map(({ kind, text }) => `${kind} ${text}`.trim()),
      printVerdict(result, { language, color: false }),
      ...(owing.length === 0 ? [words.nothingOwed] : []),
    ],
    ...common,
    rows: owing.flatMap((each, index) =>
      rowsOf(each, { text: each.name, link: { sheet: names[index] ?? sheet } }, "next", options),
    ),
  };
  const own = owing.map((each, index) => ({
    name: names[index] ?? each.name,
    lines: departmentLines(each, result, sheet, language),
    ...common,
    rows: rowsOf(each, each.name, "ask", options),
  }));
  return writeLists([all, ...own], { language, day: result.asOf, title: `${title} ${words.listTitle}` });
}

function departmentLines(each: DepartmentGaps, result: CheckResult, sheet: string, language: Language): ListCell[] {
  const words = gapWords[language];
  const overdue = each.gaps.filter(({ due }) => due !== null && due.daysLeft < 0).length;
  const part = partNote(result, language);
  return [
    `${each.name}${language === "en" ? ": " : "　"}${words.listTitle}`,
    words.department({ ...each, gaps: each.gaps.length, overdue }),
    words.asOf(result.asOf),
    ...(part === null ? [] : [part]),
    { text: words.back, link: { sheet } },
  ];
}

const columnsOf = (language: Language): ListColumn[] =>
  gapWords[language].columns.map((title, index) => ({
    title,
    width: widths[index] ?? 12,
    align: centred.has(index) ? "center" : "left",
  }));

function tintsOf(present: ReadonlySet<CoverageStatus>, language: Language): ListTint[] {
  const { status: labels } = printWords[language];
  return [
    ...[...present].map((status) => ({
      column: statusColumn,
      when: { text: labels[status] },
      colour: grounds[status] ?? otherGround,
    })),
    { column: daysColumn, when: { below: 0 }, colour: "F8CBAD" },
    { column: daysColumn, when: { below: 8 }, colour: "FFE699" },
  ];
}

/** The gaps of a department, then what it handed in that found no requirement; `said` to the office, or to itself. */
const rowsOf = (
  each: DepartmentGaps,
  department: ListCell,
  said: "next" | "ask",
  options: GapListOptions,
): ListCell[][] => [
  ...each.gaps.map((gap) => rowOf(gap, department, gap[said], options)),
  ...each.unplaced.map((item) => unplacedRow(item, department, options)),
];

function unplacedRow(item: Item, department: ListCell, options: GapListOptions): ListCell[] {
  const { status, next } = unplacedWords[options.language];
  const [{ name }] = item.files;
  const rest = ["", "", "", "", null, next, placeCell(keyOf(item), options)];
  return [department, "", "", status, visible(name), ...rest];
}

/** A place that opens where workbook and workspace are moved together. */
const placeCell = (place: string, { workspace }: GapListOptions): ListCell =>
  workspace === null || place === ""
    ? visible(place)
    : { text: visible(place), link: { address: `${workspace}${uriOf(place)}` } };

function rowOf(gap: Gap, department: ListCell, remedies: readonly string[], options: GapListOptions): ListCell[] {
  const { language } = options;
  const words = gapWords[language];
  return [
    department,
    gap.indicator,
    gap.title,
    printWords[language].status[gap.status],
    gap.missing,
    gap.lead,
    words.list(gap.support),
    gap.window === null ? "" : `${gap.window.from}\n${gap.window.to}`,
    gap.due?.day ?? "",
    gap.due?.daysLeft ?? null,
    remedies.join("\n"),
    placeCell(gap.at.file, options),
  ];
}
