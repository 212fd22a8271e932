/** Files that cannot be opened, with what they were meant to prove. */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const unreadable: Rule = ({ links }) =>
  links.flatMap((link) => {
    const { state, path } = link.evidence;
    if (state.type !== "unreadable") return [];
    const requirement = link.type === "linked" ? link.requirement : null;
    const facts = { reason: state.reason, requirement: requirement?.id ?? null, title: requirement?.title ?? "" };
    return [diagnostic("unreadable-file", { file: path }, facts)];
  });
