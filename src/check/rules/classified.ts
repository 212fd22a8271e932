/**
 * Papers with a mark of secrecy (密级): in the name, in the register, or at the head of the first page (GB/T 9704-2012,
 * 7.2.2). They may stand in no pack that is copied and shown, whether or not their indicator applies.
 */
import { diagnostic } from "../../diagnostics/diagnostic.ts";
import type { Rule } from "../rule.ts";

export const classified: Rule = ({ marks }) =>
  marks.map(({ at, mark, where }) => diagnostic("classified", at, { mark, where }));
