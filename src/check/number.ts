/** Numbers of exhibits (附件号): leaf code and running number, in one order; those of the lock first. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Link, LinkedItem } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import { mostOf, numbersOf } from "../model/exhibit-number.ts";
import type { ExhibitNumbers } from "../model/exhibit-number.ts";
import { groupBy } from "../model/group.ts";
import type { ExhibitId, SourcePath } from "../model/ids.ts";
import type { LockEntry } from "../model/lock.ts";
import type { IndicatorMap, Leaf } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { byCodePoint, sortedByName } from "../model/order.ts";
import { nobody } from "./review.ts";
import type { Held } from "./review.ts";
import { twinsIn } from "./twins.ts";

export interface Numbering {
  readonly numbers: ReadonlyMap<SourcePath, ExhibitId>;
  /** Items that are not printed, each with the one that stands for it. */
  readonly twins: ReadonlyMap<SourcePath, SourcePath>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives every linked item its number, under its primary link, but for those whose twin has one already. */
export function numberExhibits(
  map: IndicatorMap,
  links: readonly Link[],
  coverage: readonly Coverage[],
  held: Held = nobody,
): Numbering {
  const twins = twinsIn(coverage, links);
  const frozen = frozenIn(held, twins);
  const forms = numbersOf(map);
  const ofLeaf = groupBy(held.lock, (entry) => forms.read(entry.number)?.leaf ?? "");
  const printed = links
    .filter((link) => link.type === "linked")
    .filter((link) => link.role === "primary" && !twins.has(keyOf(link.item)));
  const byLeaf = groupBy(printed, (link) => link.indicator);
  const diagnostics: Diagnostic[] = [];
  const numbers = new Map<SourcePath, ExhibitId>();
  for (const leaf of leavesOf(map)) {
    const items = inOrder(byLeaf.get(leaf.indicator) ?? [], leaf);
    const given: Given = { leaf, forms, frozen, entries: ofLeaf.get(leaf.indicator.code) ?? [], held };
    const serials = numberItems(items, given, diagnostics);
    for (const [index, item] of items.entries()) {
      numbers.set(keyOf(item.item), forms.numberOf(leaf.indicator.code, serials[index] ?? 0));
    }
    diagnostics.push(...beyondForm(leaf, serials, map));
  }
  return { numbers, twins, diagnostics };
}

/** Running numbers for which the form of the map has no sign: they stand in brackets, and somebody should know. */
function beyondForm(
  { indicator }: Leaf,
  serials: readonly number[],
  { exhibitNumber, at }: IndicatorMap,
): Diagnostic[] {
  const { serial: form, at: here } = exhibitNumber;
  const highest = Math.max(0, ...serials);
  if (form.type === "digits" || highest <= mostOf(form)) return [];
  const facts = { indicator: indicator.code, serial: highest, form: form.type, most: mostOf(form) };
  return [diagnostic("too-many-exhibits", here ?? at, facts)];
}

/** The serials that the lock has given, and to whom. */
interface Given {
  readonly leaf: Leaf;
  readonly forms: ExhibitNumbers;
  /** By item, under all leaves. */
  readonly frozen: ReadonlyMap<SourcePath, readonly LockEntry[]>;
  /** Of this leaf, also those that nobody bears any more. */
  readonly entries: readonly LockEntry[];
  readonly held: Held;
}

/** The entries that an item bears: its own, or else those of twins that are not printed, for the bytes are the same. */
function frozenIn(held: Held, twins: ReadonlyMap<SourcePath, SourcePath>): Given["frozen"] {
  const frozen = new Map<SourcePath, LockEntry[]>();
  for (const [key, entry] of held.entries) if (!twins.has(key)) frozen.set(key, [entry]);
  for (const [twin, original] of twins) {
    const entry = held.entries.get(twin);
    if (entry === undefined || held.entries.has(original)) continue;
    frozen.set(original, [...(frozen.get(original) ?? []), entry]);
  }
  return frozen;
}

/** By requirement as the map lists them, then by date, then by name, in the order of which links stand. */
function inOrder(items: readonly LinkedItem[], leaf: Leaf): LinkedItem[] {
  const slot = ({ requirement }: LinkedItem): number => {
    const index = leaf.indicator.requires.findIndex((each) => each === requirement);
    return index === -1 ? leaf.indicator.requires.length : index;
  };
  const time = ({ item }: LinkedItem): string => item.formed ?? item.period?.from ?? "9999";
  return items.toSorted((a, b) => slot(a) - slot(b) || byCodePoint(time(a), time(b)));
}

const byName = (items: readonly LinkedItem[]): LinkedItem[] => sortedByName(items, ({ item }) => keyOf(item));

/**
 * A serial of the lock is kept, whoever asks for it. A serial in a file's own code is kept when nobody else has it;
 * the others follow in order: into the gaps as long as the lock has given nothing out here, else after the highest
 * number ever given.
 */
function numberItems(
  items: readonly LinkedItem[],
  { leaf, forms, frozen, entries, held }: Given,
  found: Diagnostic[],
): number[] {
  const code = leaf.indicator.code;
  const owner = new Map<number, string>();
  const serialOf = (entry: LockEntry): number => forms.read(entry.number)?.serial ?? 0;
  for (const entry of entries) owner.set(serialOf(entry), bearerOf(entry, held));
  let next = Math.max(0, ...owner.keys()) + 1;
  const kept = new Map<LinkedItem, number>();
  for (const item of items) {
    const entry = frozen.get(keyOf(item.item))?.find((each) => entries.includes(each));
    if (entry !== undefined) kept.set(item, serialOf(entry));
  }
  for (const [item, serial] of kept) owner.set(serial, keyOf(item.item));
  for (const item of byName(items.filter(({ serial }) => serial !== null))) {
    if (kept.has(item) || item.serial === null || item.serial <= 0 || owner.has(item.serial)) continue;
    owner.set(item.serial, keyOf(item.item));
    kept.set(item, item.serial);
  }
  return items.map((item) => {
    while (owner.has(next)) next += 1;
    const serial = kept.get(item) ?? next;
    owner.set(serial, keyOf(item.item));
    if (item.serial !== null && item.serial > 0 && item.serial !== serial) {
      found.push(tellSerial(item, item.serial, owner.get(item.serial), forms.numberOf(code, serial)));
    }
    return serial;
  });
}

/** The file that bears a number, or bore it. */
const bearerOf = (entry: LockEntry, held: Held): string => {
  const item = held.items.get(entry)?.item;
  return item === undefined ? ([...entry.files.keys()][0] ?? "") : keyOf(item);
};

/** The serial in a file's name is not the one it has: somebody else has that, or its own was given out before. */
function tellSerial({ item }: LinkedItem, serial: number, by: string | undefined, given: ExhibitId): Diagnostic {
  const at = { file: keyOf(item) };
  return by === undefined
    ? diagnostic("serial-frozen", at, { serial, given })
    : diagnostic("serial-taken", at, { serial, by, given });
}
