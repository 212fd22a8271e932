/** Registers. */
import type { SourceRef } from "../../../model/source.ts";
import type { RegisterFacts, UnreadRegister } from "../../facts/registers.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { among, count, docNumberFaults, list, meant, unreadable } from "./phrases.ts";

const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? `${file} line ${String(line ?? 1)}` : `${file}!${cell}`;

const unreadRegister: Readonly<Record<UnreadRegister, readonly [string, string]>> = {
  corrupt: ["is damaged and cannot be opened", "Open it in Excel or WPS and save a copy."],
  encrypted: ["needs a password to open", "Save a copy without the password."],
  "old-format": ["is a workbook of the old kind (.xls)", "Save it as .xlsx."],
  "too-large": [
    "is too large (over 32 MB unpacked, or 20,000 rows)",
    "Keep only the list, without pictures and empty rows.",
  ],
  "no-permission": unreadable["no-permission"],
  vanished: unreadable.vanished,
};

export const registers: CatalogueOf<RegisterFacts> = {
  "register-unreadable": ({ reason }) => ({
    what: `the register ${unreadRegister[reason][0]}, so it was not read and files are matched by their names`,
    next: unreadRegister[reason][1],
  }),
  "register-no-header": ({ sheets }) => ({
    what: `the register has no row of column headings${sheets.length > 1 ? ` in any of its sheets (${list(sheets.slice(0, 5))})` : ""}, so it was not read`,
    next: "Write at least two of title, file and indicator into one row.",
  }),
  "register-column": ({ heading, nearest }) => ({
    what: `unknown column "${heading}", which was not used`,
    next: `${meant(nearest)}Give it a usual heading; a column of your own may stay.`,
  }),
  "register-value": ({ value }) => ({
    what:
      value === ""
        ? "the formula has no result, so the cell counts as empty"
        : `the formula gives ${value}, so the cell counts as empty`,
    next: "Put the text itself there instead of a formula.",
  }),
  "register-date": ({ got }) => ({
    what: `"${got}" is no exact date and was not used`,
    next: "Write 2019-03-05, 2019-03 or 2019, a day that the calendar has.",
  }),
  "register-doc-number": ({ got, reason, meant: right }) => ({
    what: `the document number "${got}" ${docNumberFaults[reason]}; it is printed as typed`,
    next: `Compare with the paper and write ${right === null ? "the issuer's sign before it" : `it in its full form, such as "${right}"`}.`,
  }),
  "register-locator": ({ got, what }) => ({
    what: what === "page" ? `"${got}" is no page and was not used` : `"${got}" is no place on a page and was not used`,
    next:
      what === "page"
        ? "Write one number, such as 3, counted from the first page of the item."
        : "Write four numbers in millimetres: from the left, from the top, width, height, such as 20,35,120,18.",
  }),
  "locator-missing": ({ exhibit, page, quote, pages, reason, found }) => {
    const where = page === null ? "" : ` on page ${String(page)}`;
    if (reason === "placeholder")
      return {
        what: `exhibit ${exhibit} is not bound in, a placeholder page stands in for it, so its proof cannot be located`,
        next: "The placeholder page tells why: hand in a file that can be bound in, then look at the place again.",
      };
    if (reason === "page")
      return {
        what: `the proof of exhibit ${exhibit} should stand${where}, but the exhibit has ${String(pages)}`,
        next: "Count from the first page of that exhibit, not of the volume, and mend the number.",
      };
    if (reason === "no-text")
      return {
        what: `exhibit ${exhibit} has no text${where} in which "${quote}" could be found`,
        next: "For a scan give the page and an area in millimetres (left, top, width, height), or hand in a PDF with text.",
      };
    return {
      what: `the words "${quote}" are not${page === null ? "" : where} in exhibit ${exhibit}`,
      next:
        found === null
          ? "Copy them word by word; blanks and line breaks do not matter."
          : `They stand on page ${String(found)}: mend the page.`,
    };
  },
  "register-code": ({ code, nearest, asked }) =>
    asked.length === 0
      ? {
          what: `the map has no indicator "${code}"`,
          next: nearest === null ? "Compare with the map and mend the code." : meant(nearest).trim(),
        }
      : {
          what: `indicator "${code}" asks for several things, and which one this is remains unclear`,
          next: `Name the leaf and the requirement, such as ${list(asked.slice(0, 5).map((each) => `"${each}"`))}${asked.length > 5 ? " or others" : ""}.`,
        },
  "register-code-date": ({ shown, code }) => ({
    what: `the cell holds the date ${shown}, which the spreadsheet probably made of the code ${code}; it was read as ${code}`,
    next: "Format the column as text and type the code again.",
  }),
  "register-requirement": ({ name, nearest, known }) => ({
    what: `"${name}" names no single requirement and was not used`,
    next: `${meant(nearest)}${known.length === 0 ? "Compare with the map and mend it." : among(known)}`,
  }),
  "register-file": ({ name, reason, nearest }) => ({
    what:
      reason === "missing"
        ? `there is no file "${name}"`
        : reason === "outside"
          ? `"${name}" lies outside the evidence folder and was refused`
          : `more than one file is called "${name}"`,
    next:
      reason === "missing"
        ? `${meant(nearest)}Put the file into the department's folder, or mend the name.`
        : reason === "outside"
          ? "Copy the file into the department's folder and write its name only."
          : "Write its folder and its extension too, such as Meeting/Notice.pdf.",
  }),
  "register-address": ({ address, reason }) =>
    reason === "kind"
      ? {
          what: `addresses like "${address}" are not accepted: they may open files of a machine or run programs, and nobody else can follow them`,
          next: "Give the http:// or https:// address of a web page; put a file into the department's folder and name it in the file column.",
        }
      : {
          what: `"${address}" is no address on the web and was not used`,
          next: "Write the whole address, beginning with http:// or https://; leave the cell empty when there is none.",
        },
  "register-no-file": ({ title, keptAt }) => ({
    what: `${title === "" ? "this row" : `"${title}"`} names no file and no address${keptAt === "" ? "" : ` (the original is kept at ${keptAt})`}, so it was left out`,
    next:
      keptAt === ""
        ? "Name its file, or remove the row until there is one."
        : "Scan or photograph it, put the file into the department's folder and name it here.",
  }),
  "register-duplicate": ({ name, first: at, titles }) => ({
    what: `"${name}" is registered already at ${place(at)}${titles === null ? "" : `, there as "${titles[0]}", here as "${titles[1]}"; the first one counts`}`,
    next:
      titles === null
        ? "Remove this row; several indicators go into one cell."
        : "Compare the titles and keep one row.",
  }),
  "not-in-register": ({ files, names }) => ({
    what: `${count(files, "file")} not in the register, matched by name: ${list(names)}${files > names.length ? " and others" : ""}`,
    next: "Add what is missing to the register; move away what is not handed in.",
  }),
};
