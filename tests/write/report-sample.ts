/** A report in which every kind of block and page stands, and its PDF. All of it is invented (样例). */
import { readFileSync } from "node:fs";
import { numbered } from "../../src/assemble/numbered.ts";
import { parseYaml } from "../../src/engines/yaml.ts";
import type { Block, Inline, Report } from "../../src/model/document.ts";
import { exhibitId } from "../../src/model/ids.ts";
import type { Pack } from "../../src/model/pack.ts";
import type { PdfStandard } from "../../src/schema/looks.ts";
import type { Style } from "../../src/schema/style.ts";
import { wordsFile } from "../../src/schema/words.ts";
import { writeReportPdf } from "../../src/write/report-pdf.ts";
import type { WrittenReport } from "../../src/write/report-pdf.ts";
import { emptyAppendix, planOf } from "../support/plans.ts";
import { styleNamed, text } from "./docx-sample.ts";

const exhibit = exhibitId("2-1-1-01");

export const paragraph = (...content: readonly (Inline | string)[]): Block => ({
  type: "paragraph",
  content: content.map((each) => (typeof each === "string" ? text(each) : each)),
});

export const counted = (level: 1 | 2 | 3 | 4, words: string, anchor: string): Block => ({
  type: "heading",
  level,
  code: "",
  numbers: [],
  text: words,
  anchor,
});

/** Chinese, digits, Latin and every mark that may not begin or end a line. */
export const prose =
  "样例区把社区教育经费列入区级财政预算，按常住人口人均不低于2元安排，三年累计拨付1286.5万元（其中，2019年为512.4万元）。“十三五”期间建成社区学院1所、成人学校11所，形成区、镇（街道）、村（社区）三级办学网络；开设《市民礼仪》《智能手机》等课程126门——样例数据，仅供排版。平台（LearnHub 2.0）注册用户4.2万人，比上一年增长8.6%……";

export const tableOf = (rows: number, changes: Partial<Extract<Block, { type: "table" }>> = {}): Block => ({
  type: "table",
  caption: "社区教育专项经费（样例）",
  columns: [
    { title: "附件号", share: 0.16, align: "center" },
    { title: "材料名称", share: 0.48, align: "left" },
    { title: "金额（万元）", share: 0.2, align: "right" },
    { title: "页码", share: 0.16, align: "center" },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    [{ type: "exhibit", exhibit }],
    [text(`第${String(index + 1)}行：关于下达样例年度社区教育专项经费预算的批复（样财〔2019〕8号）`)],
    [text(`${String((index + 1) * 12)}.50`)],
    [{ type: "pages", exhibit }],
  ]),
  ...changes,
});

const nested = (depth: number, ordered: boolean): Block => ({
  type: "list",
  ordered,
  items: [1, 2].map((index) => [
    paragraph(
      `第${String(depth)}层第${String(index)}项：财政、教育、人力社保三部门每年会商一次，并将结果报领导小组备案。`,
    ),
    ...(depth < 3 && index === 1 ? [nested(depth + 1, ordered)] : []),
  ]),
});

const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 160"><rect x="20" y="40" width="60" height="90" fill="#555"/><rect x="120" y="20" width="60" height="110" fill="#999"/><line x1="0" y1="130" x2="400" y2="130" stroke="#000"/><text x="20" y="150" font-family="Evipack Hei" font-size="14">2018年</text><text x="120" y="150" font-family="Evipack Hei" font-size="14">2019年</text></svg>`;

export const figure: Block = {
  type: "figure",
  caption: "社区教育经费逐年投入（样例）",
  anchor: "figure-1",
  alt: "柱形图：2018年与2019年的社区教育经费",
  picture: { format: "svg", bytes: Buffer.from(svg), width: 130, height: 52 },
};

const declaration: readonly Block[] = [
  { type: "title", text: "承诺书" },
  paragraph("本单位承诺：所报材料真实、完整，并对其真实性负责（样例）。"),
  { type: "signature", issuer: "样例区人民政府", date: "2019年10月31日" },
];

export const wideTable = (rows: number): Block =>
  tableOf(rows, {
    caption: "各镇（街道）社区教育情况（样例）",
    anchor: "table-wide",
    sideways: true,
    columns: ["单位", "常住人口", "学校数", "教师数", "课程数", "学员数", "经费", "人均", "达标", "备注"].map(
      (title) => ({
        title,
        share: 0.1,
        align: "center",
      }),
    ),
    rows: Array.from({ length: rows }, (_, index) =>
      Array.from({ length: 10 }, (__, column) => [
        text(column === 0 ? `样例${String(index + 1)}镇` : String((index + 1) * (column + 3))),
      ]),
    ),
  });

