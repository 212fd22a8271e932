/** Values gathered by what they have in common. */
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { groupBy, groupsOfMany } from "../../src/model/group.ts";

test("groups are what a search for each key finds, in the order of first values", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 40 })), (values) => {
      const key = (value: number): number => value % 7;
      const keys = [...new Set(values.map(key))];
      expect([...groupBy(values, key)]).toEqual(keys.map((each) => [each, values.filter((one) => key(one) === each)]));
    }),
  );
});

test("groups of many are the groups that have more than one value", () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined })), (values) => {
      const same = (value: number | undefined): number | undefined => value;
      const many = [...groupBy(values, same)].filter(([, group]) => group.length > 1);
      expect(groupsOfMany(values, same)).toEqual(new Map(many));
    }),
  );
});
