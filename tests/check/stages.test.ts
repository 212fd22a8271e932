/** Stages: where the day lies, what is due by when. */
import { describe, expect, test } from "vitest";
import { judge } from "../../src/check/judge.ts";
import { daysBetween, stageOf, stageReport } from "../../src/check/stages.ts";
import { leavesOf } from "../../src/model/map.ts";
import type { Stage } from "../../src/model/workspace.ts";
import { indicator, mapOf, section, workspaceOf } from "./models.ts";

const at = { file: "evipack.yaml", line: 1, column: 1 };
const stage = (title: string, from: string, to: string, due: Stage["due"] = []): Stage => ({
  title,
  from,
  to,
  due,
  output: "",
  done: "",
  at,
});

const map = mapOf(
  section("1", indicator("1-1", {}, { plan: {}, minutes: { optional: true } })),
  section("2", indicator("2-1", {}, { budget: {} })),
);
const leaves = leavesOf(map);

/** Title of the stage by whose end each requirement is due, by its id. */
const dueIn = (stages: readonly Stage[]): Record<string, string | null> =>
  Object.fromEntries(
    leaves.flatMap((leaf) =>
      leaf.indicator.requires.map((each) => [each.id, stageOf(stages, leaf, each)?.title ?? null]),
    ),
  );

describe("the stage by whose end a requirement is due", () => {
  const first = stage("first", "2019-01-01", "2019-03-31");
  const last = stage("last", "2019-04-01", "2019-12-31");
  test.each([
    ["the last to end, when none says more", [last, first], { "1-1/plan": "last", "2-1/budget": "last" }],
    [
      "the one that says all",
      [{ ...first, due: "all" as const }, last],
      { "1-1/plan": "first", "2-1/budget": "first" },
    ],
    ["its section", [{ ...first, due: ["2"] }, last], { "1-1/plan": "last", "2-1/budget": "first" }],
    [
      "the closest name wins",
      [
        { ...first, due: ["1-1/plan"] },
        { ...last, due: ["1"] },
      ],
      { "1-1/plan": "first", "1-1/minutes": "last" },
    ],
    ["none without stages", [], { "1-1/plan": null }],
  ] as const)("%s", (_, stages, expected) => {
    expect(dueIn(stages)).toMatchObject(expected);
  });
});

describe("the day of judgement", () => {
  const stages = [
    stage("prepare", "2019-01-01", "2019-03-31", ["1"]),
    stage("build", "2019-03-01", "2019-09-30"),
    stage("visit", "2019-11-01", "2019-12-31"),
  ];
  const on = (asOf: string): ReturnType<typeof stageReport> => {
    const workspace = workspaceOf(map, { stages, asOf });
    return stageReport(workspace, judge(workspace, []));
  };

  test.each([
    ["2018-12-31", null, "prepare", null, [], []],
    ["2019-03-15", 1, null, 16, ["1-1/plan"], []],
    ["2019-03-31", 1, null, 0, ["1-1/plan"], []],
    ["2019-04-01", 2, null, 182, ["1-1/plan"], ["1-1/plan"]],
    ["2019-10-31", null, "visit", null, [], ["1-1/plan"]],
    ["2019-12-31", 3, null, 0, ["1-1/plan", "2-1/budget"], ["1-1/plan"]],
    ["2020-01-01", null, null, null, [], ["1-1/plan", "2-1/budget"]],
  ])("%s", (asOf, number, next, daysLeft, due, overdue) => {
    const report = on(asOf);
    const ids = (list: readonly { readonly requirement: { readonly id: string } }[] | undefined): string[] =>
      (list ?? []).map((each) => each.requirement.id);
    expect([report?.number, report?.next?.title ?? null, report?.daysLeft]).toEqual([number, next, daysLeft]);
    expect([ids(report?.due), ids(report?.overdue)]).toEqual([due, overdue]);
  });

  test("no stages, no report", () => {
    expect(stageReport({ stages: [], asOf: "2019-01-01" }, [])).toBeNull();
  });
});

test("days are counted by the calendar, leap days too", () => {
  expect([daysBetween("2020-02-28", "2020-03-01"), daysBetween("2019-02-28", "2019-03-01")]).toEqual([2, 1]);
});
