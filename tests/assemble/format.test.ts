/** Phrases of the words files. */
import { describe, expect, it } from "vitest";
import { fill } from "../../src/assemble/format.ts";

describe("a phrase", () => {
  it("has the word that goes with a number", () => {
    const said = (n: number): string => fill("{n} {n|day|days} {n|is|are} left, {m}", { n });
    expect([0, 1, 2].map(said)).toEqual(["0 days are left, {m}", "1 day is left, {m}", "2 days are left, {m}"]);
  });
});
