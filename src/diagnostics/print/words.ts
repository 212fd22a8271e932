/** Words of the printed check, in both languages. */
import { count } from "../wording/en/phrases.ts";
import type { CoverageStatus } from "../../model/coverage.ts";
import type { Language } from "../../model/map.ts";
import type { Severity } from "../../model/severity.ts";

export interface PrintWords {
  readonly status: Readonly<Record<CoverageStatus, string>>;
  readonly severity: Readonly<Record<Severity, string>>;
  readonly section: string;
  readonly department: string;
  readonly requirements: string;
  readonly files: string;
  readonly rate: string;
  readonly total: string;
  readonly nobody: string;
  readonly sample: string;
  readonly heading: (title: string, map: string, asOf: string) => string;
  /** The title of the n-th part of a report, n from 1. */
  readonly part: (n: number, title: string) => string;
  readonly bySection: string;
  readonly byDepartment: string;
  /** Nothing is otherwise than in the check that was named to compare with. */
  readonly unchanged: (code: number) => string;
  readonly verdict: (facts: VerdictFacts) => string;
  readonly exit: Readonly<Record<number, string>>;
  /** The problems in a few lines. */
  readonly brief: {
    readonly owed: (departments: number, gaps: readonly { readonly name: string; readonly count: number }[]) => string;
    readonly others: (count: number) => string;
    /** How many there are of a kind, behind its name, and the first of them. */
    readonly kind: (count: number, first: string) => string;
    /** How many there are of a kind, each of them on a line of its own below. */
    readonly each: (count: number) => string;
    readonly where: (files: readonly string[]) => string;
    /** Where the others of a kind are told. */
    readonly listed: string;
  };
  /** What is otherwise than in the check before. */
  readonly again: { readonly title: string; readonly nothing: string; readonly gone: (problem: string) => string };
  /** What the exit code means where a pack cannot be read. */
  readonly pack: { readonly damaged: string; readonly newer: string };
  /** Closing line when a command could not go on. */
  readonly stopped: (meaning: string, code: number) => string;
}

export interface VerdictFacts {
  readonly covered: number;
  readonly applicable: number;
  readonly rate: string;
  /** Of those covered. */
  readonly stale: number;
  readonly waived: number;
  /** Requirements that are owed, whatever problems say so. */
  readonly owed: number;
  /** Those that no gap says. */
  readonly errors: number;
  readonly warnings: number;
  readonly code: number;
  /** `excused`: a draft with gaps, which the code passes over. */
  readonly draft: "no" | "as-it-is" | "excused";
  readonly meaning: string;
}

const sum = (all: readonly { readonly count: number }[]): number => all.reduce((total, each) => total + each.count, 0);

const chinese: PrintWords = {
  status: {
    covered: "已覆盖",
    stale: "待复核",
    missing: "缺",
    insufficient: "不足",
    "out-of-window": "超时限",
    "wrong-kind": "类型不符",
    unreadable: "不可读",
    "waiver-expired": "免报过期",
    waived: "免报",
    "on-site": "现场考察",
    "not-applicable": "不适用",
    optional: "选报未报",
  },
  severity: { error: "错误", warning: "提醒" },
  section: "评估部分",
  department: "责任部门",
  requirements: "应报",
  files: "已交文件",
  rate: "覆盖率",
  total: "合计",
  nobody: "（未定部门）",
  sample: "样例，非官方文本",
  heading: (title, map, asOf) => `${title}\n指标体系：${map}　截止日期：${asOf}`,
  part: (n, title) => `${"一二三四五"[n - 1] ?? ""}、${title}`,
  bySection: "按评估部分",
  byDepartment: "按责任部门（应报指材料要求条数）",
  unchanged: (code) => `结论：没有变化；退出码 ${String(code)}。`,
  verdict: ({ covered, applicable, rate, stale, waived, owed, errors, warnings, code, draft, meaning }) =>
    `结论：${meaning}。应报 ${String(applicable)} 项，已覆盖 ${String(covered)} 项（${[
      rate,
      ...(waived === 0 ? [] : [`含免报 ${String(waived)} 项`]),
      ...(stale === 0 ? [] : [`含待复核 ${String(stale)} 项`]),
    ].join(
      "，",
    )}）；${owed === 0 ? "" : `欠交 ${String(owed)} 项，其他`}错误 ${String(errors)} 个，提醒 ${String(warnings)} 个；退出码 ${String(code)}${{ no: "", "as-it-is": "（草稿）", excused: "（草稿，未齐也按 0 算）" }[draft]}。`,
  exit: {
    0: "材料齐备",
    1: "材料未齐或有问题待处理",
    2: "用法、配置或指标体系有误",
    3: "有报送的文件读不出来",
    4: "无可核对",
  },
  brief: {
    owed: (departments, gaps) =>
      `欠交材料 ${String(sum(gaps))} 项（${String(departments)} 个部门）：${gaps
        .map(({ name, count: some }) => `${name} ${String(some)} 项`)
        .join("，")}。`,
    others: (some) => `其他问题 ${String(some)} 个：`,
    kind: (some, first) => `${some === 1 ? "" : `（${String(some)} 个）`}：${some === 1 ? "" : "如 "}${first}`,
    each: (some) => `（${String(some)} 个）：`,
    where: (files) => `${files.length === 0 ? "" : `逐项见 ${files.join("、")}；`}要在屏幕上逐条看，加 --detail full。`,
    listed: "逐个是哪些、怎么改：evipack check --detail full。",
  },
  again: {
    title: "与上次核对相比",
    nothing: "各项要求和问题没有变化。",
    gone: (problem) => `已消除：${problem}`,
  },
  pack: { damaged: "成果包已损坏", newer: "成果包由更新的版本编成" },
  stopped: (meaning, code) => `结论：${meaning}，没有继续；退出码 ${String(code)}。`,
};

