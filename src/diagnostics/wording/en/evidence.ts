/** Files of evidence, where they belong, and what is owed. */
import type { EvidenceFacts } from "../../facts/evidence.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { fileKinds } from "./kinds.ts";
import { askedOf, codeOf, count, docNumberFaults, list, meant, unreadable } from "./phrases.ts";

const ask = (owner: string, contact: string, what = "it"): string =>
  owner === "" ? `Put ${what}` : `Ask ${owner}${contact === "" ? "" : ` (${contact})`} for ${what} and put it`;

const refused: Readonly<Record<string, readonly [string, string]>> = {
  "link-outside": [
    "is a link that leads out of the workspace, or nowhere; it was not followed",
    "Put a copy of what it leads to in its place; where that is gone, ask for it.",
  ],
  "link-to-folder": ["is a link to a folder; it was not followed", "Put a copy of the folder in its place."],
  "special-file": ["is not an ordinary file; it was not read", "Move it away and put an ordinary file there."],
};

function span({ from, to }: { readonly from: string; readonly to: string }): string {
  if (from.slice(0, 4) === to.slice(0, 4) && from.endsWith("-01-01") && to.endsWith("-12-31")) return from.slice(0, 4);
  return from === to ? from : `${from} to ${to}`;
}

export const evidence: CatalogueOf<EvidenceFacts> = {
  "unreadable-file": ({ reason, inPart, requirement, title }) => ({
    what: `the file ${inPart ? "is damaged; only what could still be read of it is in the appendix" : unreadable[reason][0]}${requirement === null ? "" : `, so it cannot prove ${codeOf(requirement)} "${title}"`}`,
    next: unreadable[reason][1],
    ask: askedOf[reason] ?? unreadable[reason][1],
  }),
  "refused-link": ({ reason }) => {
    const [what, next] = refused[reason] ?? ["was not read", "Copy the file itself into the folder."];
    return { what: `the file ${what}`, next };
  },
  "unmatched-file": ({ code, nearest, example, register, unknownKind }) => ({
    what: `${
      code === null
        ? "the file matches no requirement and was left out"
        : `"${code}" is no leaf of the map, so the file was left out`
    }${register === "looks-like" ? "; by its name it looks like a register, and was not read as one" : ""}`,
    next: `${meant(nearest)}${register === "looks-like" ? 'If it is a register, rename it to (or save it as) "register.xlsx" and put it directly into the folder of the department. If it is evidence: ' : ""}${
      register === "listed"
        ? `Write the code of an indicator and the requirement into the register, such as "${example}".`
        : `${unknownKind ? "The file is of no known kind: hand it in as a PDF, a picture or an Office file. " : ""}Begin the file name with the code of an indicator, such as "${example}"${register === "left-out" ? ", or add it to the register" : ""}; move unrelated files out of the evidence folder.`
    }`,
  }),
  "ambiguous-file": ({ candidates }) => ({
    what: `the file fits ${String(candidates.length)} requirements alike and was left out: ${list(
      candidates.slice(0, 5).map(({ id, title }) => `${codeOf(id)} "${title}"`),
    )}${candidates.length > 5 ? " and others" : ""}`,
    next: "Begin the file name with the code of the indicator, and name the requirement.",
  }),
  "unassigned-file": ({ indicator, asked, registered, unreadable: isUnreadable }) => ({
    what: `it belongs to indicator ${indicator}, but to which requirement is unclear; it ${isUnreadable ? "" : "is included and "}covers nothing`,
    next:
      asked.length === 0
        ? "The indicator asks for nothing; it may be moved away."
        : `Name one of them in ${registered ? "the requirement column of the register" : "the file name"}: ${list(asked)}.`,
  }),
  "unknown-folder": ({ folder, nearest, files, names }) => ({
    what:
      folder === ""
        ? `${count(files, "file")} directly in the evidence folder, so of no department: ${list(names)}${files > names.length ? `, and ${String(files - names.length)} more` : ""}`
        : `the folder "${folder}" belongs to no department (${count(files, "file")} in it)`,
    next:
      folder === ""
        ? "Put them into the folders of their departments."
        : `${meant(nearest)}Rename it, or add it to departments in evipack.yaml.`,
  }),
  "duplicate-file": ({ first: path, sameRequirement, bundle, claimed }) => ({
    what: `the file is the same, byte for byte, as ${path}${sameRequirement ? `, which is included; ${bundle.length === 0 ? "this one" : `this bundle (${list(bundle)})`} does not count` : ""}`,
    next:
      claimed === null
        ? sameRequirement
          ? "Remove one of the two."
          : "See whether it was handed in twice by mistake."
        : claimed.what === "year"
          ? `The names speak of other years (${claimed.here} here, ${claimed.there} there), so one is probably the wrong scan: see of which year it is, and ask for the right scan of the other.`
          : `The names speak of different papers ("${claimed.here}" here, "${claimed.there}" there): one is probably the wrong scan. See which it is and ask for the right scan of the other; if they are one paper, remove one.`,
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
  "outside-window": ({ requirement, title, period, window, after, lapsed, dispensable }) => {
    const refused = `does not count for ${codeOf(requirement)} "${title}"`;
    if (lapsed)
      return {
        what: `its term (${span(period)}) was over before the window ${span(window)} began, so it is no longer in force and ${refused}`,
        next: `${dispensable ? "The requirement is covered without it: take it out of the evidence folder" : "Hand in the paper that is in force"}; if this one still is in force, mend the years in its name or in the register.`,
      };
    if (after !== null && period.from <= window.to)
      return {
        what: `its time (${span(period)}) comes after the as-of day ${after}, so it ${refused}`,
        next: "See whether that time is right: if not, mend the name or the register; if it is, set a later as-of day (as_of in evipack.yaml, or --as-of).",
        ask: "See whether that time is right: if not, mend the name or the register; if it is, tell the office.",
      };
    return {
      what: `its time (${span(period)}) ${after === null ? "" : `comes after the as-of day ${after} and `}lies outside the window ${span(window)}, so it ${refused}`,
      next: `${dispensable ? "The requirement is covered without it: take it out of the evidence folder" : "Hand in evidence from the window"}; if the year in the name is wrong, rename the file.`,
    };
  },
  "impossible-date": ({ written, year }) => ({
    what: `the date "${written}" in the name does not exist; only its year, ${year}, was used`,
    next: "Compare with the paper and mend the date in the file name; when only the year is known, write no more.",
  }),
  "no-year": ({ requirement, title }) => ({
    what: `nothing tells of which year it is, so it does not count for ${codeOf(requirement)} "${title}", which is asked for each year`,
    next: "Add the year to the file name, or fill in the year in the register.",
  }),
  "no-doc-number": ({ requirement, title, listed, slip }) => {
    const asked = `${codeOf(requirement)} "${title}" should be a numbered paper`;
    if (slip !== null)
      return {
        what: `${asked}, and "${slip.written}" in the file name ${docNumberFaults[slip.reason]}, so it was not taken for a document number`,
        next: `Compare with the paper and mend the file name, such as "${slip.meant}".`,
      };
    return {
      what: `${asked}, and ${listed === null ? "the file name has no number" : `no number is given for "${listed}"`}`,
      next:
        listed === null
          ? "Add the document number to the file name."
          : "Fill in the document number in this row of the register.",
    };
  },
  "photo-caption": ({ requirement, title, missing }) => ({
    what: `the caption of this photo for ${codeOf(requirement)} "${title}" lacks its ${list(missing)}`,
    next: "Fill in date, place, people and theme in the register, or write a full sentence under caption.",
  }),
};
