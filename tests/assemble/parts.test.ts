/** Parts of the report that data makes: goldens in both languages, and nothing at all without data. */
import path from "node:path";
import { describe, expect, it } from "vitest";
import type { Assembling } from "../../src/assemble/assembling.ts";
import { declaration } from "../../src/assemble/parts/declaration.ts";
import { findings } from "../../src/assemble/parts/findings.ts";
import { funds } from "../../src/assemble/parts/funds.ts";
import { scoringByMethod } from "../../src/assemble/parts/scoring-by-method.ts";
import { scoringBySection } from "../../src/assemble/parts/scoring-by-section.ts";
import { stages } from "../../src/assemble/parts/stages.ts";
import { surveys } from "../../src/assemble/parts/surveys.ts";
import { assess } from "../../src/check/assess.ts";
import { looksOf } from "../support/looks.ts";
import type { Block, Inline } from "../../src/model/document.ts";
import type { Language } from "../../src/model/map.ts";
import type { Workspace } from "../../src/model/workspace.ts";
import { expectText } from "../cases/golden.ts";
import { indicator, mapOf, section, workspaceOf } from "../check/models.ts";
import { filled, partsMap } from "./parts-models.ts";

const parts = {
  declaration,
  stages,
  "scoring-by-section": scoringBySection,
  "scoring-by-method": scoringByMethod,
  surveys,
  funds,
  findings,
} as const;

async function assembling(workspace: Workspace, language: Language): Promise<Assembling> {
  const { words } = await looksOf(language);
  const assessments = new Map(assess(workspace).map((each) => [each.indicator, each]));
  return {
    workspace,
    coverage: [],
    words,
    assessments,
    exhibits: new Set(["2-1-01"]),
    groups: [],
    sections: workspace.map.sections,
  };
}

const inline = (each: Inline): string =>
  each.type === "exhibit" ? `@${each.exhibit}` : "text" in each ? each.text : "";
const line = (content: readonly Inline[]): string => content.map(inline).join("");

function print(block: Block): string[] {
  switch (block.type) {
    case "paragraph":
      return [line(block.content)];
    case "labelled":
      return [`${block.label}: ${line(block.content)}`];
    case "heading":
      return [`${"#".repeat(block.level)} ${block.code} ${block.text}`];
    case "title":
      return [`[${block.text}]`];
    case "signature":
      return [`${block.issuer} / ${block.date}`];
    case "table":
      return [
        `(${block.caption ?? ""}${block.sideways === true ? ", sideways" : ""})`,
        block.columns.map((each) => each.title).join(" | "),
        ...block.rows.map((row) => row.map(line).join(" | ")),
      ];
    default:
      return [block.type];
  }
}

describe.each(["zh-CN", "en"] as const)("the parts in %s", (language) => {
  it("read as a golden says", async () => {
    const from = await assembling(filled(), language);
    const text = Object.entries(parts).flatMap(([name, part]) => [`== ${name}`, ...part(from).flatMap(print), ""]);
    expect(text.filter((each) => each.startsWith("== "))).toHaveLength(Object.keys(parts).length);
    expectText(path.join(import.meta.dirname, "golden", `parts.${language}.txt`), text.join("\n"));
  });
});

describe("a part", () => {
  it.each(Object.entries(parts))("%s is empty without data", async (_, part) => {
    const map = mapOf(section("1", indicator("1-1", { scoring: { type: "met", partly: true } })));
    expect(part(await assembling(workspaceOf(map), "zh-CN"))).toEqual([]);
  });

  it("has columns that fill the line, and rows as wide as its columns", async () => {
    const from = await assembling(filled(), "zh-CN");
    for (const block of Object.values(parts).flatMap((part) => part(from))) {
      if (block.type !== "table") continue;
      expect(block.columns.reduce((all, { share }) => all + share, 0)).toBeCloseTo(1, 9);
      expect(block.rows.map((row) => row.length)).toEqual(block.rows.map(() => block.columns.length));
    }
  });

  it("prints no zero where nothing is scored, and counts what is scored", async () => {
    const half = { ...filled(), expertScores: new Map(), waivers: [] };
    const blank = { ...half, scores: new Map() };
    const rows = async (workspace: Workspace): Promise<string[]> =>
      scoringBySection(await assembling(workspace, "zh-CN")).flatMap(print);
    expect((await rows(blank)).slice(-3)).toEqual([
      "1 部分 1 | 10 | – | – | –",
      "2 部分 2 | 12 | – | – | –",
      "合计 | 22 | – | – | –",
    ]);
    expect(await rows(half)).toEqual([
      "得分栏“/”后为已评指标的满分，得分率按已评指标计算；不适用的指标不计。",
      "(各部分得分情况)",
      "评估部分 | 分值 | 自评得分 | 自评得分率 | 自评等级",
      "1 部分 1 | 10 | 8.5 | 85% | B等1项",
      "2 部分 2 | 12 | 4/5 | 80% | –",
      "合计 | 22 | 12.5/15 | 83.33% | B等1项",
    ]);
  });

  it("prints what the user typed as it stands", async () => {
    const workspace = workspaceOf(partsMap(), { declaration: "一 {title}\n\n二 #let $x$", title: "样例" });
    const [, first, second] = declaration(await assembling(workspace, "zh-CN"));
    expect([first, second].flatMap((each) => (each === undefined ? [] : print(each)))).toEqual([
      "一 {title}",
      "二 #let $x$",
    ]);
  });
});
