/** The shape of manifest.json; it is versioned by `schema`. */
import { z } from "./z.ts";

const role = z.enum(["report", "briefing", "appendix", "appendix-index", "spines", "check", "gaps", "site"]);

const locator = z.strictObject({
  page: z.int().nullable().describe("of the exhibit, from 1"),
  quote: z.string().describe("its words; empty where only the page is named"),
  area: z
    .strictObject({ left: z.number(), top: z.number(), width: z.number(), height: z.number() })
    .nullable()
    .describe("mm from the left and the upper edge of the page"),
});

export const manifest = z
  .strictObject({
    schema: z.literal("evipack/manifest@1"),
    asOf: z.string(),
    draft: z.boolean(),
    sections: z
      .array(z.string())
      .min(1)
      .optional()
      .describe("codes of the sections that the report holds (compile --only); left out where it holds all"),
    application: z
      .strictObject({
        title: z.string(),
        applicant: z.string(),
        office: z.string().describe("who compiled it; empty where nobody is named, or the applicant"),
      })
      .optional()
      .describe("what the cover says; left out by earlier versions"),
    tool: z.strictObject({ name: z.literal("evipack"), version: z.string() }),
    map: z.strictObject({ id: z.string(), status: z.string(), sha256: z.string() }),
    exitCode: z.int(),
    inputs: z
      .array(
        z.strictObject({
          path: z.string().describe("relative to the workspace"),
          sum: z.string().describe("SHA-256 of the file; of evipack.yaml, of what it says of the pack"),
        }),
      )
      .optional()
      .describe(
        "what was read beside the evidence: settings, figures, texts, looks; left out of deliveries and by earlier versions",
      ),
    pagePictures: z.string().describe("how `firstPage` was made: what drew the page, its version, the resolution"),
    stamp: z
      .strictObject({
        form: z.string().describe("on pages of exhibits: {exhibit}, {n} the printed number, {volume}"),
        plain: z.string().describe("on all other pages: {n}, {volume}"),
      })
      .optional()
      .describe("what is printed on each page of the appendix"),
    outputs: z.array(
      z.strictObject({
        role,
        format: z.enum(["pdf", "docx", "xlsx", "json", "html", "js", "css", "svg", "png", "jpeg"]),
        path: z.string().describe("relative to the manifest"),
        bytes: z.int(),
        sha256: z.string(),
        pages: z.int().nullable(),
        volume: z
          .int()
          .nullable()
          .describe("number of the volume, 1 where there is one; null for what is of none or all"),
        numberedFrom: z
          .int()
          .nullable()
          .describe("number printed on the first page of a volume, and its label; the others follow"),
        blank: z
          .array(z.int())
          .min(1)
          .optional()
          .describe("pages of a volume that are empty on purpose, so that what follows begins on a right-hand page"),
      }),
    ),
    evidence: z
      .array(
        z.strictObject({
          source: z.string().describe("path relative to the workspace"),
          bytes: z.int(),
          sha256: z.string().nullable(),
          department: z.string().nullable(),
          title: z.string(),
          docNumber: z.string().optional().describe("文号; empty without one, left out by earlier versions"),
          formed: z
            .string()
            .optional()
            .describe(
              "when it was formed, YYYY, YYYY-MM or YYYY-MM-DD; empty where unknown, left out by earlier versions",
            ),
          locator: locator
            .nullable()
            .optional()
            .describe(
              "proving passage that the register names, as written; null without one, left out of what is not bound and by earlier versions",
            ),
          exhibit: z.string().nullable(),
          indicators: z.array(z.string()),
          state: z.enum(["included", "placeholder", "omitted"]),
          reason: z.string().nullable().describe("why it is replaced, left out or cut short; null when it is whole"),
          duplicateOf: z.string().nullable().describe("the file that stands for a duplicate"),
          converter: z.string().nullable(),
          volume: z.int().nullable(),
          pages: z.tuple([z.int(), z.int()]).nullable().describe("first and last page in the volume's file, from 1"),
          proof: z.int().optional().describe("page in the volume's file of its proving passage; left out without one"),
          sealed: z
            .literal(true)
            .optional()
            .describe(
              "the file needs a password to be opened; its pages in the appendix do not; left out where none is needed",
            ),
          firstPage: z
            .string()
            .nullable()
            .describe("SHA-256 of the picture of its first page, as it is bound; null where it cannot be drawn"),
        }),
      )
      .describe("every file below the evidence folder, exactly once"),
  })
  .describe("manifest.json: what a pack consists of.");

export type Manifest = z.output<typeof manifest>;

/** A file of the workspace beside the evidence that was read. */
export type Input = NonNullable<Manifest["inputs"]>[number];
