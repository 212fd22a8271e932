/** The bookmarks that a file brings along: their titles, and the pages that they lead to. */
import { PDFName } from "pdf-lib";
import type { PDFDict, PDFRef } from "pdf-lib";
import type { Removed } from "./actions.ts";
import type { Bookmark } from "./bookmarks.ts";
import type { Destinations } from "./links.ts";
import { dictIn, nameIn, textIn } from "./objects.ts";
import { nameBytes } from "./open.ts";
import type { Source } from "./open.ts";

/** Bounds of what is read; a file with more has been made to be a burden. */
const [deepest, most] = [32, 10_000];

/**
 * Reads the bookmarks of a file whose pages have become `pages` of another; those that lead to no page are left out
 * and their children move up. What they would do besides is told to `removed`.
 */
export function outlineOf(
  { catalog }: Source,
  pages: readonly PDFRef[],
  destinations: Destinations,
  removed: Removed,
): readonly Bookmark[] {
  const numbers = new Map(pages.map((ref, index) => [ref, index + 1]));
  const seen = new Set<PDFDict>();
  const pageOf = (entry: PDFDict): number | undefined => {
    const action = dictIn(entry, "A");
    const isJump = action !== null && nameIn(action, "S") === "GoTo";
    const goal = isJump ? action.lookup(PDFName.of("D")) : entry.lookup(PDFName.of("Dest"));
    const name = nameBytes(goal);
    const found = name === null ? destinations.explicit(goal) : destinations.names.get(name);
    const page = found?.get(0);
    return page === undefined ? undefined : numbers.get(page as PDFRef);
  };
  const below = (parent: PDFDict, level: number): Bookmark[] => {
    const found: Bookmark[] = [];
    let entry = level < deepest ? dictIn(parent, "First") : null;
    while (entry !== null && !seen.has(entry) && seen.size < most) {
      seen.add(entry);
      removed.addActionsOf(entry);
      const [title, page, children] = [textIn(entry, "Title") ?? "", pageOf(entry), below(entry, level + 1)];
      if (page === undefined || title.trim() === "") found.push(...children);
      else found.push({ title, page, children });
      entry = dictIn(entry, "Next");
    }
    return found;
  };
  const outlines = dictIn(catalog, "Outlines");
  return outlines === null ? [] : below(outlines, 0);
}
