/** What an expression is worth while it is computed: one figure, or one for each row of a table. */
import type { Unit } from "../../model/unit.ts";
import { sameKind } from "../../model/unit.ts";
import type { FactTable } from "../../model/workspace.ts";

export interface Series {
  /** The table whose rows the values belong to; null for a single figure. */
  readonly table: FactTable | null;
  /** Null stands for what is not known yet. Conditions are 1 and 0. */
  readonly values: readonly (number | null)[];
  /** `any`: a number written in the formula, which takes the unit of what it meets. Null: not told, so not checked. */
  readonly unit: Unit | "any" | null;
  readonly isCondition: boolean;
}

/** What is wrong with a formula, as facts; the nearest names are found elsewhere. */
export type FormulaFault =
  | {
      readonly fault:
        | "syntax"
        | "unsupported"
        | "too-long"
        | "overflow"
        | "not-a-figure"
        | "not-a-condition"
        | "converted";
    }
  | { readonly fault: "two-tables"; readonly names: readonly [string, string] }
  | { readonly fault: "division-by-zero"; readonly row: string }
  | { readonly fault: "unknown-name" | "unknown-table" | "table-alone" | "unknown-function"; readonly name: string }
  | { readonly fault: "unknown-column"; readonly table: string; readonly name: string }
  | { readonly fault: "arguments"; readonly name: string }
  | { readonly fault: "unit"; readonly left: Unit; readonly right: Unit; readonly operator: string };

/** Ends the walk through a formula; caught by `evaluate`, and never seen outside this folder. */
export class Stop extends Error {
  readonly why: FormulaFault;

  constructor(why: FormulaFault) {
    super(why.fault);
    this.why = why;
  }
}

/** Row by row; a single figure stands beside every row. Unknown with anything is unknown. */
export function zip(
  all: readonly Series[],
  compute: (values: readonly number[], row: number) => number,
): Pick<Series, "table" | "values"> {
  const tables = [...new Set(all.map((each) => each.table).filter((table) => table !== null))];
  const [table = null, other] = tables;
  if (table !== null && other !== undefined) throw new Stop({ fault: "two-tables", names: [table.name, other.name] });
  const length = table === null ? 1 : table.rows.length;
  const values = Array.from({ length }, (_, row) => {
    const here = all.map((each) => each.values[each.table === null ? 0 : row] ?? null);
    const knownHere = here.filter((value) => value !== null);
    if (knownHere.length < here.length) return null;
    const value = compute(knownHere, row);
    if (!Number.isFinite(value)) throw new Stop({ fault: "overflow" });
    return value;
  });
  return { table, values };
}

/** The finest of the units, in which all can be added and compared; a fault when they are of different kinds. */
export function commonUnit(all: readonly Series[], operator: string): Series["unit"] {
  const told = all.map((each) => each.unit).filter((unit) => unit !== "any");
  if (told.length === 0) return "any";
  const units = told.filter((unit) => unit !== null);
  const [first] = units;
  for (const unit of units) {
    if (first !== undefined && !sameKind(first, unit)) {
      throw new Stop({ fault: "unit", left: first, right: unit, operator });
    }
  }
  if (units.length < told.length) return null;
  return units.reduce((finest, unit) => (unit.scale < finest.scale ? unit : finest));
}

/** Power of ten that brings a value of `from` into `to`; what is not told stays as it is. */
export const scaleBetween = (from: Series["unit"], to: Series["unit"]): number =>
  from === null || to === null || from === "any" || to === "any" ? 0 : from.scale - to.scale;
