/** What `assign` says of problems. */
import type { AssignFacts } from "../../facts/assign.ts";
import type { Worded } from "../catalogue.ts";

export const assignWords: { readonly [C in keyof AssignFacts]: (facts: AssignFacts[C]) => Worded } = {
  "no-department-folder": ({ department, folder, owed }) => ({
    what: `${department} has ${String(owed)} ${owed === 1 ? "requirement" : "requirements"} to meet and no folder "${folder}" to put anything into`,
    next: "Make the folder; where it has another name, give that as folder under departments in evipack.yaml.",
  }),
};
