/** Formulas over tables: columns, conditions, spread, and the shape of 优质均衡. */
import { describe, expect, it } from "vitest";
import { evaluate } from "../../../src/engines/formula/evaluate.ts";
import { columnsIn, parseFormula } from "../../../src/engines/formula/parse.ts";
import { parseUnit } from "../../../src/model/unit.ts";
import type { FactTable } from "../../../src/model/workspace.ts";
import { scope, table, worth } from "./scope.ts";

describe("tables", () => {
  it.each<[string, string, number | null]>([
    ["sum(小学.学生数)", "", 302],
    ["mean(小学.学生数)", "", 60.4],
    ["min(小学.学生数)", "", 37],
    ["max(小学.学生数)", "", 89],
    ["count(小学)", "", 5],
    ["count_if(小学.学生数 >= 50)", "", 3],
    ["share(小学.学生数 >= 50)", "%", 60],
    ["share(小学.面积 / 小学.学生数 >= 4.5)", "%", 80],
    ["sum(min(level(小学.面积, 148), level(小学.学生数, 37), 1))", "", 5],
    ["min(level(经费, 2000000), level(拨款, 经费))", "%", 69.12],
    ["count_if(小学.学生数 >= 50 && 小学.图书册数 / 小学.学生数 > 5)", "", 2],
    ["count_if(!(小学.学生数 >= 50) || 小学.学生数 == 89)", "", 3],
    ["sum(小学.图书册数) / sum(小学.学生数)", "册/人", 1913 / 302],
    ["mean(小学.图书册数 / 小学.学生数, 小学.学生数)", "册/人", 1913 / 302],
    ["sum(小学.未填)", "", null],
    ["count_if(小学.未填 > 0)", "", null],
    ["mean(小学.学生数, 小学.未填)", "", null],
  ])("%s (%s) is %s", (text, unit, expected) => {
    expect(worth(text, unit)?.toPrecision(12)).toBe(expected?.toPrecision(12));
  });

  it("the spread weighted by pupils is that of the published example: 0.52", () => {
    expect(worth("round(spread(小学.图书册数 / 小学.学生数, 小学.学生数), 2)")).toBe(0.52);
  });

  it("the spread without weights is the deviation of the whole population over the mean", () => {
    const tables = new Map([["t", table("t", { x: ["", 2, 4, 4, 4, 5, 5, 7, 9] })]]);
    const result = evaluate("spread(t.x)", null, { facts: new Map(), tables });
    expect(result.ok && result.figure.value).toBeCloseTo(2 / 5, 12);
  });

  it("of a share the rows that fail are named", () => {
    const result = evaluate("share(小学.学生数 >= 50)", parseUnit("%"), scope);
    expect(result.ok && result.failing).toEqual(["样例1", "样例2"]);
  });

  it("knows the columns that it uses", () => {
    const parsed = parseFormula("sum(小学.学生数) / count(towns)");
    expect(parsed.ok && columnsIn(parsed.tree)).toMatchObject([{ table: "小学", column: "学生数" }]);
  });
});

/** 优质均衡 (domain 5): each school meets at least 6 of 7 values, the rest at least 85 % of the standard. */
describe("at least six of seven, the rest at 85 % of the standard", () => {
  const standards = [4.2, 1, 0.9, 4.5, 7.5, 2000, 2.3];
  const units = ["人/百人", "人/百人", "人/百人", "㎡/生", "㎡/生", "元/生", "间/百人"];
  const rowOf = (values: readonly number[]): FactTable =>
    table(
      "t",
      Object.fromEntries(values.map((value, index) => [`v${String(index + 1)}`, [units[index] ?? "", value] as const])),
    );
  const values = standards.map((standard, index) => `level(t.v${String(index + 1)}, ${String(standard)})`);
  const formula = `share(met(${values.map((each) => `${each} >= 1`).join(", ")}) >= 6 && min(${values.join(", ")}) >= 0.85)`;
  const share = (values: readonly number[]): number | null | false => {
    const result = evaluate(formula, null, { facts: new Map(), tables: new Map([["t", rowOf(values)]]) });
    return result.ok && result.figure.value;
  };
  const changed = (...changes: readonly (readonly [index: number, factor: number])[]): number[] =>
    standards.map((standard, index) => standard * (changes.find(([each]) => each === index)?.[1] ?? 1));

  it.each<[string, number[], 0 | 1]>([
    ["all met", standards, 1],
    ["one at 85 %", changed([0, 0.85]), 1],
    ["one at 84.9 %", changed([0, 0.849]), 0],
    ["one at nothing", changed([6, 0]), 0],
    ["two at 99 %", changed([1, 0.99], [5, 0.99]), 0],
    ["one far above does not make up for two below", changed([0, 9], [1, 0.9], [2, 0.9]), 0],
  ])("%s: %#", (_, row, expected) => {
    expect(share(row)).toBe(expected);
  });
});
