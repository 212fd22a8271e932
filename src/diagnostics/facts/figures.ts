/** What can be wrong with figures: formulas, units, tables, thresholds, what proves them. */
import type { IndicatorCode } from "../../model/ids.ts";
import type { Limit } from "../../model/map.ts";
import type { Period, SourceRef } from "../../model/source.ts";

/** A fact in a formula, and where it is told. */
export interface UsedFact {
  readonly name: string;
  readonly unit: string;
  readonly at: SourceRef;
}

export interface FiguresFacts {
  "bad-formula": {
    readonly formula: string;
    readonly reason: FormulaReason;
    /** The way round of a circle, the row of a division by zero, the tables; empty when there is nothing to name. */
    readonly about: string;
    /** Of a division by zero, the facts that the formula names; one of them is 0. */
    readonly uses: readonly UsedFact[];
  };
  "unknown-table": { readonly name: string; readonly nearest: string | null; readonly known: readonly string[] };
  "unknown-column": {
    readonly table: string;
    readonly name: string;
    readonly nearest: string | null;
    readonly known: readonly string[];
  };
  "unknown-function": { readonly name: string; readonly nearest: string | null; readonly known: readonly string[] };
  "bad-arguments": { readonly formula: string; readonly function: string };
  "unit-mismatch": {
    readonly formula: string;
    readonly left: string;
    readonly right: string;
    /** The sign or function between them; empty when the formula as a whole does not fit the unit that is declared. */
    readonly operator: string;
    /** The facts that the formula names, each once. */
    readonly uses: readonly UsedFact[];
  };
  "table-unreadable": { readonly reason: TableReason; readonly about: string };
  "table-heading": {
    /** Empty: the column has none. */
    readonly heading: string;
    readonly first: SourceRef | null;
  };
  "table-value": { readonly column: string; readonly got: string };
  "table-row-twice": { readonly name: string; readonly first: SourceRef };
  "table-sheets": { readonly read: string; readonly left: readonly string[] };
  "fact-conflict": {
    readonly title: string;
    readonly value: string;
    readonly other: string;
    readonly first: SourceRef;
  };
  "fact-claim": { readonly title: string; readonly value: string; readonly formula: string; readonly computed: string };
  "fact-date": {
    readonly title: string;
    readonly day: string;
    /** The days that count, up to the day of judgement. */
    readonly window: Period;
  };
  "figure-missing": {
    /** Of the figure, or of the indicator where the formula stands in the map. */
    readonly title: string;
    readonly of: "fact" | "indicator";
    readonly indicators: readonly IndicatorCode[];
    readonly owner: string;
    readonly contact: string;
    /** A cell of a table that is empty. */
    readonly cell: SourceRef | null;
  };
  "figure-without-evidence": {
    readonly title: string;
    /** What `item` names; empty when it names nothing. */
    readonly item: string;
    readonly nearest: string | null;
    readonly indicators: readonly IndicatorCode[];
  };
  "threshold-not-met": {
    readonly indicator: IndicatorCode;
    readonly title: string;
    readonly figure: number;
    readonly unit: string;
    readonly limit: Limit;
    /** The self score says it is met. */
    readonly claimed: boolean;
    /** Rows of a table that fail, when the figure is a share of them. */
    readonly failing: readonly string[];
  };
  "score-differs": {
    readonly indicator: IndicatorCode;
    readonly title: string;
    readonly self: string;
    readonly figure: number;
    readonly unit: string;
    readonly limit: Limit;
    /** What the figure says. */
    readonly outcome: "met" | "not";
  };
  "score-without-evidence": {
    readonly indicator: IndicatorCode;
    readonly title: string;
    readonly self: string;
    /** Titles of what is still owed under it; none when nothing at all was handed in. */
    readonly owed: readonly string[];
  };
}

export type FormulaReason =
  | "syntax"
  | "unsupported"
  | "too-long"
  | "cycle"
  | "division-by-zero"
  | "overflow"
  | "not-a-figure"
  | "not-a-condition"
  | "converted"
  | "two-tables"
  | "table-alone";

/** Why a file below `tables/` gives no table. */
export type TableReason =
  | "not-a-table"
  | "no-figures"
  | "name-taken"
  | "cannot-read"
  | "corrupt"
  | "encrypted"
  | "old-format"
  | "too-large";
