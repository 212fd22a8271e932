/** What a rule is: a pure function from the judged workspace to what is wrong with it. */
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { Coverage, Link } from "../model/coverage.ts";
import type { DepartmentId } from "../model/ids.ts";
import type { Department, Workspace } from "../model/workspace.ts";

export interface Judged {
  readonly workspace: Workspace;
  readonly links: readonly Link[];
  readonly coverage: readonly Coverage[];
}

export type Rule = (judged: Judged) => readonly Diagnostic[];

export const departmentOf = (workspace: Workspace, id: DepartmentId | null): Department | null =>
  workspace.departments.find((each) => each.id === id) ?? null;
