/** facts.yaml → named figures, formulas computed. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { evaluate } from "../engines/formula/evaluate.ts";
import type { Figure } from "../engines/formula/evaluate.ts";
import { parseFormula } from "../engines/formula/parse.ts";
import { departmentId } from "../model/ids.ts";
import type { Checked, Path } from "../model/places.ts";
import type { SourceRef } from "../model/source.ts";
import { parseUnit } from "../model/unit.ts";
import type { Unit } from "../model/unit.ts";
import type { Fact, FactClaim, FactTable } from "../model/workspace.ts";
import type { FactsFile } from "../schema/workspace.ts";
import { formulaDiagnostic } from "./formulas.ts";

type FactFile = FactsFile[string];

interface Reader {
  readonly facts: ReadonlyMap<string, FactFile>;
  readonly tables: ReadonlyMap<string, FactTable>;
  readonly at: (path: Path, onKey?: boolean) => SourceRef;
  readonly found: Diagnostic[];
  /** What is computed so far. */
  readonly figures: Map<string, Figure>;
}

/** Reads the figures in the order of the file. */
export function readFacts(
  { value, at }: Checked<FactsFile>,
  tables: ReadonlyMap<string, FactTable> = new Map(),
): Staged<readonly Fact[]> {
  const reader: Reader = { facts: new Map(Object.entries(value)), tables, at, found: [], figures: new Map() };
  const { order, circles } = orderOf(reader.facts);
  for (const circle of circles) {
    const [id = ""] = circle;
    const formula = reader.facts.get(id)?.formula ?? "";
    const facts = { formula, reason: "cycle", about: circle.join(" → "), uses: [] } as const;
    reader.found.push(diagnostic("bad-formula", at([id, "formula"]), facts));
  }
  const inCircle = new Set(circles.flat());
  for (const id of order) reader.figures.set(id, inCircle.has(id) ? unknown(id, reader) : figureOf(id, reader));
  const facts = [...reader.facts].map(([id, fact]): Fact => {
    const { value: figure, unit: measure } = reader.figures.get(id) ?? { value: null, unit: null };
    return {
      id,
      title: fact.title,
      value: figure,
      formula: fact.formula ?? null,
      unit: fact.unit ?? "",
      measure,
      claim: claimOf(id, fact, measure, reader),
      asOf: fact.as_of ?? null,
      source: fact.source === undefined ? null : departmentId(fact.source),
      item: fact.item ?? "",
      base: fact.base ?? "",
      group: fact.group ?? "",
      at: at([id], true),
    };
  });
  return { value: facts, diagnostics: reader.found };
}

const unitOf = ({ unit }: FactFile): Unit | null => parseUnit(unit ?? "");

function unknown(id: string, { facts }: Reader): Figure {
  const fact = facts.get(id);
  return { value: null, unit: fact === undefined ? null : unitOf(fact) };
}

function figureOf(id: string, reader: Reader): Figure {
  const fact = reader.facts.get(id);
  if (fact?.formula === undefined) return { ...unknown(id, reader), value: fact?.value ?? null };
  return computed(fact.formula, unitOf(fact), reader.at([id, "formula"]), reader) ?? unknown(id, reader);
}

function claimOf(id: string, { equals }: FactFile, measure: Unit | null, reader: Reader): FactClaim | null {
  if (equals === undefined) return null;
  const at = reader.at([id, "equals"]);
  return { formula: equals, value: computed(equals, measure, at, reader)?.value ?? null, at };
}

/** Null when the formula has a fault, which is told. */
function computed(text: string, unit: Unit | null, at: SourceRef, reader: Reader): Figure | null {
  const scope = { facts: reader.figures, tables: reader.tables };
  const result = evaluate(text, unit, scope);
  if (result.ok) return result.figure;
  const told = (name: string) => {
    const fact = reader.facts.get(name);
    return fact === undefined ? null : { unit: fact.unit ?? "", at: reader.at([name], true) };
  };
  const known = { facts: [...reader.facts.keys()], told, tables: reader.tables };
  reader.found.push(...result.faults.map((fault) => formulaDiagnostic(fault, text, at, known)));
  return null;
}

interface Order {
  /** Every fact once, those that a formula uses before it. */
  readonly order: readonly string[];
  /** Each way in which formulas come back to themselves, with its first name again at its end. */
  readonly circles: readonly (readonly string[])[];
}

/** Without recursion: a chain of facts may be as long as the file. */
function orderOf(facts: ReadonlyMap<string, FactFile>): Order {
  const uses = (id: string): readonly string[] => {
    const formula = facts.get(id)?.formula;
    const parsed = formula === undefined ? null : parseFormula(formula);
    return parsed?.ok === true ? parsed.names.filter((name) => facts.has(name)) : [];
  };
  const order = new Set<string>();
  const circles: string[][] = [];
  for (const start of facts.keys()) {
    const path = new Map<string, Iterator<string>>();
    const open: string[] = [];
    const enter = (id: string): void => {
      path.set(id, uses(id)[Symbol.iterator]());
      open.push(id);
    };
    if (!order.has(start)) enter(start);
    for (let id = open.at(-1); id !== undefined; id = open.at(-1)) {
      const next = path.get(id)?.next();
      if (next === undefined || next.done === true) {
        path.delete(id);
        open.pop();
        order.add(id);
      } else if (path.has(next.value)) {
        circles.push([...open.slice(open.indexOf(next.value)), next.value]);
      } else if (!order.has(next.value)) enter(next.value);
    }
  }
  return { order: [...order], circles };
}
