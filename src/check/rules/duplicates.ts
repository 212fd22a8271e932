/** The same bytes handed in twice; empty files are all alike and are told as unreadable instead. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Link } from "../../model/coverage.ts";
import { originalsFirst, twinsIn } from "../twins.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ links, coverage }) => {
  const twins = twinsIn(coverage);
  const originals = new Map<string, Link>();
  for (const link of originalsFirst(links)) {
    const { sha256 } = link.evidence;
    if (isComparable(link) && sha256 !== null && !originals.has(sha256)) originals.set(sha256, link);
  }
  return links.flatMap((link) => {
    const twin = twins.get(link.evidence.path);
    if (twin !== undefined) {
      return [diagnostic("duplicate-file", { file: link.evidence.path }, { first: twin, sameRequirement: true })];
    }
    const original = originals.get(link.evidence.sha256 ?? "");
    if (original === undefined || original === link || !isComparable(link)) return [];
    return [
      diagnostic(
        "duplicate-file",
        { file: link.evidence.path },
        { first: original.evidence.path, sameRequirement: false },
      ),
    ];
  });
};

const isComparable = ({ evidence }: Link): boolean => evidence.bytes > 0 && evidence.state.type !== "ignored";
