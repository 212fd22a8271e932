/** What changed since it was reviewed, and faults of evipack.lock.yaml itself. */
import type { ReviewFacts } from "../../facts/review.ts";
import type { Catalogue } from "../catalogue.ts";

const shown = 5;
const list = (names: readonly string[]): string =>
  `${names.slice(0, shown).join(", ")}${names.length > shown ? ` and ${String(names.length - shown)} more` : ""}`;

const gone = {
  vanished: "is gone",
  moved: "now stands under another indicator",
  joined: "has become part of another exhibit",
  unlinked: "is there, but leads to no requirement any more",
  duplicate: "now has the same bytes as another item and is not printed again",
} as const;

export const reviewing: Pick<Catalogue, keyof ReviewFacts> = {
  "changed-since-review": ({ exhibit, files }) => {
    const { altered, added, removed } = files ?? { altered: [], added: [], removed: [] };
    const parts = [
      ...(altered.length === 0 ? [] : [`other content in ${list(altered)}`]),
      ...(added.length === 0 ? [] : [`added ${list(added)}`]),
      ...(removed.length === 0 ? [] : [`without ${list(removed)}`]),
    ];
    return {
      what: `${exhibit} has changed since it was reviewed${parts.length === 0 ? "" : `: ${parts.join("; ")}`}`,
      next: `Look at it, then accept it with evipack check --accept ${exhibit}.`,
    };
  },
  "asked-since-review": ({ requirement, title, exhibits }) => ({
    what: `"${title}" of ${requirement.split("/")[0] ?? ""} asks for something else than when ${list(exhibits)} ${exhibits.length === 1 ? "was" : "were"} reviewed`,
    next: `Hold the evidence against what it asks now, then accept it with evipack check --accept ${requirement}.`,
  }),
  "gone-since-review": ({ exhibit, reason, now }) => ({
    what: `the evidence of ${exhibit} ${gone[reason]}${now === null ? "" : ` (see ${now})`}`,
    next: `If that is right, accept it with evipack check --accept ${exhibit}; nothing else will get this number.`,
  }),
  "serial-frozen": ({ serial, given }) => ({
    what: `its name says serial ${String(serial).padStart(2, "0")}, but the number ${given} was given out and does not move`,
    next: "Change the serial in the name, or leave it out.",
  }),
  "lock-unreadable": ({ reason, cause }) => ({
    what: {
      folder: "the record of reviews must be a file, and here is a folder",
      outside: "the record of reviews is a link that leads out of the workspace; it was not followed",
      "no-permission": "the record of reviews may not be read",
      empty: "the record of reviews is empty; the numbers given out before are lost",
      failed: `the record of reviews cannot be read (${cause})`,
    }[reason],
    next: {
      folder: "Move or rename the folder.",
      outside: "Put the file itself into the workspace.",
      "no-permission": "Change the permissions of the file and run again.",
      empty: "Take it from a backup; if nothing was ever reviewed, delete the file.",
      failed: "See that the disk is well and the file not in use, or take it from a backup.",
    }[reason],
  }),
  "lock-conflict": () => ({
    what: "the record of reviews has a merge conflict that was not resolved",
    next: "Keep the entries of both sides; where both gave out one number, keep one (the other item gets a new one). Delete the lines <<<<<<<, ======= and >>>>>>>, then check again.",
  }),
  "lock-version": ({ got, newer }) => ({
    what: `the record of reviews has version ${String(got)}, ${newer ? "newer than this program knows" : "too old to be read"}`,
    next: newer
      ? "Update evipack."
      : "Put it aside and review anew with evipack check --accept; numbers are given out anew.",
  }),
  "lock-duplicate": ({ exhibit, first }) => ({
    what: `the number ${exhibit} stands there twice, first in line ${String(first.line ?? 1)}`,
    next: "Keep one entry and delete the other; its item gets a new number.",
  }),
  "lock-unwritten": ({ cause }) => ({
    what: `the record of reviews cannot be written (${cause}); nothing was accepted`,
    next: "See that the workspace may be written and the disk has room; the earlier record is as it was.",
  }),
  "accept-unknown": ({ code, nearest }) => ({
    what: `"${code}" after --accept is no section, indicator, requirement or exhibit; nothing was accepted`,
    next: `${nearest === null ? "" : `Did you mean "${nearest}"? `}Write a code such as 2, 2-1-1, 2-1-1/budget or 2-1-1-03; without one, everything is accepted.`,
  }),
};
