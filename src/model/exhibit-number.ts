/**
 * How numbers of exhibits are written (附件号), as the pattern of a map says: `{indicator}-{nn}` → `2-1-3-01`,
 * `{section_roman}-{below})-{circled}` → `Ⅱ-1-3)-①`. Whatever may be written stands in the order of names.
 */
import { exhibitId } from "./ids.ts";
import type { ExhibitId, IndicatorCode } from "./ids.ts";
import type { IndicatorMap, Leaf, Section } from "./map.ts";
import { leavesOf } from "./map.ts";
import type { SourceRef } from "./source.ts";

/** What stands before the running number. `below`: the code of the leaf without that of its section. */
export type NumberPart =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "indicator" | "below" | "section" | "section_roman" };

/** How the running number within a leaf is written; signs end, digits do not. */
export type SerialForm =
  /** At least so many digits. */
  { readonly type: "digits"; readonly least: number } | { readonly type: "circled" | "roman" };

export interface NumberPattern {
  /** As the map has it. */
  readonly text: string;
  readonly before: readonly NumberPart[];
  readonly serial: SerialForm;
  /** Signs behind the running number. */
  readonly after: string;
  /** Null for the usual one, which no map wrote. */
  readonly at: SourceRef | null;
}

/** The pattern of maps that name none. */
export const usualPattern: NumberPattern = {
  text: "{indicator}-{nn}",
  before: [{ type: "indicator" }, { type: "text", text: "-" }],
  serial: { type: "digits", least: 2 },
  after: "",
  at: null,
};

const series = (from: number, count: number): string[] =>
  Array.from({ length: count }, (_, index) => String.fromCharCode(from + index));

/** Signs of 1, 2, 3 … (Unicode: enclosed numbers up to 50, Roman numerals of one sign up to 12). */
export const serialSigns: Readonly<Record<"circled" | "roman", readonly string[]>> = {
  circled: [...series(0x2460, 20), ...series(0x3251, 15), ...series(0x32b1, 15)],
  roman: series(0x2160, 12),
};

/** The most that a form can write; what comes after it stands in brackets. */
export const mostOf = (form: SerialForm): number =>
  form.type === "digits" ? Number.POSITIVE_INFINITY : serialSigns[form.type].length;

function writeSerial(serial: number, form: SerialForm): string {
  if (form.type === "digits") return String(serial).padStart(form.least, "0");
  return serialSigns[form.type][serial - 1] ?? `(${String(serial)})`;
}

/** The number of a section: its code, if that is one, else its place in the map. */
export const sectionNumber = (section: Section, map: Pick<IndicatorMap, "sections">): number =>
  /^[1-9]\d*$/u.test(section.code) ? Number(section.code) : map.sections.indexOf(section) + 1;

/** What stands before the running number of a leaf's exhibits. */
export function stemOf(
  { section, indicator: { code } }: Leaf,
  { before }: NumberPattern,
  map: Pick<IndicatorMap, "sections">,
): string {
  const isBelow = code.startsWith(section.code) && /^[^\p{L}\p{N}]/u.test(code.slice(section.code.length));
  const number = sectionNumber(section, map);
  const written: Readonly<Record<Exclude<NumberPart["type"], "text">, string>> = {
    indicator: code,
    below: isBelow ? code.slice(section.code.length + 1) : code,
    section: section.code,
    section_roman: serialSigns.roman[number - 1] ?? String(number),
  };
  return before.map((part) => (part.type === "text" ? part.text : written[part.type])).join("");
}

/** The numbers of a map's exhibits. */
export interface ExhibitNumbers {
  /** The number of the exhibit with a serial (from 1) under a leaf of the map. */
  readonly numberOf: (leaf: IndicatorCode, serial: number) => ExhibitId;
  /** Null for what is no such number, and for a leaf that the map has not. */
  readonly read: (number: string) => { readonly leaf: IndicatorCode; readonly serial: number } | null;
}

/** Made once for a map: every link is held against it. */
export function numbersOf(map: IndicatorMap): ExhibitNumbers {
  const known = made.get(map);
  if (known !== undefined) return known;
  const pattern = map.exhibitNumber;
  const stems = new Map(leavesOf(map).map((leaf) => [leaf.indicator.code, stemOf(leaf, pattern, map)]));
  const leaves = new Map([...stems].map(([leaf, stem]) => [stem, leaf]));
  const form = serialForm(pattern);
  const numbers: ExhibitNumbers = {
    numberOf: (leaf, serial) =>
      exhibitId(`${stems.get(leaf) ?? leaf}${writeSerial(serial, pattern.serial)}${pattern.after}`),
    read: (number) => {
      const written = form.exec(number)?.[1];
      if (written === undefined) return null;
      const leaf = leaves.get(number.slice(0, number.length - written.length - pattern.after.length));
      return leaf === undefined ? null : { leaf, serial: readSerial(written, pattern.serial) };
    },
  };
  made.set(map, numbers);
  return numbers;
}

const made = new WeakMap<IndicatorMap, ExhibitNumbers>();

const readSerial = (written: string, form: SerialForm): number =>
  (form.type === "digits" ? 0 : serialSigns[form.type].indexOf(written) + 1) || Number(written.replace(/[()]/gu, ""));

/** The running number with which a text begins, and how long it is with the signs behind it; a year or a date is none. */
export function serialAt(
  text: string,
  { serial: form, after }: NumberPattern,
): { readonly serial: number; readonly length: number } | null {
  const written = form.type === "digits" ? /^\d{1,3}(?!\d|[-.]\d|[A-Za-z])/u.exec(text)?.[0] : [...text][0];
  if (written === undefined || !text.startsWith(after, written.length)) return null;
  const serial = form.type === "digits" ? Number(written) : serialSigns[form.type].indexOf(written) + 1;
  return serial === 0 ? null : { serial, length: written.length + after.length };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);

/** A running number at the end, as it is written; group 1. */
function serialForm({ serial, after }: NumberPattern): RegExp {
  const written =
    serial.type === "digits"
      ? String.raw`(?<!\d)(?:(?!0+(?!\d))\d{${String(serial.least)}}|[1-9]\d{${String(serial.least)},8})`
      : String.raw`[${serialSigns[serial.type].join("")}]|\([1-9]\d{0,8}\)`;
  return new RegExp(`(${written})${escaped(after)}$`, "u");
}

/** What a number of this pattern looks like, whatever the leaf. */
export function shapeOf(pattern: NumberPattern): RegExp {
  const last = pattern.before.at(-1);
  const tail = last?.type === "text" ? escaped(last.text) : "";
  return new RegExp(String.raw`^\S.{0,79}?${tail}${serialForm(pattern).source}`, "u");
}
