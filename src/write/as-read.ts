/** Evidence that is bound where it lies must be as it was when its pages were made ready. */
import { changedCode } from "../model/rendered.ts";

/** To be thrown when it is not (`isSameStamp`), with the path of the evidence; it comes through threads with its code. */
export const changed = (evidence: string): Error => Object.assign(new Error(evidence), { code: changedCode });
