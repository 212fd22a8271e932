/** Formulas: what they are worth, in which unit, and what is wrong with those that are worth nothing. */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engines/formula/evaluate.ts";
import { parseFormula } from "../../../src/engines/formula/parse.ts";
import { parseUnit } from "../../../src/model/unit.ts";
import { figure, scope, worth } from "./scope.ts";

const faultsOf = (text: string, unit = "") => {
  const result = evaluate(text, parseUnit(unit), scope);
  return result.ok ? [] : result.faults;
};

describe("arithmetic", () => {
  it.each<[string, number | null, readonly string[]]>([
    ["1", 1, []],
    ["1.5", 1.5, []],
    ["-2", -2, []],
    ["a", 6, ["a"]],
    ["a + b", 10, ["a", "b"]],
    ["a - b - 1", 1, ["a", "b"]],
    ["a + b * 2", 14, ["a", "b"]],
    ["(a + b) * 2", 20, ["a", "b"]],
    ["a / b", 1.5, ["a", "b"]],
    ["a / b / 2", 0.75, ["a", "b"]],
    ["-a + b", -2, ["a", "b"]],
    ["-(a + b)", -10, ["a", "b"]],
    ["a / a", 1, ["a"]],
    ["constructor + 1", 2, ["constructor"]],
    ["unknown", null, ["unknown"]],
    ["a + unknown", null, ["a", "unknown"]],
    ["unknown / zero", null, ["unknown", "zero"]],
    ["（ａ＋b）×２÷4", 5, ["a", "b"]],
    ["min(a, b, 5)", 4, ["a", "b"]],
    ["max(a, b)", 6, ["a", "b"]],
    ["sum(a, b, 1)", 11, ["a", "b"]],
    ["round(a / 7, 2)", 0.86, ["a"]],
    ["round(2.5)", 3, []],
    ["round(-2.5)", -3, []],
    ["round(1.005, 2)", 1.01, []],
    ["round(1234, -2)", 1200, []],
    ["max(a, unknown)", null, ["a", "unknown"]],
  ])("%s is %s", (text, result, names) => {
    expect(worth(text)).toBe(result);
    expect(parseFormula(text)).toMatchObject({ ok: true, names });
  });

  it.each([
    ["a +", "syntax"],
    ["(a", "syntax"],
    ["a b", "unsupported"],
    ["'a'", "unsupported"],
    ["a[0]", "unsupported"],
    ["[a]", "unsupported"],
    ["a ? b : 1", "unsupported"],
    ["a % b", "unsupported"],
    ["a ** b", "unsupported"],
    ["+a", "unsupported"],
    ["this", "unsupported"],
    ["true", "unsupported"],
    ["a, b", "unsupported"],
    ["a; b", "unsupported"],
    ["", "unsupported"],
    ["a.b.c", "unsupported"],
    ["a?.b", "unsupported"],
    ["a['constructor']", "unsupported"],
    ["constructor.constructor(1)", "unsupported"],
    ["sum(,)", "syntax"],
    ["`a`", "syntax"],
    ["-".repeat(3000) + "a", "too-long"],
    [Array.from({ length: 1200 }, () => "a").join("+"), "too-long"],
    ["1".repeat(5000), "too-long"],
  ])("is refused, %#", (text, fault) => {
    expect(faultsOf(text)).toEqual([{ fault }]);
  });

  it("brackets in brackets are no fault, or one that is told", () => {
    expect(worth("(".repeat(50) + "a" + ")".repeat(50))).toBe(6);
    expect(["", "too-long"]).toContain(faultsOf("(".repeat(1999) + "a" + ")".repeat(1999))[0]?.fault ?? "");
  });

  it("a sum of three hundred figures is no fault", () => {
    expect(worth(Array.from({ length: 300 }, () => "a").join(" + "))).toBe(1800);
  });

  it.each([
    ["a / zero", [{ fault: "division-by-zero", row: "" }]],
    ["zero / zero", [{ fault: "division-by-zero", row: "" }]],
    ["a / (b - 4)", [{ fault: "division-by-zero", row: "" }]],
    ["sum(小学.学生数 / (小学.学生数 - 37))", [{ fault: "division-by-zero", row: "样例2" }]],
    ["spread(towns.zero)", [{ fault: "division-by-zero", row: "" }]],
    ["1e308 * 10", [{ fault: "overflow" }]],
    ["1e999", [{ fault: "overflow" }]],
    [
      "budget + 小雪",
      [
        { fault: "unknown-name", name: "budget" },
        { fault: "unknown-name", name: "小雪" },
      ],
    ],
    ["x + x", [{ fault: "unknown-name", name: "x" }]],
    ["__proto__", [{ fault: "unknown-name", name: "__proto__" }]],
    ["toString", [{ fault: "unknown-name", name: "toString" }]],
    ["(a)(b)", [{ fault: "unknown-function", name: "a" }]],
    ["constructor(a)", [{ fault: "unknown-function", name: "constructor" }]],
    ["summ(小学.学生数)", [{ fault: "unknown-function", name: "summ" }]],
    ["sum(小血.学生数)", [{ fault: "unknown-table", name: "小血" }]],
    ["count(小血)", [{ fault: "unknown-table", name: "小血" }]],
    ["sum(小学.constructor)", [{ fault: "unknown-column", table: "小学", name: "constructor" }]],
    ["小学 + 1", [{ fault: "table-alone", name: "小学" }]],
    ["sum(小学)", [{ fault: "table-alone", name: "小学" }]],
    ["小学.学生数", [{ fault: "not-a-figure" }]],
    ["a > b", [{ fault: "not-a-figure" }]],
    ["(a > b) + 1", [{ fault: "not-a-figure" }]],
    ["count_if(小学.学生数 && 1)", [{ fault: "not-a-condition" }]],
    ["!a", [{ fault: "not-a-condition" }]],
    ["sum(小学.学生数 + towns.zero)", [{ fault: "two-tables", names: ["小学", "towns"] }]],
    ["sum(a)", [{ fault: "arguments", name: "sum" }]],
    ["sum()", [{ fault: "arguments", name: "sum" }]],
    ["mean(a)", [{ fault: "arguments", name: "mean" }]],
    ["mean(小学.学生数, 2)", [{ fault: "arguments", name: "mean" }]],
    ["mean(towns.people, towns.zero)", [{ fault: "arguments", name: "mean" }]],
    ["count(a)", [{ fault: "unknown-table", name: "a" }]],
    ["count(小学, 1)", [{ fault: "arguments", name: "count" }]],
    ["count_if(小学.学生数)", [{ fault: "arguments", name: "count_if" }]],
    ["share(a > b)", [{ fault: "arguments", name: "share" }]],
    ["round(a, 0.5)", [{ fault: "arguments", name: "round" }]],
    ["round(a, b)", [{ fault: "arguments", name: "round" }]],
    ["level(a)", [{ fault: "arguments", name: "level" }]],
    ["level(a, zero)", [{ fault: "division-by-zero", row: "" }]],
    ["met(a)", [{ fault: "arguments", name: "met" }]],
  ])("%s is worth nothing", (text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe("units", () => {
  it.each<[string, string, number]>([
    ["经费 / 人口", "元/人", 2.7],
    ["经费 / 人口", "万元/人", 138.24 / 512_000],
    ["经费 / 人口", "万元/万人", 2.7],
    ["经费 + 拨款", "万元", 238.24],
    ["拨款 + 经费", "元", 2_382_400],
    ["经费 - 拨款", "元", 382_400],
    ["学员 / 人口", "%", 71.5],
    ["学员 / 人口", "‰", 715],
    ["学员 / 人口", "", 0.715],
    // A conversion that the formula writes out is not made twice.
    ["人口 / 人口 * 100", "%", 100],
    ["100 * 人口 / 人口", "%", 100],
    ["1000 * (人口 / 人口)", "‰", 1000],
    ["round(人口 / 人口 * 100, 1)", "%", 100],
    ["拨款 / 10000", "万元", 100],
    ["学员 / 人口 * 100", "%", 71.5],
    ["经费 / 10000", "万元", 138.24],
    ["人口 * 参与率 / 100", "万人", 36.608],
    ["拨款 * 2", "万元", 200],
    // Numbers of a formula take the unit of what they meet.
    ["人口 + 1000", "万人", 51.3],
    ["max(参与率, 80)", "%", 80],
    ["max(人口, 学员)", "万人", 51.2],
    ["场馆 + 学校", "个", 31],
    ["a / 人口", "元/人", 6 / 512_000],
    ["sum(towns.people)", "人", 40_000],
    ["count(小学)", "所", 5],
  ])("%s in %s is %d", (text, unit, expected) => {
    expect(worth(text, unit)).toBeCloseTo(expected, 12);
  });

  it.each([
    ["经费 + 人口", "", "万元", "人", "+"],
    ["人口 - 经费", "", "人", "万元", "-"],
    ["max(经费, 人口)", "", "万元", "人", "max"],
    ["count_if(小学.学生数 > 经费)", "", "人", "万元", ">"],
    ["经费 / 人口", "%", "万元/人", "%", ""],
    ["学员 / 人口", "元/人", "10^4", "元/人", ""],
    ["count(小学)", "人", "个", "人", ""],
  ])("%s in %s joins unlike units", (text, unit) => {
    expect(faultsOf(text, unit)).toMatchObject([{ fault: "unit" }]);
  });

  it("the scale of a decimal is exact", () => {
    const facts = new Map([["x", figure(1.1, "万元")]]);
    const result = evaluate("x", parseUnit("元"), { facts, tables: new Map() });
    expect(result.ok && result.figure.value).toBe(11_000);
  });
});
