/** Exhibits (`[@2-1-1-01]`) and figures (`{{resident_population}}`) that a narrative names and that cannot be printed. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import type { Mention } from "../../model/mention.ts";
import { mentionsIn } from "../../model/narrative.ts";
import type { Rule } from "../rule.ts";
import { namedFigure } from "../named-figure.ts";

export const citations: Rule = ({ workspace: { narratives, facts }, numbering }) => {
  const exhibits = new Set<string>(numbering.numbers.values());
  return narratives.flatMap(({ blocks }) =>
    mentionsIn(blocks).flatMap((mention): Diagnostic[] => {
      if (mention.type === "figure") return tellFigure(mention);
      return mention.cited
        .filter(({ exhibit }) => !exhibits.has(exhibit))
        .map(({ exhibit }) =>
          diagnostic("unknown-exhibit", mention.at, { cited: exhibit, nearest: nearest(exhibit, exhibits) }),
        );
    }),
  );

  function tellFigure({ name, unit, at }: Extract<Mention, { readonly type: "figure" }>): Diagnostic[] {
    const figure = namedFigure(name, unit, facts);
    if (figure.ok) return [];
    if (figure.fault === "unknown") {
      const names = facts.map((fact) => fact.id);
      return [diagnostic("unknown-figure", at, { name, nearest: nearest(name, names) })];
    }
    return [diagnostic("figure-unit", at, { name, unit: figure.unit, wanted: unit ?? "" })];
  }
};
