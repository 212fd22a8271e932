/** What `--since` reads of earlier results; what else is in them does not matter. */
import { z } from "./z.ts";

/** What `--since` reads of an earlier check; one that an older version wrote has no `evidence`. */
export const earlierCheck = z.object({
  schema: z.literal("evipack/check@1"),
  asOf: z.string(),
  filter: z.unknown().optional(),
  requirements: z.array(
    z.object({
      id: z.string(),
      status: z.string(),
      items: z.array(z.object({ source: z.string(), files: z.array(z.string()).optional() })),
    }),
  ),
  evidence: z.array(z.object({ source: z.string(), sha256: z.string().nullable() })).optional(),
});

/** What `--since` reads of an earlier pack. */
export const earlierManifest = z.object({
  schema: z.literal("evipack/manifest@1"),
  asOf: z.string(),
  outputs: z.array(z.object({ role: z.string(), path: z.string() })),
  evidence: z.array(z.object({ source: z.string(), sha256: z.string().nullable() })),
});

export type EarlierCheck = z.output<typeof earlierCheck>;
export type EarlierManifest = z.output<typeof earlierManifest>;
