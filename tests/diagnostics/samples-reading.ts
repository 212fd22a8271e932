/** Samples of what reading the evidence folder has to say. */
import type { ReadingFacts } from "../../src/diagnostics/facts/reading.ts";
import type { SourceRef } from "../../src/model/source.ts";

const at: SourceRef = { file: "evipack.yaml", line: 12, column: 5 };

export const readingSamples: {
  readonly [C in keyof ReadingFacts]: readonly (readonly [at: SourceRef, facts: ReadingFacts[C]])[];
} = {
  "set-aside": [
    [at, { pattern: "**/旧稿/**", files: 12 }],
    [at, { pattern: "*.bak", files: 1 }],
    [at, { pattern: "**/草稿/**", files: 0 }],
  ],
};
