/** Which items stand in the appendix, under which number, in which order; and which do not, and why. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Link, LinkedItem } from "../model/coverage.ts";
import { exhibitId } from "../model/ids.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Leaf } from "../model/map.ts";
import { leavesOf } from "../model/map.ts";
import { compareNames } from "../model/order.ts";
import type { Exhibit, ExhibitGroup, Omitted, OmittedReason } from "../model/pack.ts";
import type { Workspace } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { printDate } from "./format.ts";

export interface Placed {
  readonly groups: readonly ExhibitGroup[];
  readonly omitted: readonly Omitted[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Every link is either an exhibit of its leaf or omitted with a reason. */
export function placeExhibits(
  workspace: Workspace,
  links: readonly Link[],
  coverage: readonly Coverage[],
  words: Words,
): Placed {
  const twins = duplicatesIn(coverage);
  const omitted = links.flatMap((link) => omittedFor(link, twins));
  const diagnostics: Diagnostic[] = [];
  const groups = leavesOf(workspace.map).map((leaf): ExhibitGroup => {
    const items = links.filter(
      (link): link is LinkedItem =>
        link.type === "linked" && link.indicator === leaf.indicator && !twins.has(link.evidence.path),
    );
    const ordered = items.toSorted((a, b) => compareItems(a, b, leaf));
    const numbers = numberItems(ordered, leaf, diagnostics);
    const exhibits = ordered.map((item, index) => toExhibit(item, leaf, numbers[index] ?? 0, workspace, words));
    return { leaf, exhibits: exhibits.toSorted((a, b) => compareNames(a.id, b.id)) };
  });
  return { groups, omitted, diagnostics };
}

/** Items with the same bytes as another one of the same requirement are printed once. */
const duplicatesIn = (coverage: readonly Coverage[]): ReadonlyMap<SourcePath, SourcePath> =>
  new Map(
    coverage.flatMap(({ items }) =>
      items.flatMap(({ link, notCounted, duplicateOf }): [SourcePath, SourcePath][] =>
        notCounted === "duplicate" && duplicateOf !== null ? [[link.evidence.path, duplicateOf]] : [],
      ),
    ),
  );

function omittedFor(link: Link, twins: ReadonlyMap<SourcePath, SourcePath>): Omitted[] {
  const { evidence } = link;
  const because = (reason: OmittedReason): Omitted[] => [{ evidence, reason, instead: null }];
  switch (link.type) {
    case "ignored":
      return evidence.state.type === "ignored" ? because(evidence.state.reason) : [];
    case "unmatched":
    case "ambiguous":
      return because(link.type);
    case "linked": {
      const instead = twins.get(evidence.path);
      return instead === undefined ? [] : [{ evidence, reason: "duplicate", instead }];
    }
  }
}

/** By requirement as the map lists them, then by date, then by name. */
function compareItems(a: LinkedItem, b: LinkedItem, leaf: Leaf): number {
  const slot = ({ requirement }: LinkedItem): number => {
    const index = leaf.indicator.requires.findIndex((each) => each === requirement);
    return index === -1 ? leaf.indicator.requires.length : index;
  };
  const time = ({ evidence }: LinkedItem): string => evidence.formed ?? evidence.period?.from ?? "9999";
  return slot(a) - slot(b) || compareNames(time(a), time(b)) || compareNames(a.evidence.path, b.evidence.path);
}

/** A serial in a file's own code is kept when nobody else has it; the others fill the gaps in order. */
function numberItems(items: readonly LinkedItem[], leaf: Leaf, found: Diagnostic[]): number[] {
  const owner = new Map<number, LinkedItem>();
  const byPath = items.toSorted((a, b) => compareNames(a.evidence.path, b.evidence.path));
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
      const facts = { serial: item.serial, by: holder.evidence.path, given: numberOf(leaf, next) };
      found.push(diagnostic("serial-taken", { file: item.evidence.path }, facts));
    }
    return next;
  });
}

const numberOf = (leaf: Leaf, serial: number): string => `${leaf.indicator.code}-${String(serial).padStart(2, "0")}`;

function toExhibit(
  { evidence, requirement }: LinkedItem,
  leaf: Leaf,
  serial: number,
  workspace: Workspace,
  words: Words,
): Exhibit {
  const formed = evidence.formed ?? yearOf(evidence.period);
  const department = workspace.departments.find((each) => each.id === evidence.department);
  return {
    id: exhibitId(numberOf(leaf, serial)),
    leaf,
    requirement,
    evidence,
    title: evidence.title || (requirement?.title ?? evidence.name),
    docNumber: evidence.docNumber,
    department: department?.name ?? "",
    day: formed ?? "",
    date: printDate(formed, words),
  };
}

/** A period of one whole year is printed as that year. */
const yearOf = (period: { readonly from: string; readonly to: string } | null): string | null =>
  period !== null && period.from.slice(0, 4) === period.to.slice(0, 4) ? period.from.slice(0, 4) : null;
