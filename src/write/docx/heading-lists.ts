/** The lists that number the headings. */
import type { Numbering } from "./numbering.ts";

/** Which list gives the next counted heading its number. */
export class HeadingLists {
  readonly #numbering: Numbering;
  /** Counts of Word: only headings with a number count, and start what is below them anew. */
  readonly #counts = [0, 0, 0, 0];
  #own: { readonly from: number; readonly id: number; readonly counts: number[] } | null = null;

  constructor(numbering: Numbering) {
    this.#numbering = numbering;
  }

  /**
   * The list for a heading with these numbers. Where Word would count otherwise, as below a heading without a number, a
   * list that begins with them takes over until a heading of a higher level comes; null for the list of the style.
   */
  next(numbers: readonly number[]): number | null {
    const level = numbers.length;
    if (this.#own !== null && level < this.#own.from) this.#own = null;
    const counts = this.#own?.counts ?? this.#counts;
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    if (numbers.some((number, index) => number !== 0 && number !== counts[index])) {
      const from = Math.min(level, this.#own?.from ?? level);
      const id = this.#numbering.headings(numbers.map((number) => Math.max(1, number)));
      this.#own = { from, id, counts: [...numbers, 0, 0, 0].slice(0, 4) };
    }
    return this.#own?.id ?? null;
  }
}
