/**
 * Charts as vector drawings, by ECharts (the only importer): bars, columns and lines that are read on paper, in colour
 * or not. Each shows its figures; nothing overlaps, and what is too long is wrapped, then cut.
 */
export { drawBars } from "./charts/bars.ts";
export type { Bars } from "./charts/bars.ts";
export { drawColumns, drawTrend } from "./charts/columns.ts";
export type { Columns, Trend } from "./charts/columns.ts";
export { tones } from "./charts/looks.ts";
export type { Amount } from "./charts/data.ts";
