import type { ReferenceFault } from "../../model/reference.ts";

/** What can be wrong with what a check is asked to show, and where it is to be written. */
export interface OutputFacts {
  /** A format that is no text was asked for without a file. */
  "output-needed": { readonly format: string; readonly example: string };
  /** The Word file that should lend the report its looks does not, or not wholly (`objects`). */
  "reference-unusable": { readonly file: string; readonly reason: ReferenceFault };
  /** A file to compare with that is none; `partial`: it is a check of one part only. */
  "not-earlier": { readonly reason: "other" | "partial" };
}
