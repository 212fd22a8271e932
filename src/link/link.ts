/** Joins what was handed in to what is asked: by register, then by code, then by title (design: order of finding). */
import { nearest } from "../engines/nearest.ts";
import type { Link } from "../model/coverage.ts";
import { isIgnored } from "../model/evidence.ts";
import type { Item, ItemClaim } from "../model/evidence.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { Indicator, IndicatorMap, Leaf, Requirement } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import { bestMatches } from "./match.ts";
import { plainCode } from "./name-parts.ts";

/**
 * Every item gets a link at least, in the order of the items; one for each requirement that it serves, of which the
 * first is primary. What leads nowhere is a link of its own only when nothing else does.
 */
export function linkEvidence(workspace: Pick<Workspace, "map" | "items">): Link[] {
  const index = indexOf(workspace.map);
  return workspace.items.flatMap((item) => linkItem(item, index));
}

interface Index {
  readonly leaves: readonly Leaf[];
  readonly byCode: ReadonlyMap<string, readonly Leaf[]>;
}

/** The leaves at or below every code of the map. */
function indexOf(map: IndicatorMap): Index {
  const leaves = leavesOf(map);
  const byCode = new Map<string, Leaf[]>();
  for (const leaf of leaves) {
    const codes = [leaf.section.code, ...leaf.groups.map((each) => each.code), leaf.indicator.code];
    for (const code of codes) byCode.set(code, [...(byCode.get(code) ?? []), leaf]);
  }
  return { leaves, byCode };
}

function linkItem(item: Item, index: Index): Link[] {
  if (isIgnored(item)) return [{ type: "ignored", item }];
  if (item.claims.length === 0) return [linkByTitle(item, index)];
  const links = item.claims.map((claim) => linkByClaim(item, claim, index));
  const met = new Set<string>();
  const linked = links.flatMap((link) => {
    if (link.type !== "linked") return [];
    const place = `${link.indicator.code}/${link.requirement?.key ?? ""}`;
    if (met.has(place)) return [];
    met.add(place);
    return [{ ...link, role: met.size === 1 ? "primary" : "reference" } as const];
  });
  // A code of a register that could not be placed is told though the item stands elsewhere.
  const lost = links.filter((link) => link.type !== "linked");
  return linked.length === 0 ? lost : [...linked, ...lost];
}

function linkByClaim(item: Item, claim: ItemClaim, index: Index): Link {
  const scope = index.byCode.get(claim.code) ?? [];
  const via = claim.from === "register" ? "register" : "code";
  const slots = scope.flatMap((leaf) => leaf.indicator.requires);
  const named = slots.filter((each) => each.id === claim.requirement);
  const matches = named.length > 0 ? named : bestMatches(textsOf(item), slots, item.department);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return linked(item, scope, only, claim.serial, via);
  if (matches.length > 1) return { type: "ambiguous", item, candidates: matches, claim };
  const [leaf] = scope;
  if (leaf === undefined || scope.length > 1) return unmatched(item, claim, index);
  const { indicator } = leaf;
  const [slot] = indicator.requires;
  const requirement = indicator.requires.length === 1 && slot !== undefined ? slot : null;
  return { type: "linked", item, indicator, requirement, serial: claim.serial, via, role: "primary" };
}

function linkByTitle(item: Item, index: Index): Link {
  if (item.files[0].codeLike !== null) return unmatched(item, null, index);
  const owed = index.leaves.filter((leaf) => isOwedBy(item.department, leaf.indicator));
  for (const scope of [owed, index.leaves]) {
    const slots = scope.flatMap((leaf) => leaf.indicator.requires);
    const matches = bestMatches(textsOf(item), slots, item.department);
    const [only] = matches;
    if (only !== undefined && matches.length === 1) return linked(item, scope, only, null, "title");
    if (matches.length > 1) return { type: "ambiguous", item, candidates: matches, claim: null };
  }
  return unmatched(item, null, index);
}

function linked(
  item: Item,
  scope: readonly Leaf[],
  requirement: Requirement,
  serial: number | null,
  via: "register" | "code" | "title",
): Link {
  const leaf = scope.find((each) => each.indicator.requires.includes(requirement));
  if (leaf === undefined) throw new Error(`${requirement.id} is not in its own scope`);
  return { type: "linked", item, indicator: leaf.indicator, requirement, serial, via, role: "primary" };
}

function unmatched(item: Item, claim: ItemClaim | null, index: Index): Link {
  const own = claim?.from === "file" || claim?.from === "register" ? claim.code : null;
  const code = claim?.from === "register" ? own : (item.files[0].codeLike ?? own);
  const codes = index.leaves.map((leaf) => leaf.indicator.code as string);
  return { type: "unmatched", item, code, nearest: code === null ? null : nearest(plainCode(code), codes), claim };
}

const isOwedBy = (department: DepartmentId | null, indicator: Indicator): boolean =>
  department !== null &&
  (indicator.lead === department ||
    indicator.support.includes(department) ||
    indicator.requires.some((each) => each.owner === department));

/** Where an item's title may stand: its register, the names of its files, the nearest folder. */
function textsOf(item: Item): string[] {
  const [lead] = item.files;
  const stems = item.files.map((file) => file.name.replace(/\.[A-Za-z0-9]{1,8}$/u, ""));
  const own = item.registered === null ? [] : [item.title];
  return [...own, ...stems, ...lead.folders.toReversed()];
}