const english: PrintWords = {
  status: {
    covered: "covered",
    stale: "stale",
    missing: "missing",
    insufficient: "too few",
    "out-of-window": "out of window",
    "wrong-kind": "wrong kind",
    unreadable: "unreadable",
    "waiver-expired": "waiver expired",
    waived: "waived",
    "on-site": "on site",
    "not-applicable": "n/a",
    optional: "optional",
  },
  severity: { error: "error", warning: "warning" },
  section: "Section",
  department: "Department",
  requirements: "asked",
  files: "files",
  rate: "coverage",
  total: "Total",
  nobody: "(no department)",
  sample: "sample, not the official text",
  heading: (title, map, asOf) => `${title}\nIndicator map: ${map}; as of ${asOf}`,
  part: (_, title) => title,
  bySection: "By section",
  byDepartment: "By department",
  unchanged: (code) => `Verdict: nothing has changed; exit code ${String(code)}.`,
  verdict: ({ covered, applicable, rate, stale, waived, owed, errors, warnings, code, draft, meaning }) =>
    `Verdict: ${meaning}; ${String(covered)} of ${count(applicable, "requirement")} covered (${[
      rate,
      ...(waived === 0 ? [] : [`${String(waived)} of them waived`]),
      ...(stale === 0 ? [] : [`${String(stale)} to be reviewed again`]),
    ].join(
      ", ",
    )}), ${owed === 0 ? "" : `${String(owed)} owed, `}${count(errors, owed === 0 ? "error" : "other error")}, ${count(warnings, "warning")}; exit code ${String(code)}${{ no: "", "as-it-is": " (a draft)", excused: " (a draft, which gaps do not fail)" }[draft]}.`,
  exit: {
    0: "complete",
    1: "gaps or problems in the evidence",
    2: "usage, configuration or map is wrong",
    3: "some file cannot be read",
    4: "nothing to evaluate",
  },
  brief: {
    owed: (departments, gaps) =>
      `${count(sum(gaps), "requirement")} owed by ${count(departments, "department")}: ${gaps
        .map(({ name, count: some }) => `${String(some)} ${name}`)
        .join(", ")}.`,
    others: (some) => `${count(some, "other problem")}:`,
    kind: (some, first) => `${some === 1 ? "" : ` (${String(some)})`}: ${some === 1 ? "" : "such as "}${first}`,
    each: (some) => ` (${String(some)}):`,
    where: (files) =>
      `${files.length === 0 ? "O" : `All of them are in ${files.join(" and ")}; o`}ne by one here with --detail full.`,
    listed: "Which ones, and what to do about each: evipack check --detail full.",
  },
  again: {
    title: "Since the last check",
    nothing: "No requirement and no problem has changed.",
    gone: (problem) => `Gone: ${problem}`,
  },
  pack: { damaged: "the pack is damaged", newer: "the pack is of a newer version" },
  stopped: (meaning, code) => `Verdict: ${meaning}; stopped; exit code ${String(code)}.`,
};

export const printWords: Readonly<Record<Language, PrintWords>> = { "zh-CN": chinese, en: english };
