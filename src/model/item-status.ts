/** Statuses of an item (材料): where it belongs, and what is amiss with it. */
import type { Item } from "./evidence.ts";
import type { SourcePath } from "./ids.ts";

/** In the order in which they are listed: first where the item belongs, of which each has at least one. */
export const itemStatuses = [
  "linked",
  "unassigned",
  "ambiguous",
  "orphan",
  "ignored",
  "unreadable",
  "wrong-kind",
  "out-of-window",
  "no-year",
  "duplicate",
  "look-alike",
  "over-reused",
  "unwanted",
  "stale",
] as const;

export type ItemStatus = (typeof itemStatuses)[number];

/** Was it handed in without finding any requirement? */
export const isUnplaced = ({ statuses }: Pick<ItemStanding, "statuses">): boolean =>
  !statuses.includes("linked") &&
  (["unassigned", "ambiguous", "orphan"] as const).some((each) => statuses.includes(each));

export interface ItemStanding {
  readonly item: Item;
  readonly statuses: readonly ItemStatus[];
  /** The file with the same bytes that is taken for the original. */
  readonly duplicateOf: SourcePath | null;
  /** The photo that shows the same. */
  readonly lookAlikeOf: SourcePath | null;
}
