/** The shape of a style profile (templates/styles/*.yaml): looks as data, read by the PDF and the DOCX writer alike. */
import { identifier, line, z } from "./z.ts";

const face = z.strictObject({
  docx: line.describe("East Asian font that Word is asked for, e.g. 仿宋"),
  latin: line.describe("font of Latin letters and digits in Word"),
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
] as const;

export const styleFile = z
  .strictObject({
    id: identifier,
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
    }),
    headings: z
      .record(z.enum(["1", "2", "3", "4"]), z.string())
      .describe("numbers of headings by level: {1} … {4} the count of a level, {1:han}, {1:roman}, {code}"),
    captions: z.strictObject({ table: line, figure: line }).describe("captions: {n} the number, {caption} the words"),
    faces: z.record(identifier, face),
    roles: z.record(z.enum(roleNames), role),
  })
  .describe("A style profile: page, grid, fonts by role, sizes, page mark.");

export type Style = z.output<typeof styleFile>;
export type Role = z.output<typeof role>;
