import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** Tests that compile much begin, the longest of an earlier run first, so that no long file is left alone at the end. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const compiles = ({ moduleId }: TestSpecification): number =>
      /\/tests\/(?:samples|cases)\//u.test(moduleId) ? 1 : 0;
    // oxlint-disable-next-line unicorn/no-array-sort
    return (await super.sort(files)).toSorted((a, b) => compiles(b) - compiles(a));
  }
}

// Libraries as a user has them: the builds for development (of micromark, say) watch every step of their own.
process.env["NODE_ENV"] = "production";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.ts"],
    globalSetup: ["tests/support/run-folder.ts"],
    sequence: { sequencer: LongestFirst },
    testTimeout: 240_000,
    hookTimeout: 240_000,
    pool: "forks",
    maxWorkers: 2,
    // A worker takes file after file: fonts, Typst and pdfium start once, as in a program that goes on running.
    isolate: false,
  },
});
