/** Columns that stand, and the line of a trend: for years, and for a few names that are short. */
import type { Picture } from "../../model/document.ts";
import { drawable } from "./data.ts";
import type { Amount, Series } from "./data.ts";
import { draw, pointsInMm } from "./draw.ts";
import type { Chart } from "./draw.ts";
import { areaOf, axisLabel, axisLine, gridLine, ink, legendOf, textBeside, type } from "./looks.ts";
import { cut, plain, textWidth, wrap } from "./measure.ts";

export interface Columns {
  /** mm. */
  readonly width: number;
  /** mm. */
  readonly height: number;
  readonly series: readonly Series[];
  readonly groups: readonly {
    readonly label: string;
    /** One for each series. */
    readonly amounts: readonly Amount[];
  }[];
  /** Above the axis, such as 万元; may be empty. */
  readonly unit: string;
}

export interface Trend {
  /** mm. */
  readonly width: number;
  /** mm. */
  readonly height: number;
  readonly points: readonly { readonly label: string; readonly amount: Amount }[];
  readonly unit: string;
}

/** Groups side by side, the series within each; figures upon the columns, upright where they would touch. */
export function drawColumns({ width, height, series, groups, unit }: Columns): Picture {
  const size = { width: width * pointsInMm, height: height * pointsInMm };
  const { legend, height: top } = legendOf(
    series.map(({ name }) => name),
    size.width,
  );
  const amounts = groups.map((group) => group.amounts);
  const plot = size.width - leftOf(amounts.flat()) - gap;
  const barWidth = Math.min(30, (plot / Math.max(1, groups.length) / (series.length + 0.8)) * 0.94);
  const widest = Math.max(0, ...amounts.flat().map(({ text }) => textWidth(text, type.value)));
  const turned = widest > barWidth * (series.length === 1 ? 1.6 : 1) - 1;
  const room = turned ? widest + 6 : type.leading + 2;
  const marks = series.map(({ tone }, index) => ({
    name: String(index),
    type: "bar",
    barWidth,
    barGap: "6%",
    data: groups.map(({ amounts }) => point(amounts[index], turned)),
    silent: true,
    emphasis: { disabled: true },
    itemStyle: areaOf(tone),
    label: { ...textBeside, show: true, distance: 3 },
  }));
  const labels = groups.map(({ label }) => label);
  return draw(
    { legend, ...standing({ ...size, top, labels, unit, room }, amounts.flat()), series: marks } as Chart,
    size.width,
    size.height,
  );
}

/** One line through the points, each with its figure; a point without one breaks it. */
export function drawTrend({ width, height, points, unit }: Trend): Picture {
  const size = { width: width * pointsInMm, height: height * pointsInMm };
  const labels = points.map(({ label }) => label);
  const amounts = points.map(({ amount }) => amount);
  const line = {
    name: "0",
    type: "line",
    data: amounts.map((amount) => point(amount, false, "-")),
    symbol: "circle",
    symbolSize: 5,
    showAllSymbol: true,
    clip: false,
    silent: true,
    emphasis: { disabled: true },
    lineStyle: { color: ink, width: 1.2 },
    itemStyle: { color: ink, borderWidth: 0 },
    label: { ...textBeside, show: true, distance: 4 },
  };
  return draw(
    {
      legend: { show: false },
      ...standing({ ...size, top: 0, labels, unit, room: type.leading + 6 }, amounts),
      series: [line],
    } as Chart,
    size.width,
    size.height,
  );
}

const gap = 6;
const axisText = (value: number): string => String(Number(value.toFixed(6)));

function point(amount: Amount | undefined, turned: boolean, unknown: "-" | 0 = 0): object {
  const { value, text } = amount ?? { value: null, text: "" };
  const known = value !== null && Number.isFinite(value);
  const below = known && value < 0;
  const label = { position: below ? "bottom" : "top", formatter: () => plain(text) };
  return {
    value: known ? value : unknown,
    ...(known && value !== 0 ? {} : { itemStyle: { borderWidth: 0 } }),
    label: turned ? { ...label, rotate: 90, align: below ? "right" : "left", verticalAlign: "middle" } : label,
  };
}

/** Ends and step of the axis: round numbers around zero and all figures. */
function ticksOf(amounts: readonly Amount[]): {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
} {
  const values = drawable(amounts);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const rough = (most - least || 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const interval = ([1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10) * power;
  const max = Math.ceil(most / interval - 1e-9) * interval;
  return {
    min: Math.floor(least / interval + 1e-9) * interval,
    max: max === 0 && least === 0 ? interval * 5 : max,
    interval,
  };
}

function leftOf(amounts: readonly Amount[]): number {
  const { min, max, interval } = ticksOf(amounts);
  const count = Math.round((max - min) / interval);
  const texts = Array.from({ length: count + 1 }, (_, index) => axisText(min + index * interval));
  return Math.max(...texts.map((each) => textWidth(each, type.value))) + gap + 1;
}

interface Frame {
  readonly width: number;
  readonly height: number;
  /** Height of the legend. */
  readonly top: number;
  readonly labels: readonly string[];
  readonly unit: string;
  /** Above the highest column, for its figure. */
  readonly room: number;
}

/** Grid and axes; measures in points. */
function standing({ width, top, labels, unit, room }: Frame, amounts: readonly Amount[]): Chart {
  const left = leftOf(amounts);
  const band = (width - left - gap) / Math.max(1, labels.length);
  const wrapped = labels.map((label) => wrap(label, type.label, band - 4, 3));
  const lines = Math.max(1, ...wrapped.map(({ length }) => length));
  const ticks = ticksOf(amounts);
  const below = ticks.min < 0 ? room : 0;
  return {
    grid: {
      left,
      right: gap,
      top: top + room + (unit === "" ? 0 : type.leading),
      bottom: lines * type.leading + 8 + below,
      outerBoundsMode: "none",
    },
    xAxis: {
      type: "category",
      data: labels.map((_, index) => String(index)),
      axisTick: { show: false },
      axisLine: { ...axisLine, onZero: true },
      axisLabel: {
        ...axisLabel,
        margin: 5 + below,
        formatter: (_: string, index: number) => wrapped[index]?.join("\n") ?? "",
      },
    },
    yAxis: {
      type: "value",
      ...ticks,
      name: cut(plain(unit), type.value, width),
      nameLocation: "end",
      nameGap: room,
      nameTextStyle: { color: ink, fontSize: type.value, align: "left", padding: [0, 0, 0, 1 - left] },
      axisLabel: { ...axisLabel, fontSize: type.value, formatter: axisText },
      axisLine: { show: false },
      axisTick: { show: false },
      splitLine: gridLine,
    },
  };
}
