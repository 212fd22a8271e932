/** Codes of the map at the start of names, as they are typed on any keyboard. */
import { serialAt } from "../model/exhibit-number.ts";
import type { NumberPattern } from "../model/exhibit-number.ts";
import { groupBy } from "../model/group.ts";

export interface Coded {
  readonly code: string;
  readonly serial: number | null;
  /** What stands after the code and the serial. */
  readonly rest: string;
}

/** Dashes of all kinds, and what a Chinese keyboard gives for a dot between two figures. */
const signs = /[‐‑‒–—―－﹣−]|(?<=\d)[。·・](?=\d)/gu;

/** Codes as typed on any keyboard: full-width digits, other dashes and full stops become the plain ones. */
export const plainCode = (text: string): string =>
  text.normalize("NFKC").replace(signs, (sign) => ("。·・".includes(sign) ? "." : "-"));

/** A list of codes by what a name begins with. */
interface CodeIndex {
  /** By their plain forms; of equal ones the earlier first. */
  readonly byStart: ReadonlyMap<string, readonly PlainCode[]>;
  /** How long plain forms are, the longest first. */
  readonly lengths: readonly number[];
}

interface PlainCode {
  readonly code: string;
  /** Its plain form. */
  readonly start: string;
}

/** The index of a list, made once: every file's name is held against it. */
function indexOf(codes: readonly string[]): CodeIndex {
  const known = indexes.get(codes);
  if (known !== undefined) return known;
  const byStart = groupBy(
    codes.map((code): PlainCode => ({ code, start: plainCode(code) })),
    ({ start }) => start,
  );
  const lengths = [...new Set([...byStart.keys()].map((start) => start.length))].toSorted((a, b) => b - a);
  const index = { byStart, lengths };
  indexes.set(codes, index);
  return index;
}

/** Whether a code is one of a list. */
export const isAmong = (code: string, codes: readonly string[]): boolean =>
  indexOf(codes)
    .byStart.get(plainCode(code))
    ?.some((each) => each.code === code) ?? false;

const indexes = new WeakMap<readonly string[], CodeIndex>();

/**
 * The end of a code: no letter, digit or further number, but Chinese text or a year may follow directly;
 * after a code that ends in a digit, a word (`1-1-1Budget.pdf`).
 */
const endsCode = /^(?:$|\p{Script=Han}|(?![-._]?[\p{L}\p{N}])|[-._](?=\p{L}|(?:19|20)\d{2}(?!\d)))/u;

/**
 * The longest of `codes` with which the name begins. The code must end there; a serial number
 * of at most three digits may follow after `-`, `.` or `_` (`2-1-1-01 …`).
 */
export function readCode(name: string, codes: readonly string[]): Coded | null {
  const original = name.trimStart();
  return codeIn(original, plainCode(original), codes);
}

/** The same, of a name whose plain form is known. */
function codeIn(original: string, text: string, codes: readonly string[]): Coded | null {
  const { byStart, lengths } = indexOf(codes);
  for (const length of lengths) {
    const starting = byStart.get(text.slice(0, length));
    if (starting === undefined) continue;
    for (const each of starting) {
      const found = behindCode(each, text.slice(length));
      if (found === null) continue;
      const taken = length + found.length;
      const rest = text === original ? original.slice(taken) : restOf(original, taken);
      return { code: each.code, serial: found.serial, rest };
    }
  }
  return null;
}

/** The serial that follows a code, and how long it is; null when the code does not end there. */
function behindCode(
  { code, start }: PlainCode,
  after: string,
): { readonly serial: number | null; readonly length: number } | null {
  // A lone number is a code only when it stands alone: 3月 and 1级 are words.
  if (/^\d+$/u.test(start) && /^[\p{L}]/u.test(after)) return null;
  const serial = /^[-._#]\s*(\d{1,3})(?![\d]|[-.]\d|[A-Za-z])/u.exec(after);
  if (serial !== null) return { serial: Number(serial[1]), length: serial[0].length };
  const ends = endsCode.test(after) || (/\d$/u.test(code) && /^\p{L}{2}/u.test(after));
  return ends ? { serial: null, length: 0 } : null;
}

/** The original text behind a prefix that is `taken` characters long in plain form. */
function restOf(original: string, taken: number): string {
  for (let length = 0; length <= original.length; length += 1) {
    if (plainCode(original.slice(0, length)).length >= taken) return original.slice(length);
  }
  return "";
}

/** What looks like a code at the start of a name, whether or not the map knows it. */
export const codeLike = (name: string): string | null =>
  /^\d{1,2}(?:[-.]\d{1,2}){1,4}(?![\d年])/u.exec(plainCode(name).trimStart())?.[0] ?? null;

/** The codes that a map can be asked for: leaves may carry serial numbers, groups may not. */
export interface Codes {
  readonly leaves: readonly string[];
  readonly groups: readonly string[];
  /** Where the map writes numbers of exhibits in a way of its own: what stands before the running number, by leaf. */
  readonly numbers?: {
    readonly pattern: NumberPattern;
    readonly stems: readonly (readonly [stem: string, code: string])[];
  };
}

/** The number of an exhibit, as the map writes it, at the start of a name: `Ⅱ-1-1)-① …`. */
function numberIn(original: string, { numbers }: Codes): Coded | null {
  if (numbers === undefined) return null;
  const name = original.normalize("NFC");
  const { pattern, stems } = numbers;
  const longest = stems
    .filter(([stem]) => name.startsWith(stem))
    .toSorted(([a], [b]) => b.length - a.length)
    .map(([stem, code]) => ({ code, found: serialAt(name.slice(stem.length), pattern), taken: stem.length }));
  for (const { code, found, taken } of longest) {
    if (found !== null) return { code, serial: found.serial, rest: name.slice(taken + found.length) };
  }
  return null;
}

/** The code of a leaf or a group with which a name begins; groups carry no serial numbers. */
export function readNodeCode(name: string, codes: Codes): Coded | null {
  const original = name.trimStart();
  const numbered = numberIn(original, codes);
  if (numbered !== null) return numbered;
  const text = plainCode(original);
  const leaf = codeIn(original, text, codes.leaves);
  const group = codeIn(original, text, codes.groups);
  const plainGroup = group !== null && group.serial === null ? group : null;
  if (leaf === null || plainGroup === null) return leaf ?? plainGroup;
  return plainGroup.code.length > leaf.code.length ? plainGroup : leaf;
}
