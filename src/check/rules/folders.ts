/** Departments that still owe something and have no folder to put it in: misspelt in evipack.yaml, or not made yet. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";
import { isOwed } from "../stages.ts";

export const folders: Rule = ({ coverage, workspace }) =>
  workspace.departments.flatMap(({ id, name, folder, hasFolder, at }) => {
    const owed = coverage.filter((each) => each.requirement.owner === id && isOwed(each.status)).length;
    return hasFolder || owed === 0 ? [] : [diagnostic("no-department-folder", at, { department: name, folder, owed })];
  });
