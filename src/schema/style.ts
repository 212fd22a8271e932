/** The shape of a style profile (templates/styles/*.yaml): looks as data, read by the PDF and the DOCX writer alike. */
import { identifier, line, z } from "./z.ts";

const face = z.strictObject({
  docx: line.describe("East Asian font that Word is asked for, e.g. 仿宋"),
  latin: line.describe("font of Latin letters and digits in Word"),
  own: z
    .array(line)
    .default([])
    .describe("further families that, like that of docx, come first in the PDF when the folder fonts/ has them"),
  pdf: z.array(line).min(1).describe("font families for the PDF, best first"),
  pdf_latin: z.array(line).min(1).optional().describe("PDF families of Latin letters and digits between Chinese"),
  pdf_quotes: z.array(line).min(1).optional().describe("PDF families of full-width quotes, dashes and dots"),
  weight: z.int().min(100).max(900).default(400).describe("weight of the PDF family"),
  bold_stroke: z.number().min(0).max(0.1).optional().describe("em of stroke that makes bold where the family has none"),
});

const role = z.strictObject({
  face: line.describe("one of faces"),
  size: z.number().positive().describe("pt"),
  bold: z.boolean().default(false),
  indent: z.number().min(0).default(0).describe("first-line indent in characters"),
  align: z.enum(["left", "center", "right", "justify"]).default("justify"),
  before: z.number().min(0).default(0).describe("space above, pt"),
  after: z.number().min(0).default(0).describe("space below, pt"),
  /** Exact line pitch in pt; the grid's pitch when left out. */
  leading: z.number().positive().optional(),
});

/** Characters are widths of one character of body text. */
const lists = z.strictObject({
  ordered: z
    .array(line)
    .min(1)
    .describe("numbers by level, the last for all below: {n}., （{n}）, {n:circled}, {n:letter}, {n:small_roman}"),
  bullets: z.array(line).min(1).describe("marks of lists without numbers, by level; the last for all below"),
  indent: z.number().min(0).default(2).describe("characters before the mark of the first level"),
  step: z.number().min(0).default(2).describe("characters that each level stands further in"),
  number_gap: z.number().min(0).default(0.4).describe("characters between a number and its words"),
  bullet_gap: z.number().min(0).default(0.4).describe("characters between any other mark and its words"),
  wrap: z
    .enum(["hang", "flush"])
    .default("hang")
    .describe("where the second line of an item begins: under its words, or at the edge of the text block"),
});

const tables = z.strictObject({
  rule: z.number().min(0).default(0.5).describe("pt, thickness of the rules"),
  inset_x: z.number().min(0).default(3.5).describe("pt between rule and words, left and right"),
  inset_y: z.number().min(0).default(2.5).describe("pt between rule and words, above and below"),
  after: z.number().min(0).default(8).describe("pt below a table"),
  keep_lines: z.int().min(0).default(8).describe("a table of at most so many lines stays on one page"),
  break_row: z.int().min(1).default(12).describe("a row of more lines may break over the page"),
  sideways: z
    .enum(["sheet", "screen"])
    .default("screen")
    .describe(
      "pages of a wide table in the PDF: as they lie in the bound book (GB/T 9704-2012, 11), or turned to be read",
    ),
});

export const roleNames = [
  "title",
  "subtitle",
  "heading1",
  "heading2",
  "heading3",
  "heading4",
  "body",
  "table",
  "table_head",
  "caption",
  "contents_title",
  "contents",
  "page_number",
  "cover_line",
  "mark",
  "note",
  "quote",
  "verbatim",
  "watermark",
] as const;

export const styleFile = z
  .strictObject({
    id: identifier,
    base: identifier.optional().describe("style of the program that this one changes: what is left out is as there"),
    title: line,
    source: z.string().trim().optional().describe("standard that the figures come from"),
    page: z
      .strictObject({
        width: z.number().positive(),
        height: z.number().positive(),
        top: z.number().min(0),
        bottom: z.number().min(0),
        left: z.number().min(0),
        right: z.number().min(0),
      })
      .describe("mm"),
    grid: z
      .strictObject({ lines: z.int().positive(), chars: z.int().positive() })
      .optional()
      .describe("lines per page and characters per line"),
    page_mark: z.strictObject({
      form: line.describe("{n} stands for the number, e.g. — {n} —"),
      position: z.enum(["outer", "center"]).describe("outer: odd pages right, even pages left"),
      below: z.number().describe("mm from the text block to the mark"),
      inset: z.number().min(0).default(0).describe("characters in from the edge of the text block"),
      front: line
        .optional()
        .describe(
          "mark of the pages of contents, e.g. {n:small_roman}, counted from the cover; left out: they have none",
        ),
    }),
    headings: z
      .record(z.enum(["1", "2", "3", "4"]), z.string())
      .describe("numbers of headings by level: {1} … {4} the count of a level, {1:han}, {1:roman}, {code}"),
    captions: z.strictObject({ table: line, figure: line }).describe("captions: {n} the number, {caption} the words"),
    contents: z
      .strictObject({
        depth: z.int().min(1).max(4).default(3).describe("levels of headings that it lists"),
        step: z.number().min(0).default(1).describe("characters that each level stands further in"),
        leader: line.default(".").describe("what leads to the page number"),
      })
      .prefault({}),
    lists: lists.prefault({ ordered: ["{n}."], bullets: ["•"] }),
    tables: tables.prefault({}),
    notes: z
      .strictObject({
        form: line.default("{n}").describe("mark of a footnote: {n} or {n:circled}"),
        restart: z.enum(["page", "document"]).default("document").describe("where they are counted anew"),
      })
      .prefault({}),
    quote: z
      .strictObject({ inset: z.number().min(0).default(2).describe("characters in from both sides") })
      .prefault({}),
    attachment: z
      .strictObject({
        title_line: z.int().min(2).default(3).describe("line of the page on which an attachment's title stands"),
        gap: z
          .number()
          .min(0)
          .default(1)
          .describe("blank lines below a title, and above the note of attachments and the issuer"),
        signature_inset: z.number().min(0).default(2).describe("characters from issuer or date to the right edge"),
      })
      .prefault({}),
    watermark: z
      .strictObject({
        angle: z.number().min(-90).max(90).default(-45).describe("degrees, clockwise"),
        grey: z.number().min(0).max(100).default(90).describe("per cent of white"),
      })
      .prefault({}),
    accents: z
      .strictObject({
        label: line.optional().describe("face of a word that opens a paragraph; bold text when left out"),
        emphasis: line.optional().describe("face of emphasis; italics when left out"),
      })
      .prefault({})
      .describe("one of faces each"),
    faces: z.record(identifier, face),
    roles: z.record(z.enum(roleNames), role),
  })
  .superRefine((style, context) => {
    const known = Object.keys(style.faces);
    const named = [
      ...Object.entries(style.roles).map(([name, { face: used }]) => [["roles", name, "face"], used] as const),
      ...Object.entries(style.accents).map(([name, used]) => [["accents", name], used] as const),
    ];
    for (const [path, used] of named) {
      if (used !== undefined && !known.includes(used)) {
        context.addIssue({ code: "invalid_value", values: known, input: used, path: [...path] });
      }
    }
  })
  .describe("A style profile (templates/styles/*.yaml, or a YAML file of the workspace): looks as data.");

export type Style = z.output<typeof styleFile>;
export type Role = z.output<typeof role>;
