/** What a rule is: a pure function from the judged workspace to what is wrong with it. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, JudgedItem, Link } from "../model/coverage.ts";
import { isIgnored, keyOf } from "../model/evidence.ts";
import type { Evidence, Item } from "../model/evidence.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { SourceRef } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import type { Department, Workspace } from "../model/workspace.ts";
import type { Copy } from "./copies.ts";
import type { LookAlike } from "./looks.ts";
import type { Mark } from "./marks.ts";
import type { Numbering } from "./number.ts";

export interface Judged {
  readonly workspace: Workspace;
  readonly links: readonly Link[];
  readonly coverage: readonly Coverage[];
  readonly standings: Standings;
  readonly numbering: Numbering;
  /** Everything that was handed in, whatever became of it; each item once. */
  readonly handedIn: readonly Item[];
  /** Marks of secrecy on any of it. */
  readonly marks: readonly Mark[];
  readonly copies: readonly Copy[];
  readonly looks: readonly LookAlike[];
}

export type Rule = (judged: Judged) => readonly Diagnostic[];

export const departmentOf = (workspace: Workspace, id: DepartmentId | null): Department | null =>
  workspace.departments.find((each) => each.id === id) ?? null;

/** Where an item's own values are told: its file, or the cell of a register when it has none. */
export const placeOf = (item: Item): SourceRef => {
  const isAddress = item.files[0].url !== undefined;
  return isAddress && item.registered !== null ? item.registered.at : { file: keyOf(item) };
};

/** Where what a register tells of an item is told: its row, or the file while no register lists it. */
export const rowOf = (item: Item): SourceRef => item.registered?.at ?? placeOf(item);

/** The items of a requirement that are to be looked at: none where it does not apply, and of copies the one that counts. */
export const itemsOf = ({ status, items }: Coverage): readonly JudgedItem[] =>
  status === "not-applicable" ? [] : items.filter(({ notCounted }) => notCounted !== "duplicate");

/** The items of some links but for what is ignored; each once. */
export function handedInBy(links: readonly Link[]): readonly Item[] {
  const items = new Set<Item>();
  for (const { item } of links) if (!isIgnored(item)) items.add(item);
  return [...items];
}

/** The files of some items; of those with the same bytes the first. */
export function filesOf(items: readonly Item[]): readonly Evidence[] {
  const met = new Set<string>();
  return items
    .flatMap((item) => item.files)
    .filter(({ sha256 }) => sha256 === null || (!met.has(sha256) && met.add(sha256)));
}
