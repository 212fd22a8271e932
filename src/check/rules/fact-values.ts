/** One figure with two values: the same figure told twice (domain 9.9), or a sum that does not come out as claimed. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { comparable } from "../../engines/formula/evaluate.ts";
import { convert, sameKind } from "../../model/unit.ts";
import type { Fact } from "../../model/workspace.ts";
import type { Rule } from "../rule.ts";

export const factValues: Rule = ({ workspace: { facts } }) => {
  const first = new Map<string, Fact>();
  return facts.flatMap((fact) => [...claims(fact), ...conflicts(fact, first)]);
};

const shown = (value: number, unit: string): string => `${String(comparable(value))}${unit === "" ? "" : ` ${unit}`}`;

function claims({ title, value, unit, claim }: Fact) {
  if (claim === null || claim.value === null || value === null) return [];
  if (comparable(claim.value) === comparable(value)) return [];
  const { formula, at } = claim;
  const facts = { title, value: shown(value, unit), formula, computed: shown(claim.value, unit) };
  return [diagnostic("fact-claim", at, facts)];
}

/** Same title, population and day: the same figure, whatever multiple of its unit it is told in. */
function conflicts(fact: Fact, first: Map<string, Fact>) {
  if (fact.value === null) return [];
  const plainText = (text: string): string => text.normalize("NFKC").replace(/\s+/gu, "").toLowerCase();
  const key = JSON.stringify([plainText(fact.title), plainText(fact.base), fact.asOf]);
  const earlier = first.get(key);
  if (earlier === undefined || earlier.value === null) {
    first.set(key, fact);
    return [];
  }
  const [measure, other] = [fact.measure, earlier.measure];
  if (measure !== null && other !== null && !sameKind(measure, other)) return [];
  const same = measure === null || other === null ? earlier.value : convert(earlier.value, other, measure);
  if (comparable(same) === comparable(fact.value)) return [];
  const { title, unit, at } = fact;
  const values = { value: shown(fact.value, unit), other: shown(earlier.value, earlier.unit) };
  return [diagnostic("fact-conflict", at, { title, ...values, first: earlier.at })];
}
