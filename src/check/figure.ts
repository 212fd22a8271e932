/** The figure of a threshold, and what it rests on. */
import { evaluate } from "../engines/formula/evaluate.ts";
import type { Evaluated, Scope } from "../engines/formula/evaluate.ts";
import { parseFormula } from "../engines/formula/parse.ts";
import type { Scoring } from "../model/map.ts";
import { parseUnit } from "../model/unit.ts";
import type { Fact, Workspace } from "../model/workspace.ts";

export type Threshold = Extract<Scoring, { readonly type: "threshold" }>;

type Figures = Pick<Workspace, "facts" | "tables">;

/** What the names of formulas stand for in a workspace. */
export const scopeOf = ({ facts, tables }: Figures): Scope => ({
  facts: new Map(facts.map(({ id, value, measure }) => [id, { value, unit: measure }])),
  tables,
});

/** The figure in the unit of the threshold, or what is wrong with its formula. */
export const figureOf = ({ formula, unit }: Threshold, scope: Scope): Evaluated =>
  evaluate(formula, parseUnit(unit), scope);

/** The facts that a formula rests on, those behind their formulas too: each once, in the order in which they are met. */
export function factsBehind(formula: string, facts: ReadonlyMap<string, Fact>): Fact[] {
  const met = new Map<string, Fact>();
  const open = [formula];
  for (let text = open.pop(); text !== undefined; text = open.pop()) {
    const parsed = parseFormula(text);
    for (const name of parsed.ok ? parsed.names : []) {
      const fact = facts.get(name);
      if (fact === undefined || met.has(name)) continue;
      met.set(name, fact);
      if (fact.formula !== null) open.push(fact.formula);
    }
  }
  return [...met.values()];
}
