/** Configuration and map. */
import type { SourceRef } from "../../../model/source.ts";
import type { ConfigurationFacts } from "../../facts/configuration.ts";
import type { TypedNumber } from "../../../schema/typed-number.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, meant } from "./phrases.ts";
import { slipRemedies, slips } from "./yaml.ts";

const first = ({ file, line }: SourceRef): string => (line === undefined ? file : `${file} line ${String(line)}`);

const types: Readonly<Record<string, string>> = {
  string: "text",
  int: "a whole number",
  number: "a number",
  boolean: "true or false",
  array: "a list",
  object: "a set of names and values",
  record: "a set of names and values",
  tuple: "[lower, upper]",
  null: "empty",
  undefined: "empty",
};

const typeName = (names: string): string =>
  names
    .split("|")
    .map((name) => types[name] ?? name)
    .join(", or ");

const forms: Readonly<Record<string, string>> = {
  exhibit: "The number of an exhibit looks like 2-1-1-03.",
  fingerprint: "A fingerprint has 16 hexadecimal digits; evipack check --accept writes it.",
  hash: "This is the SHA-256 of the file, 64 hexadecimal digits, or unread; evipack check --accept writes it.",
  stamp:
    "It holds {n}, the number of the page, and may hold {exhibit} and {volume}; at most 60 characters: Han, Latin, digits, common punctuation.",
  "stamp-plain":
    "It holds {n}, the number of the page, and may hold {volume}; at most 60 characters: Han, Latin, digits, common punctuation.",
  url: "an address is written like http://127.0.0.1:3000",
  year: "A year looks like 2019.",
  "due-all": "all stands alone and without brackets: due: all. It means whatever no other stage names.",
  date: "A date looks like 2019-03-05 and must exist.",
  regex: "A name has letters, digits, _ and - only, and does not begin with a digit.",
  name: "A name has letters, digits, _ and - only, and does not begin with a digit.",
};

/** How a number that was typed as a text should stand there, and where its unit belongs. */
function asTyped(key: string, { plain, unit, scaled }: TypedNumber): string {
  if (scaled !== null)
    return unit === ""
      ? `Write ${key}: ${plain} where the unit has no ${scaled.scale}, or ${key}: ${scaled.plain} where it has.`
      : `Write ${key}: ${plain} and unit: ${unit}, or ${key}: ${scaled.plain} and unit: ${scaled.scale}${unit}.`;
  return unit === ""
    ? `Write ${key}: ${plain}, without quotes, commas and blanks.`
    : `Write ${key}: ${plain}; the unit "${unit}" does not stand in the number but under unit, where there is one.`;
}

