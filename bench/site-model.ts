/** An offline page of any size, as data, from a seed: what its browser has to bear. */
import type { SiteCount, SiteData, SiteExhibit, SiteNode, SiteText } from "../src/model/site.ts";

const leaves = 300;
const departments = 40;
const signs = "社区教育专项经费预算批复联席会议纪要学习型城市建设规划老年大学师资名册统计报告活动照片培训考核通知";

/** Numbers from 0 to below `most`, the same ones each time (mulberry32). */
function seeded(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % most;
  };
}

export interface SiteModel {
  readonly data: SiteData;
  readonly texts: readonly SiteText[];
}

const count: SiteCount = { covered: 3, applicable: 4, rate: "75%" };

/** `exhibits` exhibits with `characters` signs of text each. */
export function siteModel(exhibits: number, characters: number): SiteModel {
  const next = seeded(7);
  const words = (length: number): string => {
    let text = "";
    while (text.length < length) text += signs[next(signs.length)] ?? "";
    return text;
  };
  const nodes = nodesOf(words);
  const codes = nodes.filter(({ level }) => level === "leaf").map(({ code }) => code);
  const all = Array.from({ length: exhibits }, (_, index): SiteExhibit => {
    const code = codes[index % codes.length] ?? "";
    const number = next(departments);
    return {
      id: `${code}-${String(Math.floor(index / codes.length) + 1).padStart(2, "0")}`,
      title: words(8 + next(20)),
      docNumber: `样发〔2019〕${String(index)}号`,
      department: `d${String(number)}`,
      departmentName: `样例${String(number)}局`,
      day: "2019-03-05",
      kind: "pdf",
      state: "sound",
      reason: "",
      proves: [code],
      requirement: words(6),
      lines: [],
      volume: 1,
      first: 2 * index + 1,
      last: 2 * index + 2,
      files: [
        {
          name: `${words(20)}.pdf`,
          path: `evidence/样例${String(number)}局/${words(20)}.pdf`,
          kind: "PDF 文件",
          size: 40_000,
          first: 2 * index + 1,
          last: 2 * index + 2,
          address: null,
          view: null,
          reason: null,
        },
      ],
    };
  });
  const texts = all.map(({ id, first }): SiteText => [id, [[first, words(characters)]]]);
  return { data: dataOf(nodes, all), texts };
}

function nodesOf(words: (length: number) => string): SiteNode[] {
  const node = (code: string, level: SiteNode["level"], parent: string | null): SiteNode => ({
    code,
    title: words(8),
    level,
    parent,
    count,
    criterion: words(60),
    lines: [],
    self: "",
    reason: "",
    narrative: [{ type: "paragraph", content: [{ type: "text", text: level === "leaf" ? words(400) : "" }] }],
    exhibits: [],
    references: [],
  });
  return [1, 2, 3].flatMap((section) => [
    node(String(section), "section", null),
    ...Array.from({ length: 5 }, (_, index) => `${String(section)}-${String(index + 1)}`).flatMap((group) => [
      node(group, "group", String(section)),
      ...Array.from({ length: leaves / 15 }, (_, index) => node(`${group}-${String(index + 1)}`, "leaf", group)),
    ]),
  ]);
}

function dataOf(nodes: readonly SiteNode[], exhibits: readonly SiteExhibit[]): SiteData {
  const columns = nodes
    .filter(({ level }) => level === "group")
    .map(({ code, title, parent }) => ({ code, title, section: parent ?? "" }));
  const all = Array.from({ length: departments }, (_, index) => ({
    id: `d${String(index)}`,
    name: `样例${String(index)}局`,
    files: 100,
    owed: 1,
    count,
  }));
  return {
    schema: "evipack/site@1",
    language: "zh-CN",
    title: "样例区自评报告",
    author: "样例办",
    map: "样例指标体系",
    asOf: "2019-10-31",
    marks: ["样例"],
    volumes: [{ number: 1, address: "../appendix.pdf", numberedFrom: 1 }],
    pages: 2 * exhibits.length,
    originals: false,
    count,
    owed: 40,
    overdue: 0,
    stage: null,
    stages: [],
    trend: null,
    heat: { columns, rows: all.map(() => columns.map(() => count)) },
    departments: all,
    nodes,
    requirements: nodes
      .filter(({ level }) => level === "leaf")
      .flatMap(({ code, title }) =>
        [0, 1, 2].map((number) => ({
          indicator: code,
          title,
          kind: "正式发文",
          status: "covered" as const,
          owed: false,
          department: `d${String(number)}`,
          have: 1,
          need: 1,
          missingYears: [],
          due: null,
          exhibits: [],
        })),
      ),
    exhibits,
    cut: 0,
    kinds: [["pdf", "PDF 文件"]],
    statuses: [["covered", "已覆盖"]],
  };
}
