/** The same bytes handed in twice. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const duplicates: Rule = ({ copies }) =>
  copies.map(({ item, file, first, sameRequirement, claimed }) => {
    const bundle = sameRequirement && item.files.length > 1 ? item.files.map(({ name }) => name) : [];
    return diagnostic("duplicate-file", { file }, { first, sameRequirement, bundle, claimed });
  });
