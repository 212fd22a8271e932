/** Values that a template prints: what stands for words, and what stands for a place in the appendix. */
import { Misuse } from "../../engines/liquid.ts";
import type { Inline } from "../../model/document.ts";
import type { ExhibitId } from "../../model/ids.ts";

/** Something that becomes words only when pages are known. */
export class Place {
  readonly inline: Inline;

  constructor(inline: Inline) {
    this.inline = inline;
  }

  /** Where only words can stand, such as a heading or the input of a filter. */
  toString(): string {
    if (this.inline.type === "exhibit") return this.inline.exhibit;
    throw new Misuse("value", { name: this.inline.type });
  }
}

export const numberOf = (exhibit: ExhibitId): Place => new Place({ type: "exhibit", exhibit });
export const pagesOf = (exhibit: ExhibitId): Place => new Place({ type: "pages", exhibit });

/** Not characters (Unicode 3.1, 16.7): no text of a user may hold them, so that nothing he writes can be a mark. */
const marks = /[\u{FFFFE}\u{FFFFF}\u{10FFFE}]/gu;

export const withoutMarks = (text: string): string => text.replace(marks, "");

/** A copy in which no text holds a mark; places and what is made when asked for stay as they are. */
export function cleaned<T>(value: T): T {
  if (typeof value === "string") return withoutMarks(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => cleaned(each)) as T;
  if (value === null || typeof value !== "object" || value instanceof Place) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each as unknown)])) as T;
}

/** A list or a record is no word; the template should have named what of it. */
export function wordsOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Place) return value.toString();
  throw new Misuse("value", { name: Array.isArray(value) ? "list" : "record" });
}
