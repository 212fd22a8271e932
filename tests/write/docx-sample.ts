/** A report that has every kind of block in it, and the context to draw it with. All of it is invented (样例). */
import { readFileSync } from "node:fs";
import { parseYaml } from "../../src/engines/yaml.ts";
import type { Block, Inline, Report } from "../../src/model/document.ts";
import { exhibitId } from "../../src/model/ids.ts";
import { type Style, styleFile } from "../../src/schema/style.ts";
import { wordsFile } from "../../src/schema/words.ts";
import type { Words } from "../../src/schema/words.ts";
import type { DocxContext } from "../../src/write/docx/context.ts";

export const text = (value: string): Inline => ({ type: "text", text: value });

export function styleNamed(name: string): Style {
  const path = new URL(`../../templates/styles/${name}.yaml`, import.meta.url);
  return styleFile.parse(parseYaml(readFileSync(path, "utf8")).value);
}

export function wordsNamed(language: string): Words {
  const path = new URL(`../../templates/words/${language}.yaml`, import.meta.url);
  return wordsFile.parse(parseYaml(readFileSync(path, "utf8")).value);
}

export const heading = (level: 1 | 2 | 3 | 4, code: string, words: string, anchor: string): Block => ({
  type: "heading",
  level,
  code,
  numbers: null,
  text: words,
  anchor,
});

const exhibit = exhibitId("2-1-1-01");
const prose =
  "样例区把社区教育经费列入区级财政预算，按常住人口人均不低于2元安排，三年累计拨付1286.5万元。“十三五”期间建成社区学院1所、成人学校11所，形成区、镇（街道）、村（社区）三级办学网络——样例数据，仅供排版。";

function table(rows: number): Block {
  return {
    type: "table",
    caption: "表1　社区教育专项经费（样例）",
    columns: [
      { title: "附件号", share: 0.16, align: "center" },
      { title: "材料名称", share: 0.48, align: "left" },
      { title: "金额（万元）", share: 0.2, align: "right" },
      { title: "页码", share: 0.16, align: "center" },
    ],
    rows: Array.from({ length: rows }, (_, index) => [
      [text(`2-1-1-${String(index + 1).padStart(2, "0")}`)],
      [text("关于下达样例年度社区教育专项经费预算的批复（样财〔2019〕8号）")],
      [text(`${(index + 1) * 12}.50`)],
      [text(`${index + 1}–${index + 2}`)],
    ]),
  };
}

function chapter(number: number): Block[] {
  const code = `${number}-1-1`;
  return [
    heading(
      1,
      ["一、", "二、", "三、"][number - 1] ?? "",
      ["基本条件", "保障措施", "建设成效"][number - 1] ?? "",
      `s-${number}`,
    ),
    heading(2, "（一）", "经费保障", `i-${number}-1`),
    heading(3, code, "社区教育专项经费足额到位并逐年增长", `i-${code}`),
    { type: "labelled", label: "评估标准", content: [text("按常住人口人均不低于2元安排社区教育经费。")] },
    { type: "paragraph", content: [text(prose)] },
    {
      type: "paragraph",
      content: [
        text("详见附件"),
        { type: "exhibit", exhibit },
        text("（支撑材料第"),
        { type: "pages", exhibit },
        text("页）。"),
        { type: "strong", text: "人均达到2.4元" },
        text("，"),
        { type: "emphasis", text: "高于标准" },
        text("，数据见"),
        { type: "link", text: "样例公开平台", url: "https://example.org/年报?a=1&b=2" },
        text("。"),
      ],
    },
    heading(4, "1.", "主要做法", `d-${code}`),
    {
      type: "list",
      ordered: true,
      items: [
        "建立经费保障机制，财政、教育、人力社保三部门每年会商一次，并将结果报区创建学习型城市工作领导小组备案。",
        "专款专用。",
        "定期审计。",
      ].map((item) => [{ type: "paragraph", content: [text(item)] }]),
    },
    {
      type: "list",
      ordered: false,
      items: ["社区学院", "成人学校"].map((item) => [{ type: "paragraph", content: [text(item)] }]),
    },
    {
      type: "quote",
      content: [text("社区教育经费应当做到专款专用，并随财政收入的增长而增长（样例引文，并无出处）。")],
    },
    table(number === 2 ? 30 : 4),
    { type: "paragraph", content: [text(prose + prose)] },
    { type: "page-break" },
  ];
}

export const sampleReport: Report = {
  language: "zh-CN",
  cover: {
    title: "样例区创建浙江省学习型城市自评报告",
    subtitle: "（二〇一七年至二〇一九年）",
    lines: [
      ["申报单位", "样例区人民政府"],
      ["指标体系", "浙江省学习型城市（样例，非官方文本）"],
      ["联系人", "样例甲"],
      ["评估期间", "2017年1月1日至2019年12月31日"],
    ],
    date: "2019年10月31日",
    marks: ["样例", "草稿"],
  },
  front: [],
  contentsTitle: "目　录",
  blocks: [1, 2, 3].flatMap(chapter),
};

/** Every heading its own page: the page of the n-th heading is 10 n + 1. */
export function contextFor(report: Report, changes: Partial<DocxContext> = {}): DocxContext {
  const anchors = report.blocks.flatMap((block) => (block.type === "heading" ? [block.anchor] : []));
  return {
    style: styleNamed(report.language === "en" ? "plain-en" : "gb9704"),
    asOf: "2019-10-31",
    language: report.language,
    author: "样例区创建办",
    headingPage: (anchor) => anchors.indexOf(anchor) * 10 + 1,
    exhibitText: (id) => id,
    pagesText: () => "45–52",
    cellText: () => "45–52",
    citationText: (id, page) => `附件${id}，第${String(44 + page)}页`,
    contents: true,
    ...changes,
  };
}

export const withBlocks = (blocks: readonly Block[]): Report => ({ ...sampleReport, blocks });
