/** What of a narrative cannot be kept, and what is wrong with its pictures: first what it is, then what to do. */
import type { PictureFault } from "../../facts/narrative.ts";
import type { Loss } from "../../../model/narrative.ts";

type Said = readonly [what: string, next: string];

export const unreadableTexts: Readonly<Record<string, Said>> = {
  "not-utf8": ["the text is not UTF-8", "Open it in an editor and save it as UTF-8."],
  EOUTSIDE: [
    "the file is a link that leads out of the workspace",
    "Put the file itself there and see that it may be read.",
  ],
  encrypted: [
    "the Word file needs a password to be opened",
    "Save it without one, or write the password into passwords of evipack.yaml.",
  ],
  damaged: ["the Word file is damaged or no .docx at all", "Open the original in Word and save it as .docx again."],
  "too-large": ["the Word file unpacks to more than 256 MB", "Shrink or remove its pictures and save it again."],
  "too-deep": ["quotes or lists are nested more than 50 levels deep", "Use paragraphs and headings instead."],
  "old-word": ["the file has an old format (.doc, .rtf or .odt)", "Open it in Word and save it as .docx."],
  format: [
    "a text must be Markdown (.md) or Word (.docx)",
    "Save it as one of them; if it is no text about the indicator, put it elsewhere.",
  ],
};

export const lossWords: Readonly<Record<Loss["what"], Said>> = {
  html: [
    "HTML is printed as it is typed",
    "Take the tags out; write **…** for bold, and an empty line for a new paragraph.",
  ],
  deletion: ["struck-out text cannot be kept as such; its words were kept", "Delete what is not meant."],
  "note-undefined": [
    "a footnote has a mark but no text",
    "Write [^mark]: and its text on a line of its own, or take the mark out.",
  ],
  "note-unused": [
    "a footnote has no mark in the text and was made a paragraph",
    "Put [^mark] into the text, or delete the note.",
  ],
  "note-in-note": ["a footnote stands inside another and was made plain text", "Make one note of the two."],
  "note-in-heading": [
    "a footnote stands in a heading or the head of a table; its text was put below",
    "Move the note into the text.",
  ],
  "mention-in-heading": [
    "a citation or figure in a heading or the head of a table was left as typed",
    "Move it into the text or into a cell.",
  ],
  "definition-unused": [
    "a line was taken for the address of a link that nothing uses; it is printed as typed",
    "If it is text, drop the bracket or the colon; if it is a link, use it.",
  ],
  link: [
    "a link leads to no address on the web and was made plain text",
    "Write the whole address (https://…), or only the words.",
  ],
  control: ["characters that cannot be printed were removed", "They often come with pasted text; type the word anew."],
  "merged-cells": [
    "a table has merged cells; they were split, each with the same text",
    "Use a table without merged cells, or hand the table in as evidence.",
  ],
  "table-in-cell": ["a table stands inside a cell; only its words were kept", "Make two tables."],
  raised: ["raised or lowered text was set on the line", "Write it in a way that does not need it."],
  picture: ["a picture is not in the file (it is linked) and was left out", "Delete it in Word and insert it again."],
  "text-box": ["the text of a box was moved below its paragraph", "Put the text into the body."],
  equation: ["an equation was made a line of text", "See whether it can be read; if not, make it a picture."],
  object: ["an embedded object was not kept", "Hand it in as evidence, or make it a picture or a table."],
  chart: ["a chart was not kept", "Insert it as a picture, or make it a table."],
  diagram: ["a SmartArt diagram was not kept", "Insert it as a picture, or make it a list."],
  comment: ["comments were left out", "Delete those that are settled."],
  revision: ["there are tracked changes; they were taken as accepted", "Accept or reject them, and save the file."],
  header: ["text in headers or footers was left out", "Move what is needed into the body."],
  contents: ["a table of contents was left out; the report has its own", "Delete it."],
  element: [
    "something cannot be read and was left out",
    "Compare in Word, and make it a plain paragraph, table or picture.",
  ],
};

export const pictureFaults: Readonly<Record<PictureFault, Said>> = {
  missing: [
    "is not there; only its words stand in the report",
    "Put it below narrative/; its path begins at the folder of this text.",
  ],
  outside: ["lies outside the workspace and is not read", "Put it below narrative/."],
  address: ["is an address on the web and is not fetched", "Save it below narrative/."],
  unreadable: ["may not be read", "Change its permissions."],
  "no-picture": ["is no picture that can be printed", "Use JPG, PNG, SVG, HEIC, WEBP, TIFF, BMP or GIF."],
  damaged: ["is damaged and cannot be opened", "Export it from the original again."],
  "too-large": ["is too large to be opened", "Shrink it to A3 at 300 dpi or less."],
  cut: ["is not whole; what there is of it is printed", "Copy it from the original again."],
};
