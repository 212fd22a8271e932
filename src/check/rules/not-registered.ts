/** Files that a department with a register left out of it and that found their place by name; told once a register. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Item } from "../../model/evidence.ts";
import type { Workspace } from "../../model/workspace.ts";
import type { Rule } from "../rule.ts";

const shownNames = 5;

export const notRegistered: Rule = ({ links, workspace }) => {
  const placed = new Set(links.flatMap((link) => (link.type === "linked" ? [link.item] : [])));
  return registersOf(workspace).flatMap(({ path: file, department }) => {
    const left = [...placed].filter((item) => item.registered === null && item.department === department);
    if (left.length === 0) return [];
    const names = left.slice(0, shownNames).map((item) => item.files[0].name);
    return [diagnostic("not-in-register", { file }, { files: left.length, names })];
  });
};

/** Whether the department of an item has a register, in which the item does not stand. */
export const isLeftOut = (item: Item, workspace: Workspace): boolean =>
  item.registered === null && registersOf(workspace).some((each) => each.department === item.department);

/** The first register of each department in which any item stands. */
function registersOf({ evidence, items }: Workspace): Workspace["evidence"] {
  const used = new Set(items.map((item) => item.registered?.at.file));
  const registers = evidence.filter((each) => used.has(each.path));
  return registers.filter((each, at) => registers.findIndex((one) => one.department === each.department) === at);
}
