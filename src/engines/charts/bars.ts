/** Bars that lie: a row for each thing, its name on the left, a note on the right. */
import type { Picture } from "../../model/document.ts";
import { drawable } from "./data.ts";
import type { Amount, Series } from "./data.ts";
import { draw, pointsInMm } from "./draw.ts";
import type { Chart } from "./draw.ts";
import { areaOf, axisLabel, axisLine, gridLine, ink, legendOf, textBeside, textUpon, type } from "./looks.ts";
import type { Tone } from "./looks.ts";
import { plain, textWidth, wrap } from "./measure.ts";

export interface BarRow {
  readonly label: string;
  /** One for each series. */
  readonly amounts: readonly Amount[];
  /** Stands behind the bar; may have two lines, or none. */
  readonly note: string;
}

export interface Bars {
  /** mm. */
  readonly width: number;
  /** mm, at most; more rows than fit are drawn as several pictures. */
  readonly height: number;
  readonly series: readonly Series[];
  readonly rows: readonly BarRow[];
  /** Stacked: the series of a row make up one bar. Grouped: each has a bar of its own. */
  readonly arrangement: "stacked" | "grouped";
  /** Figures below the bars; null when those upon the bars say enough. */
  readonly axis: {
    /** Longer bars end here. */
    readonly upTo: number;
    readonly step: number;
    /** Behind each figure, such as %. */
    readonly unit: string;
    /** A line across all rows, and what it means. */
    readonly mark: { readonly at: number; readonly text: string } | null;
  } | null;
}

export interface DrawnBars {
  readonly picture: Picture;
  /** The rows that it shows: from the first, up to but not including the second. */
  readonly rows: readonly [from: number, to: number];
}

/** One picture, or as many of nearly equal length as are needed, all on the same scale; none without rows. */
export function drawBars(bars: Bars): DrawnBars[] {
  const layout = layOut(bars);
  const room = bars.height * pointsInMm - layout.top - layout.bottom;
  const count = Math.ceil(bars.rows.length / Math.max(1, Math.floor(room / layout.band)));
  return Array.from({ length: count }, (_, index) => {
    const edge = (part: number): number => Math.round((part * bars.rows.length) / count);
    const rows = [edge(index), edge(index + 1)] as const;
    const height = layout.top + layout.bottom + (rows[1] - rows[0]) * layout.band;
    return { picture: draw(chartOf(bars, layout, rows), layout.width, height), rows };
  });
}

/** Measures in points. */
interface Layout {
  readonly width: number;
  readonly labels: readonly string[];
  readonly notes: readonly string[];
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Height of a row. */
  readonly band: number;
  readonly legend: Chart["legend"];
  /** Ends of the axis. */
  readonly ends: readonly [from: number, to: number];
}

const gap = 6;

function layOut(bars: Bars): Layout {
  const width = bars.width * pointsInMm;
  const labels = bars.rows.map(({ label }) => wrap(label, type.label, width * 0.34, 3));
  const notes = bars.rows.map(({ note }) => wrap(note, type.label, width * 0.28, 3));
  const widest = (texts: readonly string[][]): number =>
    Math.max(0, ...texts.flat().map((line) => textWidth(line, type.label)));
  const { legend, height } = legendOf(
    bars.series.map(({ name }) => name),
    width,
  );
  const left = widest(labels) + gap + 1;
  const last = bars.axis === null ? 0 : textWidth(`≥${String(bars.axis.upTo)}${bars.axis.unit}`, type.value) / 2;
  const right = Math.max(gap, last, widest(notes) + (widest(notes) === 0 ? 0 : gap + 1));
  const lines = Math.max(1, ...labels.map(({ length }) => length), ...notes.map(({ length }) => length));
  const thick = bars.arrangement === "grouped" ? bars.series.length * 10 + 6 : 17;
  return {
    width,
    labels: labels.map((each) => each.join("\n")),
    notes: notes.map((each) => each.join("\n")),
    left,
    right,
    top: height + (bars.axis?.mark ? type.leading + 2 : 1),
    bottom: bars.axis === null ? 2 : type.leading + 5,
    band: Math.max(lines * type.leading + 5, thick),
    legend,
    ends: endsOf(bars, width - left - right),
  };
}

