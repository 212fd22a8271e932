/** The functions of formulas. Each takes what it is worth from its operands; their names are those that users type. */
import { plain, shift, things } from "../../model/unit.ts";
import { commonUnit, scaleBetween, Stop, zip } from "./series.ts";
import type { Series } from "./series.ts";

type Compute = (operands: readonly Series[], name: string) => Series;

const refuse = (name: string): never => {
  throw new Stop({ fault: "arguments", name });
};

/** Checked to be of `least` to `most` operands, all figures or all conditions. */
function expectOperands(
  operands: readonly Series[],
  name: string,
  least: number,
  most: number,
  conditions = false,
): void {
  if (operands.length < least || operands.length > most) refuse(name);
  if (operands.some((each) => each.isCondition !== conditions)) refuse(name);
}

/** One figure from the rows of one column; not known while any row is not. */
function fold(column: Series, name: string, compute: (values: readonly number[]) => number): Series["values"] {
  if (column.table === null) refuse(name);
  const values = column.values.filter((value) => value !== null);
  if (values.length < column.values.length) return [null];
  if (values.length === 0) throw new Stop({ fault: "arguments", name });
  const value = compute(values);
  if (Number.isNaN(value)) throw new Stop({ fault: "division-by-zero", row: "" });
  if (!Number.isFinite(value)) throw new Stop({ fault: "overflow" });
  return [value];
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/** With one operand over the rows of a column; with several, over the operands, row by row. */
const overRowsOrOperands =
  (compute: (values: readonly number[]) => number): Compute =>
  (operands, name) => {
    expectOperands(operands, name, 1, Number.POSITIVE_INFINITY);
    const [first] = operands;
    if (first !== undefined && operands.length === 1) {
      return { ...first, table: null, values: fold(first, name, compute) };
    }
    const unit = commonUnit(operands, name);
    const scales = operands.map((each) => scaleBetween(each.unit, unit));
    const zipped = zip(operands, (values) => compute(values.map((value, index) => shift(value, scales[index] ?? 0))));
    return { ...zipped, unit, isCondition: false };
  };

/** A column and its weights, as pairs of one row each; without weights every row weighs the same. */
function weighted(
  operands: readonly Series[],
  name: string,
  compute: (values: readonly number[], shares: readonly number[]) => number,
): Series["values"] {
  expectOperands(operands, name, 1, 2);
  const [column, weights] = operands;
  if (column === undefined || column.table === null) return refuse(name);
  if (weights === undefined)
    return fold(column, name, (values) =>
      compute(
        values,
        values.map(() => 1 / values.length),
      ),
    );
  // Both belong to one table: zip refuses two, and a single figure weighs nothing.
  zip(operands, () => 0);
  if (weights.table === null) refuse(name);
  if (weights.values.includes(null)) return [null];
  const all = weights.values.filter((value) => value !== null);
  const sum = total(all);
  if (all.some((value) => value < 0) || sum === 0) refuse(name);
  return fold(column, name, (values) =>
    compute(
      values,
      all.map((value) => value / sum),
    ),
  );
}

const meanOf = (values: readonly number[], shares: readonly number[]): number =>
  total(values.map((value, row) => value * (shares[row] ?? 0)));

/** Standard deviation of the whole population ÷ mean; NaN when the mean is 0. */
function spreadOf(values: readonly number[], shares: readonly number[]): number {
  const mean = meanOf(values, shares);
  if (mean === 0) return Number.NaN;
  return (
    Math.sqrt(
      meanOf(
        values.map((value) => (value - mean) ** 2),
        shares,
      ),
    ) / Math.abs(mean)
  );
}

const conditionRows = (operands: readonly Series[], name: string): Series => {
  expectOperands(operands, name, 1, 1, true);
  const [condition] = operands;
  return condition === undefined || condition.table === null ? refuse(name) : condition;
};

const single = (values: Series["values"], unit: Series["unit"]): Series => ({
  table: null,
  values,
  unit,
  isCondition: false,
});

/** `round(x, digits)`: half away from zero, in the unit in which `x` stands. */
const round: Compute = (operands, name) => {
  expectOperands(operands, name, 1, 2);
  const [figure, places] = operands;
  const digits = places === undefined ? 0 : places.values[0];
  if (figure === undefined || (places !== undefined && (places.table !== null || places.unit !== "any"))) {
    return refuse(name);
  }
  if (digits === undefined || digits === null || !Number.isInteger(digits) || Math.abs(digits) > 12)
    return refuse(name);
  const rounded = (value: number): number =>
    Math.sign(value) * shift(Math.round(shift(Math.abs(value), digits)), -digits);
  return { ...figure, ...zip([figure], ([value = 0]) => rounded(value)) };
};

/** `level(x, standard)`: how much of its standard `x` reaches, as a plain number; a written standard has the unit of `x`. */
const level: Compute = (operands, name) => {
  expectOperands(operands, name, 2, 2);
  const [left, right] = operands;
  if (left === undefined || right === undefined) return refuse(name);
  const unit = commonUnit(operands, name);
  const [a, b] = [scaleBetween(left.unit, unit), scaleBetween(right.unit, unit)];
  const rows = left.table?.rows ?? right.table?.rows ?? [];
  const zipped = zip(operands, ([x = 0, standard = 0], row) => {
    if (standard === 0) throw new Stop({ fault: "division-by-zero", row: rows[row]?.name ?? "" });
    return shift(x, a) / shift(standard, b);
  });
  return { ...zipped, unit: plain, isCondition: false };
};

/** By name; `count(table)` is made by the evaluator, since its operand is no figure. */
export const functions: ReadonlyMap<string, Compute> = new Map<string, Compute>([
  ["sum", overRowsOrOperands(total)],
  ["min", overRowsOrOperands((values) => values.reduce((a, b) => Math.min(a, b)))],
  ["max", overRowsOrOperands((values) => values.reduce((a, b) => Math.max(a, b)))],
  ["mean", (operands, name) => single(weighted(operands, name, meanOf), operands[0]?.unit ?? null)],
  // 差异系数 of 义务教育均衡: the deviation of the schools, weighted by their pupils (domain 1.4, 5; docs/figures.md).
  ["spread", (operands, name) => single(weighted(operands, name, spreadOf), plain)],
  ["round", round],
  ["level", level],
  ["count_if", (operands, name) => single(fold(conditionRows(operands, name), name, total), things)],
  [
    "share",
    (operands, name) =>
      single(
        fold(conditionRows(operands, name), name, (values) => total(values) / values.length),
        plain,
      ),
  ],
  [
    "met",
    (operands, name) => {
      expectOperands(operands, name, 1, Number.POSITIVE_INFINITY, true);
      return { ...zip(operands, total), unit: "any", isCondition: false };
    },
  ],
]);

/** What users may call. */
export const functionNames: readonly string[] = [...functions.keys(), "count"].toSorted();
