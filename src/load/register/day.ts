/** Dates as people write them into registers. */
import { isDay, periodOf } from "../../link/name-parts.ts";
import type { Period } from "../../model/source.ts";

/** `2019`, `2019-03` or `2019-03-05`; or, for years from … to, a period and no day. */
export interface Dated {
  readonly formed: string | null;
  readonly period: Period | null;
}

const sep = String.raw`\s*[-./年_]\s*`;
const forms = [
  new RegExp(String.raw`^(\d{4})${sep}(\d{1,2})\s*[-./月_]\s*(\d{1,2})\s*[日号]?$`, "u"),
  new RegExp(String.raw`^(\d{4})${sep}(\d{1,2})\s*月?份?$`, "u"),
  /^(\d{4})\s*(?:年度?)?$/u,
  /^(\d{4})(\d{2})(\d{2})$/u,
  /^((?:19|20)\d{2})(0[1-9]|1[0-2])$/u,
];
/** A time of day, a remark in brackets. */
const aside = /(?:[T\s]+\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?|\s*[(].*[)]|\s*[上下]午.*)$/u;
/** What follows the first day in `3月5日-6日` and `2019.3.5—2019.3.6`. */
const lastDay = /\s*(?:-{1,2}|~|至|到)\s*(?:\d{1,4}[-./年月])*\d{1,2}[日号]?$/u;
const monthsOfYear = /^(\d{4})年?(\d{1,2})月?\s*(?:-{1,2}|~|至|到)\s*(\d{1,2})月$/u;
const years = /^(\d{4})\s*年?\s*(?:-{1,2}|~|至|到)\s*(\d{4})\s*年?$/u;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const english = [
  /^(?<d>\d{1,2})(?:st|nd|rd|th)?\s+(?<m>[a-z]{3,9})\.?,?\s+(?<y>\d{4})$/iu,
  /^(?<m>[a-z]{3,9})\.?\s+(?:(?<d>\d{1,2})(?:st|nd|rd|th)?,?\s+)?(?<y>\d{4})$/iu,
];

/**
 * Reads a cell of a date column; null when it is no date, or none that the calendar has. `number`: the cell holds a
 * number, so that 43529 is a day counted from 1900 as Excel does (ISO/IEC 29500-1, 18.17.4), and 2019.1, which may
 * have been typed as 2019.10, tells no month.
 */
export function readDay(raw: string, number: boolean): Dated | null {
  const text = withDigits(raw.normalize("NFKC").replace(/[‐‑‒–—―－﹣−]/gu, "-")).trim();
  const serial = Number(text);
  if (number && serial >= 20_000 && serial < 80_000)
    return day(new Date((Math.floor(serial) - 25_569) * 86_400_000).toISOString().slice(0, 10));
  if (number && /^\d{4}\.1$/u.test(text)) return null;
  const span = spanOf(text);
  if (span !== undefined) return span;
  const plain = text.replace(aside, "").trim();
  const whole = plainDay(plain);
  if (whole !== null) return whole;
  const begin = plainDay(plain.replace(lastDay, ""));
  return begin?.formed?.length === 10 ? begin : null;
}

/** Years or months from … to; undefined when the text is no such span, null when it runs backwards. */
function spanOf(text: string): Dated | null | undefined {
  const [, from, to] = years.exec(text) ?? [];
  if (from !== undefined && to !== undefined && Number(to) > 1900) {
    return from <= to ? { formed: null, period: { from: `${from}-01-01`, to: `${to}-12-31` } } : null;
  }
  const [, year, first, last] = monthsOfYear.exec(text) ?? [];
  return year === undefined || first === undefined || last === undefined ? undefined : monthSpan(year, first, last);
}

function monthSpan(year: string, first: string, last: string): Dated | null {
  const from = periodOf(day(`${year}-${first.padStart(2, "0")}`)?.formed ?? null);
  const to = periodOf(day(`${year}-${last.padStart(2, "0")}`)?.formed ?? null);
  if (from === null || to === null || from.from > to.to) return null;
  return { formed: null, period: { from: from.from, to: to.to } };
}

function plainDay(text: string): Dated | null {
  for (const form of forms) {
    const [, y, m, d] = form.exec(text) ?? [];
    if (y !== undefined)
      return day([y, m, d].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-"));
  }
  for (const form of english) {
    const { y, m = "", d } = form.exec(text)?.groups ?? {};
    const month = months.indexOf(m.slice(0, 3).toLowerCase()) + 1;
    if (y === undefined || month === 0) continue;
    return day([y, String(month), d].flatMap((part) => (part === undefined ? [] : [part.padStart(2, "0")])).join("-"));
  }
  return null;
}

function day(text: string): Dated | null {
  const year = Number(text.slice(0, 4));
  return year >= 1900 && year <= 2100 && isDay(text) ? { formed: text, period: null } : null;
}

const digits = "〇一二三四五六七八九";

/** 二〇一九年三月十二日 → 2019年3月12日 (GB/T 9704 of old wrote dates so). */
const withDigits = (text: string): string =>
  text
    .replace(/[零○]/gu, "〇")
    .replace(/[〇一二三四五六七八九]{4}(?=年)/gu, (year) =>
      [...year].map((each) => String(digits.indexOf(each))).join(""),
    )
    .replace(/[一二三]?十?[一二三四五六七八九]?(?=[月日])/gu, (number) => {
      if (number === "") return number;
      const [tens, ones] = number.includes("十") ? number.split("十") : ["", number];
      const ten = number.includes("十") ? (tens === "" ? 1 : digits.indexOf(tens ?? "")) : 0;
      return String(ten * 10 + (ones === undefined || ones === "" ? 0 : digits.indexOf(ones)));
    });
