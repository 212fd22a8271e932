/** Which items stand in the appendix, in the order of their numbers; and which do not, and why. */
import type { Link, LinkedItem } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Evidence } from "../model/evidence.ts";
import type { ExhibitId, IndicatorCode, SourcePath } from "../model/ids.ts";
import type { Leaf } from "../model/map.ts";
import { numbersOf } from "../model/exhibit-number.ts";
import { groupBy } from "../model/group.ts";
import { leavesOf } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { Exhibit, ExhibitGroup, Omitted, OmittedReason } from "../model/pack.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Numbering } from "../check/number.ts";
import type { Words } from "../schema/words.ts";
import { printDate } from "./format.ts";

export interface Placed {
  readonly groups: readonly ExhibitGroup[];
  readonly omitted: readonly Omitted[];
}

/** Every item is either an exhibit of the leaf of its primary link, or omitted with a reason, file by file. */
export function placeExhibits(
  workspace: Workspace,
  links: readonly Link[],
  numbering: Numbering,
  words: Words,
): Placed {
  const { numbers, twins } = numbering;
  const leaves = leavesOf(workspace.map);
  const exhibits = new Map<SourcePath, Exhibit>();
  const linked = links.filter((link) => link.type === "linked");
  const [byItem, byIndicator] = [groupBy(linked, ({ item }) => keyOf(item)), groupBy(linked, (link) => link.indicator)];
  const leafOf = new Map(leaves.map((leaf) => [leaf.indicator, leaf]));
  for (const link of linked) {
    if (link.role !== "primary") continue;
    const [key, leaf] = [keyOf(link.item), leafOf.get(link.indicator)];
    const id = numbers.get(key);
    if (id !== undefined && leaf !== undefined)
      exhibits.set(key, toExhibit(link, { leaf, proves: provedBy(byItem.get(key) ?? []) }, id, workspace, words));
  }
  const serialOf = (id: ExhibitId): number => numbersOf(workspace.map).read(id)?.serial ?? 0;
  const byName = (a: ExhibitId, b: ExhibitId): number => compareNames(a, b);
  const byNumber = (a: ExhibitId, b: ExhibitId): number => serialOf(a) - serialOf(b) || byName(a, b);
  const groups = leaves.map((leaf): ExhibitGroup => {
    const here = byIndicator.get(leaf.indicator) ?? [];
    const printed = (own: boolean): Exhibit[] => {
      // A twin that is not printed still proves what its original stands for.
      const keys = new Set(here.map(({ item }) => twins.get(keyOf(item)) ?? keyOf(item)));
      const all = [...keys].flatMap((key) => exhibits.get(key) ?? []);
      const order = own ? byNumber : byName;
      return all.filter((each) => (each.leaf === leaf) === own).toSorted((a, b) => order(a.id, b.id));
    };
    return { leaf, exhibits: printed(true), references: printed(false) };
  });
  return { groups, omitted: omittedOf(links, twins) };
}

function omittedOf(links: readonly Link[], twins: ReadonlyMap<SourcePath, SourcePath>): Omitted[] {
  const printed = new Set(links.flatMap(({ type, item }) => (type === "linked" ? [keyOf(item)] : [])));
  const told = new Set<SourcePath>();
  return links.flatMap((link): Omitted[] => {
    const key = keyOf(link.item);
    const instead = twins.get(key) ?? null;
    if (told.has(key) || (printed.has(key) && instead === null)) return [];
    told.add(key);
    return link.item.files.flatMap((evidence) => {
      const reason = instead === null ? reasonOf(link, evidence) : "duplicate";
      return reason === null ? [] : [{ evidence, reason, instead }];
    });
  });
}

function reasonOf(link: Link, { state }: Evidence): OmittedReason | null {
  if (link.type === "ignored") return state.type === "ignored" ? state.reason : null;
  return link.type === "linked" ? null : link.type;
}

/** The indicators of all links of an item, each once; the primary link is the first. */
const provedBy = (links: readonly LinkedItem[]): IndicatorCode[] => [
  ...new Set(links.map((link) => link.indicator.code)),
];

function toExhibit(
  { item, requirement }: LinkedItem,
  { leaf, proves }: { readonly leaf: Leaf; readonly proves: readonly IndicatorCode[] },
  id: ExhibitId,
  workspace: Workspace,
  words: Words,
): Exhibit {
  const formed = item.formed ?? yearOf(item.period);
  const department = workspace.departments.find((each) => each.id === item.department);
  return {
    id,
    leaf,
    requirement,
    proves,
    files: item.files,
    registered: item.registered,
    title: item.title || (requirement?.title ?? item.files[0].name),
    docNumber: item.docNumber,
    department: department?.name ?? "",
    day: formed ?? "",
    spansYears: formed === null && item.period !== null,
    date: printDate(formed, words),
  };
}

/** A period of one whole year is printed as that year. */
const yearOf = (period: { readonly from: string; readonly to: string } | null): string | null =>
  period !== null && period.from.slice(0, 4) === period.to.slice(0, 4) ? period.from.slice(0, 4) : null;
