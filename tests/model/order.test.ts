/** The one order of names. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareNames, sortedByName } from "../../src/model/order.ts";

/** The rule as it is said: cut into runs of digits and of anything else, then compare run by run. */
function byPieces(a: string, b: string): number {
  const pieces = (text: string): string[] => text.normalize("NFC").match(/\d+|\D+/gu) ?? [];
  const plain = (x: string, y: string): number => (x < y ? -1 : x > y ? 1 : 0);
  const [left, right] = [pieces(a), pieces(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [x, y] = [left[index] ?? "", right[index] ?? ""];
    const isNumber = /^\d/u;
    const order =
      isNumber.test(x) && isNumber.test(y) ? (BigInt(x) < BigInt(y) ? -1 : BigInt(x) > BigInt(y) ? 1 : 0) : plain(x, y);
    if (order !== 0) return order;
  }
  return left.length - right.length || plain(a, b);
}

const name = fc.string({ unit: fc.constantFrom(..."0129 -.!aB预算é~/"), maxLength: 12 });

describe("natural order", () => {
  test.each([
    ["2", "10"],
    ["1-2", "1-10"],
    ["第2批", "第10批"],
    ["a01", "a2"],
    ["a", "a1"],
    ["a1", "a!"],
    ["B", "a"],
    ["1-1 预算", "1-1-1 预算"],
  ])("%s stands before %s", (first, second) => {
    expect(Math.sign(compareNames(first, second))).toBe(-1);
    expect(Math.sign(compareNames(second, first))).toBe(1);
  });

  test("is the order of the pieces", () => {
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect([a, b, Math.sign(compareNames(a, b))]).toEqual([a, b, Math.sign(byPieces(a, b))]);
      }),
      { numRuns: 5000 },
    );
  });

  test("is total and transitive", () => {
    fc.assert(
      fc.property(name, name, name, (a, b, c) => {
        expect(compareNames(a, b) === 0).toBe(a === b);
        const sorted = [a, b, c].toSorted(compareNames);
        expect(compareNames(sorted[0] ?? "", sorted[2] ?? "")).toBeLessThanOrEqual(0);
      }),
    );
  });
});

test("a listing is sorted as its names are compared", () => {
  fc.assert(
    fc.property(fc.array(name), (names) => {
      const values = names.map((each, index) => ({ name: each, index }));
      expect(sortedByName(values, (each) => each.name)).toEqual(
        values.toSorted((a, b) => compareNames(a.name, b.name)),
      );
    }),
  );
});
