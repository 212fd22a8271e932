/** The shape of the lines that `--log json` writes to stderr: one JSON object a line. */
import { logVersion } from "../model/versions.ts";
import { diagnosticsOutput } from "./outputs.ts";
import { z } from "./z.ts";

/** In the order in which they come; `compare` is the second compilation of --check-reproducible. */
export const logStages = ["load", "link", "check", "assemble", "render", "paginate", "write", "compare"] as const;

export type LogStage = (typeof logStages)[number];

const stage = z.enum(logStages);
const count = z.int().nonnegative();
const ms = count.describe("milliseconds since the start; never less than in the line before");

const events = z.discriminatedUnion("event", [
  z
    .strictObject({
      event: z.literal("start"),
      schema: z.literal(logVersion),
      command: z.enum(["check", "compile"]),
      version: z.string().describe("of the program"),
      ms,
    })
    .describe("The first line."),
  z
    .strictObject({ event: z.literal("stage"), stage, ms })
    .describe("A stage begins, and the one before has ended; one may come again."),
  z
    .strictObject({
      event: z.literal("file"),
      stage,
      file: z.string().describe("evidence by its path in the workspace; while writing, a file of the pack"),
      index: count.optional().describe("files before it in this stage"),
      total: count.optional().describe("files of this stage, where that is known"),
      ms,
    })
    .describe("Work on a file begins."),
  z.strictObject({ event: z.literal("note"), text: z.string(), ms }).describe("What people would be told on stderr."),
  z
    .strictObject({
      event: z.literal("result"),
      covered: count.describe("requirements covered, stale or waived"),
      applicable: count.describe("requirements that apply"),
      files: count.describe("files handed in"),
      errors: count,
      warnings: count,
      ms,
    })
    .describe("What it came to."),
  z
    .strictObject({ event: z.literal("stopped"), diagnostics: diagnosticsOutput, ms })
    .describe("Why it could not go on."),
  z.strictObject({ event: z.literal("interrupted"), ms }).describe("A signal ended the run; no line follows."),
  z.strictObject({ event: z.literal("fault"), message: z.string(), ms }).describe("A fault of the program."),
  z
    .strictObject({
      event: z.literal("profile"),
      stages: z.array(z.strictObject({ stage, took: count.describe("milliseconds, all its turns together") })),
      memory: count.describe("the most that the program itself held, in bytes; without the processes of LibreOffice"),
      ms,
    })
    .describe("With --profile, near the end."),
  z.strictObject({ event: z.literal("end"), exitCode: count, ms }).describe("The last line."),
]);

export const logEvent = events.describe(
  "A line of what `evipack check --log json` and `compile --log json` write to stderr.",
);

export type LogEvent = z.output<typeof logEvent>;
