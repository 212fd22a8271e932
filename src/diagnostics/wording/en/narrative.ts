/** Self-assessment texts. */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant } from "./phrases.ts";

const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

const unsupported: Readonly<Record<string, string>> = {
  picture: "A picture",
  footnote: "A footnote",
  html: "HTML",
  code: "A code block",
  deletion: "A deletion",
};

export const narrative: CatalogueOf<NarrativeFacts> = {
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `indicator ${indicator} "${title}" has no self-assessment text`,
    next: `Write it in ${expectedIn}.`,
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `"${name}" is no leaf of the map, nor overview or problems, so it was left out of the report`,
    next:
      nearest === null
        ? `Begin the file name with the code of an indicator, such as ${example}.`
        : meant(nearest).trim(),
  }),
  "narrative-unreadable": ({ cause }) => ({
    what:
      cause === "not-utf8"
        ? "the text is not UTF-8, so it was left out of the report"
        : cause === "EOUTSIDE"
          ? "the file is a link that leads out of the workspace, so it was left out of the report"
          : `the text cannot be read (${cause}), so it was left out of the report`,
    next:
      cause === "not-utf8"
        ? "Open it in an editor and save it as UTF-8."
        : "Put the file itself there and see that it may be read.",
  }),
  "narrative-unsupported": ({ what }) => ({
    what:
      what === "docx"
        ? "Word narratives are not read yet"
        : `${unsupported[what] ?? what} cannot be kept as it is; only its text was kept`,
    next: what === "docx" ? "Save it as Markdown (.md)." : "Use paragraphs, lists or tables.",
  }),
  "unknown-exhibit": ({ cited, nearest }) => ({
    what: `the text cites exhibit ${cited}, which does not exist`,
    next: `${meant(nearest)}Compare with the index of exhibits, or hand the item in.`,
  }),
  "unknown-figure": ({ name, nearest }) => ({
    what: `the text uses the figure "${name}", which is not in facts.yaml`,
    next: `${meant(nearest)}Add it to facts.yaml, or mend the name.`,
  }),
  "narrative-length": ({ indicator, title, words, bound, limit }) => ({
    what: `the text on indicator ${indicator} "${title}" has ${String(words)} words, ${bound === "max" ? "more" : "fewer"} than ${String(limit)}`,
    next: bound === "max" ? "Cut it down." : "Say more of what was done, with results and figures.",
  }),
  "problems-share": ({ words, total, least }) => ({
    what: `${String(words)} of ${String(total)} words of text speak of problems: ${percent(total === 0 ? 0 : words / total)}, where ${percent(least)} is asked`,
    next: "Write more on problems, their causes and remedies in narrative/problems.md.",
  }),
};
