/** facts.yaml → named figures, formulas computed. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { parseFormula } from "../engines/formula.ts";
import { nearest } from "../engines/nearest.ts";
import { departmentId } from "../model/ids.ts";
import type { SourceRef } from "../model/source.ts";
import type { Fact } from "../model/workspace.ts";
import { factsFile } from "../schema/workspace.ts";
import type { FactsFile } from "../schema/workspace.ts";
import { checkYaml } from "./yaml-file.ts";

/** Reads the figures in the order of the file. */
export function readFacts(file: string, bytes: Uint8Array): Staged<readonly Fact[]> {
  const checked = checkYaml(file, bytes, factsFile);
  if (checked.value === null) return { value: [], diagnostics: checked.diagnostics };
  const { value, at } = checked.value;
  const found: Diagnostic[] = [];
  const compute = computer(value, (id) => at([id, "formula"]), found);
  const facts = Object.entries(value).map(([id, fact]): Fact => ({
    id,
    title: fact.title,
    value: compute(id),
    formula: fact.formula ?? null,
    unit: fact.unit ?? "",
    asOf: fact.as_of ?? null,
    source: fact.source === undefined ? null : departmentId(fact.source),
    item: fact.item ?? "",
    base: fact.base ?? "",
    group: fact.group ?? "",
    at: at([id], true),
  }));
  return { value: facts, diagnostics: found };
}

/** Value of a fact by id; each formula is computed once, a circle of formulas is told once. */
function computer(facts: FactsFile, at: (id: string) => SourceRef, found: Diagnostic[]): (id: string) => number | null {
  const known = new Map<string, number | null>();
  const open = new Set<string>();
  const compute = (id: string): number | null => {
    const fact = facts[id];
    if (fact?.formula === undefined) return fact?.value ?? null;
    const done = known.get(id);
    if (done !== undefined) return done;
    if (open.has(id)) {
      found.push(diagnostic("bad-formula", at(id), { formula: fact.formula, reason: "cycle" }));
      return null;
    }
    open.add(id);
    const value = evaluate(fact.formula, at(id), Object.keys(facts), compute, found);
    open.delete(id);
    known.set(id, value);
    return value;
  };
  return compute;
}

/** Value of a formula, or null with the reason told. Names that no fact has are each told. */
export function evaluate(
  text: string,
  at: SourceRef,
  names: readonly string[],
  value: (name: string) => number | null,
  found: Diagnostic[],
): number | null {
  const formula = parseFormula(text);
  if (!formula.ok) {
    found.push(diagnostic("bad-formula", at, { formula: text, reason: formula.fault }));
    return null;
  }
  const unknown = formula.names.filter((name) => !names.includes(name));
  for (const name of unknown) found.push(diagnostic("unknown-fact", at, { name, nearest: nearest(name, names) }));
  if (unknown.length > 0) return null;
  const result = formula.evaluate(value);
  if (result.ok) return result.value;
  found.push(diagnostic("bad-formula", at, { formula: text, reason: "not-a-number" }));
  return null;
}
