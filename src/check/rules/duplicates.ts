/** The same bytes handed in twice; empty files are all alike and are told as unreadable instead. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Link } from "../../model/coverage.ts";
import { originalsFirst } from "../twins.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ links }) => {
  const originals = new Map<string, Link>();
  for (const link of originalsFirst(links)) {
    const { sha256 } = link.evidence;
    if (isComparable(link) && sha256 !== null && !originals.has(sha256)) originals.set(sha256, link);
  }
  return links.flatMap((link) => {
    const original = originals.get(link.evidence.sha256 ?? "");
    if (original === undefined || original === link || !isComparable(link)) return [];
    const sameRequirement = slotOf(link) !== null && slotOf(link) === slotOf(original);
    return [
      diagnostic("duplicate-file", { file: link.evidence.path }, { first: original.evidence.path, sameRequirement }),
    ];
  });
};

const isComparable = ({ evidence }: Link): boolean => evidence.bytes > 0 && evidence.state.type !== "ignored";

const slotOf = (link: Link): string | null => (link.type === "linked" ? (link.requirement?.id ?? null) : null);
