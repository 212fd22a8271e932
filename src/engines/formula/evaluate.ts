/** A formula and the figures it names → its value in the unit that is asked for, or everything that is wrong with it. */
import type { Unit } from "../../model/unit.ts";
import { divide, multiply, plain, sameKind, shift, things } from "../../model/unit.ts";
import type { FactTable } from "../../model/workspace.ts";
import { functionNames, functions } from "./functions.ts";
import { parseFormula, partsOf, tableFunctions } from "./parse.ts";
import type { Expression, Operator } from "./parse.ts";
import { commonUnit, scaleBetween, Stop, zip } from "./series.ts";
import type { FormulaFault, Series } from "./series.ts";

/** A figure as a formula meets it: null is not known yet, or a unit that nobody told. */
export interface Figure {
  readonly value: number | null;
  readonly unit: Unit | null;
}

/** What the names of a formula stand for. */
export interface Scope {
  readonly facts: ReadonlyMap<string, Figure>;
  readonly tables: ReadonlyMap<string, FactTable>;
}

export type Evaluated =
  | {
      readonly ok: true;
      readonly figure: Figure;
      /** Of `share(…)` as the whole formula, the names of the rows that fail it. */
      readonly failing: readonly string[];
    }
  | { readonly ok: false; readonly faults: readonly FormulaFault[] };

/**
 * Computes a formula in plain units (元, 人), so that it is the same whether a figure is told in 万人 or in 人. With
 * `unit` the value comes in that unit, and a formula of another kind is a fault; a conversion into it that the formula
 * already writes out (`a / b * 100` for %, `/ 10000` for 万元) is not made twice.
 */
export function evaluate(text: string, unit: Unit | null, scope: Scope): Evaluated {
  const parsed = parseFormula(text);
  if (!parsed.ok) return { ok: false, faults: [{ fault: parsed.fault }] };
  const unknown = unknownIn(parsed.tree, scope);
  if (unknown.length > 0) return { ok: false, faults: once(unknown) };
  try {
    const result = compute(parsed.tree, inPlainUnits(scope));
    if (result.table !== null || result.isCondition) return { ok: false, faults: [{ fault: "not-a-figure" }] };
    const figure = inUnit(result, unit, writtenOut(parsed.tree), () => compute(parsed.tree, scope).unit);
    if (figure.value !== null && !Number.isFinite(figure.value)) throw new Stop({ fault: "overflow" });
    return { ok: true, figure, failing: failingRows(parsed.tree, inPlainUnits(scope)) };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, faults: [error.why] };
    throw error;
  }
}

const once = (faults: readonly FormulaFault[]): FormulaFault[] => [
  ...new Map(faults.map((each) => [JSON.stringify(each), each])).values(),
];

/** Every name that stands for nothing, from left to right. */
function unknownIn(tree: Expression, scope: Scope): FormulaFault[] {
  if (tree.type === "name") {
    if (scope.facts.has(tree.name)) return [];
    return [{ fault: scope.tables.has(tree.name) ? "table-alone" : "unknown-name", name: tree.name }];
  }
  if (tree.type === "column") {
    const table = scope.tables.get(tree.table);
    if (table === undefined) return [{ fault: "unknown-table", name: tree.table }];
    return table.columns.has(tree.column) ? [] : [{ fault: "unknown-column", table: tree.table, name: tree.column }];
  }
  if (tree.type !== "call") return partsOf(tree).flatMap((part) => unknownIn(part, scope));
  if (!functionNames.includes(tree.name)) return [{ fault: "unknown-function", name: tree.name }];
  return tree.operands.flatMap((part, index): FormulaFault[] => {
    if (!tableFunctions.has(tree.name) || index > 0 || part.type !== "name") return unknownIn(part, scope);
    return scope.tables.has(part.name) ? [] : [{ fault: "unknown-table", name: part.name }];
  });
}

function compute(tree: Expression, scope: Scope): Series {
  switch (tree.type) {
    case "number":
      return { table: null, values: [tree.value], unit: "any", isCondition: false };
    case "name": {
      const { value, unit } = scope.facts.get(tree.name) ?? { value: null, unit: null };
      return { table: null, values: [value], unit, isCondition: false };
    }
    case "column":
      return columnOf(tree.table, tree.column, scope);
    case "minus": {
      const operand = figureOf(compute(tree.operand, scope));
      return { ...operand, values: operand.values.map((value) => (value === null ? null : -value)) };
    }
    case "not": {
      const operand = conditionOf(compute(tree.operand, scope));
      return { ...operand, values: operand.values.map((value) => (value === null ? null : 1 - value)) };
    }
    case "binary":
      return binary(tree.operator, compute(tree.left, scope), compute(tree.right, scope));
    case "call":
      return call(tree.name, tree.operands, scope);
  }
}

function columnOf(name: string, column: string, scope: Scope): Series {
  const table = scope.tables.get(name) ?? null;
  const { values, unit } = table?.columns.get(column) ?? { values: [], unit: null };
  return { table, values, unit, isCondition: false };
}

function call(name: string, operands: readonly Expression[], scope: Scope): Series {
  const [first] = operands;
  if (name === "count") {
    const table = first?.type === "name" ? scope.tables.get(first.name) : undefined;
    if (table === undefined || operands.length > 1) throw new Stop({ fault: "arguments", name });
    return { table: null, values: [table.rows.length], unit: things, isCondition: false };
  }
  const made = functions.get(name);
  if (made === undefined) throw new Stop({ fault: "unknown-function", name });
  return made(
    operands.map((each) => compute(each, scope)),
    name,
  );
}

