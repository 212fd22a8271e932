/** Output of a check, and what it is compared with. */
import type { OutputFacts } from "../../facts/outputs.ts";
import type { ReferenceFault } from "../../../model/reference.ts";
import type { Worded } from "../catalogue.ts";

const referenceFaults: Readonly<Record<ReferenceFault, readonly [what: string, next: string]>> = {
  missing: ["is not there", "Check name and place, counted from the workspace, or delete the line."],
  "not-docx": ["is no .docx file", 'Save it as "Word Document (*.docx)" (not the strict form) in Word or WPS.'],
  encrypted: ["has a password", "Take the password off in Word or WPS and save it again."],
  macros: ["holds macros", "Save it as .docx, without macros."],
  damaged: ["is damaged or cannot be opened", "Open it in Word or WPS and save a copy."],
  "too-large": [
    "unpacks to more than is allowed",
    "Delete its text and large pictures; styles, headers and footers are enough.",
  ],
  objects: [
    "has a header or footer with embedded objects or linked pictures, which was left out",
    "Put pictures (PNG or JPEG) in their place and save it again.",
  ],
};

export const outputs: { readonly [C in keyof OutputFacts]: (facts: OutputFacts[C]) => Worded } = {
  "output-needed": ({ format, example }) => ({
    what: `${format} cannot be printed, it has to go into a file`,
    next: `Add --output ${example}.`,
  }),
  "reference-unusable": ({ file, reason }) => {
    const [what, next] = referenceFaults[reason];
    const rest = reason === "objects" ? "" : "; the report keeps its own look";
    return { what: `the reference document "${file}" ${what}${rest}`, next };
  },
  "not-earlier": ({ reason }) => ({
    what:
      reason === "partial"
        ? "this is a check of one part only and cannot be compared with"
        : "this is neither an earlier check nor the manifest.json of a pack",
    next:
      reason === "partial"
        ? "Name a check that was made without --department, --section and --since."
        : "Name the folder of an earlier pack (or the manifest.json in it), or a check kept with --format json.",
  }),
};
