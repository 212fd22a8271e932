/** How a problem is told: what is wrong, and what to do. One catalogue a language; a code without words does not compile. */
import type { Code, Facts } from "../diagnostic.ts";

export interface Worded {
  /** What is wrong; names things as the user wrote them. */
  readonly what: string;
  /** What to do next. */
  readonly next: string;
  /** The same to the department that handed it in, where the office can do something that a department cannot. */
  readonly ask?: string;
}

export type Catalogue = { readonly [C in Code]: (facts: Facts[C]) => Worded };

/** The part of a catalogue that words the codes of one topic. */
export type CatalogueOf<F> = { readonly [C in keyof F]: (facts: F[C]) => Worded };
