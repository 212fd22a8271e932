/** Files that a department with a register left out of it and that found their place by name; told once a register. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import { groupBy } from "../../model/group.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { Rule } from "../rule.ts";

const shownNames = 5;

export const notRegistered: Rule = ({ links, workspace }) => {
  const registers = registersOf(workspace);
  if (registers.length === 0) return [];
  const placed = new Set(links.flatMap((link) => (link.type === "linked" ? [link.item] : [])));
  const unlisted = groupBy(
    [...placed].filter((item) => item.registered === null),
    (item) => item.department,
  );
  return registers.flatMap(({ path: file, department }) => {
    const left = unlisted.get(department) ?? [];
    if (left.length === 0) return [];
    const names = left.slice(0, shownNames).map((item) => item.files[0].name);
    return [diagnostic("not-in-register", { file }, { files: left.length, names })];
  });
};

/** The first register of each department in which any item stands. */
export function registersOf({ evidence, items }: Workspace): Workspace["evidence"] {
  const used = new Set(items.map((item) => item.registered?.at.file));
  const registers = evidence.filter((each) => used.has(each.path));
  return registers.filter((each, at) => registers.findIndex((one) => one.department === each.department) === at);
}
