/** The shape of what machines read of a check; it is versioned by `schema`. */
import { statuses } from "../model/coverage.ts";
import { itemStatuses } from "../model/item-status.ts";
import { z } from "./z.ts";

const counts = {
  applicable: z.int().describe("requirements that apply: the denominator"),
  covered: z.int().describe("requirements covered, stale or waived"),
  byStatus: z.record(z.string(), z.int()).describe("requirements by status"),
};

const status = z.enum(statuses);

const measure = z.strictObject({
  share: z.number().nullable().describe("0 to 1; null when nothing below counts"),
  points: z.strictObject({ self: z.number(), max: z.number() }).nullable(),
  verdict: z.enum(["met", "partly", "not"]).nullable(),
  shortfalls: z
    .array(
      z.strictObject({
        type: z.enum(["veto", "below-minimum", "too-few-met", "below-floor", "low-marks"]),
        node: z.string().nullable(),
      }),
    )
    .describe("why it is not met although its share may be high"),
});

const paths = z.array(z.string());

const filter = z
  .strictObject({
    departments: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    sections: z.array(z.string()).describe("codes of sections, groups and indicators"),
    since: z.string().nullable().describe("the earlier check or pack, as it was named"),
    hidden: z
      .strictObject({
        requirements: z.int(),
        problems: z.int(),
        unplaced: z.int().describe("problems that name no indicator, or no department, and may be of this part too"),
      })
      .describe("how much is left out"),
  })
  .describe("the part that was asked for: all counts, lists and the exit code are of this part only");

const changes = z.strictObject({
  since: z.strictObject({ name: z.string(), asOf: z.string() }),
  files: z
    .strictObject({ added: paths, changed: paths, removed: paths })
    .nullable()
    .describe("null when the earlier file tells nothing of files"),
  statuses: z
    .array(z.strictObject({ requirement: z.string(), from: z.string().nullable(), to: status }))
    .nullable()
    .describe("requirements whose status differs; null when the earlier file tells none"),
});

const stage = z.strictObject({
  number: z.int().describe("of the stage, from 1"),
  title: z.string(),
  from: z.string(),
  to: z.string(),
  daysLeft: z.int().describe("days to the last day of the stage; 0 on that day"),
});

/** Problems as every command prints them. */
export const diagnosticsOutput = z.array(
  z.strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    file: z.string(),
    line: z.int().nullable(),
    column: z.int().nullable(),
    cell: z.string().nullable(),
    paragraph: z.int().nullable().describe("of a Word file, counted from 1, those with words only"),
    message: z.string(),
    hint: z.string(),
    facts: z.record(z.string(), z.unknown()),
  }),
);

export const checkOutput = z
  .strictObject({
    schema: z.literal("evipack/check@1"),
    title: z.string(),
    asOf: z.string().describe("day on which the evidence was judged, YYYY-MM-DD"),
    map: z.strictObject({ id: z.string(), title: z.string(), status: z.string(), sha256: z.string() }),
    verdict: z.strictObject({
      exitCode: z.int(),
      complete: z.boolean(),
      errors: z.int(),
      warnings: z.int(),
      ...counts,
    }),
    filter: filter.nullable().describe("null: everything is shown"),
    changes: changes.nullable().describe("what differs from an earlier check; null without --since"),
    stages: z
      .strictObject({
        current: stage.nullable().describe("null outside all stages"),
        due: z.int().describe("owed requirements due by the end of the current stage, overdue ones among them"),
        overdue: z.int().describe("owed requirements whose stage has ended"),
      })
      .nullable()
      .describe("null when the workspace names no stages"),
    sections: z.array(z.strictObject({ code: z.string(), title: z.string(), ...counts })),
    departments: z.array(
      z.strictObject({
        id: z.string().nullable(),
        name: z.string().nullable(),
        files: z.int().describe("files handed in"),
        ...counts,
      }),
    ),
    nodes: z
      .array(
        z.strictObject({
          code: z.string().nullable().describe("null for the map as a whole"),
          title: z.string(),
          level: z.enum(["map", "section", "group", "leaf"]),
          coverage: measure.describe("of the evidence: requirements covered"),
          score: measure.describe("of the self score"),
        }),
      )
      .describe("the map, its sections, groups and leaves, rolled up"),
    band: z.string().nullable().describe("class of the result that the self scores reach"),
    requirements: z.array(
      z.strictObject({
        id: z.string().describe("indicator code / key"),
        indicator: z.string(),
        title: z.string(),
        department: z.string().nullable().describe("id of the department that owes it"),
        status,
        have: z.int().describe("items that count"),
        need: z.int(),
        missingYears: z.array(z.int()),
        owed: z.boolean().describe("something is still to be done for it"),
        due: z
          .strictObject({ stage: z.string(), day: z.string(), daysLeft: z.int().describe("negative when overdue") })
          .nullable()
          .describe("the stage by whose end it is due; null without stages"),
        items: z.array(
          z.strictObject({
            source: z.string().describe("the first of its files"),
            files: z.array(z.string()).describe("all of its files; several make a bundle"),
            exhibit: z.string().nullable().describe("number in the appendix; null for a duplicate that is not printed"),
            counts: z.boolean(),
            reason: z.string().nullable().describe("why it does not count"),
            reviewed: z.boolean().describe("accepted as it is now, in evipack.lock.yaml"),
          }),
        ),
      }),
    ),
    items: z
      .array(
        z.strictObject({
          source: z.string().describe("the first of its files"),
          files: paths.describe("all of its files"),
          department: z.string().nullable(),
          exhibit: z.string().nullable().describe("number in the appendix; null for what is not printed"),
          statuses: z.array(z.enum(itemStatuses)).describe("where it belongs, and what is amiss with it"),
          duplicateOf: z.string().nullable().describe("the file with the same bytes that is taken for the original"),
          lookAlikeOf: z.string().nullable().describe("the photo that shows the same; compile alone finds out"),
        }),
      )
      .describe("every item once: what departments handed in, alone or as a bundle"),
    evidence: z
      .array(z.strictObject({ source: z.string(), sha256: z.string().nullable(), department: z.string().nullable() }))
      .describe("every file below the evidence folder, exactly once"),
    diagnostics: diagnosticsOutput,
  })
  .describe("What `evipack check --format json` prints.");

export const stoppedOutput = z
  .strictObject({
    schema: z.literal("evipack/stopped@1"),
    verdict: z.strictObject({
      exitCode: z.int().describe("2: configuration or map is wrong; 4: nothing to evaluate"),
      complete: z.literal(false),
      errors: z.int(),
      warnings: z.int(),
    }),
    diagnostics: diagnosticsOutput,
  })
  .describe("What `evipack check --format json` prints when it could not go on.");

export type CheckOutput = z.output<typeof checkOutput>;
export type StoppedOutput = z.output<typeof stoppedOutput>;
