/** Titles in names: which requirement a text speaks of. */
import type { DepartmentId } from "../model/ids.ts";
import type { Requirement } from "../model/map.ts";

/** Letters and digits only, in one width and case: spaces, brackets and punctuation do not tell names apart. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/**
 * The requirements whose title or alias stands in the first of `texts` that has any; of several, the longest
 * title wins; of equal ones, those that `department` owes.
 */
export function bestMatches(
  texts: readonly string[],
  requirements: readonly Requirement[],
  department: DepartmentId | null,
): Requirement[] {
  for (const text of texts) {
    const within = bare(text);
    const scored = requirements
      .map((requirement) => ({ requirement, score: matchLength(requirement, within) }))
      .filter(({ score }) => score > 0);
    if (scored.length === 0) continue;
    const top = Math.max(...scored.map(({ score }) => score));
    const best = scored.filter(({ score }) => score === top).map(({ requirement }) => requirement);
    const own = best.filter((each) => each.owner === department);
    return own.length > 0 ? own : best;
  }
  return [];
}

const matchLength = (requirement: Requirement, within: string): number =>
  Math.max(
    ...[requirement.title, ...requirement.aliases].map((title) => {
      const wanted = bare(title);
      return wanted !== "" && within.includes(wanted) ? wanted.length : 0;
    }),
  );
