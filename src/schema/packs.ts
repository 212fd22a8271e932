/** The shapes of what machines read about finished packs: the JSON of `verify` and of `diff`, and what `diff` reads. */
import { manifest } from "./manifest.ts";
import { checkOutput, diagnosticsOutput } from "./outputs.ts";
import { z } from "./z.ts";

export const verifyOutput = z
  .strictObject({
    schema: z.literal("evipack/verify@1"),
    place: z.string().describe("what was verified, as it was typed"),
    kind: z.enum(["pack", "bag", "zip"]),
    pack: z.strictObject({
      asOf: z.string(),
      draft: z.boolean(),
      sections: manifest.shape.sections,
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

const { asOf, draft, sections: onlySections, map, outputs, evidence } = manifest.shape;

/** The version that a manifest names, where it is newer than ours; else null. */
export function newerVersion(said: unknown): string | null {
  const version = String((said as { schema?: unknown } | null)?.schema);
  const [ours = 0, theirs = 0] = [manifest.shape.schema.value, version].map((each) =>
    Number(/^evipack\/manifest@(\d+)$/u.exec(each)?.[1] ?? 0),
  );
  return theirs > ours ? version : null;
}

/** What `diff` reads of a manifest; other keys are passed over. */
export const comparedManifest = z.object({
  schema: manifest.shape.schema,
  asOf,
  draft,
  sections: onlySections,
  map,
  outputs: z.array(
    z
      .object(outputs.element.shape)
      .pick({ role: true, path: true, volume: true })
      // Earlier packs have one volume, numbered from 1.
      .extend({ numberedFrom: outputs.element.shape.numberedFrom.default(1) }),
  ),
  evidence: z.array(
    z
      .object(evidence.element.shape)
      .pick({
        source: true,
        sha256: true,
        department: true,
        title: true,
        docNumber: true,
        formed: true,
        locator: true,
        state: true,
      })
      .extend(z.object(evidence.element.shape).pick({ exhibit: true, volume: true, pages: true }).shape),
  ),
});

/** What `package` reads of the check in a pack. */
export const toldCheck = z.object({ diagnostics: z.array(z.object({ code: z.string() })) });

const { sections, departments, nodes, requirements, band, verdict } = checkOutput.shape;

/** What `diff` reads of the check in a pack. */
export const comparedCheck = z.object({
  schema: checkOutput.shape.schema,
  title: checkOutput.shape.title,
  verdict,
  sections,
  departments: z.array(z.object(departments.element.shape)),
  nodes,
  requirements: z.array(z.object(requirements.element.shape).pick({ id: true, title: true, status: true })),
  band,
});

export type ComparedManifest = z.output<typeof comparedManifest>;
export type ComparedCheck = z.output<typeof comparedCheck>;

const side = z.strictObject({
  name: z.string().describe("the pack, as it was typed"),
  asOf: z.string(),
  draft: z.boolean(),
  sections: onlySections,
  map: z.string().describe("SHA-256 of the indicator map"),
  volumes: z.int().describe("volumes of the appendix that hold evidence"),
  check: z.enum(["read", "missing", "unreadable"]).describe("the check that lies in the pack"),
});

const place = z
  .strictObject({ volume: z.int().nullable(), pages: z.tuple([z.int(), z.int()]) })
  .nullable()
  .describe("numbers printed on the first and the last page; null for what has no page");

const exhibit = z.strictObject({
  exhibit: z.string(),
  title: z.string(),
  docNumber: z.string().nullable().describe("文号; empty without one, null where the manifest does not tell"),
  formed: z
    .string()
    .nullable()
    .describe("when it was formed; empty where unknown, null where the manifest does not tell"),
  department: z
    .string()
    .describe("who handed it in: the name, the id where one of the packs has no check in it; empty for nobody"),
  locator: evidence.element.shape.locator.describe(
    "proving passage; null without one, left out where the manifest does not tell",
  ),
  sources: z.array(z.string()).describe("its files, first page first"),
  placeholders: z.array(z.int()).describe("which of its files have only a placeholder page, from 1"),
  place,
});

const pair = z.strictObject({ from: exhibit, to: exhibit });

/** A list of what differs: `from` or `to` is null where there was, or is, none. */
const changed = <T extends z.ZodType>(value: T) =>
  z.array(z.strictObject({ code: z.string(), title: z.string(), from: value.nullable(), to: value.nullable() }));

const coverage = z.strictObject({ covered: z.int(), applicable: z.int() });

const score = z.strictObject({
  self: z.number().nullable(),
  max: z.number().nullable(),
  verdict: z.enum(["met", "partly", "not"]).nullable(),
});

export const diffOutput = z
  .strictObject({
    schema: z.literal("evipack/diff@1"),
    from: side,
    to: side,
    same: z.boolean().describe("nothing below differs, and neither do day, map, draft and sections of the report"),
    exhibits: z.strictObject({
      added: z.array(exhibit),
      removed: z.array(exhibit),
      joined: z.array(pair).describe("gone, its files are now in the exhibit `to`"),
      parted: z.array(pair).describe("new, its files were in the exhibit `from`"),
      replaced: z.array(pair).describe("same number, or same file, with other bytes"),
      moved: z.array(pair).describe("same bytes under another number"),
      described: z
        .array(pair)
        .describe(
          "title, document number, date, department, proving passage or placeholder pages differ, whether or not anything else does",
        ),
    }),
    pages: z
      .array(z.strictObject({ exhibit: z.string(), title: z.string(), from: place, to: place }))
      .describe("exhibits of both packs that stand on other pages"),
    standing: z
      .strictObject({
        total: z.strictObject({ from: coverage, to: coverage }),
        sections: changed(coverage),
        departments: changed(coverage),
        requirements: changed(z.string()).describe("by status"),
        scores: changed(score).describe("of the map, its sections, groups and leaves"),
        band: z
          .strictObject({ from: z.string().nullable(), to: z.string().nullable() })
          .nullable()
          .describe("class of the result; null when it is the same"),
      })
      .nullable()
      .describe("null when one of the packs has no check in it"),
  })
  .describe("What `evipack diff --format json` prints.");

export type DiffOutput = z.output<typeof diffOutput>;
