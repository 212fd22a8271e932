/** Of files with the same bytes, which one is the original. */
import type { Coverage, Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import { compareNames } from "../model/order.ts";

/** Names that file managers and people give to copies: 副本, copy, (1). */
const copyName = /(?:副本|复件|\bcopy\b|[（(]\d+[）)])[^/]*$/iu;

export const withoutCopyName = (title: string): string => title.replace(copyName, "");

/** The copy of the department that owes it comes first, then plain names before names of copies, then by path. */
export const originalsFirst = <L extends Link>(links: readonly L[]): L[] =>
  links.toSorted(
    (a, b) =>
      Number(isFromOwner(b)) - Number(isFromOwner(a)) ||
      Number(copyName.test(a.item.files[0].name)) - Number(copyName.test(b.item.files[0].name)) ||
      compareNames(keyOf(a.item), keyOf(b.item)),
  );

const isFromOwner = (link: Link): boolean =>
  link.type === "linked" && link.requirement !== null && link.item.department === link.requirement.owner;

/** The content of an item: of one file its hash, of a bundle those of all; null when any could not be read. */
export function bytesOf({ files }: Item): string | null {
  const hashes = files.map((file) => file.sha256);
  return hashes.includes(null) ? null : hashes.join("+");
}

/**
 * Items that are printed once, under another one with the same bytes: whatever they serve, that one serves too.
 * An item that serves something else besides is printed all the same.
 */
export function twinsIn(coverage: readonly Coverage[], links: readonly Link[]): ReadonlyMap<SourcePath, SourcePath> {
  const instead = new Map<SourcePath, SourcePath[]>();
  for (const { link, notCounted, duplicateOf } of coverage.flatMap((each) => each.items)) {
    if (notCounted !== "duplicate" || duplicateOf === null) continue;
    instead.set(keyOf(link.item), [...(instead.get(keyOf(link.item)) ?? []), duplicateOf]);
  }
  const served = new Map<SourcePath, number>();
  for (const { type, item } of links) {
    const key = keyOf(item);
    if (type === "linked" && instead.has(key)) served.set(key, (served.get(key) ?? 0) + 1);
  }
  const twins = new Map<SourcePath, SourcePath>();
  for (const [key, originals] of instead) {
    const [first] = originals;
    const all = originals.length === served.get(key) && originals.every((each) => each === first);
    if (first !== undefined && all) twins.set(key, first);
  }
  return new Map([...twins].filter(([, original]) => !twins.has(original)));
}
