/** The shape of evipack.history.yaml. Written by the program a line a night, merged line by line, read by people. */
import { day, z } from "./z.ts";

export const historyVersion = "evipack/history@1";

const ratio = z
  .stringFormat("ratio", /^\d{1,9}\/\d{1,9}$/u)
  .describe("requirements covered, of those that apply: 40/57");
const count = z.int().nonnegative();

export const historyNight = z.strictObject({
  as_of: day.describe("day of judgement"),
  draft: z.int().positive().optional().describe("running number of the draft"),
  covered: ratio,
  sections: z.record(z.string(), ratio).describe("by code"),
  files: count.describe("files that were handed in"),
  exhibits: count,
  unreadable: count.describe("files that cannot be read"),
  owed: count.describe("requirements for which something is still to be done"),
});

export type HistoryNight = z.output<typeof historyNight>;

export const historyFile = z
  .strictObject({ schema: z.literal(historyVersion), nights: z.array(historyNight).nullable() })
  .describe("evipack.history.yaml: what each draft came to, one a line.");