export const configuration: CatalogueOf<ConfigurationFacts> = {
  "yaml-syntax": ({ fault, message, text }) => ({
    what: `this is not valid YAML: ${slips[fault] ?? message.replace(/^[A-Z]/u, (letter) => letter.toLowerCase())}${text === "" ? "" : ` (${text})`}`,
    next:
      slipRemedies[fault] ??
      "Mend it here; indent with spaces, leave a space after each colon, close every bracket and quote.",
  }),
  "cannot-read": ({ cause }) =>
    cause === "EFONT"
      ? {
          what: "the file is no font, or is damaged",
          next: "Put a sound TTF, OTF or TTC file in its place, or take it out of the folder of fonts.",
        }
      : {
          what:
            cause === "EOUTSIDE"
              ? "the file is a link that leads out of the workspace; it was not read"
              : cause === "ENOENT"
                ? "there is no such file"
                : `the file cannot be read (${cause})`,
          next:
            cause === "EOUTSIDE"
              ? "Put a copy of the file itself in the place of the link."
              : cause === "ENOENT"
                ? "See its name and its folder."
                : "See that the file is there and may be read.",
        },
  "not-utf8": () => ({ what: "the file is not UTF-8 text", next: "Open it in an editor and save it as UTF-8." }),
  "unknown-key": ({ key, nearest, known }) => ({
    what: `unknown key "${key}"`,
    next: nearest === null ? among(known) : meant(nearest).trim(),
  }),
  "missing-key": ({ key }) => ({ what: `"${key}" is missing`, next: `Add ${key}: here.` }),
  "wrong-type": ({ key, expected, got, example, typed }) => ({
    what: `${key === "" ? "the file as a whole" : `"${key}"`} should be ${typeName(expected)}, but is ${typeName(got)}`,
    next:
      typed === null
        ? example === null
          ? `Write ${typeName(expected)}.`
          : `Write it as in ${key}: ${example}.`
        : asTyped(key, typed),
  }),
  "unknown-value": ({ key, got, nearest, known }) => ({
    what: `"${key}" cannot be "${got}"`,
    next: `${meant(nearest)}${among(known)}`,
  }),
  "out-of-bounds": ({ key, of, bound, limit, inclusive }) => {
    const least = bound === "min";
    const what = {
      number: `is too ${least ? "small" : "large"}: ${inclusive ? (least ? "at least" : "at most") : least ? "more than" : "less than"} ${limit}`,
      text: `is too ${least ? "short: at least" : "long: at most"} ${limit} characters`,
      list: `has too ${least ? "few entries: at least" : "many entries: at most"} ${limit}`,
    }[of];
    if (of !== "number" && least && limit === "1") return { what: `"${key}" is empty`, next: "Fill it in." };
    return { what: `"${key}" ${what}`, next: "Choose a value within the bounds." };
  },
  "unknown-code": ({ name, exists, nearest }) => ({
    what: exists ? `the weight of "${name}" is fixed` : `there is no problem "${name}"`,
    next: exists ? "Take the line away." : `${meant(nearest)}evipack explain lists all codes.`,
  }),
  "bad-form": ({ key, got, expected }) => ({
    what: `"${key}" cannot be written "${got}"`,
    next: forms[expected] ?? `Expected: ${expected}.`,
  }),
  "as-of-before-window": ({ day, window }) => ({
    what: `the as-of day ${day} comes before the window ${window.from} to ${window.to} begins, so hardly anything that tells its time counts`,
    next: "See as_of in evipack.yaml (or --as-of) and the window, and mend the one that is wrong.",
  }),
  "period-reversed": ({ key }) => ({ what: `"${key}" begins after it ends`, next: "Exchange from and to." }),
  "value-or-formula": ({ key }) => ({
    what: `the fact "${key}" needs either a value or a formula, and not both`,
    next: "Use value for a number, formula for what follows from other facts.",
  }),
  "duplicate-code": ({ code, first: at }) => ({
    what: `the code "${code}" is used twice, first at ${first(at)}`,
    next: "Each code may be used once; change one of them.",
  }),
  "duplicate-requirement": ({ key, indicator, first: at }) => ({
    what: `indicator ${indicator} has two requirements "${key}", the first at ${first(at)}`,
    next: "Keys are unique within an indicator; change one of them.",
  }),
  "duplicate-folder": ({ folder, first: at }) => ({
    what: `two departments use the folder "${folder}", the other at ${first(at)}`,
    next: "Give one of them a folder of its own; remove a department that is not needed.",
  }),
  "unknown-department": ({ id, nearest }) => ({
    what: `there is no department "${id}"`,
    next: `${meant(nearest)}Add it to departments, or name one that is there.`,
  }),
  "unknown-indicator": ({ code, nearest }) => ({
    what: `the map has no leaf "${code}"`,
    next: nearest === null ? "Compare with the map and mend the code." : meant(nearest).trim(),
  }),
  "unknown-requirement": ({ key, indicator, nearest }) => ({
    what: `indicator ${indicator} has no requirement "${key}"`,
    next: nearest === null ? "Compare with the map and mend the name." : meant(nearest).trim(),
  }),
  "unknown-tag": ({ id, nearest }) => ({
    what: `there is no tag "${id}"`,
    next: `${meant(nearest)}Add it to tags at the top of the map, or mend it.`,
  }),
  "unknown-fact": ({ name, nearest }) => ({
    what: `"${name}" is used here, but is not in facts.yaml`,
    next: `${meant(nearest)}Add it to facts.yaml, or mend the name.`,
  }),
  "bad-score": ({ indicator, got, allowed }) => ({
    what: `the score of ${indicator} cannot be "${got}"`,
    next: allowed === "" ? "This indicator has text only and no score; remove the entry." : `It may be: ${allowed}.`,
  }),
  "bad-limit": ({ indicator, reason }) => ({
    what: `indicator ${indicator} is scored by a threshold, but ${
      reason === "none"
        ? "names no limit"
        : reason === "several"
          ? "names more than one limit"
          : "the lower end of between is above the upper"
    }`,
    next: "Write one of at_least, at_most, more_than, less_than, equals or between under scoring.",
  }),
  "requires-on-group": ({ code }) => ({
    what: `indicator ${code} has indicators below it and cannot ask for evidence itself`,
    next: "Move requires into one of the leaves below it.",
  }),
  "path-outside": ({ path }) => ({
    what: `"${path}" lies outside the workspace, or is a link that leads out of it`,
    next: "Use files and folders inside the workspace; copy in what is needed.",
  }),
  "no-requirements": () => ({
    what: "the map asks for nothing, so there is nothing to check",
    next: "Write requires in its leaves.",
  }),
  "no-evidence-folder": ({ folder }) => ({
    what: `there is no folder "${folder}", so there is nothing to check`,
    next: `Make ${folder}/ in the workspace, with a folder for each department.`,
  }),
};
