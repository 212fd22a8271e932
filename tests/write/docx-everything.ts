/** A report with every kind of block and inline in it. All of it is invented (样例). */
import { numbered } from "../../src/assemble/numbered.ts";
import type { Block, Figure, Heading, Inline, Report, Table } from "../../src/model/document.ts";
import { exhibitId } from "../../src/model/ids.ts";
import { text } from "./docx-sample.ts";

const exhibit = exhibitId("2-1-1-01");

const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="300" viewBox="0 0 600 300">
<rect x="20" y="40" width="120" height="220" fill="#444"/><rect x="200" y="120" width="120" height="140" fill="#bbb"/>
<text x="300" y="30" font-family="Evipack Hei" font-size="24" text-anchor="middle">各部门覆盖情况（样例）</text></svg>`;
const png =
  "iVBORw0KGgoAAAANSUhEUgAAADwAAAAoCAIAAAAt2Q6oAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAN0lEQVRYw+3OMQ0AAAwDoMqv7KrYsQQUkD4UaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWlpaWnpSwNiNPHTFA3PNgAAAABJRU5ErkJggg==";

export const figure = (format: "svg" | "png", width: number): Figure => ({
  type: "figure",
  caption: format === "svg" ? "各部门覆盖情况" : "样例照片",
  anchor: `figure-${format}`,
  alt: "柱形图：甲部门220，乙部门140（样例）",
  picture: {
    format,
    bytes: format === "svg" ? new TextEncoder().encode(svg) : Buffer.from(png, "base64"),
    width,
    height: width / (format === "svg" ? 2 : 1.5),
  },
});

const counted = (level: Heading["level"], words: string, code = ""): Heading => ({
  type: "heading",
  level,
  code,
  numbers: [],
  text: words,
  anchor: words,
});

const coded = (level: Heading["level"], code: string, words: string): Heading => ({
  ...counted(level, words, code),
  numbers: null,
});

const nested = (depth: number, ordered: boolean): Block => ({
  type: "list",
  ordered,
  items: [
    [
      {
        type: "paragraph",
        content: [
          text(`第${String(depth)}层的一项，说明较长，用来看换行以后第二行从哪里开始，是否与文字对齐（样例）。`),
        ],
      },
      ...(depth < 10 ? [nested(depth + 1, depth % 2 === 0)] : []),
      { type: "paragraph", content: [text("同一项的第二段。")] },
    ],
    [{ type: "paragraph", content: [text("下一项。")] }],
  ],
});

const note: Inline = {
  type: "note",
  content: [text("数据来自样例年报，"), { type: "strong", text: "口径" }, text("见附件。")],
};

const wide: Table = {
  type: "table",
  caption: "各镇（街道）分年度数据",
  anchor: "wide",
  sideways: true,
  columns: Array.from({ length: 10 }, (_, index) => ({ title: `指标${String(index + 1)}`, share: 1, align: "right" })),
  rows: Array.from({ length: 40 }, (_, row) =>
    Array.from({ length: 10 }, (__, column) => [text(String(row * 10 + column))]),
  ),
};

const merged: Table = {
  type: "table",
  caption: "经费安排",
  anchor: "funds",
  columns: [
    { title: "类别", share: 0.2, align: "left" },
    { title: "项目", share: 0.5, align: "left" },
    { title: "金额（万元）", share: 0.3, align: "right" },
  ],
  rows: [
    [[text("社区教育")], [text("课程"), note], [text("12.50")]],
    [[text("社区教育")], [text("师资")], [text("8.00")]],
    [[text("老年教育")], [text("场地")], [text("30.00")]],
  ],
  subheads: new Map([[2, "另列"]]),
  merged: { columns: 1, starts: new Set([0, 2]) },
};

const indicator = (code: string): Block[] => [
  coded(3, code, `指标${code}（样例）`),
  { type: "labelled", label: "评估标准", content: [text("按常住人口人均不低于2元安排。")] },
  counted(4, `${code}主要做法`),
  { type: "paragraph", content: [text("做法一，见"), { type: "citation", exhibit, page: 2 }, text("。"), note] },
  counted(4, `${code}主要成效`),
  {
    type: "paragraph",
    content: [
      text("成效见"),
      { type: "reference", anchor: "funds", text: "表1" },
      text("、"),
      { type: "reference", anchor: "figure-svg", text: "图1" },
      text("和"),
      { type: "reference", anchor: "基本条件", text: "基本条件" },
      text("一章，"),
      { type: "reference", anchor: "funds", text: "前表" },
      text("；"),
      { type: "break" },
      text("另起一行。"),
      { type: "emphasis", text: "强调" },
    ],
  },
];

const blocks: Block[] = [
  counted(1, "基本条件"),
  counted(2, "组织领导"),
  counted(3, "领导小组"),
  counted(3, "联席会议"),
  counted(4, "议事规则"),
  merged,
  ...indicator("1-1-1"),
  ...indicator("1-1-2"),
  counted(2, "经费保障"),
  ...indicator("1-2-1"),
  figure("svg", 150),
  figure("png", 400),
  wide,
  counted(1, "保障措施"),
  nested(1, true),
  { type: "list", ordered: true, start: 5, items: [[{ type: "paragraph", content: [text("从五开始。")] }]] },
  { type: "quote", content: [text("样例引文，没有出处，只为看两侧缩进与字体。")] },
  { type: "verbatim", text: "第一行  两个空格\n第二行" },
  { type: "page-break" },
  coded(1, "", "不编号的一章"),
  counted(2, "其下第一节"),
  counted(1, "附件目录"),
  { type: "paragraph", content: [text("以上为报告全文。")] },
  {
    type: "attachment-note",
    label: "附件",
    names: ["样例区创建学习型城市工作领导小组成员名单以及各成员单位职责分工一览表（样例）", "经费明细表"],
  },
  { type: "signature", issuer: "样例区人民政府", date: "2019年10月31日" },
  { type: "attachment", mark: "附件1", title: "样例区创建学习型城市工作领导小组成员名单", anchor: "attachment-1" },
  { type: "paragraph", content: [text("名单略。")] },
];

export const everything: Report = {
  language: "zh-CN",
  cover: {
    title: "样例区创建浙江省学习型城市自评报告",
    subtitle: null,
    lines: [["申报单位", "样例区人民政府"]],
    date: "2019年10月31日",
    marks: ["样例", "草稿"],
  },
  front: [
    { type: "title", text: "承诺书" },
    { type: "paragraph", content: [text("我们承诺所报材料真实、完整（样例）。")] },
    { type: "signature", issuer: "样例区人民政府", date: "2019年10月31日" },
  ],
  contentsTitle: "目　录",
  blocks: numbered(blocks),
  watermark: "草稿　2019-10-31",
};
