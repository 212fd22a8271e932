/** A row of a register before its values are understood, whatever kind of file it stands in. */
import type { SourceRef } from "../../model/source.ts";
import type { Field } from "./columns.ts";

export interface RawCell {
  readonly text: string;
  readonly type: "text" | "number" | "date" | "error";
  /** Where a click would lead; empty when nowhere. */
  readonly link: string;
  readonly at: SourceRef;
}

export interface RawRow {
  /** Where the row is told: its title, or else its first cell. */
  readonly at: SourceRef;
  /** Several cells for a field when several columns or merged rows hold it. */
  readonly cells: ReadonlyMap<Field, readonly RawCell[]>;
}

/** The cells of a field, but for formulas that failed. */
export const soundCells = ({ cells }: RawRow, field: Field): RawCell[] =>
  (cells.get(field) ?? []).filter((each) => each.type !== "error");

/** The texts of a field, in order. */
export const textsOf = (row: RawRow, field: Field): string[] =>
  soundCells(row, field).flatMap(({ text }) => (text === "" ? [] : [text]));
