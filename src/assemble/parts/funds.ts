/** Funds (经费): for each, its lines by year with their sums. The sums are those that the check compares with totals. */
import type { Block, Cell, Column, Table } from "../../model/document.ts";
import { amountOf, hasSide, sumOf, whole, yearsOf } from "../../model/funds.ts";
import type { Fund, FundLine, FundSide } from "../../model/funds.ts";
import { nameOf } from "../assembling.ts";
import type { Assembling } from "../assembling.ts";
import { fill, printFigure, text } from "../format.ts";
import { cell, papers, paragraph } from "./shared.ts";

/** A table for each fund, a sentence above one of several lines, a drawing below it; nothing without funds. */
export const funds = (from: Assembling, drawn: (fund: Fund) => readonly Block[] = () => []): Block[] =>
  from.workspace.funds.flatMap((fund) => [
    ...(fund.lines.length > 1 ? [paragraph(intro(fund, from))] : []),
    tableOf(fund, from),
    ...drawn(fund),
  ]);

function intro(fund: Fund, { words }: Assembling): string {
  const { intro, intro_lines: withoutSum } = words.parts.funds;
  const [title, n] = [fund.title, fund.lines.length];
  const sum = sumOf(fund, hasSide(fund, "amount") ? "amount" : "spent", whole);
  if (sum === null || sum === undefined) return fill(withoutSum, { title, n });
  return fill(intro, { title, n, sum: printFigure(sum, fund.unit, words) });
}

interface AmountColumn {
  readonly title: string;
  readonly side: FundSide;
  readonly year: string;
}

/** Year by year what was granted and spent, then all years together where there are several. */
function amountColumns(fund: Fund, { words }: Assembling): AmountColumn[] {
  const names = words.parts.funds;
  const sides = (["amount", "spent"] as const).filter((side) => hasSide(fund, side));
  const years = yearsOf(fund);
  const byYear = years.flatMap((year) =>
    sides.map((side) => ({ title: fill(names[side][sides.length > 1 ? "both" : "year"], { year }), side, year })),
  );
  const isWhole = fund.lines.some((line) => sides.some((side) => line[side].has(whole)));
  if (years.length === 1 && !isWhole) return byYear;
  const title = (side: FundSide): string =>
    years.length === 0 ? names[side].whole : sides.length > 1 ? names[side].sum : names.sum;
  return [...byYear, ...sides.map((side) => ({ title: title(side), side, year: whole }))];
}

function tableOf(fund: Fund, from: Assembling): Table {
  const names = from.words.parts.funds;
  const amounts = amountColumns(fund, from);
  const sources = fund.lines.map((line) => sourceOf(line, fund, from));
  const hasSources = sources.some((each) => each.length > 0);
  const share = Math.min(0.18, (hasSources ? 0.5 : 0.7) / amounts.length);
  const rest = 1 - share * amounts.length;
  const columns: Column[] = [
    { title: names.columns.title, share: hasSources ? rest / 2 : rest, align: "left" },
    ...amounts.map(({ title }): Column => ({ title, share, align: "right" })),
    ...(hasSources ? [{ title: names.columns.source, share: rest / 2, align: "left" } as const] : []),
  ];
  const rows = fund.lines.map((line, index): Cell[] => [
    cell(line.title),
    ...amounts.map(({ side, year }) => cell(printed(amountOf(line, side, year), from))),
    ...(hasSources ? [sources[index] ?? []] : []),
  ]);
  const total: Cell[] = [
    cell(names.total),
    ...amounts.map(({ side, year }) => cell(printed(sumOf(fund, side, year), from))),
    ...(hasSources ? [cell("")] : []),
  ];
  return {
    type: "table",
    caption: fill(names.caption, { title: fund.title, unit: fund.unit }),
    columns,
    rows: fund.lines.length > 1 ? [...rows, total] : rows,
    // Titles and sources need a line of some length beside the figures.
    ...(amounts.length > 6 ? { sideways: true } : {}),
  };
}

/** A dash where nothing is told, and a word where the figure is still to come. */
const printed = (value: number | null | undefined, { words }: Assembling): string =>
  value === undefined ? "–" : value === null ? words.report.unknown : printFigure(value, "", words);

/** Department and paper, of the line or else of the whole. */
function sourceOf(line: FundLine, fund: Fund, from: Assembling): Cell {
  const name = nameOf(from, line.source ?? fund.source);
  const proof = papers([line.item ?? fund.item], from);
  const gap = name !== "" && proof.length > 0 ? from.words.format.comma : "";
  return [...(name === "" ? [] : [text(`${name}${gap}`)]), ...proof];
}
