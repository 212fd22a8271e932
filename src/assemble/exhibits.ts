/** Which items stand in the appendix, in the order of their numbers; and which do not, and why. */
import type { Link, LinkedItem } from "../model/coverage.ts";
import type { ExhibitId, SourcePath } from "../model/ids.ts";
import type { Leaf } from "../model/map.ts";
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

/** Every link is either an exhibit of its leaf or omitted with a reason. */
export function placeExhibits(
  workspace: Workspace,
  links: readonly Link[],
  numbering: Numbering,
  words: Words,
): Placed {
  const { numbers, twins } = numbering;
  const groups = leavesOf(workspace.map).map((leaf): ExhibitGroup => {
    const exhibits = links.flatMap((link) => {
      const id =
        link.type === "linked" && link.indicator === leaf.indicator ? numbers.get(link.evidence.path) : undefined;
      return id === undefined || link.type !== "linked" ? [] : [toExhibit(link, leaf, id, workspace, words)];
    });
    return { leaf, exhibits: exhibits.toSorted((a, b) => compareNames(a.id, b.id)), references: [] };
  });
  return { groups, omitted: links.flatMap((link) => omittedFor(link, twins)) };
}

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

function toExhibit(
  { evidence, requirement }: LinkedItem,
  leaf: Leaf,
  id: ExhibitId,
  workspace: Workspace,
  words: Words,
): Exhibit {
  const formed = evidence.formed ?? yearOf(evidence.period);
  const department = workspace.departments.find((each) => each.id === evidence.department);
  return {
    id,
    leaf,
    requirement,
    files: [evidence],
    registered: null,
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
