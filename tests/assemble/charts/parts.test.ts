/** Coverage and thresholds: what their figures show, what is read aloud in their place, and the tables beside them. */
import { describe, expect, it } from "vitest";
import { coverageByDepartment } from "../../../src/assemble/parts/coverage-by-department.ts";
import { coverageBySection } from "../../../src/assemble/parts/coverage-by-section.ts";
import { targets } from "../../../src/assemble/parts/targets.ts";
import type { Assembling } from "../../../src/assemble/assembling.ts";
import { statuses } from "../../../src/model/coverage.ts";
import type { Assessment, Coverage, CoverageStatus } from "../../../src/model/coverage.ts";
import { departmentId } from "../../../src/model/ids.ts";
import { leavesOf } from "../../../src/model/map.ts";
import type { IndicatorMap, Limit } from "../../../src/model/map.ts";
import { looksOf } from "../../support/looks.ts";
import { indicator, mapOf, section, workspaceOf } from "../../check/models.ts";
import { seen, shown } from "./seen.ts";

const { words } = await looksOf("zh-CN");

const at = { file: "evipack.yaml", line: 1, column: 1 };
const department = (name: string) => ({
  id: departmentId(name),
  name,
  folder: name,
  hasFolder: true,
  contact: "",
  group: "",
  at,
});

const judged = (map: IndicatorMap, given: readonly CoverageStatus[]): Coverage[] =>
  leavesOf(map).flatMap((leaf, index) =>
    leaf.indicator.requires.map((requirement) => ({
      requirement,
      leaf,
      status: given[index] ?? "covered",
      items: [],
      have: 0,
      need: 1,
      missingYears: [],
    })),
  );

describe("coverage", () => {
  const owners = statuses.map((_, index) => departmentId(index < 6 ? "教育局" : "财政局"));
  const map = mapOf(
    section(
      "1",
      ...statuses.map((status, index) =>
        indicator(`1-${String(index)}`, {}, { [status]: { owner: owners[index] ?? null } }),
      ),
      indicator("1-99", {}, { 无主: { owner: null } }),
    ),
    section("2", indicator("2-1", {}, { 现场: { onSite: true } })),
  );
  const from: Assembling = {
    workspace: workspaceOf(map, { departments: ["教育局", "财政局", "统计局"].map(department) }),
    coverage: judged(map, [...statuses, "missing", "on-site"]),
    exhibits: new Set(),
    groups: [],
    sections: map.sections,
    assessments: new Map(),
    words,
  };

  it("of sections counts every status that applies once", () => {
    expect(seen(coverageBySection(from))).toMatchInlineSnapshot(`
      [
        "各评估部分材料覆盖情况（截至2019年10月31日） | 条形图：各评估部分材料覆盖情况（截至2019年10月31日）；1 部分 1，应报 10，已覆盖 3，数量不足 1，不合要求 3，缺 3。",
        "评估部分 应报 已覆盖 数量不足 不合要求 缺 覆盖率
      1 部分 1 10 3 1 3 3 30%
      合计 10 3 1 3 3 30%",
      ]
    `);
  });

  it("of departments leaves out who owes nothing, and tells what nobody owes", () => {
    expect(seen(coverageByDepartment(from))).toMatchInlineSnapshot(`
      [
        "各责任部门材料覆盖情况（截至2019年10月31日） | 条形图：各责任部门材料覆盖情况（截至2019年10月31日）；教育局，应报 6，已覆盖 2，数量不足 1，不合要求 2，缺 1；财政局，应报 3，已覆盖 1，不合要求 1，缺 1；（未定部门），应报 1，缺 1。",
        "责任部门 应报 已覆盖 数量不足 不合要求 缺 覆盖率
      教育局 6 2 1 2 1 33.3%
      财政局 3 1 0 1 1 33.3%
      （未定部门） 1 0 0 0 1 0%
      合计 10 3 1 3 3 30%",
      ]
    `);
  });

  it("says nothing where nothing applies", () => {
    const optional = { ...from, coverage: from.coverage.map((each) => ({ ...each, status: "optional" as const })) };
    expect([...coverageBySection(optional), ...coverageByDepartment(optional)]).toEqual([]);
  });

  it("of sixty departments goes over two figures that are counted", () => {
    const names = Array.from({ length: 60 }, (_, index) => `第${String(index + 1)}街道办事处`);
    const many = mapOf(
      section(
        "1",
        ...names.map((name, index) => indicator(`1-${String(index)}`, {}, { 材料: { owner: departmentId(name) } })),
      ),
    );
    const blocks = coverageByDepartment({
      ...from,
      workspace: workspaceOf(many, { departments: names.map(department) }),
      coverage: judged(many, []),
    });
    const figures = blocks.filter((block) => block.type === "figure");
    expect(figures.map(({ caption }) => caption?.slice(-5))).toEqual(["（1/2）", "（2/2）"]);
    expect(figures.flatMap(shown).filter((text) => text.endsWith("街道办事处"))).toEqual(names);
    expect(figures[1]?.alt).toContain("第31街道办事处，应报 1，已覆盖 1");
    expect(figures[1]?.alt).not.toContain("第30街道办事处");
  });
});

