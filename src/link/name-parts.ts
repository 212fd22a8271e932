/** What a file's name tells: code, serial, title, 文号, day formed, period it speaks of. */
import type { Claim, NameParts } from "../model/evidence.ts";
import type { Period } from "../model/source.ts";
import { withoutCamera } from "./camera-names.ts";
import { codeLike, isAmong, readNodeCode } from "./codes.ts";
import type { Coded, Codes } from "./codes.ts";
import { halfWidth, plainDocNumber } from "./doc-number.ts";

/** 机关代字〔年〕号; other brackets are taken too, for names typed in a hurry (GB/T 9704-2012, 7.2.5). */
const docNumber =
  /[\p{Script=Han}A-Za-z]{1,20}\s*[〔[［(（【﹝]\s*((?:19|20)\d{2})\s*[〕\]］)）】﹞]\s*(?:第\s*)?\d{1,5}\s*号/u;

const year = "((?:19|20)\\d{2})";
/** Without it there is neither a day nor a period in a name, whatever form they have. */
const anyYear = new RegExp(year, "u");
const dayForms = [
  new RegExp(`(?<!\\d)${year}\\s*年\\s*(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]`, "u"),
  new RegExp(`(?<!\\d)${year}[-.／/_](\\d{1,2})[-.／/_](\\d{1,2})(?!\\d)`, "u"),
  new RegExp(`(?<!\\d)${year}(0[1-9]|1[0-2])(0[1-9]|[12]\\d|3[01])(?!\\d)`, "u"),
  new RegExp(`(?<!\\d)${year}\\s*年\\s*(\\d{1,2})\\s*月(?!\\s*\\d)`, "u"),
  new RegExp(`(?<!\\d)${year}[-.](0?[1-9]|1[0-2])(?![-.\\d])`, "u"),
];

const yearRange = new RegExp(`(?<!\\d)${year}\\s*年?\\s*(?:[-–—－~～至到])\\s*${year}(?!\\d)`, "u");
/** What may follow a year without 年: a word, the end of a bracket, a colon (but not 2018:30), a picture, a last dash. */
const behindYear = "[\\s_\\p{L}）)】\\]〕：]|:(?!\\d)|\\p{Extended_Pictographic}|[-–—－]+$";
/** A year that the title itself speaks of: 2018年, 2018年度, 2018 annual report; but not 第1920号, 2000元. */
const spokenYear = new RegExp(
  `(?<!\\d|第\\s?)${year}(?:\\s*年度?(?!\\s*\\d{1,2}\\s*月)|(?!\\s?(?:号|页|元|万元))(?=${behindYear}|$))`,
  "u",
);

/** Reads a name without its extension and without its code. */
export function readNameParts(name: string): NameParts {
  let title = halfWidth(name.normalize("NFC"));
  const number = findDocNumber(title);
  if (number !== null) title = cut(title, number);
  const formed = dayIn(title);
  if (formed !== null) title = cut(title, formed.match);
  const period = periodIn(title);
  const formedText = formed?.text ?? null;
  const numbered = number?.[1] ?? null;
  return {
    title: tidy(title) || tidy(name) || name.trim(),
    docNumber: number === null ? "" : plainDocNumber(number[0]),
    formed: formedText ?? numbered,
    period: period ?? periodOf(formedText ?? numbered),
  };
}

/** 二〇一七年 as 2017年, sign for sign, so that what is found stands where it stood. */
const numeralYears = (text: string): string =>
  text.replace(/二[〇○零][〇○零一二三四五六七八九]{2}(?=\s*年)/gu, (year) =>
    [...year].map((sign) => (/[〇○零]/u.test(sign) ? "0" : String("一二三四五六七八九".indexOf(sign) + 1))).join(""),
  );

/** The years that a title itself speaks of (2018年度, 2016-2020年), whatever day it was formed; null when it names none. */
export function spokenPeriod(text: string): Period | null {
  const plain = withoutNumber(halfWidth(text.normalize("NFC")));
  const formed = dayIn(plain);
  return periodIn(formed === null ? plain : cut(plain, formed.match));
}

