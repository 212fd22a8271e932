/** Funds by line and by year. */
import { drawBars, drawColumns, drawTrend, tones } from "../../engines/charts.ts";
import type { Amount } from "../../engines/charts.ts";
import type { Figure } from "../../model/document.ts";
import type { Words } from "../../schema/words.ts";
import { fill, printFigure } from "../format.ts";
import { figuresOf, size } from "./figures.ts";

export interface FundsData {
  readonly title: string;
  /** As printed, such as 2017年; the earliest first. */
  readonly years: readonly string[];
  /** What all amounts are counted in, such as 万元. */
  readonly unit: string;
  /** Lines of the budget in their order, an amount for each year; null where it is not known. */
  readonly lines: readonly { readonly title: string; readonly amounts: readonly (number | null)[] }[];
  /** What was spent in each year in all, as the table of funds prints it. */
  readonly totals: readonly (number | null)[];
}

/** From the lightest to the darkest, so that the latest year stands out. */
const shades = ["white", "light", "middle", "dark"] as const;

/** The lines with a bar for each year, and the totals: columns for up to three years, a line for more. None without data. */
export function fundsFigure(data: FundsData, words: Words): Figure[] {
  const amount = (value: number | null): Amount => ({
    value,
    text: value === null ? "–" : printFigure(value, "", words),
  });
  const isKnown = (value: number | null): boolean => value !== null;
  return [
    ...(data.lines.some(({ amounts }) => amounts.some(isKnown)) ? byLine(data, amount, words) : []),
    ...(data.years.length > 1 && data.totals.some(isKnown) ? byYear(data, amount, words) : []),
  ];
}

type ToAmount = (value: number | null) => Amount;

function byLine({ title: fund, years, unit, lines }: FundsData, amount: ToAmount, words: Words): Figure[] {
  const shadesOfYears = years.length > shades.length ? tones : shades.slice(-years.length);
  const rows = lines.map(({ title, amounts }) => ({
    label: title,
    note: "",
    amounts: years.map((_, index) => amount(amounts[index] ?? null)),
  }));
  const drawn = drawBars({
    ...size,
    arrangement: "grouped",
    axis: null,
    series: years.map((name, index) => ({ name, tone: shadesOfYears[index % shadesOfYears.length] ?? "dark" })),
    rows,
  });
  const pictures = drawn.map(({ picture, rows: [from, to] }) => ({
    picture,
    told: rows.slice(from, to).map(({ label, amounts }) => ({
      name: label,
      values: years.map((year, index) => [year, amounts[index]?.text ?? ""] as const),
    })),
  }));
  return figuresOf("bars", fill(words.charts.funds_by_line, { title: fund, unit }), pictures, words);
}

function byYear({ title, years, unit, totals }: FundsData, amount: ToAmount, words: Words): Figure[] {
  const amounts = years.map((_, index) => amount(totals[index] ?? null));
  const frame = { width: size.width, height: 65, unit };
  const isTrend = years.length > 3;
  const picture = isTrend
    ? drawTrend({ ...frame, points: years.map((label, index) => ({ label, amount: amounts[index] ?? amount(null) })) })
    : drawColumns({
        ...frame,
        series: [{ name: words.charts.funds_total, tone: "dark" }],
        groups: years.map((label, index) => ({ label, amounts: [amounts[index] ?? amount(null)] })),
      });
  const told = years.map((name, index) => ({ name, values: [["", amounts[index]?.text ?? ""] as const] }));
  const caption = fill(words.charts.funds_by_year, { title, unit });
  return figuresOf(isTrend ? "trend" : "columns", caption, [{ picture, told }], words);
}
