import { defineConfig } from "vitest/config";
import { BaseSequencer } from "vitest/node";
import type { TestSpecification } from "vitest/node";

/** Folders of tests that compile: what takes longest stands first, and short tests fill the end. */
const compiling = ["cases", "samples", "commands", "site", "write", "render", "verify", "deliver", "compare", "assign"];

/**
 * Folder by folder; within one the longest of an earlier run first, or the largest file. Samples come second: while one
 * worker is busy with the cases, the other compiles what all tests of samples look at.
 */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = compiling.indexOf(/\/tests\/(\w+)\//u.exec(moduleId)?.[1] ?? "");
      return at === -1 ? compiling.length : at;
    };
    // oxlint-disable-next-line unicorn/no-array-sort
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b));
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
