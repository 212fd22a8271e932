/** Every file whose bytes were handed in before. Empty files are all alike and are told as unreadable instead. */
import { isCameraName } from "../link/camera-names.ts";
import { bare } from "../link/match.ts";
import type { Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence, Item, NameParts } from "../model/evidence.ts";
import { groupsOfMany } from "../model/group.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Period } from "../model/source.ts";
import { originalsFirst, withoutCopyName } from "./twins.ts";

export interface Copy {
  readonly item: Item;
  readonly file: SourcePath;
  /** The file with the same bytes that is taken for the original. */
  readonly first: SourcePath;
  /** The item as a whole is printed once, under its original. */
  readonly sameRequirement: boolean;
  readonly claimed: Claimed | null;
}

/** What two names say of the same bytes where they contradict each other: one of the two is probably the wrong scan. */
export interface Claimed {
  readonly what: "year" | "paper";
  readonly here: string;
  readonly there: string;
}

interface Original {
  readonly item: Item;
  readonly file: Evidence;
}

/** Every copy beside its original; `twins` are the items that are not printed, each with the one that stands for it. */
export function copiesIn(links: readonly Link[], twins: ReadonlyMap<SourcePath, SourcePath>): Copy[] {
  const originals = originalsIn(links);
  const items = new Map(links.map(({ item }) => [keyOf(item), item]));
  const copies: Copy[] = [];
  for (const item of items.values()) {
    const twin = items.get(twins.get(keyOf(item)) ?? keyOf(item)) ?? item;
    if (twin !== item) {
      const claimed = yearsOf(item, twin) ?? papersOf(item, twin);
      copies.push({ item, file: keyOf(item), first: keyOf(twin), sameRequirement: true, claimed });
      continue;
    }
    for (const file of item.files) {
      const original = isComparable(file) ? originals.get(file.sha256 ?? "") : undefined;
      if (original === undefined || original.file === file) continue;
      // Titles of papers for several requirements differ as a matter of course.
      const claimed = yearsOf(partsOf(item, file), partsOf(original.item, original.file));
      copies.push({ item, file: file.path, first: original.file.path, sameRequirement: false, claimed });
    }
  }
  return copies;
}

/** By its hash, of all files with the same bytes the first; what was handed in once is not among them. */
function originalsIn(links: readonly Link[]): ReadonlyMap<string, Original> {
  const handedIn: { readonly link: Link; readonly file: Evidence }[] = [];
  for (const link of links) for (const file of link.item.files) if (isComparable(file)) handedIn.push({ link, file });
  const originals = new Map<string, Original>();
  for (const [sha256, alike] of groupsOfMany(handedIn, ({ file }) => file.sha256 ?? "")) {
    const [first] = originalsFirst(alike.map(({ link }) => link));
    const file = first?.item.files.find((each) => each.sha256 === sha256);
    if (first !== undefined && file !== undefined) originals.set(sha256, { item: first.item, file });
  }
  return originals;
}

const isComparable = (file: Evidence): boolean =>
  file.bytes > 0 && file.sha256 !== null && file.state.type !== "ignored";

/** What a file is said to be: what a register says of it, where it is an item alone. */
const partsOf = (item: Item, file: Evidence): NameParts => (item.files.length === 1 ? item : file);

function yearsOf(a: NameParts, b: NameParts): Claimed | null {
  if (a.period === null || b.period === null) return null;
  const [here, there] = [yearsIn(a.period), yearsIn(b.period)];
  return here === there ? null : { what: "year", here, there };
}

function yearsIn({ from, to }: Period): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)];
  return first === last ? first : `${first}-${last}`;
}

/** Another number, another day, or a title of which the other is no part; the names of cameras tell nothing. */
function papersOf(a: NameParts, b: NameParts): Claimed | null {
  const [here, there] = [a, b].map(({ title }) => (isCameraName(title) ? "" : bare(withoutCopyName(title))));
  return (
    differing([a.docNumber, b.docNumber], [a.docNumber, b.docNumber]) ??
    differing([a.formed, b.formed], [a.formed, b.formed]) ??
    differing([here, there], [a.title, b.title])
  );
}

/** What two names tell, when neither says the same as the other and more: 2019-03 is no other day than 2019-03-05. */
function differing(
  [a, b]: readonly (string | null | undefined)[],
  [here, there]: readonly (string | null)[],
): Claimed | null {
  if (a === null || a === undefined || b === null || b === undefined || here === null || there === null) return null;
  return a.includes(b) || b.includes(a) ? null : { what: "paper", here: here ?? "", there: there ?? "" };
}
