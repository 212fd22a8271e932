/** Words of gap lists: what is missing, by when, and what changed. */
import { count } from "../wording/en/phrases.ts";
import type { NotCounted } from "../../model/coverage.ts";
import type { Language } from "../../model/map.ts";
import type { Due } from "../../model/selection.ts";

export interface MissingFacts {
  readonly have: number;
  readonly need: number;
  readonly years: readonly number[];
  readonly spoiled: readonly { readonly name: string; readonly reason: string }[];
}

export interface StageFacts {
  readonly number: number;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly daysLeft: number;
  readonly due: number;
  readonly overdue: number;
}

interface GapFacts {
  readonly name: string;
  readonly status: string;
  readonly owner: string;
  readonly missing: string;
}

interface HandInFacts {
  readonly years: readonly number[];
  readonly count: number;
  readonly folder: string;
}

export interface GapWords {
  readonly notCounted: Readonly<Record<NotCounted, string>>;
  readonly missing: (facts: MissingFacts) => string;
  /** A gap in one sentence or two. */
  readonly gap: (facts: GapFacts) => string;
  readonly sentence: (text: string) => string;
  readonly nameYear: string;
  /** A sentence and the files that it is for; `more` besides those named. */
  readonly forFiles: (names: readonly string[], more: number, sentence: string) => string;
  readonly handIn: (facts: HandInFacts) => string;
  /** The same, where mending what does not count would be enough. */
  readonly mendOrHandIn: (facts: Omit<HandInFacts, "years">) => string;
  /** When something is due and how many days are left. */
  readonly dueLine: (due: Due) => string;
  readonly stage: (facts: StageFacts) => string;
  readonly noStage: (next: string | null, from: string, overdue: number) => string;
  readonly owing: (departments: number, gaps: number) => string;
  readonly nothingOwed: string;
  readonly department: (facts: { name: string; contact: string; gaps: number; overdue: number }) => string;
  readonly problemSuite: string;
  /** The same, where there is nothing else. */
  readonly stoppedSuite: string;
  readonly workspace: string;
  readonly otherProblems: (count: number) => string;
  readonly moreProblems: (count: number) => string;
  readonly list: (names: readonly string[]) => string;
  readonly changes: (name: string, asOf: string) => string;
  readonly files: Readonly<Record<"added" | "changed" | "removed", string>>;
  readonly statuses: string;
  readonly newRequirement: string;
  readonly unknownFiles: string;
  readonly unknownStatuses: string;
  readonly noChanges: string;
  readonly more: (count: number) => string;
  readonly sheet: string;
  readonly columns: readonly string[];
  readonly listTitle: string;
  readonly asOf: (day: string) => string;
  readonly back: string;
  readonly table: Readonly<
    Record<"indicator" | "requirement" | "status" | "missing" | "due" | "next" | "problem" | "place", string>
  >;
}

const chinese: GapWords = {
  notCounted: {
    classified: "标有密级",
    unreadable: "不可读",
    "out-of-window": "超时限",
    "after-as-of": "晚于截止日期",
    "wrong-kind": "类型不符",
    duplicate: "重复",
    "no-year": "看不出年份",
  },
  missing: ({ have, need, years, spoiled }) =>
    [
      years.length === 0
        ? `需 ${String(need)} 件，计入 ${String(have)} 件`
        : `缺 ${years.map((year) => `${String(year)}年`).join("、")}`,
      ...(spoiled.length === 0
        ? []
        : [`不计入：${spoiled.map(({ name, reason }) => `${name}（${reason}）`).join("、")}`]),
    ].join("；"),
  gap: ({ name, status, owner, missing }) => `${name}：${status}（${owner}）。${missing}。`,
  sentence: (text) => `${text}。`,
  forFiles: (names, more, sentence) =>
    `${names.join("、")}${more === 0 ? "" : ` 等 ${String(names.length + more)} 个`}：${sentence}`,
  nameYear: "看不出年份的，在文件名里写上年份。",
  handIn: ({ years, count, folder }) =>
    years.length === 0
      ? `补交 ${String(count)} 件，放进 ${folder}/。`
      : `补交${years.map((year) => `${String(year)}年`).join("、")}的材料，放进 ${folder}/。`,
  mendOrHandIn: ({ count, folder }) => `不计入的改好即可；改不好的，补交 ${String(count)} 件，放进 ${folder}/。`,
  dueLine: ({ day, daysLeft }) =>
    `应于 ${day} 前交齐，${daysLeft < 0 ? `已逾期 ${String(-daysLeft)} 天` : daysLeft === 0 ? "今天到期" : `还剩 ${String(daysLeft)} 天`}`,
  stage: ({ number, title, from, to, daysLeft, due, overdue }) =>
    `阶段：第${String(number)}阶段“${title}”（${from} 至 ${to}），${daysLeft === 0 ? "今天结束" : `还剩 ${String(daysLeft)} 天`}；到阶段结束应交未齐 ${String(due)} 项${overdue === 0 ? "" : `，其中已逾期 ${String(overdue)} 项`}`,
  noStage: (next, from, overdue) =>
    `阶段：${next === null ? "各阶段均已结束" : `不在任何阶段之内，下一阶段“${next}”自 ${from} 开始`}；已逾期 ${String(overdue)} 项`,
  owing: (departments, gaps) => `欠交材料（${String(departments)} 个部门，${String(gaps)} 项）`,
  nothingOwed: "没有欠交的材料",
  department: ({ name, contact, gaps, overdue }) =>
    `${name}${contact === "" ? "" : `（联系人：${contact}）`}　欠 ${String(gaps)} 项${overdue === 0 ? "" : `，逾期 ${String(overdue)} 项`}`,
  problemSuite: "其他问题",
  stoppedSuite: "问题",
  workspace: "工作目录",
  otherProblems: (count) => `其他问题（${String(count)} 个；各代号的详细说明用 evipack explain 查看）`,
  moreProblems: (count) => `另有其他问题 ${String(count)} 个，用 --detail full 查看。`,
  list: (names) => names.join("、"),
  changes: (name, asOf) => `自 ${name}（${asOf}）以来的变化`,
  files: { added: "新增", changed: "改动", removed: "移除" },
  statuses: "状态",
  newRequirement: "（新增要求）",
  unknownFiles: "以前的结果里没有文件清单，文件的变化无从比较",
  unknownStatuses: "成果包里没有核对结果，状态的变化无从比较",
  noChanges: "没有变化",
  more: (count) => `还有 ${String(count)} 个`,
  sheet: "总表",
  columns: [
    "责任部门",
    "指标",
    "材料要求",
    "状态",
    "缺什么",
    "牵头部门",
    "配合部门",
    "材料时限",
    "阶段期限",
    "剩余天数",
    "怎么办",
    "报送位置",
  ],
  listTitle: "缺项清单",
  asOf: (day) => `截止日期：${day}`,
  back: "← 返回总表",
  table: {
    indicator: "指标",
    requirement: "材料要求",
    status: "状态",
    missing: "缺什么",
    due: "期限",
    next: "怎么办",
    problem: "问题",
    place: "位置",
  },
};

