/** A figure that a text names, in the unit that it asks for: what the check tells of and what the report prints. */
import { convert, parseUnit, sameKind } from "../model/unit.ts";
import type { Fact } from "../model/workspace.ts";

export type NamedFigure =
  | {
      readonly ok: true;
      /** Null while it is not known. */
      readonly value: number | null;
      readonly unit: string;
      /** It was reckoned, so that it has as many digits as it happens to have. */
      readonly reckoned: boolean;
    }
  | { readonly ok: false; readonly fault: "unknown" }
  | { readonly ok: false; readonly fault: "unit"; /** Its own. */ readonly unit: string };

/** `unit`: null for the unit of the fact. */
export function namedFigure(name: string, unit: string | null, facts: readonly Fact[]): NamedFigure {
  const fact = facts.find(({ id }) => id === name);
  if (fact === undefined) return { ok: false, fault: "unknown" };
  const { value, measure, formula } = fact;
  const reckoned = formula !== null;
  if (unit === null) return { ok: true, value, unit: fact.unit, reckoned };
  const wanted = parseUnit(unit);
  if (wanted === null || measure === null || !sameKind(measure, wanted))
    return { ok: false, fault: "unit", unit: fact.unit };
  return { ok: true, value: value === null ? null : convert(value, measure, wanted), unit, reckoned };
}
