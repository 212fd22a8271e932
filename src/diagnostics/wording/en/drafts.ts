/** The history of drafts, and two runs at once. */
import type { DraftFacts } from "../../facts/drafts.ts";
import type { CatalogueOf } from "../catalogue.ts";

export const drafts: CatalogueOf<DraftFacts> = {
  "history-line": ({ text, first }) =>
    first === null
      ? {
          what: `this line of the history cannot be read: "${text}"; it is not in the chart, and was left as it is`,
          next: "Mend it after the other lines, or delete it.",
        }
      : {
          what: `line ${String(first)} tells of the same draft with other figures; this line counts`,
          next: "Keep the right one and delete the other, or compile that draft again.",
        },
  "history-unreadable": ({ reason, cause }) => ({
    what: {
      failed: `the history cannot be read (${cause}); no trend is drawn, and nothing is added to it`,
      encoding: "the history is not UTF-8; no trend is drawn, and nothing is added to it",
      version: `this program does not know the version of the history (${cause}); no trend is drawn, and nothing is added to it`,
    }[reason],
    next: {
      failed: "See to the permissions of the file and the disk, and compile again.",
      encoding: "Save it as UTF-8 and compile again.",
      version: "Update evipack; or put the file aside if it is not needed.",
    }[reason],
  }),
  "history-unwritten": ({ cause }) => ({
    what: `the history cannot be written (${cause}); the draft is there, but was not added to it`,
    next: "See that the workspace may be written to and that there is room, and compile again.",
  }),
  "changed-meanwhile": () => ({
    what: "This file was changed while the pack was being made; nothing was written, the earlier pack is as it was",
    next: "Compile again when nobody is copying or changing files.",
  }),
  busy: ({ mark, process }) => ({
    what: `another run${process === null ? "" : ` (process ${String(process)})`} is writing to this place; this one wrote nothing`,
    next: `Try again when it has ended; if there is none, delete ${mark}.`,
  }),
  "not-reproducible": ({ reason }) => ({
    what: {
      changed: "compiled once more from the same evidence, this file has other content",
      gone: "compiled once more from the same evidence, this file is not there",
      added: "compiled once more from the same evidence, this file is there too",
    }[reason],
    next: "If somebody changed the evidence meanwhile, try again; with LibreOffice of the machine or Gotenberg, use converter: embedded; else tell the maintainers.",
  }),
};
