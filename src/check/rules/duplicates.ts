/** The same bytes handed in twice; empty files are all alike and are told as unreadable instead. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { keyOf } from "../../model/evidence.ts";
import type { Evidence, Item } from "../../model/evidence.ts";
import type { SourcePath } from "../../model/ids.ts";
import { originalsFirst, twinsIn } from "../twins.ts";
import type { Judged, Rule } from "../rule.ts";

export const duplicates: Rule = (judged) =>
  copiesIn(judged).map(({ file, first, sameRequirement }) =>
    diagnostic("duplicate-file", { file }, { first, sameRequirement }),
  );

export interface Copy {
  readonly item: Item;
  readonly file: SourcePath;
  /** The file with the same bytes that is taken for the original. */
  readonly first: SourcePath;
  /** The item as a whole is printed once, under its original. */
  readonly sameRequirement: boolean;
}

/** Every file whose bytes were handed in before, beside its original. */
export function copiesIn({ links, coverage }: Pick<Judged, "links" | "coverage">): Copy[] {
  const twins = twinsIn(coverage, links);
  const originals = new Map<string, Evidence>();
  for (const { item } of originalsFirst(links)) {
    for (const file of item.files) {
      if (isComparable(file) && !originals.has(file.sha256 ?? "")) originals.set(file.sha256 ?? "", file);
    }
  }
  const items = new Set<Item>(links.map((link) => link.item));
  return [...items].flatMap((item): Copy[] => {
    const twin = twins.get(keyOf(item));
    if (twin !== undefined) return [{ item, file: keyOf(item), first: twin, sameRequirement: true }];
    return item.files.flatMap((file) => {
      const original = isComparable(file) ? originals.get(file.sha256 ?? "") : undefined;
      if (original === undefined || original === file) return [];
      return [{ item, file: file.path, first: original.path, sameRequirement: false }];
    });
  });
}

const isComparable = (file: Evidence): boolean =>
  file.bytes > 0 && file.sha256 !== null && file.state.type !== "ignored";
