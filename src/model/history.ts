/** The history of drafts (evipack.history.yaml): what each night came to. */
import { compareNames } from "./order.ts";

export interface Count {
  readonly covered: number;
  readonly applicable: number;
}

/** One draft: its day of judgement and its running number tell it from every other. */
export interface Night extends Count {
  readonly day: string;
  /** Running number of the draft; null without one. */
  readonly number: number | null;
  /** Coverage of each section, by its code. */
  readonly sections: ReadonlyMap<string, Count>;
  /** Files that were handed in. */
  readonly files: number;
  readonly exhibits: number;
  /** Files that cannot be read. */
  readonly unreadable: number;
  /** Requirements for which something is still to be done. */
  readonly owed: number;
}

/** A line of the file as it stands there; `night` is null for one that could not be read, which is kept all the same. */
export interface HistoryLine {
  readonly text: string;
  readonly night: Night | null;
}

export interface History {
  /** Comments and names above the first line, as they stand in the file; empty for a file that is not there. */
  readonly head: readonly string[];
  readonly lines: readonly HistoryLine[];
  /** False for a file that cannot be read at all, or of another version: it is left as it is. */
  readonly writable: boolean;
}

export const noHistory: History = { head: [], lines: [], writable: true };

/** By day, then by number, a draft without a number before the others of its day. */
export const compareNights = (a: Night, b: Night): number =>
  compareNames(a.day, b.day) || (a.number ?? 0) - (b.number ?? 0);

/** Every night once, the first first; of two lines for one night the later counts. */
export function nightsOf({ lines }: History): Night[] {
  const nights = lines.flatMap(({ night }) => (night === null ? [] : [night]));
  const known = new Map(nights.map((night) => [JSON.stringify([night.day, night.number]), night]));
  return [...known.values()].toSorted(compareNights);
}

const isSame = (a: Night, b: Night): boolean => a.day === b.day && a.number === b.number;

/** The history with a night in its place: instead of its own earlier line, else before the first that is later. */
export function withNight(history: History, night: Night): History {
  const line: HistoryLine = { text: nightLine(night), night };
  const { lines } = history;
  const own = lines.findIndex((each) => each.night !== null && isSame(each.night, night));
  const others = lines.filter((each) => each.night === null || !isSame(each.night, night));
  const later = others.findIndex((each) => each.night !== null && compareNights(each.night, night) > 0);
  const place = own !== -1 ? own : later !== -1 ? later : others.length;
  return { ...history, lines: [...others.slice(0, place), line, ...others.slice(place)] };
}

const ratioOf = ({ covered, applicable }: Count): string => `${String(covered)}/${String(applicable)}`;

/** One night as a line of the file. Codes are quoted, so that none is taken for a number. */
export function nightLine(night: Night): string {
  const { day, number, sections, files, exhibits, unreadable, owed } = night;
  const draft = number === null ? "" : `draft: ${String(number)}, `;
  const parts = [...sections].map(([code, count]) => `${JSON.stringify(code)}: ${ratioOf(count)}`).join(", ");
  const counts = Object.entries({ files, exhibits, unreadable, owed }).map(
    ([name, count]) => `${name}: ${String(count)}`,
  );
  const rest = `covered: ${ratioOf(night)}, sections: {${parts === "" ? "" : ` ${parts} `}}, ${counts.join(", ")}`;
  return `  - { as_of: ${day}, ${draft}${rest} }`;
}
