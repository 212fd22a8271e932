/** The shapes of what machines read about finished packs: the JSON of `verify`. */
import { diagnosticsOutput } from "./outputs.ts";
import { z } from "./z.ts";

export const verifyOutput = z
  .strictObject({
    schema: z.literal("evipack/verify@1"),
    place: z.string().describe("what was verified, as it was typed"),
    kind: z.enum(["pack", "bag", "zip"]),
    pack: z.strictObject({
      asOf: z.string(),
      draft: z.boolean(),
      map: z.string(),
      tool: z.string().describe("version of evipack that wrote it"),
    }),
    verdict: z.strictObject({ exitCode: z.int(), sound: z.boolean(), faults: z.int() }),
    checked: z.strictObject({
      files: z.int(),
      bytes: z.int(),
      pages: z.int().describe("of all PDFs"),
      links: z.int().describe("links and bookmarks whose goal was looked for"),
      labels: z.int().describe("pages of the appendix whose label was compared with the printed number"),
      firstPages: z.int().describe("first pages of evidence that were compared with their picture"),
    }),
    unchecked: z.strictObject({
      addresses: z.int().describe("links to the web and to mail"),
      originals: z.array(z.string()).describe("originals that links name and that are not there, relative to the pack"),
      firstPages: z.boolean().describe("true: the pictures in the manifest were drawn in another way"),
    }),
    diagnostics: diagnosticsOutput,
  })
  .describe("What `evipack verify --format json` prints.");

export type VerifyOutput = z.output<typeof verifyOutput>;
