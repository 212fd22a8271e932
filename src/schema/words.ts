/** The shape of templates/words/*.yaml: every word that a report or an appendix prints by itself. */
import { line, z } from "./z.ts";

const text = z.string();
const outcome = z.strictObject({ met: line, partly: line, not: line });

export const wordsFile = z.strictObject({
  files: z
    .strictObject({ report: line, briefing: line, appendix: line, index: line, check: line, gaps: line })
    .describe("names of the files of a pack, without extension"),
  format: z
    .strictObject({
      date: line.describe("{y} {m} {d} {month}"),
      months: z.array(line).length(12).optional(),
      grouped: z.boolean().describe("thousands separators"),
      unit_gap: text.describe("between a figure and its unit"),
      colon: text,
      comma: text,
      list: text.describe("between the names of a list"),
      stop: line.describe("at the end of a sentence"),
      sentence_gap: text.describe("between two sentences"),
      pages: line.describe("pages of an exhibit in a table: {from} {to}"),
      page: line,
      page_bookmark: text.describe("page number in a bookmark: {n}"),
      citation: line.describe("what proves a claim: {exhibit}, and {page} of the appendix"),
    })
    .describe("how dates and figures are written"),
  marks: z.strictObject({
    sample: line,
    draft: line.describe("{date}"),
    watermark: line.describe("across every page of a draft; {date}"),
    watermark_numbered: line.describe("the same with its running number; {date} {n}"),
    placeholder: line,
  }),
  cover: z.strictObject({
    applicant: line,
    office: line,
    map: line,
    as_of: line,
    appendix_title: line,
    only: line.describe("below the title of a report of some sections; {sections}"),
  }),
  report: z
    .strictObject({
      unknown: line.describe("a figure that is not known yet"),
      data_kinds: z.strictObject({ official: line, survey: line, expert: line }),
      limits: z.strictObject({
        at_least: line,
        at_most: line,
        more_than: line,
        less_than: line,
        equals: line,
        between: line,
      }),
      reached: z.strictObject({ met: line, not: line }),
      self_gate: z.strictObject({ pass: line, fail: line }),
      self_points: line.describe("{value} {max}"),
      self_grade: line.describe("{value}"),
      self_outcome: outcome,
      self_step: line.describe("{value} {max}"),
      self_none: line,
      not_applicable: line,
      points: line,
    })
    .describe("how values of the report are spelled; its sentences stand in templates/report/"),
  workbook: z.strictObject({
    columns: z.array(line).length(12),
    included: line,
    placeholder: line,
  }),
  outline: z.strictObject({ omitted: line, pages: line.describe("{from} {to}") }),
  appendix: z.strictObject({
    index: line,
    columns: z.tuple([line, line, line, line, line, line]),
    divider_columns: z.tuple([line, line, line, line, line]),
    criterion: line,
    lead: line,
    support: line,
    requirements: line,
    back: line,
    stamp: line.describe("at the foot of each page of an exhibit; {exhibit} {n}"),
    stamp_plain: line.describe("at the foot of every other page; {n}"),
    caption: line.describe("first line under a picture; {title}"),
    caption_shared: line.describe("line before it where photos share a page; {exhibit}"),
    photo_of: text.describe("which of several pictures of an exhibit; {n} {all}"),
    exhibit_range: line.describe("exhibits whose photos share a page; {first} {last}"),
    card_lines: z.strictObject({
      exhibit: line,
      indicator: line,
      department: line,
      date: line,
      kind: line,
      size: line,
      source: line,
      sha256: line,
      duration: line,
      picture: line,
      codecs: line,
      url: line,
      from: line,
      to: line,
      sent: line,
      subject: line,
      attachments: line,
      text: line,
      files: line,
      names: line,
    }),
    card: z
      .strictObject({
        hours: line.describe("duration of an hour and more: {h} {mm} {ss}"),
        minutes: line.describe("{m} {ss}"),
        seconds: line.describe("{s}"),
        picture: line.describe("{width} {height}"),
        sent: line.describe("when a mail was sent: {date} {time} {zone}"),
        attachment: line.describe("{name} {size}"),
        unnamed: line.describe("an attachment without a name"),
        people: line.describe("how many recipients there are, when not all are named: {n}"),
        more: line.describe("how many there are, when not all are named: {n}"),
        files: line.describe("{n}"),
        scan: line.describe("under the QR code"),
        unsafe: line.describe("under an address that is not of the web"),
        no_address: line,
      })
      .describe("what placeholder pages tell of recordings, links, mails and archives"),
    kinds: z.record(z.string(), line),
    reasons: z.record(z.string(), line),
  }),
});

export type Words = z.output<typeof wordsFile>;
