/** Facts of how exhibits are numbered. */
import type { IndicatorCode } from "../../model/ids.ts";

export interface NumberFacts {
  "number-pattern": {
    readonly pattern: string;
    readonly reason:
      /** No such placeholder. */
      | "unknown"
      /** No running number, or two of them. */
      | "none"
      | "twice"
      /** A placeholder behind the running number. */
      | "order"
      /** A digit stands right before the running number. */
      | "joined"
      /** Two leaves would give out the same numbers. */
      | "alike"
      /** A sign that names of files, citations or addresses do not take. */
      | "sign"
      /** A section for which there is no Roman sign. */
      | "section";
    /** The placeholder, the sign, the codes of the leaves, the code of the section. */
    readonly got: string;
    readonly nearest: string | null;
  };
  "too-many-exhibits": {
    readonly indicator: IndicatorCode;
    readonly serial: number;
    readonly form: "circled" | "roman";
    readonly most: number;
  };
  "numbers-changed": { readonly was: string; readonly now: string };
}
