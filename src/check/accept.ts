/** Accepting (复核): what was looked at goes into the lock, and with it the numbers of its leaf. */
import type { Link, LinkedItem } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import { numbersOf } from "../model/exhibit-number.ts";
import type { ExhibitId, IndicatorCode, SourcePath } from "../model/ids.ts";
import type { Lock, LockEntry } from "../model/lock.ts";
import { leavesOf } from "../model/map.ts";
import type { IndicatorMap } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { Checked } from "./check.ts";
import { fingerprint, hashOf, isChanged, nameOf, targetOf } from "./review.ts";

/** How many exhibits it was for which the lock said something else before. */
export interface Acceptance {
  readonly lock: Lock;
  /** Reviewed for the first time. */
  readonly added: number;
  /** Reviewed before, with other files or for another requirement. */
  readonly changed: number;
  readonly gone: number;
  /** Asked for, but not accepted: they cannot be read. */
  readonly unreadable: readonly SourcePath[];
}

/** Every code that `accept` knows: sections, groups, indicators, requirements, numbers of exhibits. */
export function acceptable({ workspace, numbering }: Pick<Checked, "workspace" | "numbering">): Set<string> {
  const { map, lock } = workspace;
  const codes = leavesOf(map).flatMap(({ section, groups, indicator }) => [
    section.code,
    ...groups.map((each) => each.code),
    indicator.code,
    ...indicator.requires.map((each) => each.id),
  ]);
  return new Set<string>([...codes, ...numbering.numbers.values(), ...lock.map((each) => each.number)]);
}

/**
 * The lock with the links that `codes` name, all when it names none, as they are now. Of an item its files are
 * accepted as a whole, of its links those that were named. What cannot be read is numbered, and not accepted. A leaf
 * that gets an entry gets one for each of its exhibits, so that no number there moves any more.
 */
export function accept(checked: Checked, codes: readonly string[]): Acceptance {
  const { workspace, links, numbering } = checked;
  const inScope = scopeOf(workspace.map, codes);
  const leafOf = leafIn(workspace.map);
  const byItem = linksByItem(links);
  const before = new Map(workspace.lock.map((entry) => [entry.number, entry]));
  const reviewed = [...numbering.numbers].flatMap(([key, number]) => {
    const own = byItem.get(key) ?? [];
    const named = own.filter((link) => inScope(number, link.indicator.code, targetOf(link)));
    const [first] = named;
    return first === undefined
      ? []
      : [{ key, ...reviewItem({ number, item: first.item, own, named }, before.get(number)) }];
  });
  const gone = goneOf(checked).filter((entry) =>
    ["", ...entry.links.keys()].some((target) => inScope(entry.number, leafOf(entry.number), target)),
  );
  const after = [
    ...reviewed.map((each) => each.entry),
    ...gone.map((each) => ({ ...each, links: new Map(), gone: true })),
  ];
  const numbered = numberLeaves(checked, byItem, new Set(after.flatMap((each) => leafOf(each.number) ?? [])));
  const lock = new Map([...numbered, ...before, ...after.map((each) => [each.number, each] as const)]);
  const count = (what: Reviewed): number => reviewed.filter((each) => each.what === what).length;
  return {
    lock: [...lock.values()].toSorted((a, b) => compareNames(a.number, b.number)),
    added: count("added"),
    changed: count("changed"),
    gone: gone.length,
    unreadable: reviewed.flatMap(({ what, key }) => (what === "unreadable" ? [key] : [])),
  };
}

type Reviewed = "added" | "changed" | "same" | "unreadable";

/** An item of which some link is to be accepted. */
interface Named {
  readonly number: ExhibitId;
  readonly item: Item;
  readonly own: readonly LinkedItem[];
  readonly named: readonly LinkedItem[];
}

/** A link that is named is taken as it is now, another as it was; one that is not there any more is dropped. */
function reviewItem(
  { number, item, own, named }: Named,
  earlier: LockEntry | undefined,
): { readonly entry: LockEntry; readonly what: Reviewed } {
  if (item.files.some((file) => file.state.type !== "readable")) {
    return { entry: earlier ?? entryOf(number, item, []), what: "unreadable" };
  }
  const links = own.flatMap((link): [string, string][] => {
    const [target, was] = [targetOf(link), earlier?.links.get(targetOf(link))];
    return named.includes(link) ? [[target, fingerprint(link)]] : was === undefined ? [] : [[target, was]];
  });
  const entry = entryOf(number, item, links);
  if (earlier === undefined || earlier.links.size === 0) return { entry, what: "added" };
  return { entry, what: isChanged(item, earlier) || !sameLinks(earlier, entry) ? "changed" : "same" };
}

/** Entries whose number nobody bears any more, and of which that was not accepted yet. */
function goneOf({ workspace, numbering }: Checked): LockEntry[] {
  const borne = new Set(numbering.numbers.values());
  return workspace.lock.filter((entry) => !entry.gone && !borne.has(entry.number));
}

/** Entries that only give out the numbers: for each exhibit of some leaves. */
function numberLeaves(
  { workspace, numbering }: Checked,
  byItem: ReadonlyMap<SourcePath, readonly LinkedItem[]>,
  leaves: ReadonlySet<IndicatorCode>,
): Map<ExhibitId, LockEntry> {
  const leafOf = leafIn(workspace.map);
  return new Map(
    [...numbering.numbers].flatMap(([key, number]): [ExhibitId, LockEntry][] => {
      const [link] = byItem.get(key) ?? [];
      const leaf = leafOf(number);
      return link === undefined || leaf === null || !leaves.has(leaf) ? [] : [[number, entryOf(number, link.item, [])]];
    }),
  );
}

const entryOf = (number: ExhibitId, item: Item, links: readonly (readonly [string, string])[]): LockEntry => ({
  number,
  files: new Map(item.files.map((file) => [nameOf(file), hashOf(file)])),
  links: new Map(links.toSorted(([a], [b]) => compareNames(a, b))),
  gone: false,
});

const sameLinks = (a: LockEntry, b: LockEntry): boolean =>
  a.links.size === b.links.size && [...a.links].every(([target, asked]) => b.links.get(target) === asked);

function linksByItem(links: readonly Link[]): Map<SourcePath, LinkedItem[]> {
  const byItem = new Map<SourcePath, LinkedItem[]>();
  for (const link of links) {
    if (link.type !== "linked") continue;
    const own = byItem.get(keyOf(link.item));
    if (own === undefined) byItem.set(keyOf(link.item), [link]);
    else own.push(link);
  }
  return byItem;
}

/** The leaf under which a number was given out; null when the map has it no more. */
const leafIn =
  (map: IndicatorMap) =>
  (number: ExhibitId): IndicatorCode | null =>
    numbersOf(map).read(number)?.leaf ?? null;

type InScope = (number: ExhibitId, leaf: IndicatorCode | null, target: string) => boolean;

/** Whether codes name a link: by its exhibit, its requirement, its indicator or anything above that. */
function scopeOf(map: IndicatorMap, codes: readonly string[]): InScope {
  if (codes.length === 0) return () => true;
  const asked = new Set(codes);
  const above = new Map<string, readonly string[]>(
    leavesOf(map).map(({ section, groups, indicator }) => [
      indicator.code,
      [section.code, ...groups.map((each) => each.code), indicator.code],
    ]),
  );
  return (number, leaf, target) =>
    asked.has(number) || asked.has(target) || (above.get(leaf ?? "") ?? []).some((code) => asked.has(code));
}
