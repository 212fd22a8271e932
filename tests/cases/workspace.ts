/** The small workspace that every case starts from, and how a case changes it. */
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { tinyPdf, tinyPng } from "./bytes.ts";

/** Path → content; null takes a file of the base away. */
export type Files = Readonly<Record<string, string | Buffer | null>>;

export interface Case {
  /** Name of the folder that holds `expected.txt`. */
  readonly name: string;
  /** First line of the golden: what is odd about the workspace. */
  readonly about: string;
  readonly files?: Files;
  /** Path → target of a symbolic link. */
  readonly links?: Readonly<Record<string, string>>;
  /** Folders without files. */
  readonly folders?: readonly string[];
  /** `check`, in Chinese and in English, when left out. */
  readonly runs?: readonly (readonly string[])[];
  readonly env?: Readonly<Record<string, string>>;
  readonly base?: "chinese" | "english" | "none";
  /** Names that Windows cannot make. */
  readonly notOnWindows?: boolean;
  /** More to do by hand once the files are there. */
  readonly after?: (root: string) => void;
}

/** Changes one place of a text; a place that is not there is a mistake of the test. */
export function swap(text: string, from: string, to: string): string {
  if (!text.includes(from)) throw new Error(`no such text: ${from}`);
  return text.replace(from, () => to);
}

export const config = `title: 样例区学习型城市自评报告
applicant: 样例区
office: 样例区创建办
map: indicators.yaml
as_of: 2019-10-31
departments:
  education: { name: 教育局, contact: 样例科 }
  finance: { name: 财政局 }
scores:
  1-1-1: { self: met, reason: 已列入规划 }
  2-1-2: { self: 8.5 }
waivers: []
`;

export const map = `id: sample-city
title: 样例指标体系
status: sample
language: zh-CN
window: { from: 2017-01-01, to: 2019-12-31 }
sections:
  - code: "1"
    title: 基本条件
    indicators:
      - code: 1-1
        title: 组织领导
        indicators:
          - code: 1-1-1
            title: 列入规划
            lead: education
            scoring: { type: met }
            requires:
              - { key: plan, title: 规划文件, doc_number: required }
          - code: 1-1-2
            title: 联席会议
            lead: education
            support: [finance]
            scoring: { type: gate }
            requires:
              - { key: minutes, title: 会议纪要, each: year }
  - code: "2"
    title: 保障措施
    indicators:
      - code: 2-1
        title: 经费保障
        indicators:
          - code: 2-1-1
            title: 专项经费
            lead: finance
            scoring: { type: threshold, value: budget / population, at_least: 2, unit: 元/人 }
            requires:
              - { key: budget, title: 预算批复, doc_number: required }
              - { key: voucher, title: 拨款凭证, kind: voucher, min: 2 }
          - code: 2-1-2
            title: 机构设置
            lead: finance
            scoring: { type: points, max: 10, step: 0.5 }
            requires:
              - { key: approval, title: 机构批文, lasting: true }
      - code: 2-2
        title: 师资队伍
        lead: education
        scoring: { type: narrative }
        requires:
          - { key: roster, title: 人员名册, kind: roster }
`;

export const facts = `population:
  title: 常住人口
  value: 10000
  unit: 人
  item: 规划文件
budget:
  title: 社区教育经费
  value: 23000
  unit: 元
  source: finance
  item: 预算批复
`;

/** The plan, a PDF of one page. */
export const plan = "evidence/教育局/1-1-1 规划文件（样教〔2018〕3号）.pdf";

const chinese: Files = {
  "evipack.yaml": config,
  "indicators.yaml": map,
  "facts.yaml": facts,
  "narrative/overview.md": "样例：创建工作分四步。\n",
  "narrative/problems.md": "样例：师资还不够。\n",
  "narrative/1-1-1.md": "样例：已列入规划。\n",
  "narrative/1-1-2.md": "样例：每年开会。\n",
  "narrative/2-1-1.md": "样例：经费到位。\n",
  "narrative/2-1-2.md": "样例：机构健全。\n",
  "narrative/2-2.md": "样例：队伍稳定。\n",
  [plan]: tinyPdf("plan"),
  "evidence/教育局/1-1-2 会议纪要2017-05-16.txt": "样例 2017\n",
  "evidence/教育局/1-1-2 会议纪要2018-11-28.txt": "样例 2018\n",
  "evidence/教育局/1-1-2 会议纪要2019-03-12.txt": "样例 2019\n",
  "evidence/教育局/2-2 人员名册2019.txt": "样例 名册\n",
  "evidence/财政局/2-1-1 预算批复（样财〔2019〕8号）.txt": "样例 批复\n",
  "evidence/财政局/2-1-1 拨款凭证2018-04-12.png": tinyPng(90),
  "evidence/财政局/2-1-1 拨款凭证2019-04-09.txt": "样例 凭证\n",
  "evidence/财政局/2-1-2 机构批文（样编〔2012〕5号）.txt": "样例 批文\n",
};

export const englishConfig = `title: Sample City self-assessment
applicant: Sample City
map: indicators.yaml
as_of: 2024-06-30
departments:
  council: { name: City Council, contact: Sample Desk }
  libraries: { name: City Libraries }
`;

export const englishMap = `id: sample-features
title: Sample features
status: sample
language: en
window: { from: 2022-01-01, to: 2024-12-31 }
sections:
  - code: "1"
    title: Foundations
    indicators:
      - code: 1.1
        title: Political will
        lead: council
        scoring: { type: ordinal, max: 3 }
        requires:
          - { key: plan, title: Adopted plan }
      - code: 1.10
        title: Libraries
        lead: libraries
        scoring: { type: met, partly: false }
        requires:
          - { key: report, title: Annual report, aliases: [Yearly review], each: year }
      - code: 1.2
        title: Story
        lead: council
`;

const english: Files = {
  "evipack.yaml": englishConfig,
  "indicators.yaml": englishMap,
  "narrative/1.1.md": "Sample: the plan is adopted.\n",
  "narrative/1.2.md": "Sample: our story.\n",
  "narrative/1.10.md": "Sample: the libraries report.\n",
  "evidence/City Council/1.1 Adopted plan 2023-02-01.pdf": tinyPdf("adopted"),
  "evidence/City Libraries/1.10 Annual report 2022.txt": "sample 2022\n",
  "evidence/City Libraries/1.10 Annual report 2023.txt": "sample 2023\n",
  "evidence/City Libraries/1.10 Yearly review 2024.txt": "sample 2024\n",
};

const bases: Readonly<Record<NonNullable<Case["base"]>, Files>> = { chinese, english, none: {} };

/** All of the base's evidence gone. */
export const noEvidence = (base: "chinese" | "english" = "chinese"): Files =>
  Object.fromEntries(
    Object.keys(bases[base])
      .filter((file) => file.startsWith("evidence/"))
      .map((file) => [file, null]),
  );

/** Writes the workspace of a case below `root`. */
export function build(root: string, { base = "chinese", files = {}, links = {}, folders = [], after }: Case): void {
  mkdirSync(root, { recursive: true });
  for (const [file, content] of Object.entries({ ...bases[base], ...files })) {
    if (content === null) continue;
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), content);
  }
  for (const folder of folders) mkdirSync(path.join(root, folder), { recursive: true });
  for (const [file, target] of Object.entries(links)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    symlinkSync(target, path.join(root, file));
  }
  after?.(root);
}
