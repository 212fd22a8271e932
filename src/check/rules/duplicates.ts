/** The same bytes handed in twice; empty files are all alike and are told as unreadable instead. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyOf } from "../../model/evidence.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import { originalsFirst, twinsIn } from "../twins.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ links, coverage }) => {
  const twins = twinsIn(coverage, links);
  const originals = new Map<string, Evidence>();
  for (const { item } of originalsFirst(links)) {
    for (const file of item.files) {
      if (isComparable(file) && !originals.has(file.sha256 ?? "")) originals.set(file.sha256 ?? "", file);
    }
  }
  const items = new Set<Item>(links.map((link) => link.item));
  return [...items].flatMap((item) => {
    const twin = twins.get(keyOf(item));
    if (twin !== undefined) {
      return [diagnostic("duplicate-file", { file: keyOf(item) }, { first: twin, sameRequirement: true })];
    }
    return item.files.flatMap((file) => {
      const original = isComparable(file) ? originals.get(file.sha256 ?? "") : undefined;
      if (original === undefined || original === file) return [];
      return [diagnostic("duplicate-file", { file: file.path }, { first: original.path, sameRequirement: false })];
    });
  });
};

const isComparable = (file: Evidence): boolean =>
  file.bytes > 0 && file.sha256 !== null && file.state.type !== "ignored";
