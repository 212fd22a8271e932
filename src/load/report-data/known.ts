/** What funds, surveys and findings may name: departments, facts, sections and indicators. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import { nearest } from "../../engines/nearest.ts";
import { departmentId } from "../../model/ids.ts";
import type { DepartmentId } from "../../model/ids.ts";
import type { IndicatorMap } from "../../model/map.ts";
import type { SourceRef } from "../../model/source.ts";
import { convert, printUnit, sameKind } from "../../model/unit.ts";
import type { Unit } from "../../model/unit.ts";
import type { Department, Fact, NamedItem } from "../../model/workspace.ts";
import type { Path } from "../../model/places.ts";
import { meantDepartment } from "../names.ts";

export interface Known {
  readonly map: IndicatorMap;
  readonly departments: readonly Department[];
  readonly facts: readonly Fact[];
  /** False when facts.yaml has faults of its own: what it lacks then says nothing. */
  readonly factsKnown: boolean;
}

/** What reading one of the files needs. */
export interface Reader {
  readonly at: (path: Path, onKey?: boolean) => SourceRef;
  readonly department: (id: string | undefined, path: Path) => DepartmentId | null;
  /**
   * A figure in `unit`: the number itself, or the fact of that name, which may also be told in `other`. Null while it is
   * not known.
   */
  readonly figure: (value: number | string | null, unit: Unit | null, path: Path, other?: Unit | null) => number | null;
  readonly item: (text: string | undefined, path: Path) => NamedItem | null;
  /** One or more names of papers, each with its place. */
  readonly items: (texts: string | readonly string[] | undefined, path: Path) => readonly NamedItem[];
  readonly fact: (id: string, path: Path) => Fact | null;
  readonly found: Diagnostic[];
}

/** Faults of what is looked up are gathered in `found`. */
export function readerOf(at: Reader["at"], known: Known): Reader {
  const found: Diagnostic[] = [];
  const facts = new Map(known.facts.map((each) => [each.id, each]));
  const departments = new Set<string>(known.departments.map((each) => each.id));

  const fact: Reader["fact"] = (id, path) => {
    const one = facts.get(id);
    if (one === undefined && known.factsKnown) {
      found.push(diagnostic("unknown-fact", at(path), { name: id, nearest: nearest(id, facts.keys()) }));
    }
    return one ?? null;
  };
  const department: Reader["department"] = (id, path) => {
    if (id === undefined) return null;
    if (!departments.has(id)) {
      const near = meantDepartment(id, known.departments);
      found.push(diagnostic("unknown-department", at(path), { id, nearest: near }));
    }
    return departmentId(id);
  };
  const figure: Reader["figure"] = (value, unit, path, other = null) => {
    if (typeof value !== "string") return value;
    const one = fact(value, path);
    if (one === null || one.measure === null || unit === null) return one?.value ?? null;
    const fitting = other !== null && sameKind(one.measure, other) ? other : unit;
    if (sameKind(one.measure, fitting)) return one.value === null ? null : convert(one.value, one.measure, fitting);
    found.push(
      diagnostic("unit-mismatch", at(path), {
        formula: value,
        left: printUnit(one.measure),
        right: printUnit(unit),
        operator: "",
        uses: [{ name: value, unit: one.unit, at: one.at }],
      }),
    );
    return null;
  };
  const item: Reader["item"] = (text, path) => (text === undefined ? null : { text, at: at(path) });
  const items: Reader["items"] = (texts, path) =>
    typeof texts === "object"
      ? texts.map((text, index) => ({ text, at: at([...path, index]) }))
      : [item(texts, path)].filter((each) => each !== null);
  return { at, department, figure, item, items, fact, found };
}
