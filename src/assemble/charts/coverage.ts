/** Coverage as stacked bars, and the same figures as a table. */
import { drawBars } from "../../engines/charts.ts";
import { rateOf } from "../../model/coverage.ts";
import type { CoverageStatus, Tally } from "../../model/coverage.ts";
import type { Block, Column, Table } from "../../model/document.ts";
import type { Words } from "../../schema/words.ts";
import { text } from "../format.ts";
import { figuresOf, size } from "./figures.ts";

type Group = keyof Words["charts"]["groups"];

/** What the statuses of a requirement come down to for a reader; together they are what applies (`tally`). */
const statusesOf: Readonly<Record<Group, readonly CoverageStatus[]>> = {
  covered: ["covered", "stale", "waived"],
  insufficient: ["insufficient"],
  unfit: ["out-of-window", "wrong-kind", "unreadable"],
  missing: ["missing", "waiver-expired"],
};
const groups = ["covered", "insufficient", "unfit", "missing"] as const;
const tones = { covered: "dark", insufficient: "light", unfit: "middle", missing: "white" } as const;

const count = ({ byStatus }: Tally, group: Group): number =>
  statusesOf[group].reduce((sum, status) => sum + byStatus[status], 0);

export interface CoverageRow extends Tally {
  readonly name: string;
}

/**
 * A figure (several when there are many rows) and a table. Rows to which nothing applies are left out; nothing is
 * said when that is all of them.
 */
export function coverageBlocks(
  caption: string,
  head: string,
  given: readonly CoverageRow[],
  total: Tally,
  words: Words,
): Block[] {
  const rows = given.filter(({ applicable }) => applicable > 0);
  if (rows.length === 0) return [];
  return [...coverageFigures(caption, rows, words), coverageTable(caption, head, rows, total, words)];
}

function coverageFigures(caption: string, rows: readonly CoverageRow[], words: Words): Block[] {
  const { charts } = words;
  const shown = groups.filter((group) => rows.some((row) => count(row, group) > 0));
  const drawn = drawBars({
    ...size,
    arrangement: "stacked",
    axis: null,
    series: shown.map((group) => ({ name: charts.groups[group], tone: tones[group] })),
    rows: rows.map((row) => ({
      label: row.name,
      note: `${String(row.covered)}/${String(row.applicable)}`,
      amounts: shown.map((group) => ({ value: count(row, group), text: String(count(row, group)) })),
    })),
  });
  const pictures = drawn.map(({ picture, rows: [from, to] }) => ({
    picture,
    told: rows.slice(from, to).map((row) => ({
      name: row.name,
      values: [
        [charts.asked, String(row.applicable)] as const,
        ...shown
          .filter((group) => count(row, group) > 0)
          .map((group) => [charts.groups[group], String(count(row, group))] as const),
      ],
    })),
  }));
  return figuresOf("bars", caption, pictures, words);
}

function coverageTable(
  caption: string,
  head: string,
  rows: readonly CoverageRow[],
  total: Tally,
  { charts }: Words,
): Table {
  const titles = [head, charts.asked, ...groups.map((group) => charts.groups[group]), charts.rate];
  const row = (each: CoverageRow): string[] => [
    each.name,
    String(each.applicable),
    ...groups.map((group) => String(count(each, group))),
    rateOf(each),
  ];
  return {
    type: "table",
    caption,
    columns: titles.map((title, index): Column => ({
      title,
      share: index === 0 ? 0.34 : 0.11,
      align: index === 0 ? "left" : "center",
    })),
    rows: [...rows, { ...total, name: charts.total }].map((each) => row(each).map((cell) => [text(cell)])),
  };
}
