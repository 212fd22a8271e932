/** Templates of the report. */
import type { TemplateFacts } from "../../facts/templates.ts";
import type { CatalogueOf } from "../catalogue.ts";
import { meant } from "./phrases.ts";

const kinds: Readonly<Record<TemplateFacts["template-unknown"]["what"], string>> = {
  variable: "value",
  filter: "filter",
  tag: "tag",
  argument: "argument of this tag",
  part: "part of the report",
  narrative: "text",
};

const values: Readonly<Record<TemplateFacts["template-value"]["what"], readonly [what: string, next: string]>> = {
  list: ["a list is printed where one value should be", 'Write {% for … in … %} around it, or | join: ", " after it.'],
  record: ["a record is printed where one value should be", "Say which of its values, such as node.title."],
  pages: [
    "page numbers can stand neither in a heading nor before a filter",
    "They are known only after typesetting: print them alone, in a paragraph or a cell.",
  ],
  heading: [
    "heading wants a section, a group or an indicator, and a level from 1 to 4",
    "Write {% heading section %} or {% heading node %}.",
  ],
  table: [
    "what stands in this table is no whole table",
    "Titles in the first line, | --- | --- | in the second; every line begins with | and has as many cells.",
  ],
  row: ["a row has more cells than the table has titles", "Add a title or take a cell away; a bar in a cell is \\|."],
  widths: ["widths wants a number for each column", 'Such as widths: "20 64 16"; a new column needs one more.'],
  blocks: [
    "whole blocks stand in a title or a caption",
    "Put narrative, part and table on a line of their own, outside the title.",
  ],
  html: ["the template has HTML in it, which a report cannot show", "Write Markdown; an angle bracket is \\<."],
  picture: ["the template has a picture in it", "Put pictures into the texts of the narrative folder."],
};

export const templates: CatalogueOf<TemplateFacts> = {
  "template-missing": ({ file, cause, kind }) => ({
    what: `the template of the ${kind}, "${file}", ${cause === "ENOENT" ? "is not there" : `cannot be read (${cause})`}`,
    next: `Mend its name, or make a copy to edit with evipack template ${kind}.`,
  }),
  "template-syntax": ({ what, text }) => ({
    what:
      what === "unclosed"
        ? `"${text}" is not finished, or lacks the end that belongs to it`
        : what === "stray"
          ? `"${text}" has no beginning before it`
          : `this is no Liquid: ${text}`,
    next:
      what === "syntax" ? "See docs/report-template.md." : "Beginning and end come in pairs: {% if … %} … {% endif %}.",
  }),
  "template-unknown": ({ what, name, nearest }) => ({
    what: `a template knows no ${kinds[what]} named "${name}"`,
    next: meant(nearest) || "docs/report-template.md lists the names.",
  }),
  "template-value": ({ what }) => ({ what: values[what][0], next: values[what][1] }),
  "template-limit": () => ({
    what: "the template has too much to do and was stopped",
    next: "Look at the loops here: is a count too large, or a loop within the same loop?",
  }),
};
