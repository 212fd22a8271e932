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
  const said = new Map<SourcePath, { readonly item: Item; readonly statuses: ItemStatus[] }>();
  const say = (item: Item, status: ItemStatus): void => {
    const known = said.get(keyOf(item));
    if (known === undefined) said.set(keyOf(item), { item, statuses: [status] });
    else known.statuses.push(status);
  };
  for (const link of checked.links) say(link.item, ofLink(link));
  for (const each of checked.coverage) sayOfCoverage(each, checked.workspace.asOf, say);
  for (const links of overReused(checked)) for (const { item } of links) say(item, "over-reused");
  for (const [{ item }, state] of checked.review) if (state === "changed") say(item, "stale");
  return [...said].map(([key, { item, statuses }]): ItemStanding => {
    if (item.files.some(({ state }) => state.type === "unreadable")) statuses.push("unreadable");
    if (copies.has(key)) statuses.push("duplicate");
    if (looks.has(key)) statuses.push("look-alike");
    return {
      item,
      statuses: itemStatuses.filter((status) => statuses.includes(status)),
      duplicateOf: copies.get(key) ?? null,
      lookAlikeOf: looks.get(key) ?? null,
    };
  });
}

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

function sayOfCoverage(coverage: Coverage, asOf: string, say: (item: Item, status: ItemStatus) => void): void {
  const { status, items } = coverage;
  const undated = status === "not-applicable" ? [] : items.filter(({ notCounted }) => notCounted === "no-year");
  for (const item of surplusOf(coverage)) say(item, "unwanted");
  for (const item of ofWrongKind(coverage)) say(item, "wrong-kind");
  for (const item of itemsOutside(coverage, asOf)) say(item, "out-of-window");
  for (const { link } of undated) say(link.item, "no-year");
}

/** The first original of each item. */
const originalsOf = (pairs: readonly (readonly [SourcePath, SourcePath])[]): ReadonlyMap<SourcePath, SourcePath> =>
  new Map(pairs.toReversed());
