/** Low-level objects of a PDF, read without trust: what is missing or of another type is null, never an exception. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRawStream, PDFRef, PDFString } from "pdf-lib";
import type { PDFContext, PDFObject } from "pdf-lib";

/** A dictionary's entry, its reference followed. */
const entry = (dict: PDFDict, key: string): PDFObject | undefined => dict.lookup(PDFName.of(key));

export function dictIn(dict: PDFDict, key: string): PDFDict | null {
  const value = entry(dict, key);
  return value instanceof PDFDict ? value : null;
}

export function arrayIn(dict: PDFDict, key: string): PDFArray | null {
  const value = entry(dict, key);
  return value instanceof PDFArray ? value : null;
}

export function numberIn(dict: PDFDict, key: string): number | null {
  const value = entry(dict, key);
  return value instanceof PDFNumber && Number.isFinite(value.asNumber()) ? value.asNumber() : null;
}

/** A name without its slash; null for anything else. */
export function nameIn(dict: PDFDict, key: string): string | null {
  const value = entry(dict, key);
  return value instanceof PDFName ? value.decodeText() : null;
}

export function textIn(dict: PDFDict, key: string): string | null {
  const value = entry(dict, key);
  return isText(value) ? value.decodeText() : null;
}

export const isText = (value: PDFObject | undefined): value is PDFString | PDFHexString =>
  value instanceof PDFString || value instanceof PDFHexString;

/** All entries of an array, references followed. */
export const itemsOf = (array: PDFArray | null): readonly (PDFObject | undefined)[] =>
  array === null ? [] : array.asArray().map((_, index) => array.lookup(index));

/** The numbers of an array; null when something else stands in it. */
export function numbersIn(dict: PDFDict, key: string): readonly number[] | null {
  const items = itemsOf(arrayIn(dict, key));
  const numbers = items.flatMap((each) =>
    each instanceof PDFNumber && Number.isFinite(each.asNumber()) ? [each.asNumber()] : [],
  );
  return numbers.length === items.length && items.length > 0 ? numbers : null;
}

export interface Rectangle {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A rectangle from any two opposite corners (ISO 32000-1, 7.9.5). */
export function rectangleIn(dict: PDFDict, key: string): Rectangle | null {
  const numbers = numbersIn(dict, key);
  const [a, b, c, d] = numbers ?? [];
  if (a === undefined || b === undefined || c === undefined || d === undefined) return null;
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) };
}

export const widthOf = (box: Rectangle): number => box.right - box.left;
export const heightOf = (box: Rectangle): number => box.top - box.bottom;

/** Number as content streams write it: plain, at most five decimals. */
export const plain = (value: number): string => String(Number(value.toFixed(5))).replace(/^-0$/u, "0");

export const plainAll = (...values: readonly number[]): string =>
  values.map((each) => (Math.abs(each) < 1e-6 ? "0" : plain(each))).join(" ");

/** A dictionary of given entries; null and undefined leave an entry out. */
export function dictOf(context: PDFContext, entries: Readonly<Record<string, PDFObject | null | undefined>>): PDFDict {
  const dict = PDFDict.withContext(context);
  for (const [key, value] of Object.entries(entries)) {
    if (value !== null && value !== undefined) dict.set(PDFName.of(key), value);
  }
  return dict;
}

export function arrayOf(context: PDFContext, items: readonly (PDFObject | number)[]): PDFArray {
  const array = PDFArray.withContext(context);
  for (const each of items) array.push(typeof each === "number" ? PDFNumber.of(each) : each);
  return array;
}

/** A stream of text operators, or any Latin-1 text, as it is. */
export const streamOf = (dict: PDFDict, content: string | Uint8Array): PDFRawStream =>
  PDFRawStream.of(dict, typeof content === "string" ? Buffer.from(content, "latin1") : content);

export const isRef = (value: PDFObject | undefined): value is PDFRef => value instanceof PDFRef;
