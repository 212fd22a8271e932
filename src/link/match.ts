/** Titles in names: which requirement a text speaks of. */
import type { DepartmentId } from "../model/ids.ts";
import type { Leaf, Requirement } from "../model/map.ts";

/** Letters and digits only, in one width and case: spaces, brackets and punctuation do not tell names apart. */
export const bare = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");

/** A requirement under its leaf, with what it is called. */
export interface Slot {
  readonly leaf: Leaf;
  readonly requirement: Requirement;
  /** Title and aliases, bare: every item is held against them. */
  readonly titles: readonly string[];
}

export const slotsOf = (leaf: Leaf): Slot[] =>
  leaf.indicator.requires.map((requirement) => ({
    leaf,
    requirement,
    titles: [requirement.title, ...requirement.aliases].map(bare).filter((title) => title !== ""),
  }));

/**
 * The slots whose title or alias stands in the first of `texts` that has any; of several, the longest
 * title wins; of equal ones, those that `department` owes.
 */
export function bestMatches(
  texts: readonly string[],
  slots: readonly Slot[],
  department: DepartmentId | null,
): readonly Slot[] {
  for (const text of texts) {
    const within = bare(text);
    const scored = slots.map((slot) => ({ slot, score: matchLength(slot, within) })).filter(({ score }) => score > 0);
    if (scored.length === 0) continue;
    const top = Math.max(...scored.map(({ score }) => score));
    const best = scored.filter(({ score }) => score === top).map(({ slot }) => slot);
    const own = best.filter(({ requirement }) => requirement.owner === department);
    return own.length > 0 ? own : best;
  }
  return [];
}

const matchLength = ({ titles }: Slot, within: string): number =>
  Math.max(0, ...titles.filter((title) => within.includes(title)).map((title) => title.length));