/** Words that end a title; what stands between the last of them and the bracket is the issuer's sign. */
const titleEnds =
  /^.*(?:的|通知|意见|批复|方案|办法|规划|报告|决定|公告|通报|纪要|细则|制度|函)(?=\p{Script=Han}{2,8}\s*[〔[［(（【﹝])/u;

/** The 文号 in a name; a title that runs into it without a space stays a title. */
function findDocNumber(name: string): RegExpExecArray | null {
  const found = name.includes("号") ? docNumber.exec(name) : null;
  const skipped = found === null ? null : titleEnds.exec(found[0]);
  if (found === null || skipped === null) return found;
  const number = found[0].slice(skipped[0].length);
  return Object.assign([number, ...found.slice(1)] as unknown as RegExpExecArray, {
    index: found.index + skipped[0].length,
    input: name,
  });
}

/** A day that a name gives and the calendar lacks (2026-02-30), as it is written there. */
export interface ImpossibleDay {
  readonly written: string;
  readonly year: string;
}

/** The impossible day of a name that gives no other, so that only its year was taken; else null. */
export function impossibleDay(name: string): ImpossibleDay | null {
  const day = dayIn(withoutNumber(halfWidth(name.normalize("NFC"))));
  return day?.isImpossible === true ? { written: day.match[0], year: day.text } : null;
}

interface Day {
  /** As exactly as it is sure: of an impossible day the year. */
  readonly text: string;
  readonly isImpossible: boolean;
  readonly match: RegExpExecArray;
}

function dayIn(text: string): Day | null {
  if (!anyYear.test(text)) return null;
  let slip: Day | null = null;
  for (const form of dayForms) {
    const match = form.exec(text);
    if (match === null) continue;
    const [, y = "", m = "", d] = match;
    const month = `${y}-${m.padStart(2, "0")}`;
    const day = d === undefined ? month : `${month}-${d.padStart(2, "0")}`;
    if (isDay(day)) return { text: day, isImpossible: false, match };
    if (isMeantAsDay(Number(m), Number(d ?? 0))) slip ??= { text: y, isImpossible: true, match };
  }
  return slip;
}

/** 02-30, 13-05 and 31-12 are slips of somebody who wrote a day; 38-12 never was one. */
const isMeantAsDay = (month: number, day: number): boolean => (month <= 31 && day <= 31) || (month >= 1 && month <= 12);

function withoutNumber(title: string): string {
  const number = findDocNumber(title);
  return number === null ? title : cut(title, number);
}

function periodIn(text: string): Period | null {
  const told = numeralYears(text);
  if (!anyYear.test(told)) return null;
  const title = withoutCamera(told);
  const range = yearRange.exec(title);
  const from = range?.[1];
  const to = range?.[2];
  if (from !== undefined && to !== undefined && from <= to) return { from: `${from}-01-01`, to: `${to}-12-31` };
  return periodOf(spokenYear.exec(title)?.[1] ?? null);
}

/** The days that `2019`, `2019-03` or `2019-03-05` cover. */
export function periodOf(text: string | null): Period | null {
  if (text === null) return null;
  if (text.length === yearLength) return { from: `${text}-01-01`, to: `${text}-12-31` };
  if (text.length === dayLength) return { from: text, to: text };
  return { from: `${text}-01`, to: `${text}-${String(daysIn(yearOf(text), monthOf(text)))}` };
}

/** True for a day, month or year (`2019-02-28`, `2019-02`, `2019`) that the calendar has. */
export function isDay(text: string): boolean {
  const m = text.length === yearLength ? 1 : monthOf(text);
  const d = text.length < dayLength ? 1 : Number(text.slice(8));
  return m >= 1 && m <= 12 && d >= 1 && d <= daysIn(yearOf(text), m);
}

// Of `2019`, `2019-03` and `2019-03-05`, by where things stand: to take them apart is dear where ten thousand names are
// read.
const yearLength = 4;
const dayLength = 10;
const yearOf = (text: string): number => Number(text.slice(0, yearLength));
const monthOf = (text: string): number => Number(text.slice(5, 7));

/** How many days a month has (from 1); reckoned, for a date object is dear where ten thousand names are read. */
function daysIn(y: number, m: number): number {
  const isLeap = y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0);
  return m === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(m) ? 30 : 31;
}

/** Brackets and commas, of which some may be left over when what they held is cut out. */
const enclosing = /[（(〔[【）)〕\]】,，、;；]/u;

/** Takes a found part (marked by a private-use character meanwhile) out of the title, with the brackets that held nothing else. */
function cut(title: string, match: RegExpExecArray): string {
  const before = title.slice(0, match.index);
  const after = title.slice(match.index + match[0].length);
  if (!enclosing.test(title)) return `${before} ${after}`;
  return `${before}\ue000${after}`
    .replace(/\s*[（(〔[【]\s*\ue000\s*[）)〕\]】]\s*/u, " ")
    .replace(/([（(][^（()）\ue000]*?)[\s,，、;；]*\ue000\s*([）)])/u, "$1$2")
    .replace(/([（(])\ue000[\s,，、;；]*/u, "$1")
    .replace(/[,，、;；]\s*\ue000\s*(?=[,，、;；])/u, "")
    .replace("\ue000", " ");
}

const tidy = (title: string): string =>
  title
    .replace(/[_\s]+/gu, " ")
    .replace(/(?<=\p{Script=Han}) (?=[（(【〔])/gu, "")
    .replace(/^[\s\-–—－.,，、:：;；]+|[\s\-–—－.,，、:：;；]+$/gu, "")
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, " ");

/** The code of the deepest folder that has one. */
function homeOf(folders: readonly string[], codes: Codes): Coded | undefined {
  for (const folder of folders.toReversed()) {
    const coded = readNodeCode(folder, codes);
    if (coded !== null) return coded;
  }
  return undefined;
}

export interface NameReading extends NameParts {
  readonly claim: Claim | null;
  readonly codeLike: string | null;
}

/** Reads a file's name and the folders above it (outermost first); the file's own code wins. */
export function readName(name: string, folders: readonly string[], codes: Codes): NameReading {
  const stem = name.replace(/\.[A-Za-z0-9]{1,8}$/u, "").replace(/^\.+(?=.)/u, "");
  const own = readNodeCode(stem, codes);
  const parts = readNameParts(own === null ? stem.replace(/^\d{1,3}\s*[.．、]\s*(?=\D)/u, "") : own.rest);
  const like = own === null ? codeLike(stem) : null;
  const ownClaim: Claim | null = own === null ? null : { code: own.code, serial: own.serial, from: "file" };
  if (own !== null && isAmong(own.code, codes.leaves)) return reading(parts, ownClaim, null);
  const home = homeOf(folders, codes);
  // In the folder of a leaf, 1.预算批复.pdf counts the papers; it does not name the first section.
  const isList = own !== null && (home !== undefined || /^\d+$/u.test(own.code));
  if (own !== null && !isList) return reading(parts, ownClaim, null);
  return reading(parts, home === undefined ? null : { code: home.code, serial: null, from: "folder" }, like);
}

/** Field by field: for ten thousand names, spreading the parts takes longer than reading them. */
const reading = (
  { title, docNumber, formed, period }: NameParts,
  claim: Claim | null,
  codeLike: string | null,
): NameReading => ({ title, docNumber, formed, period, claim, codeLike });
