/** Volumes within their limits: nothing lost, nothing torn apart, and what is too large is told. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhibitId } from "../../src/model/ids.ts";
import { leavesOf } from "../../src/model/map.ts";
import type { Exhibit } from "../../src/model/pack.ts";
import { divide } from "../../src/paginate/volumes.ts";
import type { Draft, Unit } from "../../src/paginate/volumes.ts";
import { indicator, mapOf, section } from "../check/models.ts";

const leaves = leavesOf(mapOf(section("1", indicator("1-1"), indicator("1-2"), indicator("1-3"))));

const unit = (leaf: number, serial: number, pages: number): Unit => {
  const [first] = leaves;
  const own = leaves[leaf] ?? first;
  if (own === undefined) throw new Error("no leaf");
  const id = exhibitId(`${own.indicator.code}-${String(serial)}`);
  return { leaf: own, exhibits: [{ id } as Exhibit], sheets: [], pages, bytes: pages * 1000 };
};

const front = 3;
const frame = { closing: 0, front: () => front, divider: () => 1, bytes: () => 500, whole: (pages: number) => pages };

const pagesOf = ({ units }: Draft): number =>
  front + new Set(units.map(({ leaf }) => leaf)).size + units.reduce((sum, { pages }) => sum + pages, 0);

const ids = (units: readonly Unit[]): string[] => units.flatMap(({ exhibits }) => exhibits.map(({ id }) => id));

describe("divide", () => {
  it("keeps every exhibit once and in order, and every volume within its pages or with one exhibit that is told", () => {
    const lengths = fc.array(fc.array(fc.integer({ min: 1, max: 60 }), { maxLength: 12 }), {
      minLength: 1,
      maxLength: 3,
    });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 10, max: 80 }), fc.nat({ max: 2 }), (books, most, closing) => {
        // What stands behind the last exhibit leaves less room for the others.
        const maxPages = most - closing;
        const made = books.map((all, book) => ({
          title: String(book),
          units: all.map((pages, serial) => unit(Math.floor((serial * 3) / 12), book * 100 + serial, pages)),
        }));
        const { drafts, oversize } = divide(made, { maxPages: most, maxBytes: null }, { ...frame, closing });
        for (const { pages } of oversize) expect(pages).toBeGreaterThan(most);
        expect(drafts.flatMap(({ units }) => ids(units))).toEqual(made.flatMap(({ units }) => ids(units)));
        const large = drafts.filter((draft) => pagesOf(draft) > maxPages);
        expect(large.flatMap(({ units }) => ids(units))).toEqual(oversize.map(({ exhibit }) => exhibit));
        // No two neighbours of a book would have fitted into one.
        for (const [index, draft] of drafts.entries()) {
          const next = drafts[index + 1];
          if (next?.title !== draft.title || next.units[0] === undefined) continue;
          expect(pagesOf({ ...draft, units: [...draft.units, next.units[0]] })).toBeGreaterThan(maxPages);
        }
      }),
      { numRuns: 300, seed: 20191031 },
    );
  });

  it("numbers the parts of a book only where there are several", () => {
    const units = [unit(0, 1, 20), unit(0, 2, 20), unit(1, 3, 2)];
    const books = [
      { title: "甲", units },
      { title: "乙", units: units.slice(2) },
    ];
    const { drafts } = divide(books, { maxPages: 30, maxBytes: null }, frame);
    expect(drafts.map(({ title, part, units: all }) => [title, part, ids(all)])).toEqual([
      ["甲", 1, ["1-1-1"]],
      ["甲", 2, ["1-1-2", "1-2-3"]],
      ["乙", null, ["1-2-3"]],
    ]);
  });

  it("keeps to a limit in bytes, with what a volume takes by itself", () => {
    const units = [unit(0, 1, 4), unit(0, 2, 4), unit(0, 3, 9)];
    const { drafts, oversize } = divide([{ title: "", units }], { maxPages: null, maxBytes: 8500 }, frame);
    expect(drafts.map((draft) => ids(draft.units))).toEqual([["1-1-1", "1-1-2"], ["1-1-3"]]);
    expect(oversize).toEqual([{ exhibit: "1-1-3", pages: 13, bytes: 9000 }]);
  });
});
