/** A report of about as many pages as asked for, made from a seed: every kind of block, as often as an office uses it. */
import { pick, randomOf, whole } from "../fixtures/make/random.ts";
import { numbered } from "../src/assemble/numbered.ts";
import type { Block, Inline, Picture } from "../src/model/document.ts";
import { exhibitId } from "../src/model/ids.ts";
import type { Pack } from "../src/model/pack.ts";
import type { PagePlan } from "../src/model/plan.ts";
import { emptyAppendix, planOf } from "../tests/support/plans.ts";

type Random = ReturnType<typeof randomOf>;

const clauses = [
  "样例区把社区教育经费列入区级财政预算",
  "三年累计拨付1286.5万元",
  "建成社区学院1所、成人学校11所",
  "形成区、镇（街道）、村（社区）三级办学网络",
  "举办“全民终身学习活动周”（第14届）",
  "参与人次逐年增长，2019年比上一年增长8.6%",
  "由财政、教育、人力社保三部门每年会商一次",
  "结果报领导小组备案",
  "开设《市民礼仪》《智能手机》等课程126门",
  "老年学员占常住老年人口的比例达到21.4%",
  "平台（LearnHub 2.0）注册用户4.2万人",
  "较好地满足了居民的学习需求",
];

const text = (value: string): Inline => ({ type: "text", text: value });

const sentence = (random: Random): string =>
  `${Array.from({ length: whole(random, 2, 4) }, () => pick(random, clauses)).join("，")}。`;

const prose = (random: Random, sentences: number): string =>
  Array.from({ length: sentences }, () => sentence(random)).join("");

const exhibit = exhibitId("2-1-1-01");

function paragraph(random: Random): Block {
  const content: Inline[] = [text(prose(random, whole(random, 3, 5)))];
  if (random() < 0.3) content.push(text("（"), { type: "citation", exhibit, page: 2 }, text("）"));
  if (random() < 0.1) content.push({ type: "note", content: [text(sentence(random))] });
  if (random() < 0.2) content.push({ type: "strong", text: "数据均为样例" }, text("。"));
  return { type: "paragraph", content };
}

const table = (random: Random, rows: number, sideways: boolean): Block => ({
  type: "table",
  caption: "社区教育专项经费（样例）",
  sideways,
  columns: [
    { title: "附件号", share: 0.16, align: "center" },
    { title: "材料名称", share: 0.48, align: "left" },
    { title: "金额（万元）", share: 0.2, align: "right" },
    { title: "页码", share: 0.16, align: "center" },
  ],
  rows: Array.from({ length: rows }, () => [
    [{ type: "exhibit", exhibit }],
    [text(sentence(random))],
    [text(`${String(whole(random, 10, 999))}.50`)],
    [{ type: "pages", exhibit }],
  ]),
});

/** Six bars, different each time. */
function chart(random: Random): Picture {
  const bars = Array.from({ length: 6 }, (_, index) => {
    const height = whole(random, 20, 100);
    const left = 20 + index * 60;
    return `<rect x="${String(left)}" y="${String(120 - height)}" width="40" height="${String(height)}" fill="#777"/><text x="${String(left)}" y="138" font-family="Evipack Hei" font-size="12">${String(2014 + index)}年</text>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 390 150">${bars.join("")}</svg>`;
  return { format: "svg", bytes: Buffer.from(svg), width: 130, height: 50 };
}

const heading = (level: 1 | 2 | 3 | 4, words: string, anchor: string): Block => ({
  type: "heading",
  level,
  code: "",
  numbers: [],
  text: words,
  anchor,
});

/** One indicator: about one and three quarters of a page of 22 lines. */
function indicator(random: Random, index: number): Block[] {
  const anchor = `i-${String(index)}`;
  const blocks: Block[] = [
    heading(3, pick(random, clauses).slice(0, 16), anchor),
    { type: "labelled", label: "评估标准", content: [text(sentence(random))] },
    ...Array.from({ length: 3 }, () => paragraph(random)),
    {
      type: "list",
      ordered: random() < 0.5,
      items: Array.from({ length: 3 }, () => [{ type: "paragraph", content: [text(sentence(random))] }]),
    },
    table(random, whole(random, 2, 5), false),
    paragraph(random),
  ];
  if (index % 8 === 0)
    blocks.push({ type: "figure", caption: "分年投入（样例）", alt: "六年的柱形图", picture: chart(random) });
  if (index % 20 === 0) blocks.push(table(random, 30, index % 40 === 0));
  return blocks;
}

const groups = (pages: number, random: Random): Block[] =>
  Array.from({ length: Math.round(pages / 2.7) }, (_, index) => [
    ...(index % 30 === 0 ? [heading(1, `第${String(index / 30 + 1)}部分`, `s-${String(index)}`)] : []),
    ...(index % 6 === 0 ? [heading(2, pick(random, clauses).slice(0, 14), `g-${String(index)}`)] : []),
    ...indicator(random, index),
  ]).flat();

/** The pack and the plan of a report of about `pages` pages; only what the writers of a report read is in it. */
export function reportOf(pages: number): { readonly pack: Pack; readonly plan: PagePlan } {
  const random = randomOf("report");
  const cover = {
    title: "样例区创建学习型城市自评报告",
    subtitle: null,
    lines: [],
    date: "2019年10月31日",
    marks: ["样例"],
  };
  const pack: Pack = {
    language: "zh-CN",
    title: cover.title,
    author: "样例区人民政府",
    applicant: "样例区",
    office: "",
    asOf: "2019-10-31",
    draft: true,
    sections: null,
    report: {
      language: "zh-CN",
      cover,
      front: [],
      contentsTitle: "目　录",
      blocks: numbered(groups(pages, random)),
      watermark: "草稿　2019年10月31日",
    },
    briefing: null,
    appendix: emptyAppendix(cover),
    exhibits: [],
    omitted: [],
  };
  const plan = planOf(new Map([[exhibit, [45, 52]]]));
  return { pack, plan };
}
