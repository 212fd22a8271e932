/** Evidence that is bound where it lies must be as it was when its pages were made ready. */
import { changedCode } from "../model/rendered.ts";
import type { AsRead } from "../model/rendered.ts";

/** `now` is what the file looks like; null when it is gone. */
export const isAsRead = (now: AsRead | null, { size, changed, renamed, number }: AsRead): boolean =>
  now !== null && now.size === size && now.changed === changed && now.renamed === renamed && now.number === number;

/** To be thrown when it is not, with the path of the evidence; it comes through threads with its code. */
export const changed = (evidence: string): Error => Object.assign(new Error(evidence), { code: changedCode });
