/** Files that cannot be opened, with what they were meant to prove. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const unreadable: Rule = ({ links }) =>
  links.flatMap((link) => {
    if (link.type === "linked" && link.role === "reference") return [];
    const requirement = link.type === "linked" ? link.requirement : null;
    return link.item.files.flatMap(({ state, path }) => {
      if (state.type !== "unreadable") return [];
      const { reason, inPart = false } = state;
      const facts = { reason, inPart, requirement: requirement?.id ?? null, title: requirement?.title ?? "" };
      return [diagnostic("unreadable-file", { file: path }, facts)];
    });
  });
