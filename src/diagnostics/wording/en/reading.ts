/** Words for what reading the evidence folder has to say. */
import type { ReadingFacts } from "../../facts/reading.ts";
import type { CatalogueOf } from "../catalogue.ts";

export const reading: CatalogueOf<ReadingFacts> = {
  "set-aside": ({ pattern, files }) =>
    files === 0
      ? {
          what: `the pattern "${pattern}" under ignore fits no file`,
          next: "Check the names of the folders and files, or delete the line.",
        }
      : {
          what: `the pattern "${pattern}" under ignore sets ${String(files)} ${files === 1 ? "file" : "files"} aside`,
          next: "They are listed in manifest.json; take the pattern out to bind them in.",
        },
};
