/** Page numbers: they add up for any page counts, and settle or say that they did not. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exhibitId } from "../../src/model/ids.ts";
import type { ExhibitId } from "../../src/model/ids.ts";
import { leavesOf } from "../../src/model/map.ts";
import type { Exhibit, Pack } from "../../src/model/pack.ts";
import type { PagePlan, PlacedPart, Volume } from "../../src/model/plan.ts";
import type { RenderedFiles, RenderedPart } from "../../src/model/rendered.ts";
import type { PhotosPerPage, SheetSettings } from "../../src/model/workspace.ts";
import { paginate } from "../../src/paginate/paginate.ts";
import type { Measured } from "../../src/paginate/paginate.ts";
import { filesOf, sheetId } from "../../src/paginate/units.ts";
import type { Material } from "../../src/paginate/units.ts";
import { indicator, item, mapOf, section } from "../check/models.ts";
import { oneVolume } from "../support/plans.ts";

/** A pack whose groups hold these many exhibits. */
function packOf(
  sizes: readonly number[],
  photosPerPage: PhotosPerPage = 1,
  start: SheetSettings["start"] = "next",
): Pack {
  const map = mapOf(section("1", ...sizes.map((_, index) => indicator(`1-${String(index + 1)}`))));
  const groups = leavesOf(map).map((leaf, index) => ({
    leaf,
    exhibits: Array.from({ length: sizes[index] ?? 0 }, (_, serial): Exhibit => ({
      id: exhibitId(`${leaf.indicator.code}-${String(serial + 1).padStart(2, "0")}`),
      leaf,
      requirement: null,
      proves: [leaf.indicator.code],
      files: [item(map, `教育局/${leaf.indicator.code} ${String(serial)}.pdf`)],
      registered: null,
      title: "样例",
      docNumber: "",
      department: "",
      date: "",
      day: "",
    })),
    references: [],
  }));
  const dividers = groups.map(({ leaf }) => ({ code: leaf.indicator.code }));
  return {
    appendix: {
      books: [{ title: "", groups }],
      volumes: oneVolume,
      sheets: { page: "a4", start },
      dividers,
      photosPerPage,
    },
    exhibits: groups.flatMap((group) => group.exhibits),
  } as unknown as Pack;
}

/** Every file rendered to a PDF of as many pages as its exhibit is told to have. */
const pdfs = (pack: Pack, pages: (id: ExhibitId) => number): Material =>
  material(rendered(pack, (id) => [{ type: "pdf", file: id, pages: pages(id) }]));

const material = (files: RenderedFiles): Material => ({ rendered: files, sizes: new Map() });

const rendered = (pack: Pack, parts: (id: ExhibitId) => readonly RenderedPart[]): RenderedFiles =>
  new Map(
    pack.exhibits.flatMap(({ id, files }) =>
      files.map(({ path }) => [path, { parts: parts(id), placeholder: null, converter: null }] as const),
    ),
  );

const measures = (pack: Pack, cover: number, index: number, divider: number): Measured => ({
  cover,
  master: 0,
  index,
  dividers: new Map(pack.appendix.dividers.map((each) => [each.code, divider])),
  cards: new Map(),
});

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

function onlyOf({ volumes }: PagePlan): Volume {
  expect(volumes).toHaveLength(1);
  const [volume] = volumes;
  if (volume === undefined) throw new Error("no volume");
  return volume;
}

/** Every page of every volume, from 1 to the last, belongs to one part. */
function expectWhole({ volumes }: PagePlan): void {
  for (const volume of volumes) expectWholeVolume(volume);
}

function expectWholeVolume(plan: Volume): void {
  let next = 1;
  for (const { first, last } of plan.parts) {
    expect(first).toBe(next);
    expect(last).toBeGreaterThanOrEqual(first);
    next = last + 1;
  }
  expect(plan.pages).toBe(next - 1);
}
