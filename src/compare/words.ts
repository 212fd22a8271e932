/** Words of a comparison, in both languages. */
import type { Language } from "../model/map.ts";
import type { ExhibitFacts, PackDiff, Place } from "./compare.ts";

const page = (pages: Place["pages"]): string =>
  pages[0] === pages[1] ? String(pages[0]) : `${String(pages[0])}–${String(pages[1])}`;

type Locator = NonNullable<ExhibitFacts["locator"]>;

/** As registers write it. */
const areaText = ({ left, top, width, height }: NonNullable<Locator["area"]>): string =>
  [left, top, width, height].join(",");

type Counts = Counted["exhibits"];

interface Counted {
  readonly exhibits: Readonly<Record<keyof PackDiff["exhibits"], number>>;
  readonly pages: number;
}

type Before = Pick<PackDiff["from"], "asOf" | "draft">;

const which = ({ asOf, draft }: Before): string => `${draft ? "上一稿" : "上一个成果包"}（截止日期 ${asOf}）`;

/** Exhibits that became part of others, or were part of one, are told where there are any. */
const bundled = ({ joined, parted }: Counts): string =>
  [
    ...(joined === 0 ? [] : [`并入他件 ${String(joined)} 件，`]),
    ...(parted === 0 ? [] : [`从他件拆出 ${String(parted)} 件，`]),
  ].join("");

const chinese = {
  title: "修订对照",
  from: (pack: PackDiff["from"]) => `原：${pack.name}（截止日期 ${pack.asOf}${pack.draft ? "，草稿" : ""}）。`,
  to: (pack: PackDiff["to"]) => `现：${pack.name}（截止日期 ${pack.asOf}${pack.draft ? "，草稿" : ""}）。`,
  partial: (pack: string, sections: readonly string[]) =>
    `注意：${pack} 的自评报告只编了评估部分 ${sections.join("、")}；附件、覆盖、自评各部分都在，照常比较。`,
  otherMap: "两次用的指标体系不同，覆盖和自评不宜直接比较。",
  same: "两个成果包没有差别。",
  counts: ({ exhibits, pages }: Counted) =>
    `附件：新增 ${String(exhibits.added)} 件，撤下 ${String(exhibits.removed)} 件，${bundled(exhibits)}替换 ${String(exhibits.replaced)} 件，改号 ${String(exhibits.moved)} 件，著录变动 ${String(exhibits.described)} 件；页码变动 ${String(pages)} 件。`,
  total: (from: string, to: string) => `覆盖：${from} → ${to}。`,
  noCheck: "有一个成果包里没有核对结果，覆盖和自评没有比较。",
  brokenCheck: (pack: string) =>
    `${pack} 里的核对结果读不出来（已损坏，或是别的版本写的），覆盖和自评没有比较；用 evipack verify 查验这一包，坏了的换上完好的一份，或重新编制。`,
  exhibits: "附件的增减",
  exhibitColumns: ["变化", "附件号", "名称", "原页码", "现页码"],
  kinds: { added: "新增", removed: "撤下", joined: "并入", parted: "拆出", replaced: "替换", moved: "改号" },
  arrow: (from: string, to: string) => (from === to ? to : `${from} → ${to}`),
  particulars: "著录的变动",
  particularColumns: ["附件号", "著录项", "原", "现"],
  particular: {
    title: "名称",
    docNumber: "文号",
    formed: "日期",
    department: "责任部门",
    locator: "证明内容",
    placeholders: "编入情况",
  },
  bound: (placeholders: readonly number[], files: number) =>
    placeholders.length === 0
      ? "已编入原文"
      : placeholders.length === files
        ? "替代页"
        : `第 ${placeholders.join("、")} 个文件为替代页`,
  locator: ({ page, quote, area }: Locator) =>
    [
      ...(page === null ? [] : [`第${String(page)}页`]),
      ...(quote === "" ? [] : [`“${quote}”`]),
      ...(area === null ? [] : [`定位框 ${areaText(area)}`]),
    ].join("，"),
  pages: "页码的变动",
  pageColumns: ["附件", "件数", "原页码", "现页码", "移动"],
  range: (first: string, last: string) => (first === last ? first : `${first} 至 ${last}`),
  shift: (by: number | null) =>
    by === null ? "" : by === 0 ? "长短不同" : by > 0 ? `后移 ${String(by)} 页` : `前移 ${String(-by)} 页`,
  coverage: "覆盖的变化",
  coverageColumns: ["范围", "原", "现"],
  requirements: "材料要求的变化",
  requirementColumns: ["编号", "材料要求", "原", "现"],
  scores: "自评的变化",
  scoreColumns: ["指标", "名称", "原", "现"],
  whole: "整体",
  band: "等次",
  nobody: "（未定部门）",
  none: "无",
  covered: ({ covered, applicable }: { readonly covered: number; readonly applicable: number }) =>
    `${String(covered)}/${String(applicable)}`,
  verdicts: { met: "达到", partly: "部分达到", not: "未达到" },
  place: ({ volume, pages }: Place, volumes: boolean) =>
    volumes && volume !== null ? `第${String(volume)}册 ${page(pages)}` : page(pages),
  verdict: (same: boolean, code: number) => `结论：${same ? "没有差别" : "有差别"}；退出码 ${String(code)}。`,
  written: (file: string) => `已写到 ${file}`,
  draft: {
    title: "本稿变化",
    name: "本稿",
    earlier: (isDraft: boolean): string => (isDraft ? "上一稿" : "上一个成果包"),
    first: "本稿是第一稿，没有上一稿可比。",
    since: (pack: Before, counts: Counted["exhibits"]) =>
      `与${which(pack)}相比：附件新增 ${String(counts.added)} 件，撤下 ${String(counts.removed)} 件，${bundled(counts)}替换 ${String(counts.replaced)} 件，改号 ${String(counts.moved)} 件，著录变动 ${String(counts.described)} 件。`,
    same: (pack: Before) => `与${which(pack)}相比，附件、覆盖和自评都没有变化。`,
    whole: "合计",
    change: "增减",
    bySection: "各部分的覆盖",
    byDepartment: "各部门的覆盖",
    unchanged: (others: number, isAll: boolean): string =>
      isAll ? "各部门的覆盖都没有变化。" : `其余 ${String(others)} 个部门的覆盖没有变化，不再列出。`,
    trend: "历次草稿的覆盖率",
    trendAlt: (from: string, to: string) => `折线图：覆盖率，${from} 至 ${to}`,
  },
};

