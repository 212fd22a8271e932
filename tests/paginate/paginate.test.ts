/** Page numbers: they add up for any page counts, and settle or say that they did not. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExhibitId } from "../../src/model/ids.ts";
import type { PagePlan, PlacedPart } from "../../src/model/plan.ts";
import type { RenderedPart } from "../../src/model/rendered.ts";
import type { PhotosPerPage } from "../../src/model/workspace.ts";
import { paginate } from "../../src/paginate/paginate.ts";
import type { Measured } from "../../src/paginate/paginate.ts";
import { filesOf, sheetId } from "../../src/paginate/units.ts";
import { expectWhole, material, measures, onlyOf, packOf, pdfs, rendered } from "./packs.ts";

const runs = { numRuns: 200, seed: 20191031 };

describe("paginate", () => {
  it("lays the parts out without a gap or an overlap, whatever their page counts", async () => {
    const sizes = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 6 });
    const pages = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 36, maxLength: 36 });
    const small = fc.integer({ min: 1, max: 9 });
    await fc.assert(
      fc.asyncProperty(sizes, pages, small, small, small, async (groups, counts, cover, index, divider) => {
        const pack = packOf(groups);
        const order = new Map(pack.exhibits.map((each, at) => [each.id, counts[at] ?? 1]));
        const pagesOf = (id: ExhibitId): number => order.get(id) ?? 1;
        const { value: plan, diagnostics } = await paginate(pack, pdfs(pack, pagesOf), () =>
          Promise.resolve([measures(pack, cover, index, divider)]),
        );
        expect(diagnostics).toEqual([]);
        expectWhole(plan);
        const total =
          cover +
          index +
          divider * groups.filter((count) => count > 0).length +
          pack.exhibits.reduce((sum, each) => sum + pagesOf(each.id), 0);
        expect(onlyOf(plan).pages).toBe(total);
        for (const { id } of pack.exhibits) {
          const { first, last } = plan.exhibits.get(id) ?? { first: 0, last: -1 };
          expect(last - first + 1).toBe(pagesOf(id));
        }
      }),
      runs,
    );
  });

  it("begins dividers and exhibits on right-hand pages, with no more blank ones than that takes", async () => {
    const sizes = fc.array(fc.nat({ max: 6 }), { minLength: 1, maxLength: 6 });
    const small = fc.integer({ min: 1, max: 4 });
    await fc.assert(
      fc.asyncProperty(sizes, small, small, small, small, async (groups, cover, index, divider, pages) => {
        const pack = packOf(groups, 1, "right");
        const { value: plan } = await paginate(
          pack,
          pdfs(pack, (id) => (id.endsWith("1") ? pages : 2)),
          () => Promise.resolve([measures(pack, cover, index, divider)]),
        );
        expectWhole(plan);
        const { parts } = onlyOf(plan);
        const begins = parts.filter(({ part }) => part.type === "divider" || part.type === "file");
        expect(begins.every(({ first }) => first % 2 === 1)).toBe(true);
        const next = (at: number): PlacedPart | undefined => parts[at + 1];
        const blanks = parts.flatMap((each, at) => (each.part.type === "blank" ? [{ ...each, after: next(at) }] : []));
        for (const { first, last, after } of blanks) {
          expect([first % 2, last]).toEqual([0, first]);
          expect(["divider", "file"]).toContain(after?.part.type);
        }
        for (const { id } of pack.exhibits) {
          const { first, last } = plan.exhibits.get(id) ?? { first: 0, last: -1 };
          expect(last - first + 1).toBe(id.endsWith("1") ? pages : 2);
        }
      }),
      runs,
    );
  });

  it("puts every part of every file on pages once, in order, whatever shares a page", async () => {
    const part = fc.constantFrom("pdf", "photo", "scan", "card");
    const parts = fc.array(fc.array(part, { minLength: 1, maxLength: 5 }), { minLength: 1, maxLength: 12 });
    const perPage = fc.constantFrom<PhotosPerPage>(1, 2, 4, 6);
    await fc.assert(
      fc.asyncProperty(parts, perPage, fc.integer({ min: 1, max: 3 }), async (files, photosPerPage, cardPages) => {
        const pack = packOf([files.length], photosPerPage);
        const kinds = new Map(pack.exhibits.map(({ id }, at) => [id, files[at] ?? []]));
        const pages = rendered(pack, (id) => (kinds.get(id) ?? []).map((kind) => partOf(kind)));
        const cards = new Map(
          pack.exhibits.flatMap(({ id, files: all }) =>
            all.flatMap(() =>
              (kinds.get(id) ?? []).flatMap((kind, index) =>
                kind === "card" ? [[`${id}#0.${String(index)}`, cardPages] as const] : [],
              ),
            ),
          ),
        );
        const { value: plan } = await paginate(pack, material(pages), () =>
          Promise.resolve([{ ...measures(pack, 1, 1, 1), cards }]),
        );
        expectWhole(plan);
        const wanted = pack.exhibits.flatMap(({ id, files: all }) =>
          all.flatMap(({ path }) => pages.get(path)?.parts.map((_, index) => `${id}#0.${String(index)}`) ?? []),
        );
        expect(
          onlyOf(plan)
            .parts.flatMap((each) => filesOf(each.part))
            .map(sheetId),
        ).toEqual(wanted);
        for (const { part: each, first, last } of onlyOf(plan).parts) {
          const held = filesOf(each).map((file) => kinds.get(file.exhibit)?.[file.index]);
          expect(held.length).toBeLessThanOrEqual(photosPerPage);
          expect(held.length <= 1 || held.every((kind) => kind === "photo")).toBe(true);
          expect(held[0] !== "card" || last - first + 1 === cardPages).toBe(true);
        }
      }),
      runs,
    );
  });

  it("ends with an index that shows the numbers of the plan, or says so", async () => {
    const rows = fc.integer({ min: 1, max: 30 });
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 60 }), async (count, each) => {
        const pack = packOf([count]);
        const length = (plan: PagePlan): number =>
          Math.ceil([...plan.exhibits.values()].reduce((sum, { first }) => sum + String(first).length, 0) / 7);
        const measure = (plan: PagePlan): Promise<readonly Measured[]> =>
          Promise.resolve([measures(pack, 1, length(plan), 1)]);
        const { value: plan, diagnostics } = await paginate(
          pack,
          pdfs(pack, () => each),
          measure,
        );
        expectWhole(plan);
        const index = onlyOf(plan).parts.find(({ part }) => part.type === "index");
        const settled = index !== undefined && index.last - index.first + 1 === length(plan);
        expect(settled || diagnostics.length === 1).toBe(true);
      }),
      runs,
    );
  });

  it("stops after five rounds and warns when the numbers never settle", async () => {
    const pack = packOf([2]);
    let round = 0;
    const { value: plan, diagnostics } = await paginate(
      pack,
      pdfs(pack, () => 1),
      () => {
        round += 1;
        return Promise.resolve([measures(pack, 1, (round % 2) + 1, 1)]);
      },
    );
    expect(round).toBe(5);
    expect(diagnostics).toMatchObject([{ code: "unstable-pages", facts: { rounds: 5 } }]);
    expectWhole(plan);
  });

  it("a pack without exhibits has a cover and an index", async () => {
    const pack = packOf([]);
    const { value: plan } = await paginate(
      pack,
      pdfs(pack, () => 1),
      () => Promise.resolve([measures(pack, 1, 1, 1)]),
    );
    expect(onlyOf(plan).parts.map(({ part, first, last }) => [part.type, first, last])).toEqual([
      ["cover", 1, 1],
      ["index", 2, 2],
    ]);
    expect(onlyOf(plan).pages).toBe(2);
  });
});

function partOf(kind: string): RenderedPart {
  if (kind === "pdf") return { type: "pdf", file: "a.pdf", pages: 2 };
  if (kind === "card") return { type: "card", reason: "unknown-kind", about: { type: "plain" } };
  return {
    type: "picture",
    file: "a.jpg",
    format: "jpeg",
    width: 4,
    height: 3,
    photo: kind === "photo",
    thumbnail: new Uint8Array(),
  };
}
