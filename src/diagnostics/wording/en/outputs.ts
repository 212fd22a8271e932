/** Output of a check, and what it is compared with. */
import type { OutputFacts } from "../../facts/outputs.ts";
import type { Worded } from "../catalogue.ts";

export const outputs: { readonly [C in keyof OutputFacts]: (facts: OutputFacts[C]) => Worded } = {
  "output-needed": ({ format, example }) => ({
    what: `${format} cannot be printed, it has to go into a file`,
    next: `Add --output ${example}.`,
  }),
  "not-earlier": ({ reason }) => ({
    what:
      reason === "partial"
        ? "this is a check of one part only and cannot be compared with"
        : "this is neither an earlier check nor the manifest.json of a pack",
    next:
      reason === "partial"
        ? "Name a check that was made without --department, --section and --since."
        : "Name the manifest.json of an earlier pack, or a check kept with --format json.",
  }),
};
