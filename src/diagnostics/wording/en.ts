/** English wording: what is wrong, then what to do; no blame, no "please". */
import type { UnreadableReason } from "../../model/evidence.ts";
import type { RemovedPart } from "../../model/removed.ts";
import type { SourceRef } from "../../model/source.ts";
import type { UnreadRegister } from "../diagnostic.ts";
import type { Catalogue } from "./catalogue.ts";
import { assignWords } from "./en/assign.ts";
import { judging } from "./en/judging.ts";
import { fileKinds } from "./en/kinds.ts";
import { figures } from "./en/figures.ts";
import { reading } from "./en/reading.ts";
import { reviewing } from "./en/review.ts";
import { outputs } from "./en/outputs.ts";
import { form } from "./en/form.ts";
import { narrative } from "./en/narrative.ts";
import { privacy } from "./en/privacy.ts";

const meant = (nearest: string | null): string => (nearest === null ? "" : `Did you mean "${nearest}"? `);
const list = (names: readonly string[]): string => names.join(", ");
const among = (names: readonly string[]): string => (names.length === 0 ? "" : `Known: ${list(names)}.`);
const first = ({ file, line }: SourceRef): string => (line === undefined ? file : `${file} line ${String(line)}`);
const place = ({ file, line, cell }: SourceRef): string =>
  cell === undefined ? `${file} line ${String(line ?? 1)}` : `${file}!${cell}`;
const count = (number: number, noun: string): string => `${String(number)} ${noun}${number === 1 ? "" : "s"}`;
const ask = (owner: string, contact: string, what = "it"): string =>
  owner === "" ? `Put ${what}` : `Ask ${owner}${contact === "" ? "" : ` (${contact})`} for ${what} and put it`;
const codeOf = (requirement: string): string => requirement.split("/")[0] ?? "";

const unprinted = {
  "not-decodable": [
    "is a picture of a kind that cannot be printed here; a placeholder page stands in for it",
    "Save it as JPG, PNG or PDF and hand that in.",
  ],
  "timed-out": [
    "was not converted within its limit of time and memory; a placeholder page stands in for it",
    "Open it in Word or WPS, save it as PDF and hand that in.",
  ],
  cut: [
    "has too many pages: only the first of them are included, a placeholder page stands for the rest",
    "Set a print area in the table, or hand in only what the indicator asks for.",
  ],
} as const;

const unreadable: Readonly<Record<UnreadableReason, readonly [string, string]>> = {
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
  "too-large": [
    "is too large (over 512 MB as it is or unpacked, or too much to convert) and was not opened",
    "Split it, or hand in a PDF of it.",
  ],
};

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

const refused: Readonly<Record<string, string>> = {
  "link-outside": "is a link that leads out of the workspace, or nowhere; it was not followed",
  "link-to-folder": "is a link to a folder; it was not followed",
  "special-file": "is not an ordinary file; it was not read",
};

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
const typeName = (name: string): string => types[name] ?? name;

const forms: Readonly<Record<string, string>> = {
  exhibit: "The number of an exhibit looks like 2-1-1-03.",
  fingerprint: "A fingerprint has 16 hexadecimal digits; evipack check --accept writes it.",
  hash: "This is the SHA-256 of the file, 64 hexadecimal digits, or unread; evipack check --accept writes it.",
  url: "an address is written like http://127.0.0.1:3000",
  date: "A date looks like 2019-03-05 and must exist.",
  regex: "A name has letters, digits, _ and - only, and does not begin with a digit.",
  name: "A name has letters, digits, _ and - only, and does not begin with a digit.",
};

const unsupported: Readonly<Record<string, string>> = {
  picture: "A picture",
  footnote: "A footnote",
  html: "HTML",
  code: "A code block",
  deletion: "A deletion",
};

