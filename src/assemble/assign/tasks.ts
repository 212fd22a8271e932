/** What the map asks of whom by when (任务分解): one task for each requirement. */
import { waiverFor } from "../../check/judge.ts";
import { stageOf } from "../../check/stages.ts";
import { isInBrackets } from "../../model/hint.ts";
import type { DepartmentId } from "../../model/ids.ts";
import type { Leaf, Requirement } from "../../model/map.ts";
import { leavesOf } from "../../model/map.ts";
import type { Period } from "../../model/source.ts";
import type { Department, Stage, Workspace } from "../../model/workspace.ts";
import type { Letters } from "../../schema/letters.ts";
import type { Words } from "../../schema/words.ts";
import { fill, printDate } from "../format.ts";

/** What the papers of `assign` are assembled from. */
export interface Assigning {
  readonly workspace: Workspace;
  readonly words: Words;
  readonly letters: Letters;
}

export interface Task {
  readonly leaf: Leaf;
  /** Null for an indicator that asks for no evidence; it has one task all the same. */
  readonly requirement: Requirement | null;
  /** Who hands it in; null while nobody does. */
  readonly owner: Department | null;
  /** By whose end it is due. */
  readonly due: Stage | null;
  /** Why nothing need be handed in. */
  readonly released: "waived" | "not_applicable" | "on_site" | null;
}

export const departmentWith = ({ departments }: Workspace, id: DepartmentId | null): Department | null =>
  departments.find((each) => each.id === id) ?? null;

/** Who sends letters and collects what comes back; a line to be filled in while `init`'s hint still stands there. */
export function officeOf({ workspace, letters }: Assigning): string {
  const name = workspace.office || workspace.applicant;
  return isInBrackets(name) ? letters.form.blank : name;
}

/** All tasks, in the order of the map. */
export const tasksOf = (workspace: Workspace): Task[] =>
  leavesOf(workspace.map).flatMap((leaf): Task[] => {
    const { requires } = leaf.indicator;
    if (requires.length === 0) return [{ leaf, requirement: null, owner: null, due: null, released: null }];
    return requires.map((requirement) => {
      const waiver = waiverFor(workspace, leaf.indicator.code, requirement.key);
      const waived = waiver === null ? null : waiver.notApplicable ? "not_applicable" : "waived";
      return {
        leaf,
        requirement,
        owner: departmentWith(workspace, requirement.owner),
        due: stageOf(workspace.stages, leaf, requirement),
        released: waived !== "not_applicable" && requirement.onSite ? "on_site" : waived,
      };
    });
  });

/** The departments that lead an indicator or owe a requirement, in the order of the workspace. */
export function assignees(workspace: Workspace, tasks: readonly Task[]): Department[] {
  const ids = new Set(tasks.flatMap(({ leaf, owner }) => [leaf.indicator.lead, owner?.id ?? null]));
  return workspace.departments.filter((each) => ids.has(each.id));
}

/** Is a task a department's own to hand something in for? What is optional is one too. */
export const isAsked = (task: Task, department: Department): boolean =>
  task.requirement !== null && task.owner?.id === department.id && task.released === null;

/** Must a department hand something in for it? */
export const isDue = (task: Task, department: Department): boolean =>
  isAsked(task, department) && task.requirement?.optional === false;

/** What counts: kind, how many, 文号, seal, original, parts of a set, caption; or that it is waived. */
export function demandOf({ requirement, released }: Task, { letters: { demand } }: Assigning): string {
  if (requirement === null) return "";
  if (released !== null) return demand[released];
  const { kind, min, max, eachYear, window, lasting, optional, bundle } = requirement;
  const parts = bundle.map((part) => demand.parts[part]).join(demand.list);
  return [
    demand.kinds[kind],
    // Without a window there are no years to ask for one by one.
    fill(eachYear && window !== null ? demand.yearly : demand.count, { n: min }),
    ...(max !== null && max > min ? [fill(demand.most, { n: max })] : []),
    ...(requirement.docNumberRequired ? [demand.doc_number] : []),
    ...(requirement.sealRequired ? [demand.seal] : []),
    ...(requirement.originalRequired ? [demand.original] : []),
    ...(parts === "" ? [] : [fill(demand.bundle, { parts })]),
    ...(kind === "photo" ? [demand.caption] : []),
    ...(lasting ? [demand.lasting] : []),
    ...(optional ? [demand.optional] : []),
  ].join(demand.comma);
}

/** A window as people say it: whole years without their days. */
export function windowOf(window: Period | null, { letters: { form }, words }: Assigning): string {
  if (window === null) return "";
  const [first, last] = [window.from.slice(0, 4), window.to.slice(0, 4)];
  if (window.from.endsWith("-01-01") && window.to.endsWith("-12-31")) {
    return fill(first === last ? form.year : form.years, { from: first, to: last });
  }
  return fill(form.days, { from: printDate(window.from, words), to: printDate(window.to, words) });
}

export const dueOf = ({ due, released }: Task, { words }: Assigning): string =>
  released === null ? printDate(due?.to ?? null, words) : "";

/** An indicator with its standard. */
export function indicatorText({ leaf: { indicator } }: Task, { letters: { form } }: Assigning): string {
  const { title, criterion } = indicator;
  return criterion === "" ? title : fill(form.criterion, { title, criterion });
}
