/** The shape of evipack.lock.yaml. Written by the program, merged by git, read by people. */
import { lockVersion } from "../model/versions.ts";
import { z } from "./z.ts";

const hash = z.stringFormat("hash", /^(?:[0-9a-f]{64}|unread)$/u);
const fingerprint = z.stringFormat("fingerprint", /^[0-9a-f]{16}$/u);

const exhibit = z.strictObject({
  files: z.record(z.string(), hash).describe("path of each file, or an address, with its SHA-256; the first leads"),
  links: z
    .record(z.string(), fingerprint)
    .default({})
    .describe("requirements for which it was reviewed, with a fingerprint of what each asked; none: only numbered"),
  gone: z.literal(true).optional().describe("not there any more; the number stays taken"),
});

/** `number` is the form of an exhibit's number. */
export const lockFileOf = (number: RegExp) =>
  z
    .strictObject({
      schema: z.literal(`evipack/lock@${String(lockVersion)}`),
      exhibit_number: z
        .string()
        .optional()
        .describe("pattern of the map by which the numbers were given out; the usual one when left out"),
      exhibits: z
        .record(z.stringFormat("exhibit", number), exhibit)
        .nullable()
        .describe("by number in the appendix; a number is never given to anything else"),
    })
    .describe("evipack.lock.yaml: what was reviewed, and the numbers that were given out.");

/** Whatever the pattern of the map. */
export const lockFile = lockFileOf(/^\S(?:.*\S)?$/u);
