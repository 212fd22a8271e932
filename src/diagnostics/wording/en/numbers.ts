/** How exhibits are numbered. */
import type { NumberFacts } from "../../facts/numbers.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, meant } from "./phrases.ts";

/** Placeholders of an exhibit's number. */
const numberPlaces = [
  "{indicator}",
  "{below}",
  "{section}",
  "{section_roman}",
  "{within}",
  "{nn}",
  "{nnn}",
  "{circled}",
  "{roman}",
];

export const numbers: CatalogueOf<NumberFacts> = {
  "number-pattern": ({ pattern, reason, got, nearest }) => {
    const faults: Readonly<Record<typeof reason, readonly [what: string, next: string]>> = {
      unknown: [
        `there is no placeholder {${got}}`,
        `${meant(nearest === null ? null : `{${nearest}}`)}${among(numberPlaces)}`,
      ],
      none: [
        "without a running number it does not tell exhibits apart",
        `End it with one, such as {nn}. ${among(numberPlaces)}`,
      ],
      twice: ["it has two running numbers", `Remove ${got}.`],
      order: [`${got} stands behind the running number`, "The running number comes last; only signs may follow it."],
      joined: [
        `the running number follows a digit (${got}…), so nobody can tell where it begins`,
        "Put a - before it, or use {circled}.",
      ],
      alike: [
        `indicators ${got.replace(", ", " and ")} would give out the same numbers`,
        "Add {indicator}, the code of the leaf, or {section} and {below}.",
      ],
      sign: [
        /\s/u.test(got) ? "there is a blank in it" : `"${got}" is in it`,
        "Numbers stand in names of files and in citations, which do not take such signs; use -, . or brackets.",
      ],
      section: [`section ${got} has no Roman numeral of one sign (they end at Ⅻ)`, "Use {section}."],
    };
    const [what, next] = faults[reason];
    return { what: `numbers of exhibits cannot be written as "${pattern}": ${what}`, next };
  },
  "too-many-exhibits": ({ indicator, serial, form, most }) => ({
    what: `indicator ${indicator} has exhibits up to number ${String(serial)}, but ${form === "circled" ? "circled" : "Roman"} numbers end at ${String(most)}: the rest stand in brackets`,
    next: "Use {nn} in exhibit_number of the map; once numbers are given out, join papers to bundles, or move them to other indicators.",
  }),
  "numbers-changed": ({ was, now }) => ({
    what: `numbers were given out as "${was}", but the map now says "${now}"`,
    next: `A number that was given out stays: put exhibit_number back to "${was}". To number everything anew, put evipack.lock.yaml aside, run evipack check --accept, and tell whoever used the old numbers.`,
  }),
};
