/** Self-assessment texts. */
import type { NarrativeFacts } from "../../facts/narrative.ts";
import type { Catalogue } from "../catalogue.ts";

const meant = (nearest: string | null): string => (nearest === null ? "" : `Did you mean "${nearest}"? `);
const percent = (share: number): string => `${String(Math.floor(share * 1000) / 10)}%`;

export const narrative: Pick<Catalogue, keyof NarrativeFacts> = {
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
