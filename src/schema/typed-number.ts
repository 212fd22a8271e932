/** A number that somebody typed as people write it: with separators, a Chinese scale, a unit behind it. */

export interface TypedNumber {
  /** The number to type, e.g. 512000. */
  readonly plain: string;
  /** What stood behind it without its scale: 人, 元; empty where nothing did. */
  readonly unit: string;
  /** The same number as it was typed with its scale, which then belongs to the unit: 51.2 and 万; null without one. */
  readonly scaled: { readonly plain: string; readonly scale: string } | null;
}

const form = /^([-+]?)(\d{1,3}(?:[,_' ]\d{3})+|\d+)(\.\d+)?\s*([百千万亿]*)\s*([^\d\s.,][^\d]{0,11})?$/u;
const zeros: Readonly<Record<string, number>> = { 百: 2, 千: 3, 万: 4, 亿: 8 };

/** The number that was meant by a text where one of the types `expected` is a number; else null. */
export const numberMeant = (expected: string, got: unknown): TypedNumber | null =>
  typeof got === "string" && /\b(?:number|int)\b/u.test(expected) ? typedNumber(got) : null;

/** Reads such a text; null when it is no number that is clear. */
function typedNumber(text: string): TypedNumber | null {
  const [, sign = "", whole = "", fraction = "", scale = "", unit = ""] =
    form.exec(text.normalize("NFKC").trim()) ?? [];
  if (whole === "") return null;
  const digits = whole.replace(/[,_' ]/gu, "").replace(/^0+(?=\d)/u, "");
  const minus = sign === "-" ? "-" : "";
  const shift = [...scale].reduce((sum, each) => sum + (zeros[each] ?? 0), 0);
  const typed = `${minus}${digits}${fraction}`;
  if (shift === 0) return { plain: typed, unit: unit.trim(), scaled: null };
  return {
    plain: minus + shifted(digits, fraction.slice(1), shift),
    unit: unit.trim(),
    scaled: { plain: typed, scale },
  };
}

/** Moves the point: 51 and 2 by four are 512000. */
function shifted(whole: string, fraction: string, shift: number): string {
  const digits = whole + fraction.padEnd(shift, "0");
  const point = whole.length + shift;
  const rest = digits.slice(point).replace(/0+$/u, "");
  return digits.slice(0, point).replace(/^0+(?=\d)/u, "") + (rest === "" ? "" : `.${rest}`);
}
