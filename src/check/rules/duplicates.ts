/** The same bytes handed in twice. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ copies }) =>
  copies.map(({ file, first, sameRequirement }) => diagnostic("duplicate-file", { file }, { first, sameRequirement }));