/** Every kind of block. */
export const everything: readonly Block[] = numbered([
  counted(1, "创建工作概述", "one"),
  paragraph(prose),
  counted(2, "经费保障", "one-one"),
  counted(3, "社区教育专项经费足额到位并逐年增长", "one-one-one"),
  { type: "labelled", label: "评估标准", content: [text("按常住人口人均不低于2元安排社区教育经费。")] },
  paragraph(
    "人均达到",
    { type: "strong", text: "2.4元" },
    "，",
    { type: "emphasis", text: "高于标准" },
    "，见",
    { type: "citation", exhibit, page: 3 },
    "；各镇情况见",
    { type: "reference", anchor: "table-wide", text: "表2" },
    "，口径按年末常住人口计算",
    {
      type: "note",
      content: [text("常住人口以样例统计年鉴为准，不含暂住不满半年的人口；外来务工人员另行统计，详见该年鉴第三章。")],
    },
    "，与",
    { type: "link", text: "样例公开平台", url: "https://example.org/年报?a=1&b=2" },
    "一致",
    { type: "note", content: [text("查询日期为2019年10月31日。")] },
    "。",
  ),
  counted(4, "主要做法", "one-one-one-one"),
  nested(1, true),
  nested(1, false),
  { type: "quote", content: [text("社区教育经费应当做到专款专用，并随财政收入的增长而增长（样例引文，并无出处）。")] },
  { type: "verbatim", text: "年份    预算    决算\n2018    420.0   418.6\n2019    512.4   511.9" },
  tableOf(4),
  figure,
  paragraph(prose),
  wideTable(24),
  wideTable(3),
  counted(2, "队伍建设", "one-two"),
  paragraph(prose, prose),
  tableOf(40, { subheads: new Map([[3, "二、建设类"]]), merged: { columns: 1, starts: new Set([0, 3, 12, 30]) } }),
  counted(1, "存在问题和改进方向", "two"),
  paragraph(prose, prose, prose),
  paragraph(prose),
  {
    type: "attachment-note",
    label: "附件",
    names: [
      "样例区创建学习型城市任务分解表",
      "样例区社区教育专项经费管理办法以及各镇（街道）、各部门配套资金安排情况汇总说明（2017—2019年）",
    ],
  },
  { type: "signature", issuer: "样例区人民政府", date: "2019年10月31日" },
  { type: "attachment", mark: "附件1", title: "样例区创建学习型城市任务分解表", anchor: "attachment-1" },
  paragraph(prose),
]);

export const reportWith = (blocks: readonly Block[], changes: Partial<Report> = {}): Report => ({
  language: "zh-CN",
  cover: {
    title: "样例区创建浙江省学习型城市自评报告",
    subtitle: "（二〇一七年至二〇一九年）",
    lines: [
      ["申报单位", "样例区人民政府"],
      ["联系人", "样例甲"],
      ["评估期间", "2017年1月1日至2019年12月31日"],
    ],
    date: "2019年10月31日",
    marks: ["样例"],
  },
  front: declaration,
  contentsTitle: "目　录",
  blocks,
  ...changes,
});

export const wordsOf = (language: string): ReturnType<typeof wordsFile.parse> =>
  wordsFile.parse(
    parseYaml(readFileSync(new URL(`../../templates/words/${language}.yaml`, import.meta.url), "utf8")).value,
  );

/** The appendix has one exhibit, on pages 45 to 52. */
export const plan = planOf(new Map([[exhibit, [45, 52]]]));

export const packOf = (report: Report): Pack => ({
  language: report.language,
  title: report.cover.title,
  author: "样例区创建办",
  applicant: "样例区",
  office: "",
  asOf: "2019-10-31",
  draft: false,
  report,
  briefing: null,
  appendix: emptyAppendix(report.cover),
  exhibits: [],
  omitted: [],
  sections: null,
});

/** The report as PDF in a style of the program, or in one of its own. */
export const pdfOf = (report: Report, style: Style | string, standard: PdfStandard = "a-2a"): Promise<WrittenReport> =>
  writeReportPdf(packOf(report), plan, {
    style: typeof style === "string" ? styleNamed(style) : style,
    words: wordsOf(report.language),
    standard,
    fonts: [],
  });
