/** Funds (经费): what was granted and spent, line by line and year by year, and what it adds up to. */
import type { DepartmentId } from "./ids.ts";
import type { SourceRef } from "./source.ts";
import type { NamedItem } from "./workspace.ts";

export interface Fund {
  readonly id: string;
  readonly title: string;
  /** Unit of all its amounts. */
  readonly unit: string;
  readonly asOf: string | null;
  readonly source: DepartmentId | null;
  readonly item: NamedItem | null;
  readonly lines: readonly FundLine[];
  /** What the lines must add up to, as it is told; by year, or of all years (`whole`). */
  readonly totals: Readonly<Record<FundSide, Amounts>>;
  readonly at: SourceRef;
}

export interface FundLine extends Readonly<Record<FundSide, Amounts>> {
  readonly title: string;
  readonly source: DepartmentId | null;
  readonly item: NamedItem | null;
}

/** What was granted (预算), and what was spent (支出). */
export type FundSide = "amount" | "spent";

/** By year, or under `whole` when it is told for all years at once. */
export type Amounts = ReadonlyMap<string, Amount>;

export interface Amount {
  /** In the unit of the fund; null while it is not known. */
  readonly value: number | null;
  readonly at: SourceRef;
}

/** Key of an amount that is not told by year. */
export const whole = "whole";

/** The years that any line tells, in order. */
export const yearsOf = ({ lines }: Pick<Fund, "lines">): string[] =>
  [...new Set(lines.flatMap((each) => [...each.amount.keys(), ...each.spent.keys()]))]
    .filter((key) => key !== whole)
    .toSorted();

/** Is anything told on this side? */
export const hasSide = ({ lines }: Pick<Fund, "lines">, side: FundSide): boolean =>
  lines.some((each) => each[side].size > 0);

/** What a line has in a year, or in all; undefined where it tells nothing, null where the figure is not known yet. */
export const amountOf = (line: FundLine, side: FundSide, year: string): number | null | undefined =>
  year === whole ? added([...line[side].values()]) : line[side].get(year)?.value;

/** The lines added up for a year, or for all; null while one of them is not known, undefined where none tells any. */
export const sumOf = ({ lines }: Pick<Fund, "lines">, side: FundSide, year: string): number | null | undefined =>
  added(
    lines.flatMap((each) =>
      year === whole ? [...each[side].values()] : [each[side].get(year)].filter((one) => one !== undefined),
    ),
  );

/** Twelve digits, so that 0.1 + 0.2 is 0.3. */
function added(amounts: readonly Amount[]): number | null | undefined {
  if (amounts.length === 0) return undefined;
  let sum = 0;
  for (const { value } of amounts) {
    if (value === null) return null;
    sum += value;
  }
  return Number(sum.toPrecision(12));
}
