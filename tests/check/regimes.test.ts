/**
 * Roll-up on the shape of every regime that was studied: a small map each, self scores, and what follows from them.
 * The maps are samples of a shape (levels, scoring, rule), not the text of any standard.
 */
import { describe, expect, test } from "vitest";
import { leaf, nodeOf, numbered, scored, section, standings, told } from "./shapes.ts";

describe("学习型城市: gates in 基本条件, points elsewhere", () => {
  const map = `sections:\n${section("A", "", ...numbered(2, "A", "type: gate"))}${section("B", "", ...numbered(2, "B", "type: points, max: 5"))}`;
  test.each([
    [["pass", "pass"], [5, 4], "partly 90% 9/10"],
    [["pass", "fail"], [5, 5], "not 100% 10/10 veto:A.2"],
    [["pass", "pass"], [5, 5], "met 100% 10/10"],
  ])("%j %j", (gates, points, expected) => {
    expect(told(standings(map, { scores: { ...scored("A", gates), ...scored("B", points) } }))).toBe(expected);
  });
  test("what is not scored yet keeps the whole from being met", () => {
    expect(told(standings(map, { scores: { ...scored("A", ["pass", "pass"]), ...scored("B", [5]) } }))).toBe(
      "partly 100% 5/5",
    );
  });
});

test("社区教育示范区: points and thresholds side by side", () => {
  const map = `sections:\n${section("A", "", leaf("A.1", "type: points, max: 16"), leaf("A.2", "type: threshold, value: money / people, at_least: 2"))}`;
  const scores = { "A.1": 12 };
  expect(told(standings(map, { scores, facts: { money: 3, people: 2 } }), "A.2")).toBe("not 75%");
  expect(told(standings(map, { scores, facts: { money: 4, people: 2 } }))).toBe("partly 75% 12/16");
});

test("居民学校: four groups of 6, 60, 14 and 20 points", () => {
  const groups = [6, 60, 14, 20];
  const map = `sections:\n${groups.map((max, index) => section(`G${String(index)}`, "", leaf(`G${String(index)}.1`, `type: points, max: ${String(max)}`))).join("")}`;
  const scores = { "G0.1": 6, "G1.1": 50, "G2.1": 14, "G3.1": 15 };
  expect(told(standings(map, { scores }))).toBe("partly 85% 85/100");
});

test("学习型社区: one scale from 0 to 100, with classes", () => {
  const map = `bands:\n  - { title: first, at_least: 0.9 }\n  - { title: second, at_least: 0.75 }\nsections:\n${section("A", "", leaf("A.1", "type: points, max: 100"))}`;
  const band = (score: number): string | null => standings(map, { scores: { "A.1": score } }).band;
  expect([band(90), band(89), band(75), band(74)]).toEqual(["first", "second", "second", null]);
  expect(standings(map, {}).band).toBeNull();
});

test.each(["审核评估: narrative, no score", "UNESCO: data and narrative, no score"])("%s", () => {
  const map = `bands:\n  - { title: any, at_least: 0 }\nsections:\n${section("A", "", ...numbered(3, "A", "type: narrative"))}`;
  const all = standings(map, {});
  expect([told(all), all.band]).toEqual(["open -", null]);
});

test("合格评估 and 教育现代化县: every point is met or not; met only when all are", () => {
  const map = `sections:\n${section("A", "", ...numbered(7, "A", "type: met"))}`;
  const all = (...values: readonly string[]): string => told(standings(map, { scores: scored("A", values) }));
  expect(all("met", "met", "met", "met", "met", "met", "met")).toBe("met 100%");
  expect(all("met", "met", "met", "met", "met", "met", "partly")).toBe("partly 92.9%");
  expect(all("not", "not", "not", "not", "not", "not", "not")).toBe("not 0%");
});

describe("优质均衡县: at least six of seven, the rest at 85 %, some vetoes", () => {
  const rows = Array.from({ length: 7 }, (_, index) =>
    leaf(`A.${String(index + 1)}`, `type: threshold, value: f${String(index + 1)}, at_least: 100`),
  );
  const map = `sections:\n${section("A", "rollup: { type: at_least, count: 6, floor: 0.85 }", ...rows)}${section("B", "", leaf("B.1", "type: met", "veto: true"))}`;
  const figures = (...values: readonly number[]): Record<string, number> =>
    Object.fromEntries(values.map((value, index) => [`f${String(index + 1)}`, value]));
  test.each([
    [[100, 100, 100, 100, 100, 100, 85], "met", "met 97.9%", "met 98.9%"],
    [[100, 100, 100, 100, 100, 100, 84], "met", "not 97.7% below-floor:A.7", "partly 98.9%"],
    [[100, 100, 100, 100, 100, 99, 99], "met", "not 99.7% too-few-met:A", "partly 99.9%"],
    [[100, 100, 100, 100, 100, 100, 100], "not", "met 100%", "not 50% veto:B.1"],
  ])("%j, veto item %s", (values, veto, part, whole) => {
    const all = standings(map, { facts: figures(...values), scores: { "B.1": veto } });
    expect([told(all, "A"), told(all)]).toEqual([part, whole]);
  });
  test("what does not apply is not asked for: six of seven becomes six of six", () => {
    const given = { facts: figures(100, 100, 100, 100, 100, 100, 0), scores: { "B.1": "met" }, without: ["A.7"] };
    expect(told(standings(map, given), "A")).toBe("met 100%");
  });
});

