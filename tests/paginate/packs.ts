/** Packs of exhibits for the page plan, and what every plan keeps to. */
import { expect } from "vitest";
import { exhibitId } from "../../src/model/ids.ts";
import type { ExhibitId } from "../../src/model/ids.ts";
import { leavesOf } from "../../src/model/map.ts";
import type { Exhibit, Pack } from "../../src/model/pack.ts";
import type { PagePlan, Volume } from "../../src/model/plan.ts";
import type { RenderedFiles, RenderedPart } from "../../src/model/rendered.ts";
import type { OwnSheets, PhotosPerPage, SheetSettings } from "../../src/model/workspace.ts";
import type { Measured } from "../../src/paginate/paginate.ts";
import type { Material } from "../../src/paginate/units.ts";
import { indicator, item, mapOf, section } from "../check/models.ts";
import { oneVolume } from "../support/plans.ts";

/** A pack whose groups hold these many exhibits. */
export function packOf(
  sizes: readonly number[],
  photosPerPage: PhotosPerPage = 1,
  start: SheetSettings["start"] = "next",
  own: OwnSheets = { cover: true, dividers: true, closing: false },
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
      spansYears: false,
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
      own,
    },
    exhibits: groups.flatMap((group) => group.exhibits),
  } as unknown as Pack;
}

/** Every file rendered to a PDF of as many pages as its exhibit is told to have. */
export const pdfs = (pack: Pack, pages: (id: ExhibitId) => number): Material =>
  material(rendered(pack, (id) => [{ type: "pdf", file: id, pages: pages(id) }]));

export const material = (files: RenderedFiles): Material => ({ rendered: files, sizes: new Map() });

export const rendered = (pack: Pack, parts: (id: ExhibitId) => readonly RenderedPart[]): RenderedFiles =>
  new Map(
    pack.exhibits.flatMap(({ id, files }) =>
      files.map(({ path }) => [path, { parts: parts(id), placeholder: null, converter: null }] as const),
    ),
  );

export const measures = (pack: Pack, cover: number, index: number, divider: number): Measured => ({
  cover,
  closing: Number(pack.appendix.own.closing),
  master: 0,
  index,
  dividers: new Map(pack.appendix.dividers.map((each) => [each.code, divider])),
  cards: new Map(),
});

export function onlyOf({ volumes }: PagePlan): Volume {
  expect(volumes).toHaveLength(1);
  const [volume] = volumes;
  if (volume === undefined) throw new Error("no volume");
  return volume;
}

/** Every page of every volume, from 1 to the last, belongs to one part. */
export function expectWhole({ volumes }: PagePlan): void {
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
