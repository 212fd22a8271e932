/** Parts the exhibits into volumes: as the pack wants it, and within the limits of a volume. */
import type { ExhibitId } from "../model/ids.ts";
import type { Leaf } from "../model/map.ts";
import type { Book, Exhibit } from "../model/pack.ts";
import type { PlannedPart } from "../model/plan.ts";
import type { VolumeSettings } from "../model/workspace.ts";

export interface Sheets {
  readonly part: PlannedPart;
  readonly pages: number;
}

/** Exhibits that cannot be parted: mostly one; several where photos of one and the next share a page. */
export interface Unit {
  readonly leaf: Leaf;
  readonly exhibits: readonly Exhibit[];
  readonly sheets: readonly Sheets[];
  readonly pages: number;
  readonly bytes: number;
}

/** What will be a volume. */
export interface Draft {
  readonly title: string;
  /** Which of the volumes of its book, from 1; null for the only one. */
  readonly part: number | null;
  readonly units: readonly Unit[];
}

/** An exhibit that is larger than a volume may be; it has one of its own. */
export interface Oversize {
  readonly exhibit: ExhibitId;
  readonly pages: number;
  readonly bytes: number;
}

/** Pages and bytes that a volume takes besides its exhibits. */
export interface Frame {
  /** Pages before its first divider, by its place among the volumes (from 0). */
  readonly front: (position: number) => number;
  readonly divider: (leaf: Leaf) => number;
  /** Pages behind its last exhibit. */
  readonly closing: number;
  readonly bytes: (pages: number) => number;
  /** Pages that so many take up before the next divider or exhibit can begin. */
  readonly whole: (pages: number) => number;
}

export interface Division {
  readonly drafts: readonly Draft[];
  readonly oversize: readonly Oversize[];
}

/**
 * Each book becomes one volume, or as many as the limits ask for. Exhibits keep their order, and none stands in two
 * volumes, as a paper is never torn apart in the box (DA/T 22-2015: 件 is the unit).
 */
export function divide(
  books: readonly (Pick<Book, "title"> & { readonly units: readonly Unit[] })[],
  limits: Pick<VolumeSettings, "maxPages" | "maxBytes">,
  frame: Frame,
): Division {
  const [drafts, oversize]: [Draft[], Oversize[]] = [[], []];
  const isOver = (pages: number, bytes: number): boolean =>
    pages + frame.closing > (limits.maxPages ?? Infinity) || bytes + frame.bytes(pages) > (limits.maxBytes ?? Infinity);
  // What the rest of a volume takes is a guess on the large side: it may part volumes, but accuses no exhibit.
  const isTooLarge = (pages: number, bytes: number): boolean =>
    pages + frame.closing > (limits.maxPages ?? Infinity) || bytes > (limits.maxBytes ?? Infinity);
  const pagesWith = (before: number, divider: number, unit: Unit): number =>
    frame.whole(frame.whole(before) + divider) + unit.pages;
  for (const { title, units } of books) {
    const runs: Unit[][] = [[]];
    let [pages, bytes] = [frame.front(drafts.length), 0];
    for (const unit of units) {
      const open = runs.at(-1) ?? [];
      const head = open.at(-1)?.leaf === unit.leaf ? 0 : frame.divider(unit.leaf);
      if (open.length > 0 && isOver(pagesWith(pages, head, unit), bytes + unit.bytes)) {
        runs.push([unit]);
        const front = frame.front(drafts.length + runs.length - 1);
        [pages, bytes] = [pagesWith(front, frame.divider(unit.leaf), unit), unit.bytes];
      } else {
        open.push(unit);
        [pages, bytes] = [pagesWith(pages, head, unit), bytes + unit.bytes];
      }
      const [first] = unit.exhibits;
      if (runs.at(-1)?.length === 1 && first !== undefined && isTooLarge(pages, unit.bytes))
        oversize.push({ exhibit: first.id, pages: pages + frame.closing, bytes: unit.bytes });
    }
    drafts.push(...runs.map((run, index) => ({ title, part: runs.length > 1 ? index + 1 : null, units: run })));
  }
  return { drafts, oversize };
}
