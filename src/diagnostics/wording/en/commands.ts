/** Commands and outputs. */
import type { CommandFacts } from "../../facts/commands.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { elsewhere } from "../elsewhere.ts";
import { among, count, list, meant } from "./phrases.ts";

const example = (folder: string): string => {
  const name = elsewhere(folder);
  return name === null ? "" : `, such as ${name}`;
};

export const commands: CatalogueOf<CommandFacts> = {
  "no-workspace": ({ folder, exists }) => ({
    what: exists ? `"${folder}" has no evipack.yaml, so it is not a workspace` : `there is no folder "${folder}"`,
    next: "Name the workspace with -C, or make one with evipack init.",
  }),
  "no-map": ({ name, nearest, known, own }) => ({
    what: `there is no indicator map "${name}"`,
    next: `${meant(nearest)}${known.length === 0 ? "" : `Built in: ${list(known)}. `}${own.length === 0 ? "A YAML file of the workspace, such as indicators.yaml, will do too" : `In the workspace: ${list(own)}`}.`,
  }),
  "no-as-of": () => ({
    what: "there is no as-of date, so the age of evidence cannot be judged",
    next: "Write as_of: 2019-10-31 in evipack.yaml, or add --as-of DATE (or --as-of today).",
  }),
  "bad-option": ({ option, value, expected, noSuchDay = false }) =>
    noSuchDay
      ? { what: `${option}: the calendar has no day ${value}`, next: "See the calendar, and write a day that exists." }
      : { what: `${option} cannot be "${value}"`, next: `Expected: ${expected.replaceAll(", ", " or ")}.` },
  "unknown-name": ({ what, name, known, nearest }) => ({
    what: `there is no ${{ schema: "schema", department: "department", indicator: "indicator or section", section: "section", code: "code" }[what]} named "${name}"`,
    next: `${meant(nearest)}${
      {
        schema: among(known),
        department: `${among(known)} The id, the name or the folder of a department will do.`,
        indicator: `The code of a section will do (${list(known)}), or that of any indicator below it.`,
        section: among(known),
        code: "evipack explain lists them all.",
      }[what]
    }`,
  }),
  "unsafe-output": ({ folder, reason }) => ({
    what: `will not write to "${folder}": ${
      {
        "not-a-pack": "it holds something that this command did not write",
        "not-a-delivery": "there is another file of that name",
        "in-evidence": "it is evidence or configuration of the workspace",
        "in-pack": "it lies in the pack",
        "is-workspace": "it is the workspace itself, or a folder around it",
      }[reason]
    }`,
    next: {
      "not-a-pack": "Choose a new or an empty folder.",
      "not-a-delivery": "Choose another name, or move away what is there.",
      "in-evidence": `Write to a place outside of evidence and configuration${example(folder)}.`,
      "in-pack": `Write to a place outside of the pack${example(folder)}.`,
      "is-workspace": "Choose a new or an empty folder; where none is named, the usual one in the workspace is taken.",
    }[reason],
  }),
  "cannot-write": ({ folder, cause }) =>
    cause === "EISDIR"
      ? { what: `cannot write to "${folder}": it is a folder`, next: "Add the name of a file to it." }
      : {
          what: `cannot write to "${folder}" (${cause})`,
          next: "See that you may write there, that the disk has room and that no program has the pack open; the earlier pack is untouched.",
        },
  "not-empty": ({ folder, isFile = false }) =>
    isFile
      ? {
          what: `"${folder}" is there already and was left alone`,
          next: "Name another file with -o, or move the old one away first.",
        }
      : {
          what: `"${folder}" has files in it and was left alone`,
          next: "Choose an empty folder, or move its files away first.",
        },
  incomplete: ({ errors }) => ({
    what: `${count(errors, "problem")} left, so --require-complete wrote no pack`,
    next: "Solve them and compile again; leave --require-complete out for a draft.",
  }),
};
