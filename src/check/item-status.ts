/**
 * What is to be said of each item, apart from what is said of requirements; after the statuses of links in
 * OpenFastTrace. Nothing is judged here: links, coverage and the rules have said it all.
 */
import type { Coverage, Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import type { SourcePath } from "../model/ids.ts";
import { itemStatuses } from "../model/item-status.ts";
import type { ItemStanding, ItemStatus } from "../model/item-status.ts";
import type { Checked } from "./check.ts";
import { itemsOutside } from "./rules/outside-window.ts";
import { overReused } from "./rules/reuse.ts";
import { surplusOf } from "./rules/unwanted.ts";
import { ofWrongKind } from "./rules/wrong-kind.ts";

type Seen = Pick<Checked, "workspace" | "links" | "coverage" | "review" | "copies" | "looks">;

/** Every item once, in the order of the links, with its statuses in the order of `itemStatuses`. */
export function itemStandings(checked: Seen): readonly ItemStanding[] {
  const copies = originalsOf(checked.copies.map(({ item, first }) => [keyOf(item), first]));
  const looks = originalsOf(checked.looks.map(({ later, first }) => [keyOf(later.item), first.file.path]));
  const found = [
    ...checked.links.map((link): Said => [link.item, ofLink(link)]),
    ...checked.coverage.flatMap((each) => ofCoverage(each, checked.workspace.asOf)),
    ...overReused(checked).flatMap((links) => links.map(({ item }): Said => [item, "over-reused"])),
    ...[...checked.review].flatMap(([{ item }, state]): Said[] => (state === "changed" ? [[item, "stale"]] : [])),
  ];
  const said = new Map<SourcePath, Set<ItemStatus>>();
  for (const [item, status] of found) said.set(keyOf(item), (said.get(keyOf(item)) ?? new Set()).add(status));
  return [...new Map(checked.links.map(({ item }) => [keyOf(item), item]))].map(([key, item]): ItemStanding => {
    const here = said.get(key) ?? new Set();
    if (item.files.some(({ state }) => state.type === "unreadable")) here.add("unreadable");
    if (copies.has(key)) here.add("duplicate");
    if (looks.has(key)) here.add("look-alike");
    return {
      item,
      statuses: itemStatuses.filter((status) => here.has(status)),
      duplicateOf: copies.get(key) ?? null,
      lookAlikeOf: looks.get(key) ?? null,
    };
  });
}

type Said = readonly [Item, ItemStatus];

function ofLink(link: Link): ItemStatus {
  switch (link.type) {
    case "linked":
      return link.requirement === null ? "unassigned" : "linked";
    case "unmatched":
      return "orphan";
    default:
      return link.type;
  }
}

function ofCoverage(coverage: Coverage, asOf: string): Said[] {
  const { status, items } = coverage;
  const undated = status === "not-applicable" ? [] : items.filter(({ notCounted }) => notCounted === "no-year");
  return [
    ...surplusOf(coverage).map((item): Said => [item, "unwanted"]),
    ...ofWrongKind(coverage).map((item): Said => [item, "wrong-kind"]),
    ...itemsOutside(coverage, asOf).map((item): Said => [item, "out-of-window"]),
    ...undated.map(({ link }): Said => [link.item, "no-year"]),
  ];
}

/** The first original of each item. */
const originalsOf = (pairs: readonly (readonly [SourcePath, SourcePath])[]): ReadonlyMap<SourcePath, SourcePath> =>
  new Map(pairs.toReversed());