export type CompareWords = typeof chinese;

const bundledInEnglish = ({ joined, parted }: Counts): string =>
  [
    ...(joined === 0 ? [] : [`${String(joined)} joined to others, `]),
    ...(parted === 0 ? [] : [`${String(parted)} taken out of others, `]),
  ].join("");

const draftNote = (draft: boolean): string => (draft ? ", a draft" : "");

const whichOne = ({ asOf, draft }: Before): string => `the last ${draft ? "draft" : "pack"} (as of ${asOf})`;

const english: CompareWords = {
  title: "Changes",
  from: (pack) => `Before: ${pack.name} (as of ${pack.asOf}${draftNote(pack.draft)}).`,
  to: (pack) => `Now: ${pack.name} (as of ${pack.asOf}${draftNote(pack.draft)}).`,
  partial: (pack, sections) =>
    `Note: the report of ${pack} holds only ${sections.length === 1 ? "section" : "sections"} ${sections.join(", ")}; exhibits, coverage and scores are there of every section and are compared as a whole.`,
  otherMap: "The two were judged by different indicator maps, so coverage and scores cannot be compared directly.",
  same: "The two packs do not differ.",
  counts: ({ exhibits, pages }) =>
    `Exhibits: ${String(exhibits.added)} added, ${String(exhibits.removed)} removed, ${bundledInEnglish(exhibits)}${String(exhibits.replaced)} replaced, ${String(exhibits.moved)} moved to another number, ${String(exhibits.described)} described otherwise; ${String(pages)} on other pages.`,
  total: (from, to) => `Coverage: ${from} → ${to}.`,
  noCheck: "One of the packs has no check in it, so coverage and scores are not compared.",
  brokenCheck: (pack) =>
    `The check in ${pack} cannot be read (damaged, or written by another version), so coverage and scores are not compared; evipack verify tells what is wrong with the pack: put a sound copy in its place, or compile it again.`,
  exhibits: "Exhibits",
  exhibitColumns: ["Change", "Exhibit", "Title", "Pages before", "Pages now"],
  kinds: {
    added: "added",
    removed: "removed",
    joined: "joined",
    parted: "taken out",
    replaced: "replaced",
    moved: "moved",
  },
  arrow: (from, to) => (from === to ? to : `${from} → ${to}`),
  particulars: "Particulars",
  particularColumns: ["Exhibit", "Particular", "Before", "Now"],
  particular: {
    title: "title",
    docNumber: "document number",
    formed: "date",
    department: "department",
    locator: "proving passage",
    placeholders: "bound in",
  },
  bound: (placeholders, files) =>
    placeholders.length === 0
      ? "the original"
      : placeholders.length === files
        ? "a placeholder page"
        : `a placeholder page for file ${placeholders.join(", ")}`,
  locator: ({ page, quote, area }) =>
    [
      ...(page === null ? [] : [`page ${String(page)}`]),
      ...(quote === "" ? [] : [`“${quote}”`]),
      ...(area === null ? [] : [`area ${areaText(area)}`]),
    ].join(", "),
  pages: "Page numbers",
  pageColumns: ["Exhibits", "Count", "Before", "Now", "Shift"],
  range: (first, last) => (first === last ? first : `${first} to ${last}`),
  shift: (by) => (by === null ? "" : by === 0 ? "other length" : by > 0 ? `+${String(by)}` : `−${String(-by)}`),
  coverage: "Coverage",
  coverageColumns: ["Of", "Before", "Now"],
  requirements: "Requirements",
  requirementColumns: ["Code", "Requirement", "Before", "Now"],
  scores: "Self scores",
  scoreColumns: ["Code", "Title", "Before", "Now"],
  whole: "As a whole",
  band: "Class of the result",
  nobody: "(no department)",
  none: "none",
  covered: ({ covered, applicable }) => `${String(covered)}/${String(applicable)}`,
  verdicts: { met: "met", partly: "partly met", not: "not met" },
  place: ({ volume, pages }, volumes) =>
    volumes && volume !== null ? `vol. ${String(volume)}, ${page(pages)}` : page(pages),
  verdict: (same, code) => `Verdict: ${same ? "no difference" : "they differ"}; exit code ${String(code)}.`,
  written: (file) => `Written to ${file}`,
  draft: {
    title: "What changed in this draft",
    name: "this draft",
    earlier: (isDraft) => (isDraft ? "the last draft" : "the last pack"),
    first: "This is the first draft; there is none to compare it with.",
    since: (pack, counts) =>
      `Since ${whichOne(pack)}: ${String(counts.added)} ${counts.added === 1 ? "exhibit" : "exhibits"} added, ${String(counts.removed)} removed, ${bundledInEnglish(counts)}${String(counts.replaced)} replaced, ${String(counts.moved)} moved to another number, ${String(counts.described)} described otherwise.`,
    same: (pack) => `Since ${whichOne(pack)} neither exhibits nor coverage nor scores have changed.`,
    whole: "All",
    change: "Change",
    bySection: "Coverage by section",
    byDepartment: "Coverage by department",
    unchanged: (others, isAll) =>
      isAll
        ? "Coverage has not changed in any department."
        : `Coverage of ${others === 1 ? "the one other department" : `the ${String(others)} other departments`} has not changed.`,
    trend: "Coverage of the drafts",
    trendAlt: (from, to) => `A line: coverage from ${from} to ${to}`,
  },
};

export const compareWords: Readonly<Record<Language, CompareWords>> = { "zh-CN": chinese, en: english };