describe("医院评审 2011: cumulative grades, the share of each decides the class", () => {
  const ladder =
    "type: grade, ladder: [{ grade: D, criterion: no }, { grade: C, criterion: basic }, { grade: B, criterion: more }, { grade: A, criterion: best }]";
  const map = `bands:\n  - { title: first, grades: { C: 0.9, B: 0.6, A: 0.2 } }\n  - { title: second, grades: { C: 0.8, B: 0.5, A: 0.15 } }\nsections:\n${section("H", "", ...numbered(10, "H", ladder))}`;
  test.each([
    ["AABBBBCCCD", "first"],
    ["AABBBCCCCD", "second"],
    ["AABBBBCCDD", "second"],
    ["ABBBBBCCCC", null],
    ["CCCCCCCCCC", null],
  ])("%s", (grades, band) => {
    expect(standings(map, { scores: scored("H", [...grades]) }).band).toBe(band);
  });
  test("★ core items: below C is a veto", () => {
    const star = `sections:\n${section("H", "", leaf("H.1", ladder, "veto: true"), leaf("H.2", ladder))}`;
    expect(told(standings(star, { scores: { "H.1": "D", "H.2": "A" } }))).toBe("not 50% veto:H.1");
    expect(told(standings(star, { scores: { "H.1": "C", "H.2": "A" } }))).toBe("partly 66.7%");
  });
  test("E, not applicable, leaves the denominator", () => {
    expect(standings(map, { scores: scored("H", [..."AABBBBCCC"]), without: ["H.10"] }).band).toBe("first");
  });
});

describe("医院评审 2022: parts with weights, a minimum each, classes by one part", () => {
  const map = `rollup: { type: weighted }\nbands:\n  - { title: first, nodes: { C: 0.9 } }\n  - { title: second, nodes: { C: 0.8 } }\n  - { title: third, nodes: { C: 0.7 } }\nsections:\n${section("A", "", leaf("A.1", "type: gate"))}${section("B", "weight: 6, min_share: 0.6", leaf("B.1", "type: points, max: 100"))}${section("C", "weight: 3", leaf("C.1", "type: points, max: 100"))}`;
  test.each([
    ["pass", 70, 90, "first", "partly 79% 160/200"],
    ["pass", 60, 89, "second", "partly 72.7% 149/200"],
    ["pass", 59, 95, null, "not 73.9% 154/200 below-minimum:B"],
    ["fail", 95, 95, null, "not 85.5% 190/200 veto:A.1"],
    ["pass", 90, 69, null, "partly 84.7% 159/200"],
  ])("%s %i %i", (gate, data, site, band, whole) => {
    const all = standings(map, { scores: { "A.1": gate, "B.1": data, "C.1": site } });
    expect([all.band, told(all)]).toEqual([band, whole]);
  });
});

test("文明城市: points by method as sections; a prior condition that counts on its own", () => {
  const methods = [
    ["P", 39.7],
    ["S", 46.3],
    ["Q", 10],
    ["O", 10],
  ] as const;
  const map = `sections:\n${methods.map(([code, max]) => section(code, "", leaf(`${code}.1`, `type: points, max: ${String(max)}`))).join("")}${section("M", "min_share: 0.85", leaf("M.1", "type: points, max: 100"))}`;
  const scores = { "P.1": 39.7, "S.1": 46.3, "Q.1": 8, "O.1": 8, "M.1": 85 };
  expect(told(standings(map, { scores }))).toBe("partly 90.8% 187/206");
  expect(told(standings(map, { scores: { ...scores, "M.1": 84 } }))).toBe("not 90.3% 186/206 below-minimum:M");
});

test("卫生城市: met or not met, group by group", () => {
  const map = `sections:\n${section("A", "", ...numbered(2, "A", "type: met, partly: false"))}${section("B", "", ...numbered(2, "B", "type: met, partly: false"))}`;
  const all = standings(map, { scores: { ...scored("A", ["met", "met"]), ...scored("B", ["met", "not"]) } });
  expect([told(all, "A"), told(all, "B"), told(all)]).toEqual(["met 100%", "partly 50%", "partly 75%"]);
});

