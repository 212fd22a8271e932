/** The same bytes handed in twice; empty files are all alike and are told as unreadable instead. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Link } from "../../model/coverage.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ links }) => {
  const first = new Map<string, Link>();
  const found: Diagnostic[] = [];
  for (const link of links) {
    const { sha256, bytes, path, state } = link.evidence;
    if (sha256 === null || bytes === 0 || state.type === "ignored") continue;
    const earlier = first.get(sha256);
    if (earlier === undefined) first.set(sha256, link);
    else {
      const facts = {
        first: earlier.evidence.path,
        sameRequirement: slotOf(link) !== null && slotOf(link) === slotOf(earlier),
      };
      found.push(diagnostic("duplicate-file", { file: path }, facts));
    }
  }
  return found;
};

const slotOf = (link: Link): string | null => (link.type === "linked" ? (link.requirement?.id ?? null) : null);
