/**
 * What was reviewed against what is there now. After doorstop's suspect links: an item is reviewed as a whole, by the
 * hashes of its files; a link by what its requirement asked.
 */
import { createHash } from "node:crypto";
import type { Link, LinkedItem, ReviewState } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import type { IndicatorCode, RequirementId, SourcePath } from "../model/ids.ts";
import { numbersOf } from "../model/exhibit-number.ts";
import { unread } from "../model/lock.ts";
import type { Lock, LockEntry } from "../model/lock.ts";
import type { IndicatorMap } from "../model/map.ts";
import { originalsFirst } from "./twins.ts";

/** Which item bears which entry of the lock; entries that are not here have lost their item. */
export interface Held {
  readonly lock: Lock;
  readonly items: ReadonlyMap<LockEntry, LinkedItem>;
  readonly entries: ReadonlyMap<SourcePath, LockEntry>;
}

/** Nothing was ever reviewed. */
export const nobody: Held = { lock: [], items: new Map(), entries: new Map() };

/** The name by which the lock knows a file: its path, or the address, for that may move to another row. */
export const nameOf = (file: Evidence): string => file.url ?? file.path;

/** The hash that the lock keeps of a file; of an address that of the address itself. */
export const hashOf = (file: Evidence): string =>
  file.url === undefined ? (file.sha256 ?? unread) : createHash("sha256").update(file.url).digest("hex");

/** What the lock calls a link: the requirement, or the indicator when it is not known which of its requirements. */
export const targetOf = ({ indicator, requirement }: LinkedItem): RequirementId | IndicatorCode =>
  requirement?.id ?? indicator.code;

/**
 * Fingerprint of what a link was asked for: the indicator's title and criterion, and of the requirement whatever
 * decides on which evidence it takes. Who owes it, its aliases and whether it is optional do not change what the
 * evidence has to prove; nor do the kinds of file it accepts, of which the check itself tells.
 */
export function fingerprint({ indicator, requirement }: LinkedItem): string {
  const asked = [indicator.title, indicator.criterion, ...(requirement === null ? [] : asks(requirement))];
  return createHash("sha256").update(JSON.stringify(asked)).digest("hex").slice(0, 16);
}

const asks = (each: NonNullable<LinkedItem["requirement"]>): unknown[] => [
  each.title,
  each.kind,
  each.min,
  each.eachYear,
  each.docNumberRequired,
  each.lasting,
  each.window === null ? null : [each.window.from, each.window.to],
];

/** The hashes of all files, in one order; files that are only renamed have the same. */
const contents = (hashes: Iterable<string>): string => [...new Set(hashes)].toSorted().join("+");

const contentsOf = ({ files }: Item): string => contents(files.map(hashOf));

/** Whether an item has other files than an entry of the lock. */
export const isChanged = (item: Item, entry: LockEntry): boolean => contentsOf(item) !== contents(entry.files.values());

/**
 * Gives every entry of the lock its item: under the same leaf the one whose first file has the same name, then one
 * that has some file of the same name, then one with the same contents, which was renamed. Entries that were
 * accepted as gone come last, so that a file that is back finds its number, but takes nobody's file.
 */
export function holdersOf(lock: Lock, links: readonly Link[], map: IndicatorMap): Held {
  if (lock.length === 0) return nobody;
  const { read } = numbersOf(map);
  const items = new Map<LockEntry, LinkedItem>();
  const entries = new Map<SourcePath, LockEntry>();
  const asked = [...lock.filter((each) => !each.gone), ...lock.filter((each) => each.gone)];
  for (const { ofItem, ofEntry } of likenesses) {
    const isFree = (link: Link): boolean => !entries.has(keyOf(link.item));
    const alike = gather(links.filter(isFree), ofItem);
    for (const entry of asked) {
      if (items.has(entry)) continue;
      const fitting = ofEntry(entry).flatMap((key) => alike.get(`${read(entry.number)?.leaf ?? ""}\n${key}`) ?? []);
      const [found] = originalsFirst(fitting.filter(isFree));
      if (found === undefined) continue;
      items.set(entry, found);
      entries.set(keyOf(found.item), entry);
    }
  }
  return { lock, items, entries };
}

/** Primary links by the leaf and by what their items are known by. */
function gather(links: readonly Link[], likenessesOf: (item: Item) => readonly string[]): Map<string, LinkedItem[]> {
  const alike = new Map<string, LinkedItem[]>();
  for (const link of links) {
    if (link.type !== "linked" || link.role !== "primary") continue;
    for (const likeness of likenessesOf(link.item)) {
      const key = `${link.indicator.code}\n${likeness}`;
      const others = alike.get(key);
      if (others === undefined) alike.set(key, [link]);
      else others.push(link);
    }
  }
  return alike;
}

/** Ways in which an item is known again, the surest first. */
const likenesses: readonly {
  readonly ofItem: (item: Item) => string[];
  readonly ofEntry: (entry: LockEntry) => string[];
}[] = [
  { ofItem: ({ files }) => [nameOf(files[0])], ofEntry: ({ files }) => [...files.keys()].slice(0, 1) },
  { ofItem: ({ files }) => files.map(nameOf), ofEntry: ({ files }) => [...files.keys()] },
  // Files that are empty or cannot be read are all alike.
  {
    ofItem: (item) => (item.files.every((file) => file.bytes > 0 && file.sha256 !== null) ? [contentsOf(item)] : []),
    ofEntry: ({ files }) => [contents(files.values())],
  },
];

/** How each link stands to the lock. A link that was never reviewed is new, and no problem. */
export function reviewOf(held: Held, links: readonly Link[]): ReadonlyMap<Link, ReviewState> {
  return new Map(
    links.flatMap((link) =>
      link.type === "linked" ? [[link, stateOf(link, held.entries.get(keyOf(link.item)))]] : [],
    ),
  );
}

function stateOf(link: LinkedItem, entry: LockEntry | undefined): ReviewState {
  const reviewed = entry?.links.get(targetOf(link));
  if (entry === undefined || reviewed === undefined) return "new";
  return reviewed !== fingerprint(link) || isChanged(link.item, entry) ? "changed" : "accepted";
}
