/** Phrases that several topics share. */
import type { DocNumberFault } from "../../facts/registers.ts";
import type { UnreadableReason } from "../../../model/evidence.ts";

export const meant = (nearest: string | null): string => (nearest === null ? "" : `Did you mean "${nearest}"? `);

export const list = (names: readonly string[]): string => names.join(", ");

export const among = (names: readonly string[]): string => (names.length === 0 ? "" : `Known: ${list(names)}.`);

export const count = (number: number, one: string, others = `${one}s`): string =>
  `${String(number)} ${number === 1 ? one : others}`;

/** Code of the indicator to which a requirement belongs. */
export const codeOf = (requirement: string): string => requirement.split("/")[0] ?? "";

const scores: ReadonlyMap<string, string> = new Map([
  ["partly", "partly met"],
  ["not", "not met"],
]);

/** A self score as the report words it; grades and points stand as they are. */
export const selfScore = (self: string): string => scores.get(self) ?? self;

/** Why a file cannot be read, and what to do. */
export const unreadable: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
  empty: ["is empty (0 bytes)", "The copy probably broke off; hand it in again."],
  corrupt: ["is damaged and cannot be opened", "Export or scan it again from the original."],
  encrypted: [
    "needs a password to open",
    "Save a copy without the password and hand that in, or write the password under passwords in evipack.yaml.",
  ],
  "no-permission": ["may not be read", "Change the permissions of the file and run again."],
  vanished: [
    "could not be read, or went away during the run",
    "See that the file is there and not in use, and run again.",
  ],
  "too-many-pixels": ["has too many pixels to be opened", "Shrink it to at most A3 at 300 dpi."],
  "bad-name": [
    "has a name that is not UTF-8 and cannot be read",
    "Rename it; if it came out of an archive, unpack that with another program.",
  ],
  "too-complex": ["is too complex to be drawn in time", "Save it as PNG or PDF and hand that in."],
  "text-in-disguise": [
    "holds mere text or a web page, not what its extension says, so nothing opens it",
    "The download or export probably failed: export it again. Where it is meant to be text or a web page, call it .txt or .html.",
  ],
  "too-large": [
    "is too large (over 512 MB as it is or unpacked, or too much to convert) and was not opened",
    "Split it, or hand in a PDF of it.",
  ],
};

/** What a department is asked, where the office can do something else. */
export const askedOf: Readonly<Partial<Record<UnreadableReason, string>>> = {
  encrypted: "Save a copy without the password and hand that in.",
};

/** What is amiss with a document number. */
export const docNumberFaults: Readonly<Record<DocNumberFault, string>> = {
  brackets: "has no brackets 〔〕 around its year",
  year: "has a year of two digits",
  ordinal: "has an ordinal sign before its number",
  zero: "has zeros before its number",
  suffix: "does not end with the sign for number",
  sign: "does not say who issued it",
};
