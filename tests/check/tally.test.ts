/** Counting: what stands in the denominator, what counts as covered, and the printed rate. */
import { describe, expect, it } from "vitest";
import { byDepartment, bySection, tally } from "../../src/check/tally.ts";
import { rateOf } from "../../src/model/coverage.ts";
import type { Coverage, CoverageStatus } from "../../src/model/coverage.ts";
import { leavesOf } from "../../src/model/map.ts";
import { education, finance, indicator, item, mapOf, section, workspaceOf } from "./models.ts";

const map = mapOf(
  section("1", indicator("1-1", {}, { a: {}, b: { owner: finance } })),
  section("2", indicator("2-1", {}, { c: { owner: null } })),
  section("3"),
);

function coverage(...statuses: readonly CoverageStatus[]): Coverage[] {
  const all = leavesOf(map).flatMap((leaf) => leaf.indicator.requires.map((requirement) => ({ leaf, requirement })));
  return all.map(({ leaf, requirement }, index) => ({
    requirement,
    leaf,
    status: statuses[index] ?? "covered",
    items: [],
    have: 0,
    need: 1,
    missingYears: [],
  }));
}

describe("tally", () => {
  it.each<[CoverageStatus, number, number]>([
    ["covered", 1, 1],
    ["waived", 1, 1],
    ["missing", 1, 0],
    ["insufficient", 1, 0],
    ["out-of-window", 1, 0],
    ["unreadable", 1, 0],
    ["not-applicable", 0, 0],
    ["optional", 0, 0],
  ])("one %s: %i applicable, %i covered", (status, applicable, covered) => {
    expect(tally(coverage(status).slice(0, 1))).toMatchObject({ applicable, covered });
  });

  it("sums by section, and keeps a section without requirements", () => {
    const sections = bySection({ map }, coverage("covered", "missing", "waived"));
    expect(sections.map((each) => [each.section.code, each.applicable, each.covered])).toEqual([
      ["1", 2, 1],
      ["2", 1, 1],
      ["3", 0, 0],
    ]);
  });

  it("sums by department; what nobody owes stands last", () => {
    const workspace = workspaceOf(map, { evidence: [item(map, "教育局/1-1 a.txt")] });
    const rows = byDepartment(workspace, coverage("covered", "missing", "missing"));
    expect(rows.map((each) => [each.department, each.files, each.applicable, each.covered])).toEqual([
      [education, 1, 1, 1],
      [finance, 0, 1, 0],
      [null, 0, 1, 0],
    ]);
  });

  it("leaves the last row out when there is nothing in it", () => {
    const own = coverage("covered", "covered", "not-applicable");
    expect(byDepartment(workspaceOf(map), own).map((each) => each.department)).toEqual([education, finance]);
  });
});

describe("the rate", () => {
  it.each([
    [0, 0, "–"],
    [0, 3, "0%"],
    [1, 2, "50%"],
    [3, 3, "100%"],
    [1, 8, "12.5%"],
    [999, 1000, "99.9%"],
    [1999, 2000, "99.9%"],
    [2000, 2001, "99.9%"],
  ])("%i of %i is %s", (covered, applicable, rate) => {
    expect(rateOf({ covered, applicable })).toBe(rate);
  });

  it("is rounded as a person would round it, except up to 100 %", () => {
    expect(rateOf({ covered: 2, applicable: 3 })).toBe("66.7%");
    expect(rateOf({ covered: 1, applicable: 6 })).toBe("16.7%");
  });
});
