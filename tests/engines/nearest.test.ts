/** "Did you mean …". */
import { describe, expect, it } from "vitest";
import { nearest } from "../../src/engines/nearest.ts";

describe("the nearest name", () => {
  it.each<[string, readonly string[], string | null]>([
    ["aplicant", ["title", "applicant", "map"], "applicant"],
    ["titel", ["title", "applicant"], "title"],
    ["ASOF", ["as_of", "map"], "as_of"],
    ["colour", ["title", "map"], null],
    ["教育居", ["教育局", "财政局"], "教育局"],
    ["x", ["y"], "y"],
    ["ab", ["xy"], null],
    ["abc", [], null],
    ["ｍａｐ", ["map"], "map"],
  ])("%s among %j: %s", (name, known, expected) => {
    expect(nearest(name, known)).toBe(expected);
  });

  const codes = ["1-1-1", "1-1-2", "2-1-1", "3-2-1", "3-2-2", "3-2-3"];

  it.each([
    ["2.1.1", "2-1-1"],
    ["3－2－2", "3-2-2"],
    ["2-1-8", "2-1-1"],
    ["2-1-1-1", "2-1-1"],
    ["32-3", "3-2-3"],
  ])("of the code %s is %s", (typed, meant) => {
    expect(nearest(typed, codes)).toBe(meant);
  });

  it.each([["3-2-9"], ["9-9-9"], ["1.9.9"], ["9"]])(
    "of the code %s is none: several are as near, or all are far",
    (typed) => {
      expect(nearest(typed, codes)).toBeNull();
    },
  );

  it("of a number is never among words", () => {
    expect(nearest("9", ["1", "2", "一 基本条件", "A"])).toBeNull();
  });
});