function figureOf(series: Series): Series {
  if (series.isCondition) throw new Stop({ fault: "not-a-figure" });
  return series;
}

function conditionOf(series: Series): Series {
  if (!series.isCondition) throw new Stop({ fault: "not-a-condition" });
  return series;
}

function binary(operator: Operator, left: Series, right: Series): Series {
  if (operator === "&&" || operator === "||") {
    const holds = operator === "&&" ? Math.min : Math.max;
    return {
      ...zip([conditionOf(left), conditionOf(right)], (pair) => holds(...pair)),
      unit: plain,
      isCondition: true,
    };
  }
  figureOf(left);
  figureOf(right);
  if (operator === "*" || operator === "/") return product(operator, left, right);
  const unit = commonUnit([left, right], operator);
  const [a, b] = [scaleBetween(left.unit, unit), scaleBetween(right.unit, unit)];
  const zipped = zip([left, right], ([x = 0, y = 0]) => apply(operator, shift(x, a), shift(y, b)));
  const isCondition = operator !== "+" && operator !== "-";
  return { ...zipped, unit: isCondition ? plain : unit, isCondition };
}

function product(operator: "*" | "/", left: Series, right: Series): Series {
  const rows = left.table?.rows ?? right.table?.rows ?? [];
  const zipped = zip([left, right], ([x = 0, y = 0], row) => {
    if (operator === "*") return x * y;
    if (y === 0) throw new Stop({ fault: "division-by-zero", row: rows[row]?.name ?? "" });
    return x / y;
  });
  return { ...zipped, unit: unitOfProduct(operator, left.unit, right.unit), isCondition: false };
}

function unitOfProduct(operator: "*" | "/", left: Series["unit"], right: Series["unit"]): Series["unit"] {
  if (left === "any" && right === "any") return "any";
  const [a, b] = [left === "any" ? plain : left, right === "any" ? plain : right];
  if (a === null || b === null) return null;
  return operator === "*" ? multiply(a, b) : divide(a, b);
}

/** Figures are compared with twelve significant digits, so that 0.1 + 0.2 is 0.3. */
export const comparable = (value: number): number => Number(value.toPrecision(12));

function apply(operator: Exclude<Operator, "*" | "/" | "&&" | "||">, x: number, y: number): number {
  if (operator === "+") return x + y;
  if (operator === "-") return x - y;
  const [a, b] = [comparable(x), comparable(y)];
  const holds = { "<": a < b, "<=": a <= b, ">": a > b, ">=": a >= b, "==": a === b, "!=": a !== b }[operator];
  return holds ? 1 : 0;
}

/**
 * Every fact without its multiple: 51.2 万人 is 512000 人. A rate (%, 人/百人) stays as it is told, since `rate / 100` is
 * how it is used, and so does a column, whose heading says what the numbers beside it mean.
 */
const inPlainUnits = ({ facts, tables }: Scope): Scope => ({
  facts: new Map([...facts].map(([id, figure]) => [id, withoutMultiple(figure)])),
  tables,
});

function withoutMultiple(figure: Figure): Figure {
  const { value, unit } = figure;
  if (unit === null || unit.powers.size === 0) return figure;
  if ([...unit.powers.values()].some(({ power }) => power < 0)) return figure;
  return { value: value === null ? null : shift(value, unit.scale), unit: { powers: unit.powers, scale: 0 } };
}

/**
 * The value in the unit that is wanted. `written` may be the step out of %, the step into the wanted unit, or both.
 * The step out of the multiple in which a figure is `given` (万元 * 10000) is refused: it was made already.
 */
function inUnit({ values, unit }: Series, wanted: Unit | null, written: number, given: () => Series["unit"]): Figure {
  const value = values[0] ?? null;
  if (unit === "any" || unit === null) return { value, unit: wanted ?? (unit === "any" ? plain : null) };
  if (wanted === null) return { value, unit };
  if (!sameKind(unit, wanted)) throw new Stop({ fault: "unit", left: unit, right: wanted, operator: "" });
  const [out, into] = [unit.scale, -wanted.scale];
  const made = [out + into, out, into].find((step) => step === written) ?? 0;
  if (made !== written && written === scaleBetween(given(), wanted)) throw new Stop({ fault: "converted" });
  return { value: value === null ? null : shift(value, out + into - made), unit: wanted };
}

/** The power of ten by which the formula as a whole is multiplied with numbers of its own. */
function writtenOut(tree: Expression): number {
  if (tree.type === "minus") return writtenOut(tree.operand);
  if (tree.type === "call" && tree.name === "round")
    return tree.operands[0] === undefined ? 0 : writtenOut(tree.operands[0]);
  if (tree.type === "number") {
    const power = Math.log10(tree.value);
    return Number.isInteger(power) ? power : 0;
  }
  if (tree.type !== "binary" || (tree.operator !== "*" && tree.operator !== "/")) return 0;
  return writtenOut(tree.left) + (tree.operator === "*" ? 1 : -1) * writtenOut(tree.right);
}

/** Which rows fail the condition of `share(condition)`. */
function failingRows(tree: Expression, scope: Scope): string[] {
  const [condition] = tree.type === "call" && tree.name === "share" ? tree.operands : [];
  if (condition === undefined) return [];
  const { table, values } = compute(condition, scope);
  return (table?.rows ?? []).filter((_, row) => values[row] === 0).map((row) => row.name);
}
