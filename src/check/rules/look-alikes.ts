/** The same shot handed in again, smaller or recompressed. The same bytes are told as duplicates. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const lookAlikes: Rule = ({ looks }) =>
  looks.map(({ later: { file, requirement }, first }) =>
    diagnostic(
      "look-alike-photo",
      { file: file.path },
      {
        requirement: requirement.id,
        title: requirement.title,
        first: first.file.path,
        firstRequirement: first.requirement.id,
        firstTitle: first.requirement.title,
      },
    ),
  );