/** Where the axis begins and ends; grouped bars leave room for the figures behind them. */
function endsOf(bars: Bars, plot: number): readonly [number, number] {
  if (bars.axis !== null) return [0, bars.axis.upTo];
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const all = bars.rows.map(({ amounts }) => drawable(amounts));
  const lengths =
    bars.arrangement === "stacked" ? all.map((values) => sum(values.filter((each) => each > 0))) : all.flat();
  const below =
    bars.arrangement === "stacked" ? all.map((values) => sum(values.filter((each) => each < 0))) : all.flat();
  const [least, most] = [Math.min(0, ...below), Math.max(0, ...lengths)];
  if (bars.arrangement === "stacked") return [least, most === least ? 1 : most];
  const text =
    Math.max(0, ...bars.rows.flatMap(({ amounts }) => amounts.map((each) => textWidth(each.text, type.value)))) + gap;
  const span = most === least ? 1 : most - least;
  const room = (text * span) / Math.max(plot - text * (least < 0 ? 2 : 1), plot / 4);
  return [least < 0 ? least - room : 0, (most === least ? 1 : most) + room];
}

function chartOf(bars: Bars, layout: Layout, [from, to]: readonly [number, number]): Chart {
  const { left, right, top, bottom, ends, legend } = layout;
  const rows = bars.rows.slice(from, to);
  const side = (texts: readonly string[]): object => ({
    type: "category",
    inverse: true,
    data: rows.map((_, index) => String(index)),
    axisTick: { show: false },
    axisLabel: { ...axisLabel, formatter: (_: string, index: number) => texts[from + index] ?? "" },
  });
  return {
    legend,
    grid: { left, right, top, bottom, outerBoundsMode: "none" },
    xAxis: xAxisOf(bars, ends),
    yAxis: [
      { ...side(layout.labels), axisLine: { ...axisLine, onZero: false } },
      { ...side(layout.notes), position: "right", axisLine: { show: false } },
    ],
    series: bars.series.map((_, index) => ({
      ...seriesOf(bars, index, rows, layout),
      ...(index === 0 && bars.axis?.mark ? { markLine: markOf(bars.axis.mark) } : {}),
    })),
  } as Chart;
}

function xAxisOf({ axis, rows }: Bars, [min, max]: readonly [number, number]): object {
  if (axis === null) return { type: "value", show: false, min, max };
  const beyond = rows.some(({ amounts }) => drawable(amounts).some((value) => value > axis.upTo));
  const formatter = (value: number): string =>
    `${beyond && value === axis.upTo ? "≥" : ""}${String(value)}${axis.unit}`;
  return {
    type: "value",
    min,
    max,
    interval: axis.step,
    axisLabel: { ...axisLabel, fontSize: type.value, formatter },
    splitLine: gridLine,
    axisLine: { show: false },
    axisTick: { show: false },
  };
}

const markOf = ({ at, text }: { readonly at: number; readonly text: string }): object => ({
  silent: true,
  symbol: "none",
  data: [{ xAxis: at }],
  lineStyle: { color: ink, width: 1.2, type: "solid" },
  label: { ...textBeside, formatter: () => text, position: "start", distance: 3 },
});

function seriesOf(bars: Bars, index: number, rows: readonly BarRow[], layout: Layout): object {
  const tone = bars.series[index]?.tone ?? "dark";
  const stacked = bars.arrangement === "stacked";
  return {
    name: String(index),
    type: "bar",
    data: rows.map(({ amounts }) => {
      const { value, text } = amounts[index] ?? { value: null, text: "" };
      const shown = { formatter: () => plain(text) };
      if (value === null || !Number.isFinite(value) || value === 0) {
        return stacked ? "-" : { value: 0, itemStyle: { borderWidth: 0 }, label: { ...shown, position: "right" } };
      }
      return stacked
        ? { value, label: { ...shown, ...within(bars, tone, value, text, layout) } }
        : { value, label: { ...shown, position: value < 0 ? "left" : "right" } };
    }),
    ...(stacked ? { stack: "all", barWidth: 11 } : { barWidth: 8, barGap: "20%" }),
    silent: true,
    emphasis: { disabled: true },
    itemStyle: areaOf(tone),
    label: { ...textBeside, show: true, distance: 3 },
  };
}

/** Where the figure of a piece stands: upon it; beside it when it does not fit there and nothing follows, else nowhere. */
function within({ axis }: Bars, tone: Tone, value: number, text: string, layout: Layout): object {
  const plot = layout.width - layout.left - layout.right;
  const [min, max] = layout.ends;
  const fits = textWidth(text, type.value) + 4 <= (Math.min(Math.abs(value), max) * plot) / (max - min);
  // The line of a mark must not strike through it.
  const marked = axis !== null && axis.mark !== null;
  if (fits) return { ...textUpon(tone), position: marked ? "insideLeft" : "inside", distance: 2 };
  return marked ? { position: "right" } : { show: false };
}
