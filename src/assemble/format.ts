/** Dates, figures and numbers as they are printed. */
import type { Inline } from "../model/document.ts";
import type { Words } from "../schema/words.ts";

/** Fills `{name}` in a phrase of the words file; `{n|day|days}` is the first word for one, the second for any other number. */
export const fill = (phrase: string, values: Readonly<Record<string, string | number>>): string =>
  phrase.replace(/\{(\w+)(?:\|([^{|}]*)\|([^{|}]*))?\}/gu, (whole, name: string, one?: string, many?: string) => {
    if (!Object.hasOwn(values, name)) return whole;
    return (Number(values[name]) === 1 ? one : many) ?? String(values[name]);
  });

export const text = (content: string): Inline => ({ type: "text", text: content });

const stops = /[。！？；.!?;…）)]$/u;

/** Sentences one after another, each with its full stop; empty ones leave nothing. */
export const sentences = (parts: readonly string[], { format }: Words): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => (stops.test(part) ? part : `${part}${format.stop}`))
    .join(format.sentence_gap);

/** `2019-03-05` → 2019年3月5日; `2019-03` and `2019` stay as exact as they are (GB/T 9704-2012, 7.3.5: no leading zeros). */
export function printDate(day: string | null, words: Words): string {
  if (day === null) return "";
  const [y = "", m, d] = day.split("-");
  if (m === undefined) return words.format.months === undefined ? `${y}年` : y;
  const month = words.format.months?.[Number(m) - 1] ?? "";
  const values = { y, m: Number(m), d: Number(d ?? 0), month };
  if (d !== undefined) return fill(words.format.date, values);
  return words.format.months === undefined ? `${y}年${String(Number(m))}月` : `${month} ${y}`;
}

/** A computed figure, short enough to read. */
export const rounded = (value: number): number =>
  Number(value.toFixed(Math.abs(value) >= 100 ? 1 : Math.abs(value) >= 1 ? 2 : 4));

/** A figure as it stands, with its unit. */
export function printFigure(value: number, unit: string, words: Words): string {
  const digits = words.format.grouped ? value.toLocaleString("en-US", { maximumFractionDigits: 10 }) : String(value);
  if (unit === "") return digits;
  return unit === "%" || unit === "‰" ? `${digits}${unit}` : `${digits}${words.format.unit_gap}${unit}`;
}

const han = ["〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"];

/** 1 → 一, 12 → 十二, 20 → 二十; up to 99. */
export function hanNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return han[ones] ?? String(value);
  return `${tens === 1 ? "" : (han[tens] ?? "")}十${ones === 0 ? "" : (han[ones] ?? "")}`;
}

const romans: readonly (readonly [number, string])[] = [
  [50, "L"],
  [40, "XL"],
  [10, "X"],
  [9, "IX"],
  [5, "V"],
  [4, "IV"],
  [1, "I"],
];

/** 4 → IV; up to 89. */
export function romanNumber(value: number): string {
  let rest = value;
  let roman = "";
  for (const [worth, letter] of romans) {
    while (rest >= worth) {
      roman += letter;
      rest -= worth;
    }
  }
  return roman;
}

/** Size of a file in the largest unit that keeps it above one. */
export function printSize(bytes: number): string {
  if (bytes < 1024) return `${String(bytes)} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
