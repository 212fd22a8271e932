/** A small workspace of which every kind of thing that a template can say is there, and what a template makes of it. */
import { assembleReport } from "../../../src/assemble/report.ts";
import { placeExhibits } from "../../../src/assemble/exhibits.ts";
import type { Assembling } from "../../../src/assemble/assembling.ts";
import type { Part } from "../../../src/assemble/parts/registry.ts";
import { assess } from "../../../src/check/assess.ts";
import { judge } from "../../../src/check/judge.ts";
import { numberExhibits } from "../../../src/check/number.ts";
import { Fatal } from "../../../src/diagnostics/diagnostic.ts";
import { printDiagnostics } from "../../../src/diagnostics/print/human.ts";
import { parseMarkdown } from "../../../src/engines/markdown.ts";
import { linkEvidence } from "../../../src/link/link.ts";
import { looksOf } from "../../support/looks.ts";
import { planOf } from "../../support/plans.ts";
import { indicatorCode } from "../../../src/model/ids.ts";
import type { Report } from "../../../src/model/document.ts";
import type { Pack } from "../../../src/model/pack.ts";
import type { Fact, Narrative, Workspace } from "../../../src/model/workspace.ts";
import { writeOutline } from "../../../src/write/outline.ts";
import { finance, indicator, item, mapOf, section, workspaceOf } from "../../check/models.ts";

const at = { file: "evipack.yaml" };

export const looks = await looksOf("zh-CN");

export const map = {
  ...mapOf(
    section(
      "1",
      indicator("1-1", {
        indicators: [
          indicator(
            "1-1-1",
            {
              criterion: "列入规划",
              support: [finance],
              data: ["official", "survey"],
              tags: ["t1"],
              scoring: {
                type: "grade",
                ladder: [
                  { grade: "A", criterion: "有专节" },
                  { grade: "B", criterion: "有一段" },
                ],
              },
            },
            { plan: { title: "规划文件" }, map: { title: "规划图" } },
          ),
        ],
      }),
    ),
    section(
      "2",
      indicator(
        "2-1",
        {
          scoring: {
            type: "threshold",
            formula: "budget",
            limit: { operator: "at_least", value: 2, upTo: null },
            unit: "元",
            basis: "样例标准",
            at,
          },
        },
        { budget: { title: "预算批复" } },
      ),
    ),
  ),
  tags: new Map([["t1", "任务一"]]),
  source: "样例，不是官方文本。",
};

const fact = (id: string, title: string, value: number | null, group: string): Fact => ({
  id,
  title,
  value,
  formula: null,
  unit: "元",
  measure: null,
  claim: null,
  asOf: "2018-12-31",
  source: finance,
  item: "登记表",
  base: "常住人口",
  group,
  at,
});

export const narrative = (about: string, text: string): Narrative => ({
  about: about as Narrative["about"],
  blocks: parseMarkdown(text, "").blocks,
  texts: [],
  at: { file: `narrative/${about}.md` },
});

export const workspace: Workspace = workspaceOf(map, {
  title: "样例区自评报告",
  applicant: "样例区人民政府",
  evidence: [
    item(map, "教育局/1-1-1-01 规划文件（样教〔2018〕8号）.pdf"),
    item(map, "教育局/1-1-1 规划文件 2018-03-05.pdf"),
    item(map, "财政局/2-1 预算批复 2019.pdf"),
  ],
  stages: [{ title: "筹备", from: "2018-10-01", to: "2018-12-31", output: "成立小组", done: "", due: [], at }],
  waivers: [
    {
      indicator: indicatorCode("1-1-1"),
      requirement: "map",
      notApplicable: false,
      reason: "尚未绘制",
      approver: "样例甲",
      until: null,
      at,
    },
  ],
  scores: new Map([["1-1-1", { value: "A", reason: "规划有专节", at }]]),
  facts: [fact("budget", "经费", 2.7, "经费"), fact("other", "其他", null, "")],
  narratives: [
    narrative("overview", "概况。\n\n### 小标题"),
    narrative("1-1-1", "文字。"),
    narrative("problems", "## 不足\n\n改进。"),
  ],
});

export function assembling(own: Workspace, only: readonly string[] | null = null): Assembling {
  const links = linkEvidence(own);
  const coverage = judge(own, links);
  const numbering = numberExhibits(own.map, links, coverage);
  return {
    workspace: own,
    coverage,
    assessments: new Map(assess(own).map((each) => [each.indicator, each])),
    groups: placeExhibits(own, links, numbering, looks.words).groups,
    sections: own.map.sections.filter(({ code }) => only?.includes(code) !== false),
    words: looks.words,
    exhibits: new Set<string>(numbering.numbers.values()),
  };
}

/** What a template makes of the sample, as the outline of a pack shows it; or what is wrong with it. */
export function made(text: string, own: Workspace = workspace, parts?: Readonly<Record<string, Part>>): string {
  try {
    return outlineOf(reportOf(text, own, parts), own);
  } catch (error) {
    if (!(error instanceof Fatal)) throw error;
    return printDiagnostics(error.diagnostics, { language: "zh-CN", color: false });
  }
}

export const reportOf = (text: string, own: Workspace = workspace, parts?: Readonly<Record<string, Part>>): Report =>
  assembleReport(
    assembling(own),
    { file: "report.md", text },
    { title: own.title, subtitle: null, lines: [], date: "", marks: [] },
    null,
    parts,
  );

function outlineOf(report: Report, { title }: Workspace): string {
  const pack = { report, briefing: null, title, omitted: [] } as unknown as Pack;
  const plan = planOf(new Map());
  const outline = writeOutline({ pack, plan, rendered: new Map(), looks });
  const whole = outline.slice(0, outline.indexOf(`# ${looks.words.files.appendix}`));
  return [
    report.letter === true ? "" : `[cover]\n`,
    report.contentsTitle === "" ? "" : `[contents: ${report.contentsTitle}]\n`,
    whole,
  ].join("");
}
