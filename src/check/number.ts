/** Numbers of exhibits (附件号): leaf code and running number, in one order. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Link, LinkedItem } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import { exhibitId } from "../model/ids.ts";
import type { ExhibitId, SourcePath } from "../model/ids.ts";
import type { IndicatorMap, Leaf } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import { twinsIn } from "./twins.ts";

export interface Numbering {
  readonly numbers: ReadonlyMap<SourcePath, ExhibitId>;
  /** Items that are not printed, each with the one that stands for it. */
  readonly twins: ReadonlyMap<SourcePath, SourcePath>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Gives every linked item its number, under its primary link, but for those whose twin has one already. */
export function numberExhibits(map: IndicatorMap, links: readonly Link[], coverage: readonly Coverage[]): Numbering {
  const twins = twinsIn(coverage, links);
  const diagnostics: Diagnostic[] = [];
  const numbers = new Map<SourcePath, ExhibitId>();
  for (const leaf of leavesOf(map)) {
    const items = links
      .filter((link): link is LinkedItem => link.type === "linked" && link.indicator === leaf.indicator)
      .filter((link) => link.role === "primary" && !twins.has(keyOf(link.item)))
      .toSorted((a, b) => compareItems(a, b, leaf));
    const serials = numberItems(items, leaf, diagnostics);
    for (const [index, item] of items.entries()) numbers.set(keyOf(item.item), numberOf(leaf, serials[index] ?? 0));
  }
  return { numbers, twins, diagnostics };
}

/** By requirement as the map lists them, then by date, then by name. */
function compareItems(a: LinkedItem, b: LinkedItem, leaf: Leaf): number {
  const slot = ({ requirement }: LinkedItem): number => {
    const index = leaf.indicator.requires.findIndex((each) => each === requirement);
    return index === -1 ? leaf.indicator.requires.length : index;
  };
  const time = ({ item }: LinkedItem): string => item.formed ?? item.period?.from ?? "9999";
  return slot(a) - slot(b) || compareNames(time(a), time(b)) || compareNames(keyOf(a.item), keyOf(b.item));
}

/** A serial in a file's own code is kept when nobody else has it; the others fill the gaps in order. */
function numberItems(items: readonly LinkedItem[], leaf: Leaf, found: Diagnostic[]): number[] {
  const owner = new Map<number, LinkedItem>();
  const byPath = items.toSorted((a, b) => compareNames(keyOf(a.item), keyOf(b.item)));
  for (const item of byPath) {
    if (item.serial !== null && item.serial > 0 && !owner.has(item.serial)) owner.set(item.serial, item);
  }
  let next = 1;
  return items.map((item) => {
    if (item.serial !== null && owner.get(item.serial) === item) return item.serial;
    while (owner.has(next)) next += 1;
    owner.set(next, item);
    const holder = item.serial === null ? undefined : owner.get(item.serial);
    if (item.serial !== null && holder !== undefined && holder !== item) {
      const facts = { serial: item.serial, by: keyOf(holder.item), given: numberOf(leaf, next) };
      found.push(diagnostic("serial-taken", { file: keyOf(item.item) }, facts));
    }
    return next;
  });
}

const numberOf = (leaf: Leaf, serial: number): ExhibitId =>
  exhibitId(`${leaf.indicator.code}-${String(serial).padStart(2, "0")}`);
