/** Values gathered by what they have in common. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { groupBy } from "../../src/model/group.ts";

test("groups are what a search for each key finds, in the order of first values", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (values) => {
      const key = (value: number): number => value % 7;
      const keys = [...new Set(values.map(key))];
      expect([...groupBy(values, key)]).toEqual(keys.map((each) => [each, values.filter((one) => key(one) === each)]));
    }),
  );
});