describe("targets", () => {
  const limit = (operator: Limit["operator"], value: number, upTo: number | null = null): Limit => ({
    operator,
    value,
    upTo,
  });
  const cases: readonly (readonly [limit: Limit | null, figure: number | null, unit: string])[] = [
    [limit("at_least", 2), 2.7, "元/人"],
    [limit("at_least", 2), 1.9999, "%"],
    [limit("at_most", 6), 5.3, "%"],
    [limit("between", 10, 20), 15, "人"],
    [limit("between", 10, 20), 30, "人"],
    [limit("at_least", 10), 54, "人"],
    [limit("at_most", 0), 0, "起"],
    [limit("at_least", 2), null, "元/人"],
    [null, 3, "元"],
  ];
  const map = mapOf(
    section(
      "1",
      ...cases.map(([limit, , unit], index) =>
        indicator(`1-${String(index)}`, { scoring: { type: "threshold", formula: "x", limit, unit, basis: "", at } }),
      ),
    ),
  );
  const assessments = new Map(
    leavesOf(map).map(({ indicator: { code } }, index): [typeof code, Assessment] => [
      code,
      {
        indicator: code,
        figure: cases[index]?.[1] ?? null,
        outcome: null,
        self: null,
        reason: "",
        notApplicable: false,
      },
    ]),
  );
  const from: Assembling = {
    workspace: workspaceOf(map),
    coverage: [],
    assessments,
    words,
    exhibits: new Set(),
    groups: [],
    sections: map.sections,
  };

  it("are held against their thresholds, whichever way these go", () => {
    const blocks = targets(from);
    expect(seen(blocks)).toMatchInlineSnapshot(`
      [
        "定量指标与标准值对照 | 条形图：定量指标与标准值对照；1-0 指标 1-0，实际值 2.7元/人，标准值 不低于2元/人，达到标准；1-1 指标 1-1，实际值 1.9999%，标准值 不低于2%，未达到标准；1-2 指标 1-2，实际值 5.3%，标准值 不高于6%，达到标准；1-3 指标 1-3，实际值 15人，标准值 10至20人，达到标准；1-4 指标 1-4，实际值 30人，标准值 10至20人，未达到标准；1-5 指标 1-5，实际值 54人，标准值 不低于10人，达到标准；1-6 指标 1-6，实际值 0起，标准值 不高于0起，达到标准；1-7 指标 1-7，实际值 待填，标准值 不低于2元/人。",
        "指标 实际值 标准值 相当于标准值 是否达标
      1-0 指标 1-0 2.7元/人 不低于2元/人 135% 达到标准
      1-1 指标 1-1 1.9999% 不低于2% 99.995% 未达到标准
      1-2 指标 1-2 5.3% 不高于6% 88.3% 达到标准
      1-3 指标 1-3 15人 10至20人 100% 达到标准
      1-4 指标 1-4 30人 10至20人 150% 未达到标准
      1-5 指标 1-5 54人 不低于10人 540% 达到标准
      1-6 指标 1-6 0起 不高于0起 – 达到标准
      1-7 指标 1-7 待填 不低于2元/人 – –",
      ]
    `);
    expect(shown(blocks.find((block) => block.type === "figure"))).toEqual(
      expect.arrayContaining(["标准值", "≥200%", "540%", "88.3%", "99.995%", "待填"]),
    );
  });

  it("that do not apply are left out", () => {
    const none = new Map([...assessments].map(([code, each]) => [code, { ...each, notApplicable: true }]));
    expect(targets({ ...from, assessments: none })).toEqual([]);
  });
});
