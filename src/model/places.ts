/** Where the parts of a file stand: plain data, so that they can be kept beside what the file says. */
import type { SourceRef } from "./source.ts";

export interface Place {
  /** Both 1-based. */
  readonly line: number;
  readonly column: number;
}

/** A part of a file and what lies below it, by name or by number from 0. */
export interface Places {
  /** Where its value begins; null where there is none. */
  readonly at: Place | null;
  /** Where its name stands; that of an item of a list is where the item begins. */
  readonly key: Place | null;
  readonly below: ReadonlyMap<string, Places>;
}

export type Path = readonly (string | number)[];

/** The place of a value, or with `onKey` of its key; of the nearest part above when it is not there. */
export function placeIn(top: Places, path: Path, onKey = false): Place {
  let [part, place] = [top, top.at];
  for (const [index, name] of path.entries()) {
    const next = part.below.get(String(name));
    if (next === undefined) break;
    const last = index === path.length - 1;
    place = (last && onKey ? next.key : null) ?? next.at ?? next.key ?? place;
    part = next;
  }
  return place ?? { line: 1, column: 1 };
}

/** What a file says, and where. */
export interface Checked<T> {
  readonly value: T;
  /** Place of a value, or with `onKey` of its key. */
  readonly at: (path: Path, onKey?: boolean) => SourceRef;
}

export const placesOf =
  (file: string, places: Places): Checked<unknown>["at"] =>
  (path, onKey) => ({ file, ...placeIn(places, path, onKey) });
