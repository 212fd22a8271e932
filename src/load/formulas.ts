/** What is wrong with a formula → a diagnostic at the place of the formula, with the name that was perhaps meant. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { functionNames } from "../engines/formula/functions.ts";
import type { FormulaFault } from "../engines/formula/series.ts";
import { parseFormula } from "../engines/formula/parse.ts";
import { nearest } from "../engines/nearest.ts";
import type { SourceRef } from "../model/source.ts";
import { printUnit } from "../model/unit.ts";
import type { FactTable } from "../model/workspace.ts";

/** Names that a formula could have meant. */
export interface KnownNames {
  readonly facts: readonly string[];
  /** The unit and the place of a fact, by its name. */
  readonly told: (name: string) => { readonly unit: string; readonly at: SourceRef } | null;
  readonly tables: ReadonlyMap<string, FactTable>;
}

export function formulaDiagnostic(fault: FormulaFault, formula: string, at: SourceRef, known: KnownNames): Diagnostic {
  const tables = [...known.tables.keys()];
  switch (fault.fault) {
    case "unknown-name":
      return diagnostic("unknown-fact", at, { name: fault.name, nearest: nearest(fault.name, known.facts) });
    case "unknown-table":
      return diagnostic("unknown-table", at, { name: fault.name, nearest: nearest(fault.name, tables), known: tables });
    case "unknown-column": {
      const columns = [...(known.tables.get(fault.table)?.columns.keys() ?? [])];
      const { table, name } = fault;
      return diagnostic("unknown-column", at, { table, name, nearest: nearest(name, columns), known: columns });
    }
    case "unknown-function":
      return diagnostic("unknown-function", at, {
        name: fault.name,
        nearest: nearest(fault.name, functionNames),
        known: functionNames,
      });
    case "arguments":
      return diagnostic("bad-arguments", at, { formula, function: fault.name });
    case "unit": {
      const [left, right] = [printUnit(fault.left), printUnit(fault.right)];
      return diagnostic("unit-mismatch", at, {
        formula,
        left,
        right,
        operator: fault.operator,
        uses: usesOf(formula, known),
      });
    }
    case "two-tables":
      return diagnostic("bad-formula", at, { formula, reason: fault.fault, about: fault.names.join(" / "), uses: [] });
    case "division-by-zero":
      return diagnostic("bad-formula", at, {
        formula,
        reason: fault.fault,
        about: fault.row,
        uses: usesOf(formula, known),
      });
    case "table-alone":
      return diagnostic("bad-formula", at, { formula, reason: fault.fault, about: fault.name, uses: [] });
    default:
      return diagnostic("bad-formula", at, { formula, reason: fault.fault, about: "", uses: [] });
  }
}

function usesOf(formula: string, { told }: KnownNames) {
  const parsed = parseFormula(formula);
  return [...new Set(parsed.ok ? parsed.names : [])].flatMap((name) => {
    const fact = told(name);
    return fact === null ? [] : [{ name, unit: fact.unit, at: fact.at }];
  });
}
