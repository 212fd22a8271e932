/** What the formulas of these tests speak of: figures in several units, a table of schools, a table of towns. */
import { evaluate } from "../../../src/engines/formula/evaluate.ts";
import type { Figure, Scope } from "../../../src/engines/formula/evaluate.ts";
import { parseUnit } from "../../../src/model/unit.ts";
import type { FactTable } from "../../../src/model/workspace.ts";

const at = { file: "tables/样例.csv" };

/** A table of these columns, each with its unit and its values. */
export function table(
  name: string,
  columns: Readonly<Record<string, readonly [string, ...(number | null)[]]>>,
): FactTable {
  const rows = (Object.values(columns)[0]?.slice(1) ?? []).map((_, row) => ({ name: `样例${String(row + 1)}`, at }));
  return {
    name,
    rows,
    columns: new Map(
      Object.entries(columns).map(([key, [unit, ...values]]) => [key, { unit: parseUnit(unit), values, at }]),
    ),
    at,
  };
}

export const figure = (value: number | null, unit = ""): Figure => ({ value, unit: parseUnit(unit) });

/** Five schools, as a published worked example of the 差异系数 of books per pupil has them: 0.52. */
const schools = table("小学", {
  学生数: ["人", 45, 37, 89, 76, 55],
  图书册数: ["册", 279, 137, 935, 160, 402],
  面积: ["平方米", 225, 148, 445, 380, 330],
  未填: ["人", 1, null, 1, 1, 1],
});
const towns = table("towns", { people: ["万人", 1.2, 2.3, 0.5], zero: ["人", 0, 0, 0] });

export const scope: Scope = {
  facts: new Map([
    ["a", figure(6)],
    ["b", figure(4)],
    ["zero", figure(0)],
    ["unknown", figure(null)],
    ["经费", figure(138.24, "万元")],
    ["拨款", figure(1_000_000, "元")],
    ["人口", figure(512_000, "人")],
    ["学员", figure(36.608, "万人")],
    ["场馆", figure(19, "处")],
    ["学校", figure(12, "所")],
    ["参与率", figure(71.5, "%")],
    ["constructor", figure(1)],
  ]),
  tables: new Map([
    ["小学", schools],
    ["towns", towns],
  ]),
};

/** The value of a formula without a fault. */
export function worth(text: string, unit = ""): number | null {
  const result = evaluate(text, parseUnit(unit), scope);
  if (!result.ok) throw new Error(JSON.stringify(result.faults));
  return result.figure.value;
}