export const english: Catalogue = {
  ...judging,
  ...figures,
  ...reading,
  ...reviewing,
  ...outputs,
  ...form,
  ...narrative,
  ...privacy,
  "no-workspace": ({ folder, exists }) => ({
    what: exists ? `"${folder}" has no evipack.yaml, so it is not a workspace` : `there is no folder "${folder}"`,
    next: "Name the workspace with -C, or make one with evipack init.",
  }),
  "no-map": ({ name, nearest, known }) => ({
    what: `there is no indicator map "${name}"`,
    next: `${meant(nearest)}${known.length === 0 ? "" : `Built in: ${list(known)}. `}A YAML file of the workspace, such as indicators.yaml, will do too.`,
  }),
  "no-as-of": () => ({
    what: "there is no as-of date, so the age of evidence cannot be judged",
    next: "Write as_of: 2019-10-31 in evipack.yaml, or add --as-of DATE (or --as-of today).",
  }),
  "bad-option": ({ option, value, expected }) => ({
    what: `${option} cannot be "${value}"`,
    next: `Expected: ${expected.replaceAll(", ", " or ")}.`,
  }),
  "unknown-name": ({ what, name, known, nearest }) => ({
    what: `there is no ${{ schema: "schema", department: "department", indicator: "indicator or section", code: "code" }[what]} named "${name}"`,
    next: `${meant(nearest)}${what === "code" ? "evipack explain lists them all." : among(known)}`,
  }),
  "unsafe-output": ({ folder, reason }) => ({
    what: `will not write to "${folder}": ${
      reason === "not-a-pack"
        ? "it holds something that is no earlier pack"
        : reason === "in-evidence"
          ? "it is evidence or configuration of the workspace"
          : "it is the workspace itself, or a folder around it"
    }`,
    next: "Choose a new or an empty folder.",
  }),
  "cannot-write": ({ folder, cause }) => ({
    what: `cannot write to "${folder}" (${cause})`,
    next: "See that you may write there, that the disk has room and that no program has the pack open; the earlier pack is untouched.",
  }),
  "not-empty": ({ folder }) => ({
    what: `"${folder}" has files in it and was left alone`,
    next: "Choose an empty folder, or move its files away first.",
  }),
  incomplete: ({ errors }) => ({
    what: `${count(errors, "problem")} left, so --require-complete wrote no pack`,
    next: "Solve them and compile again; leave --require-complete out for a draft.",
  }),
  "yaml-syntax": ({ fault, message, text }) => ({
    what: `this is not valid YAML: ${
      fault === "FULL_WIDTH_COLON"
        ? "a full-width colon after a name"
        : fault === "FULL_WIDTH_SIGN"
          ? "full-width commas or braces"
          : fault === "NO_SPACE"
            ? "no space after a colon"
            : fault === "DUPLICATE_KEY"
              ? "the same name twice in one place"
              : message.replace(/^[A-Z]/u, (letter) => letter.toLowerCase())
    }${text === "" ? "" : ` (${text})`}`,
    next:
      fault === "DUPLICATE_KEY"
        ? "Remove or rename one of them."
        : "Mend it here; indent with spaces, leave a space after each colon, close every bracket and quote.",
  }),
  "cannot-read": ({ cause }) => ({
    what:
      cause === "EOUTSIDE"
        ? "the file is a link that leads out of the workspace; it was not read"
        : `the file cannot be read (${cause})`,
    next: "See that the file is there and may be read.",
  }),
  "not-utf8": () => ({ what: "the file is not UTF-8 text", next: "Open it in an editor and save it as UTF-8." }),
  "unknown-key": ({ key, nearest, known }) => ({
    what: `unknown key "${key}"`,
    next: nearest === null ? among(known) : meant(nearest).trim(),
  }),
  "missing-key": ({ key }) => ({ what: `"${key}" is missing`, next: `Add ${key}: here.` }),
  "wrong-type": ({ key, expected, got }) => ({
    what: `${key === "" ? "the file as a whole" : `"${key}"`} should be ${typeName(expected)}, but is ${typeName(got)}`,
    next: "Write it in the form expected.",
  }),
  "unknown-value": ({ key, got, nearest, known }) => ({
    what: `"${key}" cannot be "${got}"`,
    next: `${meant(nearest)}${among(known)}`,
  }),
  "out-of-bounds": ({ key, bound, limit }) => ({
    what: `"${key}" is too ${bound === "min" ? "small or short: at least" : "large or long: at most"} ${limit}`,
    next: "Choose a value within the bounds.",
  }),
  "bad-form": ({ key, got, expected }) => ({
    what: `"${key}" cannot be written "${got}"`,
    next: forms[expected] ?? `Expected: ${expected}.`,
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
    what: `the formula uses "${name}", which is not in facts.yaml`,
    next: `${meant(nearest)}Add it to facts.yaml, or mend the formula.`,
  }),
  "bad-score": ({ indicator, got, allowed }) => ({
    what: `the self score of ${indicator} cannot be "${got}"`,
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
  "unreadable-file": ({ reason, requirement, title }) => ({
    what: `the file ${unreadable[reason][0]}${requirement === null ? "" : `, so it cannot prove ${codeOf(requirement)} "${title}"`}`,
    next: unreadable[reason][1],
  }),
  "refused-link": ({ reason }) => ({
    what: `the file ${refused[reason] ?? "was not read"}`,
    next: "Copy the file itself into the folder.",
  }),
  "unmatched-file": ({ code, nearest, example, register }) => ({
    what:
      code === null
        ? "the file matches no requirement and was left out"
        : `"${code}" is no leaf of the map, so the file was left out`,
    next: `${meant(nearest)}${
      register === "listed"
        ? `Write the code of an indicator and the requirement into the register, such as "${example}".`
        : `Begin the file name with the code of an indicator, such as "${example}"${register === "left-out" ? ", or add it to the register" : ""}; move unrelated files out of the evidence folder.`
    }`,
  }),
  "ambiguous-file": ({ candidates }) => ({
    what: `the file fits ${String(candidates.length)} requirements alike and was left out: ${list(
      candidates.slice(0, 5).map(({ id, title }) => `${codeOf(id)} "${title}"`),
    )}${candidates.length > 5 ? " and others" : ""}`,
    next: "Begin the file name with the code of the indicator, and name the requirement.",
  }),
  "unassigned-file": ({ indicator, asked, registered }) => ({
    what: `it belongs to indicator ${indicator}, but to which requirement is unclear; it is included and covers nothing`,
    next:
      asked.length === 0
        ? "The indicator asks for nothing; it may be moved away."
        : `Name one of them in ${registered ? "the requirement column of the register" : "the file name"}: ${list(asked)}.`,
  }),
  "unknown-folder": ({ folder, nearest, files }) => ({
    what:
      folder === ""
        ? `${count(files, "file")} directly in the evidence folder, so of no department`
        : `the folder "${folder}" belongs to no department (${count(files, "file")} in it)`,
    next:
      folder === ""
        ? "Put them into the folders of their departments."
        : `${meant(nearest)}Rename it, or add it to departments in evipack.yaml.`,
  }),
  "duplicate-file": ({ first: path, sameRequirement }) => ({
    what: `the file is the same, byte for byte, as ${path}${sameRequirement ? "; only one is included" : ""}`,
    next: sameRequirement ? "Remove one of the two." : "See whether it was handed in twice by mistake.",
  }),
  "wrong-extension": ({ extension, content, kind }) => ({
    what: `the file ${extension === "" ? "has no extension" : `is called .${extension}`} but holds ${fileKinds[kind]} (.${content}); it is treated as that`,
    next: `Rename it to .${content}.`,
  }),
  "archive-file": () => ({
    what: "the file is an archive, which is not opened; a placeholder page stands in for it",
    next: "Unpack it and hand in the files one by one, each under its own name.",
  }),
  "unknown-kind": ({ extension, format }) => ({
    what:
      format === ""
        ? `the file is of no known kind${extension === "" ? "" : ` (.${extension})`}; a placeholder page stands in for it`
        : `${format.toUpperCase()} files cannot be turned into pages; a placeholder page stands in for it`,
    next: "Hand in a PDF, a picture or an Office file; move unrelated files away.",
  }),
  "damaged-picture": () => ({
    what: "the file of the picture is incomplete; what can be shown of it was included",
    next: "Export or scan it again from the original.",
  }),
  "svg-active-content": () => ({
    what: "the SVG asks for scripts, other files or web content; none of that was run or read, so the picture may lack parts",
    next: "Save it as PNG or PDF and hand that in.",
  }),
  "serial-taken": ({ serial, by, given }) => ({
    what: `number ${String(serial).padStart(2, "0")} belongs to ${by}; this one became ${given}`,
    next: "Change the number in the file name.",
  }),
  "missing-evidence": ({ requirement, title, indicatorTitle, owner, contact, expectedIn, min }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}: "${title}" is missing${min > 1 ? ` (${String(min)} needed)` : ""}`,
    next: `${ask(owner, contact)} into ${expectedIn}/.`,
  }),
  "too-few": ({ requirement, title, indicatorTitle, have, need, owner, contact, expectedIn }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}: "${title}" has ${String(have)} of ${String(need)}`,
    next: `${ask(owner, contact, `${String(need - have)} more`)} into ${expectedIn}/.`,
  }),
  "missing-years": ({ requirement, title, indicatorTitle, years, undated, owner, contact, expectedIn }) => ({
    what: `${codeOf(requirement)} ${indicatorTitle}: "${title}" lacks ${list(years.map(String))}`,
    next: `${undated > 0 ? `${count(undated, "file")} without a year in the name: add it first. ` : ""}${ask(owner, contact, "what is missing")} into ${expectedIn}/.`,
  }),
  "outside-window": ({ requirement, title, period, window }) => ({
    what: `its time (${span(period)}) lies outside the window ${span(window)}, so it does not count for ${codeOf(requirement)} "${title}"`,
    next: "Hand in evidence from the window; if the year in the name is wrong, rename the file.",
  }),
  "no-doc-number": ({ requirement, title }) => ({
    what: `${codeOf(requirement)} "${title}" should be a numbered paper, and the file name has no number`,
    next: "Add the document number to the file name.",
  }),
  "waiver-expired": ({ indicator, until }) => ({
    what: `the waiver for ${indicator} ended on ${until}`,
    next: "Extend until, or hand in the evidence.",
  }),
  "photo-caption": ({ requirement, title, missing }) => ({
    what: `the caption of this photo for ${codeOf(requirement)} "${title}" lacks its ${list(missing)}`,
    next: "Fill in date, place, people and theme in the register, or write a full sentence under caption.",
  }),
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
  "narrative-missing": ({ indicator, title, expectedIn }) => ({
    what: `indicator ${indicator} "${title}" has no self-assessment text`,
    next: `Write it in ${expectedIn}.`,
  }),
  "narrative-unknown": ({ name, nearest, example }) => ({
    what: `"${name}" is no leaf of the map, nor overview or problems, so it was left out of the report`,
    next:
      nearest === null
        ? `Begin the file name with the code of an indicator, such as ${example}.`
        : meant(nearest).trim(),
  }),
  "narrative-unreadable": ({ cause }) => ({
    what:
      cause === "not-utf8"
        ? "the text is not UTF-8, so it was left out of the report"
        : cause === "EOUTSIDE"
          ? "the file is a link that leads out of the workspace, so it was left out of the report"
          : `the text cannot be read (${cause}), so it was left out of the report`,
    next:
      cause === "not-utf8"
        ? "Open it in an editor and save it as UTF-8."
        : "Put the file itself there and see that it may be read.",
  }),
  "narrative-unsupported": ({ what }) => ({
    what:
      what === "docx"
        ? "Word narratives are not read yet"
        : `${unsupported[what] ?? what} cannot be kept as it is; only its text was kept`,
    next: what === "docx" ? "Save it as Markdown (.md)." : "Use paragraphs, lists or tables.",
  }),
  "no-converter": ({ engine, url }) => ({
    what: {
      embedded: "There is no converter for Office files; placeholder pages stand in for all of them",
      soffice: "There is no LibreOffice (soffice) on this machine; placeholder pages stand in for all Office files",
      gotenberg: `No Gotenberg server answers at ${url}; placeholder pages stand in for all Office files`,
    }[engine],
    next: {
      embedded: "Install the optional package @matbee/libreoffice-converter with npm install, or install LibreOffice.",
      soffice: "Install LibreOffice, or write converter: embedded in evipack.yaml to use the program's own converter.",
      gotenberg: "Check the address and start the server, or write converter: embedded in evipack.yaml.",
    }[engine],
  }),
  "not-rendered": ({ reason }) => ({ what: unprinted[reason][0], next: unprinted[reason][1] }),
  "repaired-pdf": () => ({
    what: "this PDF was damaged; what could be repaired of it is in the appendix",
    next: "Compare the pages in the appendix with the original; export or scan it again when something is missing.",
  }),
  "salvaged-document": () => ({
    what: "this file is damaged; only what could still be read of it is in the appendix",
    next: "Open it in Office or WPS, look it over, and hand in a new copy.",
  }),
  "removed-from-pdf": ({ parts }) => ({
    what: `left out of the appendix: ${parts.map((each) => removed[each]).join(", ")}; what the pages show is unchanged`,
    next: parts.includes("embedded-files")
      ? "If the attached files are evidence too, save them into the folder as files of their own."
      : "Usually nothing is to be done.",
  }),
  "missing-glyphs": ({ characters }) => ({
    what: `${count(characters.length, "character")} that no font has, printed as 〓 in the PDF: ${characters.slice(0, 20).join(" ")}`,
    next: "See whether the text is right; write rare characters in another way.",
  }),
  "unstable-pages": ({ rounds }) => ({
    what: `page numbers were still moving after ${count(rounds, "round")}`,
    next: "Numbers in the index may be one page off; compare before use.",
  }),
  ...assignWords,
};

const removed: Readonly<Record<RemovedPart, string>> = {
  "embedded-files": "attached files",
  "import-data": "actions that import data",
  javascript: "scripts (JavaScript)",
  launch: "actions that start programs",
  media: "sound, video or 3D",
  "open-action": "actions on opening",
  "other-action": "actions of buttons",
  "remote-link": "links to other files",
  "submit-form": "actions that submit a form",
};

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31")) return from.slice(0, 4);
  return from === to ? from : `${from} to ${to}`;
}