test("城市管理考评: weights in per cent, four classes", () => {
  const weights = [10, 20, 10, 15, 5, 10, 10, 5, 15];
  const leaves = weights.map((weight, index) =>
    leaf(`W.${String(index + 1)}`, "type: points, max: 100", `weight: ${String(weight)}`),
  );
  const map = `bands:\n  - { title: 优秀, at_least: 0.9 }\n  - { title: 良好, at_least: 0.8 }\n  - { title: 合格, at_least: 0.6 }\n  - { title: 不合格, at_least: 0 }\nrollup: { type: weighted }\nsections:\n${section("W", "rollup: { type: weighted }", ...leaves)}`;
  const all = (...values: readonly number[]): [string | null, number | null] => {
    const result = standings(map, { scores: scored("W", values) });
    return [result.band, nodeOf(result, null).score.share];
  };
  const [band, share] = all(90, 80, 100, 60, 100, 70, 90, 100, 80);
  // 9 + 16 + 10 + 9 + 5 + 7 + 9 + 5 + 12 = 82
  expect(band).toBe("良好");
  expect(share).toBeCloseTo(0.82, 10);
  expect(all(0, 0, 0, 0, 0, 0, 0, 0, 0)[0]).toBe("不合格");
});

describe("Joint Commission: 0, 1, 2 or NA; a standard fails at a number of low marks", () => {
  const map = `sections:\n${section("S", "rollup: { type: low_marks, low: 1, at_most: 2 }", ...numbered(6, "S", "type: ordinal, max: 2"))}`;
  test.each([
    [[2, 2, 2, 2, 1, 1], [], "met 83.3% 10/12"],
    [[2, 2, 2, 1, 1, 0], [], "not 66.7% 8/12 low-marks:S"],
    [[2, 2, 2, 1, 1], ["S.6"], "met 80% 8/10"],
  ])("%j without %j", (values, without, expected) => {
    expect(told(standings(map, { scores: scored("S", values), without }), "S")).toBe(expected);
  });
});

test("HLC: core components met, met with concerns, not met; a criterion is met when none is not", () => {
  const map = `sections:\n${section("C", "rollup: { type: at_least, count: 1, floor: 0.5 }", ...numbered(4, "C", "type: met"))}`;
  expect(told(standings(map, { scores: scored("C", ["met", "partly", "met", "met"]) }), "C")).toBe("met 87.5%");
  expect(told(standings(map, { scores: scored("C", ["met", "not", "met", "met"]) }), "C")).toBe(
    "not 75% below-floor:C.2",
  );
});

test("NAAC: seven criteria with weights to 1000 and classes by the mean", () => {
  const weights = [150, 200, 250, 100, 100, 100, 100];
  const sections = weights.map((weight, index) =>
    section(`N${String(index)}`, `weight: ${String(weight)}`, leaf(`N${String(index)}.1`, "type: ordinal, max: 4")),
  );
  const map = `rollup: { type: weighted }\nbands:\n  - { title: A, at_least: 0.75 }\n  - { title: B, at_least: 0.5 }\nsections:\n${sections.join("")}`;
  const scores = Object.fromEntries(weights.map((_, index) => [`N${String(index)}.1`, index === 2 ? 4 : 2]));
  const all = standings(map, { scores });
  expect([nodeOf(all, null).score.share, all.band]).toEqual([0.625, "B"]);
});

test("ISO style: conform, minor, major; one major is a veto", () => {
  const map = `sections:\n${section("I", "", ...numbered(3, "I", "type: met", "veto: true"))}`;
  expect(told(standings(map, { scores: scored("I", ["met", "partly", "met"]) }))).toBe("partly 83.3%");
  expect(told(standings(map, { scores: scored("I", ["met", "not", "met"]) }))).toBe("not 66.7% veto:I.2");
});

describe("the worked example of docs/scoring.md", () => {
  const figures = Object.fromEntries(
    Array.from({ length: 7 }, (_, index) => [`f${String(index + 1)}`, index === 6 ? 90 : 100]),
  );
  const rows = Object.keys(figures).map((name, index) =>
    leaf(`3-${String(index + 1)}`, `type: threshold, value: ${name}, at_least: 100`),
  );
  const map = `rollup: { type: weighted }\nbands:\n  - { title: 优秀, at_least: 0.9 }\n  - { title: 合格, at_least: 0.75 }\nsections:\n${section('"1"', "", leaf("1-1", "type: gate"))}${section('"2"', "weight: 4, min_share: 0.6", leaf("2-1", "type: points, max: 6"), leaf("2-2", "type: points, max: 4"))}${section('"3"', "weight: 5, rollup: { type: at_least, count: 6, floor: 0.85 }", ...rows)}`;
  test.each([
    ["pass", 5, ["met 100%", "partly 80% 8/10", "met 98.6%", "partly 91.3% 8/10"], "优秀"],
    ["pass", 2, ["met 100%", "not 50% 5/10 below-minimum:2", "met 98.6%", "not 79.3% 5/10 below-minimum:2"], null],
    ["fail", 5, ["not 0% veto:1-1", "partly 80% 8/10", "met 98.6%", "not 81.3% 8/10 veto:1-1"], null],
  ])("%s, %i points", (gate, points, expected, band) => {
    const all = standings(map, { scores: { "1-1": gate, "2-1": points, "2-2": 3 }, facts: figures });
    expect([[told(all, "1"), told(all, "2"), told(all, "3"), told(all)], all.band]).toEqual([expected, band]);
  });
});
