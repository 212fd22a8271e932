/** How a pack looks and in which words it speaks. */
import type { Style } from "./style.ts";
import type { Words } from "./words.ts";

export interface Looks {
  readonly style: Style;
  readonly words: Words;
}
