/** Every file whose bytes were handed in before. Empty files are all alike and are told as unreadable instead. */
import type { Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import { groupBy } from "../model/group.ts";
import type { SourcePath } from "../model/ids.ts";
import { originalsFirst } from "./twins.ts";

export interface Copy {
  readonly item: Item;
  readonly file: SourcePath;
  /** The file with the same bytes that is taken for the original. */
  readonly first: SourcePath;
  /** The item as a whole is printed once, under its original. */
  readonly sameRequirement: boolean;
}

/** Every copy beside its original; `twins` are the items that are not printed, each with the one that stands for it. */
export function copiesIn(links: readonly Link[], twins: ReadonlyMap<SourcePath, SourcePath>): Copy[] {
  const originals = originalsIn(links);
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

/** By its hash, of all files with the same bytes the first; what was handed in once is not among them. */
function originalsIn(links: readonly Link[]): ReadonlyMap<string, Evidence> {
  const handedIn = links.flatMap((link) => link.item.files.filter(isComparable).map((file) => ({ link, file })));
  const originals = new Map<string, Evidence>();
  for (const [sha256, alike] of groupBy(handedIn, ({ file }) => file.sha256 ?? "")) {
    if (alike.length === 1) continue;
    const [first] = originalsFirst(alike.map(({ link }) => link));
    const original = first?.item.files.find((file) => file.sha256 === sha256);
    if (original !== undefined) originals.set(sha256, original);
  }
  return originals;
}

const isComparable = (file: Evidence): boolean =>
  file.bytes > 0 && file.sha256 !== null && file.state.type !== "ignored";
