/** Self-assessment texts. */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { lossWords, pictureFaults, unreadableTexts } from "./narrative-words.ts";
import { meant } from "./phrases.ts";

const shortened = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

export const narrative: CatalogueOf<NarrativeFacts> = {
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `indicator ${indicator} "${title}" has no self-assessment text`,
    next: `Write it in ${expectedIn}.`,
  }),
  "narratives-not-begun": ({ about }) => ({
    what: `${about.length === 1 ? "one text is" : `${String(about.length)} texts are`} still to be written: ${about.join(", ")}`,
    next: "Open the files of these names in narrative/, write the texts and delete the hints in brackets; the report prints them as they stand.",
  }),
  "hint-left": ({ hint, count }) => ({
    what: `${count > 1 ? `${String(count)} places are` : "one place is"} still to be written, where the hint "${shortened(hint)}" stands`,
    next: "Write the text and delete the hint; the report prints it as it stands.",
  }),
  "not-filled-in": ({ key, value }) => ({
    what: `${key === "applicant" ? "the applicant" : "the office"} is not filled in: "${shortened(value)}" stands there`,
    next: "Write the name, without brackets; the cover prints what stands here.",
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `"${name}" is no leaf of the map, nor overview or problems, so it was left out of the report`,
    next:
      nearest === null
        ? `Begin the file name with the code of an indicator, such as ${example}.`
        : meant(nearest).trim(),
  }),
  "narrative-unreadable": ({ cause }) => {
    const [what, next] = unreadableTexts[cause] ?? [
      `the text cannot be read (${cause})`,
      "Put the file itself there and see that it may be read.",
    ];
    return { what: `${what}, so it was left out of the report`, next };
  },
  "narrative-unsupported": ({ what, count }) => {
    const [said, next] = lossWords[what];
    return { what: `${said}${count > 1 ? ` (${String(count)} in all)` : ""}`, next };
  },
  "narrative-twice": ({ other }) => ({
    what: `${other} is about the same, so this Word file was left out of the report`,
    next: "Keep one of the two; if the Word file counts, remove the Markdown file.",
  }),
  "narrative-picture": ({ picture, fault, nearest }) => {
    const [said, next] = pictureFaults[fault];
    return {
      what: `${picture === "" ? "a picture in the text" : `the picture "${picture}"`} ${said}`,
      next: `${meant(nearest)}${next}`,
    };
  },
  "unknown-exhibit": ({ cited, nearest }) => ({
    what: `the text cites exhibit ${cited}, which does not exist`,
    next: `${meant(nearest)}Compare with the index of exhibits, or hand the item in.`,
  }),
  "unknown-page": ({ exhibit, page, pages }) => ({
    what: `the text cites page ${String(page)} of exhibit ${exhibit}, which has ${String(pages)}`,
    next: "Count from the first page of that exhibit, and mend the number.",
  }),
  "unknown-figure": ({ name, nearest }) => ({
    what: `the text uses the figure "${name}", which is not in facts.yaml`,
    next: `${meant(nearest)}Add it to facts.yaml, or mend the name.`,
  }),
  "figure-unit": ({ name, unit, wanted }) => ({
    what: `the figure "${name}" ${unit === "" ? "has no unit" : `is in ${unit}`} and cannot be told in ${wanted}`,
    next:
      unit === ""
        ? "Give it a unit in facts.yaml."
        : "Name a unit of the same kind, or leave the bar and the unit out.",
  }),
  "narrative-length": ({ indicator, title, words, bound, limit }) => ({
    what: `the text on indicator ${indicator} "${title}" has ${String(words)} word${words === 1 ? "" : "s"}, ${bound === "max" ? "more" : "fewer"} than ${String(limit)}`,
    next: bound === "max" ? "Cut it down." : "Say more of what was done, with results and figures.",
  }),
  "problems-share": ({ words, total, least }) => ({
    what: `${String(words)} of ${String(total)} words of text speak of problems: ${percent(total === 0 ? 0 : words / total)}, where ${percent(least)} is asked`,
    next: "Write more on problems, their causes and remedies in narrative/problems.md.",
  }),
};
