/** Cover, dividers and closing sheet in the page plan, as they are wanted. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SheetSettings } from "../../src/model/workspace.ts";
import { paginate } from "../../src/paginate/paginate.ts";
import { expectWhole, measures, onlyOf, packOf, pdfs } from "./packs.ts";

describe("the sheets of a volume", () => {
  it("are left out where they are not wanted, and end with the closing sheet", async () => {
    const sizes = fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 5 });
    const own = fc.record({ cover: fc.boolean(), dividers: fc.boolean(), closing: fc.boolean() });
    const start = fc.constantFrom<SheetSettings["start"]>("next", "right");
    await fc.assert(
      fc.asyncProperty(sizes, own, start, async (groups, wanted, from) => {
        const pack = packOf(groups, 1, from, wanted);
        const { value: plan, diagnostics } = await paginate(
          pack,
          pdfs(pack, () => 3),
          () => Promise.resolve([measures(pack, Number(wanted.cover), 2, 1)]),
        );
        expect(diagnostics).toEqual([]);
        expectWhole(plan);
        const types = onlyOf(plan).parts.map(({ part }) => part.type);
        const filled = groups.filter((count) => count > 0).length;
        expect(types.filter((type) => type === "divider")).toHaveLength(wanted.dividers ? filled : 0);
        expect(types[0]).toBe(wanted.cover ? "cover" : "index");
        expect(types.indexOf("closing")).toBe(wanted.closing ? types.length - 1 : -1);
        const last = onlyOf(plan).parts.at(-1);
        expect(from === "next" || !wanted.closing || (last?.first ?? 0) % 2 === 1).toBe(true);
      }),
      { numRuns: 200, seed: 20191031 },
    );
  });
});