const english: GapWords = {
  notCounted: {
    classified: "classified",
    unreadable: "unreadable",
    "out-of-window": "out of window",
    "after-as-of": "after the as-of day",
    "wrong-kind": "wrong kind",
    duplicate: "duplicate",
    "no-year": "no year in its name",
  },
  missing: ({ have, need, years, spoiled }) =>
    [
      years.length === 0 ? `${String(have)} of ${String(need)} there` : `nothing for ${years.join(", ")}`,
      ...(spoiled.length === 0
        ? []
        : [`not counted: ${spoiled.map(({ name, reason }) => `${name} (${reason})`).join(", ")}`]),
    ].join("; "),
  gap: ({ name, status, owner, missing }) =>
    `${name}: ${status} (${owner}). ${missing.charAt(0).toUpperCase()}${missing.slice(1)}.`,
  sentence: (text) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`,
  forFiles: (names, more, sentence) =>
    `${names.join(", ")}${more === 0 ? "" : ` and ${String(more)} more`}: ${sentence}`,
  nameYear: "Put the year into the names that tell none.",
  handIn: ({ years, count: number, folder }) =>
    years.length === 0
      ? `Put ${count(number, "more item")} into ${folder}/.`
      : `Put those of ${years.join(", ")} into ${folder}/.`,
  mendOrHandIn: ({ count: number, folder }) =>
    `Mend what does not count, or put ${count(number, "more item")} into ${folder}/.`,
  dueLine: ({ day, daysLeft }) =>
    `due by ${day}, ${daysLeft < 0 ? `${count(-daysLeft, "day")} overdue` : daysLeft === 0 ? "which is today" : `${count(daysLeft, "day")} left`}`,
  stage: ({ number, title, from, to, daysLeft, due, overdue }) =>
    `Stage ${String(number)}, "${title}" (${from} to ${to}): ${daysLeft === 0 ? "ends today" : `${count(daysLeft, "day")} left`}; ${String(due)} owed by its end${overdue === 0 ? "" : `, ${String(overdue)} of them overdue`}`,
  noStage: (next, from, overdue) =>
    `No stage on this day${next === null ? "" : `; the next one, "${next}", begins on ${from}`}; ${String(overdue)} overdue`,
  owing: (departments, gaps) => `Owed (${count(gaps, "requirement")}, ${count(departments, "department")})`,
  nothingOwed: "Nothing is owed",
  department: ({ name, contact, gaps, overdue }) =>
    `${name}${contact === "" ? "" : ` (${contact})`}: ${String(gaps)} owed${overdue === 0 ? "" : `, ${String(overdue)} overdue`}`,
  problemSuite: "Other problems",
  stoppedSuite: "Problems",
  workspace: "the workspace",
  otherProblems: (number) => `Other problems (${String(number)}; evipack explain CODE tells more of each)`,
  moreProblems: (number) => `${count(number, "other problem")} besides; --detail full shows them.`,
  list: (names) => names.join(", "),
  changes: (name, asOf) => `Changes since ${name} (${asOf})`,
  files: { added: "added", changed: "changed", removed: "removed" },
  statuses: "status",
  newRequirement: "(new requirement)",
  unknownFiles: "the earlier check has no list of files: files cannot be compared",
  unknownStatuses: "the pack has no check in it: statuses cannot be compared",
  noChanges: "nothing changed",
  more: (number) => `${String(number)} more`,
  sheet: "All",
  columns: [
    "Department",
    "Indicator",
    "Requirement",
    "Status",
    "Missing",
    "Lead",
    "Support",
    "Window",
    "Due",
    "Days left",
    "What to do",
    "Place",
  ],
  listTitle: "Gap list",
  asOf: (day) => `as of ${day}`,
  back: "← all",
  table: {
    indicator: "Indicator",
    requirement: "Requirement",
    status: "Status",
    missing: "Missing",
    due: "Due",
    next: "What to do",
    problem: "Problem",
    place: "Place",
  },
};

export const gapWords: Readonly<Record<Language, GapWords>> = { "zh-CN": chinese, en: english };
