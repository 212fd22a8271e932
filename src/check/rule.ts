/** What a rule is: a pure function from the judged workspace to what is wrong with it. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Link } from "../model/coverage.ts";
import { keyOf } from "../model/evidence.ts";
import type { Item } from "../model/evidence.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { SourceRef } from "../model/source.ts";
import type { Standings } from "../model/standing.ts";
import type { Department, Workspace } from "../model/workspace.ts";

export interface Judged {
  readonly workspace: Workspace;
  readonly links: readonly Link[];
  readonly coverage: readonly Coverage[];
  readonly standings: Standings;
}

export type Rule = (judged: Judged) => readonly Diagnostic[];

export const departmentOf = (workspace: Workspace, id: DepartmentId | null): Department | null =>
  workspace.departments.find((each) => each.id === id) ?? null;

/** Where an item's own values are told: its file, or the cell of a register when it has none. */
export const placeOf = (item: Item): SourceRef => {
  const isAddress = item.files[0].url !== undefined;
  return isAddress && item.registered !== null ? item.registered.at : { file: keyOf(item) };
};
