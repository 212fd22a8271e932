/** Problems that say of a requirement that it is owed: the gap of that requirement says it already. */
import type { Code, Diagnostic } from "./diagnostic.ts";

export const owedCodes: ReadonlySet<Code> = new Set<Code>(["missing-evidence", "too-few", "missing-years"]);

/** Id of the requirement that a problem names; null when it names none. */
export const requirementOf = ({ facts }: Diagnostic): string | null =>
  "requirement" in facts && typeof facts.requirement === "string" ? facts.requirement : null;

/** `owed`: ids of the requirements that have a gap. */
export const isToldByGap = (each: Diagnostic, owed: ReadonlySet<string>): boolean =>
  owedCodes.has(each.code) && owed.has(requirementOf(each) ?? "");
