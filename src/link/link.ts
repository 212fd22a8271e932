/** Joins what was handed in to what is asked: by register, then by code, then by title (design: order of finding). */
import { nearest } from "../engines/nearest.ts";
import type { Link } from "../model/coverage.ts";
import { isIgnored } from "../model/evidence.ts";
import type { Item, ItemClaim } from "../model/evidence.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { Indicator, IndicatorMap, Leaf } from "../model/map.ts";
import { groupBy } from "../model/group.ts";
import { leavesOf } from "../model/map.ts";
import type { Workspace } from "../model/workspace.ts";
import { bestMatches, slotsOf } from "./match.ts";
import type { Slot } from "./match.ts";
import { plainCode } from "./codes.ts";

/**
 * Every item gets a link at least, in the order of the items; one for each requirement that it serves, of which the
 * first is primary. What leads nowhere is a link of its own only when nothing else does.
 */
export function linkEvidence(workspace: Pick<Workspace, "map" | "items">): Link[] {
  const index = indexOf(workspace.map);
  return workspace.items.flatMap((item) => linkItem(item, index));
}

/** Some leaves of the map, and the slots under them. */
interface Scope {
  readonly leaves: readonly Leaf[];
  readonly slots: readonly Slot[];
}

interface Index {
  readonly all: Scope;
  readonly byCode: ReadonlyMap<string, Scope>;
  readonly owedBy: (department: DepartmentId | null) => Scope;
}

const nothing: Scope = { leaves: [], slots: [] };

/** The leaves at or below every code of the map, and those that concern a department. */
function indexOf(map: IndicatorMap): Index {
  const leaves = leavesOf(map);
  const slots = new Map(leaves.map((leaf) => [leaf, slotsOf(leaf)]));
  const scopeOf = (some: readonly Leaf[]): Scope => ({
    leaves: some,
    slots: some.flatMap((leaf) => slots.get(leaf) ?? []),
  });
  const coded = leaves.flatMap((leaf) =>
    [leaf.section, ...leaf.groups, leaf.indicator].map(({ code }) => ({ code, leaf })),
  );
  const byCode = [...groupBy(coded, ({ code }) => code as string)].map(
    ([code, some]) => [code, scopeOf(some.map(({ leaf }) => leaf))] as const,
  );
  const owed = new Map<DepartmentId | null, Scope>();
  const owedBy = (department: DepartmentId | null): Scope => {
    const scope = owed.get(department) ?? scopeOf(leaves.filter((leaf) => isOwedBy(department, leaf.indicator)));
    owed.set(department, scope);
    return scope;
  };
  return { all: scopeOf(leaves), byCode: new Map(byCode), owedBy };
}

function linkItem(item: Item, index: Index): Link[] {
  if (isIgnored(item)) return [{ type: "ignored", item }];
  if (item.claims.length === 0) return [linkByTitle(item, index)];
  const [only, ...others] = item.claims;
  if (only !== undefined && others.length === 0) return [linkByClaim(item, only, index)];
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
  const { leaves, slots } = index.byCode.get(claim.code) ?? nothing;
  const via = claim.from === "register" ? "register" : "code";
  const [leaf] = leaves;
  const [slot] = slots;
  // Where one thing is asked, the code says it all.
  if (leaves.length === 1 && slots.length === 1 && slot !== undefined) return linked(item, slot, claim.serial, via);
  const named = slots.filter(({ requirement }) => requirement.id === claim.requirement);
  const matches = named.length > 0 ? named : bestMatches(textsOf(item), slots, item.department);
  const [only] = matches;
  if (only !== undefined && matches.length === 1) return linked(item, only, claim.serial, via);
  if (matches.length > 1) return ambiguous(item, matches, claim);
  if (leaf === undefined || leaves.length > 1) return unmatched(item, claim, index);
  return {
    type: "linked",
    item,
    indicator: leaf.indicator,
    requirement: null,
    serial: claim.serial,
    via,
    role: "primary",
  };
}

function linkByTitle(item: Item, index: Index): Link {
  if (item.files[0].codeLike !== null) return unmatched(item, null, index);
  for (const { slots } of [index.owedBy(item.department), index.all]) {
    const matches = bestMatches(textsOf(item), slots, item.department);
    const [only] = matches;
    if (only !== undefined && matches.length === 1) return linked(item, only, null, "title");
    if (matches.length > 1) return ambiguous(item, matches, null);
  }
  return unmatched(item, null, index);
}

const linked = (
  item: Item,
  { leaf: { indicator }, requirement }: Slot,
  serial: number | null,
  via: "register" | "code" | "title",
): Link => ({ type: "linked", item, indicator, requirement, serial, via, role: "primary" });

const ambiguous = (item: Item, slots: readonly Slot[], claim: ItemClaim | null): Link => ({
  type: "ambiguous",
  item,
  candidates: slots.map(({ requirement }) => requirement),
  claim,
});

function unmatched(item: Item, claim: ItemClaim | null, index: Index): Link {
  const own = claim?.from === "file" || claim?.from === "register" ? claim.code : null;
  const code = claim?.from === "register" ? own : (item.files[0].codeLike ?? own);
  const codes = index.all.leaves.map((leaf) => leaf.indicator.code as string);
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
