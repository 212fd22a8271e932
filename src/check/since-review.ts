/** What has changed, or gone, since it was reviewed; told until it is accepted. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { GoneReason } from "../diagnostics/facts/review.ts";
import type { Link, ReviewState } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import type { ExhibitId, RequirementId, SourcePath } from "../model/ids.ts";
import type { LockEntry } from "../model/lock.ts";
import { unread } from "../model/lock.ts";
import type { Requirement } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { Numbering } from "./number.ts";
import { fingerprint, hashOf, isChanged, nameOf, targetOf } from "./review.ts";
import type { Held } from "./review.ts";
import { placeOf } from "./rule.ts";

interface Reviewed {
  readonly held: Held;
  readonly review: ReadonlyMap<Link, ReviewState>;
  readonly numbering: Numbering;
}

/** Items with other files than were reviewed, requirements that ask for something else, exhibits that are gone. */
export function sinceReview(links: readonly Link[], reviewed: Reviewed): Diagnostic[] {
  if (reviewed.held.lock.length === 0) return [];
  return [...changedFiles(reviewed), ...changedRequirements(links, reviewed), ...gone(links, reviewed)];
}

/** An item that cannot be read is told as such, and not as changed. */
function changedFiles({ held, review }: Reviewed): Diagnostic[] {
  const changed = new Set([...review].flatMap(([link, state]) => (state === "changed" ? [keyOf(link.item)] : [])));
  return [...held.items].flatMap(([entry, { item }]) => {
    const isReadable = item.files.every((file) => file.state.type === "readable");
    if (!isReadable || !changed.has(keyOf(item)) || !isChanged(item, entry)) return [];
    const files = item.files.length === 1 && entry.files.size === 1 ? null : difference(item, entry);
    return [diagnostic("changed-since-review", placeOf(item), { exhibit: entry.number, files })];
  });
}

/** Which files of a bundle are not those that were reviewed. */
function difference(
  { files }: Item,
  entry: LockEntry,
): { readonly altered: readonly string[]; readonly added: readonly string[]; readonly removed: readonly string[] } {
  const earlier = new Set(entry.files.values());
  const now = new Set(files.map(hashOf));
  const names = new Set<string>(files.map(nameOf));
  const other = files.filter((file) => !earlier.has(hashOf(file)));
  return {
    altered: other.filter((file) => entry.files.has(nameOf(file))).map((file) => file.name),
    added: other.filter((file) => !entry.files.has(nameOf(file))).map((file) => file.name),
    removed: [...entry.files].flatMap(([name, hash]) =>
      now.has(hash) || names.has(name) || hash === unread ? [] : [name.split("/").at(-1) ?? name],
    ),
  };
}

/** A requirement is told once, with all the exhibits that were reviewed for what it asked before. */
function changedRequirements(links: readonly Link[], { held, review }: Reviewed): Diagnostic[] {
  const exhibits = new Map<RequirementId, { readonly requirement: Requirement; readonly numbers: ExhibitId[] }>();
  for (const link of links) {
    if (link.type !== "linked" || link.requirement === null || review.get(link) !== "changed") continue;
    const entry = held.entries.get(keyOf(link.item));
    if (entry === undefined || entry.links.get(targetOf(link)) === fingerprint(link)) continue;
    const told = exhibits.get(link.requirement.id) ?? { requirement: link.requirement, numbers: [] };
    told.numbers.push(entry.number);
    exhibits.set(link.requirement.id, told);
  }
  return [...exhibits.values()].map(({ requirement: { id, title, at }, numbers }) =>
    diagnostic("asked-since-review", at, { requirement: id, title, exhibits: numbers.toSorted(compareNames) }),
  );
}

function gone(links: readonly Link[], { held, numbering }: Reviewed): Diagnostic[] {
  const borne = new Set(numbering.numbers.values());
  return held.lock.flatMap((entry) => {
    const [file] = entry.files.keys();
    if (entry.gone || file === undefined || borne.has(entry.number)) return [];
    const { reason, now } = whereabouts(file, entry, links, { held, numbering });
    return [diagnostic("gone-since-review", { file }, { exhibit: entry.number, reason, now })];
  });
}

/** What became of an item whose number nobody bears. */
function whereabouts(
  file: string,
  entry: LockEntry,
  links: readonly Link[],
  { held, numbering }: Pick<Reviewed, "held" | "numbering">,
): { readonly reason: GoneReason; readonly now: string | null } {
  const numberAt = (key: SourcePath): ExhibitId | null => numbering.numbers.get(key) ?? null;
  const holder = held.items.get(entry);
  const twin = holder === undefined ? undefined : numbering.twins.get(keyOf(holder.item));
  if (twin !== undefined) return { reason: "duplicate", now: numberAt(twin) };
  const found = links.find((link) => link.item.files.some((each) => nameOf(each) === file));
  if (found === undefined || found.type === "ignored") return { reason: "vanished", now: null };
  if (found.type !== "linked") return { reason: "unlinked", now: null };
  // A bundle that another file leads has taken it in.
  return { reason: nameOf(found.item.files[0]) === file ? "moved" : "joined", now: numberAt(keyOf(found.item)) };
}
