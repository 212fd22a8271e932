/** The day of judgement as typed: `2019-10-31`, or `today`, which alone asks the clock. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { isDay } from "../link/name-parts.ts";
import type { IndicatorMap } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import type { World } from "../world.ts";

/** `YYYY-MM-DD`, or null when the text is no day. */
export function resolveDay(text: string, world: World): string | null {
  if (text === "today") return localDay(world.now());
  return form.test(text) && isDay(text) ? text : null;
}

const form = /^\d{4}-\d{2}-\d{2}$/u;

export function badDay(text: string): Diagnostic {
  const facts = { option: "--as-of", value: text, expected: "YYYY-MM-DD, today" };
  return diagnostic("bad-option", { file: "" }, form.test(text) ? { ...facts, noSuchDay: true } : facts);
}

/** Told when the window has not begun on the day of judgement: nothing from it can be there yet. */
export function beforeWindow(day: string | null, map: IndicatorMap | null, at: SourceRef): Diagnostic[] {
  const window = map?.window ?? null;
  if (day === null || window === null || day >= window.from) return [];
  return [diagnostic("as-of-before-window", at, { day, window })];
}

/** The day on the wall calendar of whoever asked for "today". */
function localDay(milliseconds: number): string {
  const date = new Date(milliseconds);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
