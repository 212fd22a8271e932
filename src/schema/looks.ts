/** How a pack looks and in which words it speaks. */
import type { Reference } from "../model/reference.ts";
import type { Style } from "./style.ts";
import type { Words } from "./words.ts";

export interface Looks {
  readonly style: Style;
  readonly words: Words;
  /** A Word file of the user that lends the report in Word its looks. */
  readonly reference?: Reference | null;
}
