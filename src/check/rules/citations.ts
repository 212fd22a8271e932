/** Exhibits (`[@2-1-1-01]`) and figures (`{{resident_population}}`) that a narrative names and that there are not. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import type { Rule } from "../rule.ts";

const exhibit = /\[@([^\]\s]{1,60})\]/gu;
const figure = /\{\{\s*([^{}]{1,60}?)\s*\}\}/gu;

export const citations: Rule = ({ workspace: { narratives, facts }, numbering }) => {
  const exhibits = new Set<string>(numbering.numbers.values());
  const figures = new Set(facts.map((fact) => fact.id));
  return narratives.flatMap(({ texts, at }) =>
    texts.flatMap(({ text, line }) => [
      ...named(text, exhibit, exhibits).map((cited) =>
        diagnostic("unknown-exhibit", { ...at, line }, { cited, nearest: nearest(cited, exhibits) }),
      ),
      ...named(text, figure, figures).map((name) =>
        diagnostic("unknown-figure", { ...at, line }, { name, nearest: nearest(name, figures) }),
      ),
    ]),
  );
};

/** What stands in a text in a form, and is not among the known. */
const named = (text: string, form: RegExp, known: ReadonlySet<string>): string[] =>
  [...text.matchAll(form)].map(([, name = ""]) => name).filter((name) => !known.has(name));
