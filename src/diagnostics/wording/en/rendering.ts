/** Binding into the appendix. */
import type { RemovedPart } from "../../../model/removed.ts";
import type { RenderingFacts } from "../../facts/rendering.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { count } from "./phrases.ts";

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

export const rendering: CatalogueOf<RenderingFacts> = {
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
  "font-not-embedded": ({ fonts }) => ({
    what: `fonts are not embedded in the PDF (${fonts.join(", ")}): elsewhere their text may look different or be blank`,
    next: "Save it as PDF again from the original document with fonts embedded (or as PDF/A), or hand in a scan.",
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
  "volume-too-large": ({ exhibit, what, value, limit }) => ({
    what: {
      pages: `exhibit ${exhibit} alone, with cover, indexes and divider, makes a volume of ${String(value)} pages, more than the limit of ${String(limit)} pages`,
      files: `the files of exhibit ${exhibit} alone have ${String(value)} MB, more than the limit of ${String(limit)} MB for a volume`,
      volume: `the volume with exhibit ${exhibit} came to ${String(value)} MB, more than the limit of ${String(limit)} MB`,
    }[what],
    next: "An exhibit is never torn apart: hand it in as several papers, make its pictures smaller, or raise the limit.",
  }),
};
