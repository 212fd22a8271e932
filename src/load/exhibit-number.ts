/** `exhibit_number` of a map → the pattern of its exhibits' numbers, with everything that would not do. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Facts } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import { sectionNumber, serialSigns, stemOf, usualPattern } from "../model/exhibit-number.ts";
import type { NumberPart, NumberPattern, SerialForm } from "../model/exhibit-number.ts";
import { leavesOf } from "../model/map.ts";
import type { IndicatorMap } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";

const places = ["indicator", "below", "section", "section_roman"] as const;

/** Names of running numbers; `n`, `nn`, `nnn` … have at least so many digits. */
const serials: Readonly<Record<string, SerialForm>> = {
  within: { type: "digits", least: 1 },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((least) => ["n".repeat(least), { type: "digits", least }] as const)),
  circled: { type: "circled" },
  roman: { type: "roman" },
};

/** Blanks, and what names of files (Windows), citations (`[@…; …]`), addresses or lists of numbers take for something else. */
const forbidden = /[\s\p{Cc}\p{Cf}<>:"/\\|?*[\]{}@;；,，、#%&'`=~]/u;

type Reason = Facts["number-pattern"]["reason"];
type Tell = (reason: Reason, got: string, near?: string | null) => void;

/** The usual pattern where the map names none, or one that cannot be used; that is told. */
export function readPattern(text: string | undefined, at: SourceRef, found: Diagnostic[]): NumberPattern {
  if (text === undefined) return usualPattern;
  const faults: Diagnostic[] = [];
  const tell: Tell = (reason, got, near = null) => {
    faults.push(diagnostic("number-pattern", at, { pattern: text, reason, got, nearest: near }));
  };
  const [edge] = /^[.-]|\.$/u.exec(text) ?? [];
  if (edge !== undefined) tell("sign", edge);
  const before: NumberPart[] = [];
  let serial: SerialForm | null = null;
  let after = "";
  for (const [piece] of text.matchAll(/\{[^{}]*\}|[^{]+|\{/gu)) {
    const part = readPart(piece, tell);
    if (part === null) continue;
    if (part.type === "text" && serial !== null) after += part.text;
    else if ("serial" in part) {
      if (serial !== null) tell("twice", piece);
      serial = part.serial;
    } else {
      if (serial !== null) tell("order", piece);
      before.push(part);
    }
  }
  if (serial === null && faults.length === 0) tell("none", "");
  found.push(...faults);
  return serial === null || faults.length > 0 ? usualPattern : { text, before, serial, after, at };
}

/** A placeholder, or signs as they stand; null for a placeholder that there is not. */
function readPart(
  piece: string,
  tell: Tell,
): NumberPart | { readonly type: "serial"; readonly serial: SerialForm } | null {
  const name = /^\{(.*)\}$/u.exec(piece)?.[1];
  if (name === undefined) {
    const [sign] = forbidden.exec(piece) ?? [];
    if (sign !== undefined) tell("sign", sign);
    return { type: "text", text: piece };
  }
  const place = places.find((each) => each === name);
  if (place !== undefined) return { type: place };
  const serial = Object.hasOwn(serials, name) ? serials[name] : undefined;
  if (serial !== undefined) return { type: "serial", serial };
  tell("unknown", name, nearest(name, [...places, ...Object.keys(serials)]));
  return null;
}

/** What only shows when the pattern is held against the leaves of the map. */
export function patternFaults(map: IndicatorMap): Diagnostic[] {
  const { exhibitNumber: pattern, sections } = map;
  const { text, at, before, serial } = pattern;
  if (at === null) return [];
  const tell = (reason: Reason, got: string): Diagnostic =>
    diagnostic("number-pattern", at, { pattern: text, reason, got, nearest: null });
  const unsigned = before.some(({ type }) => type === "section_roman")
    ? sections.filter((section) => sectionNumber(section, map) > serialSigns.roman.length)
    : [];
  const [first] = unsigned;
  if (first !== undefined) return [tell("section", first.code)];
  const stems = new Map<string, string>();
  for (const leaf of leavesOf(map)) {
    const [stem, { code }] = [stemOf(leaf, pattern, map), leaf.indicator];
    const [sign] = forbidden.exec(stem) ?? [];
    if (sign !== undefined) return [tell("sign", sign)];
    const other = stems.get(stem);
    if (other !== undefined) return [tell("alike", `${other}, ${code}`)];
    if (serial.type === "digits" && /\d$/u.test(stem)) return [tell("joined", stem)];
    stems.set(stem, code);
  }
  return [];
}
