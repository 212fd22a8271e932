/** Every file whose bytes were handed in before. Empty files are all alike and are told as unreadable instead. */
import type { Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import { groupsOfMany } from "../model/group.ts";
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
  const copies: Copy[] = [];
  for (const item of new Set<Item>(links.map((link) => link.item))) {
    const twin = twins.get(keyOf(item));
    if (twin !== undefined) {
      copies.push({ item, file: keyOf(item), first: twin, sameRequirement: true });
      continue;
    }
    for (const file of item.files) {
      const original = isComparable(file) ? originals.get(file.sha256 ?? "") : undefined;
      if (original === undefined || original === file) continue;
      copies.push({ item, file: file.path, first: original.path, sameRequirement: false });
    }
  }
  return copies;
}

/** By its hash, of all files with the same bytes the first; what was handed in once is not among them. */
function originalsIn(links: readonly Link[]): ReadonlyMap<string, Evidence> {
  const handedIn: { readonly link: Link; readonly file: Evidence }[] = [];
  for (const link of links) for (const file of link.item.files) if (isComparable(file)) handedIn.push({ link, file });
  const originals = new Map<string, Evidence>();
  for (const [sha256, alike] of groupsOfMany(handedIn, ({ file }) => file.sha256 ?? "")) {
    const [first] = originalsFirst(alike.map(({ link }) => link));
    const original = first?.item.files.find((file) => file.sha256 === sha256);
    if (original !== undefined) originals.set(sha256, original);
  }
  return originals;
}

const isComparable = (file: Evidence): boolean =>
  file.bytes > 0 && file.sha256 !== null && file.state.type !== "ignored";
