/** Numbers the pages of the appendix: position in a volume, and from it the printed number, which is the label too. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { groupBy } from "../model/group.ts";
import type { IndicatorCode } from "../model/ids.ts";
import type { Leaf } from "../model/map.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import type { PagePlan, Place, PlacedPart, PlannedPart, Volume } from "../model/plan.ts";
import type { OwnSheets } from "../model/workspace.ts";
import { mega, megabytes } from "../model/megabytes.ts";
import { filesOf, sheetId, unitsOf } from "./units.ts";
import type { Material } from "./units.ts";
import { divide } from "./volumes.ts";
import type { Division, Draft } from "./volumes.ts";

/** Pages that the typeset parts of a volume take, once they show the numbers of a plan. */
export interface Measured {
  /** 0 without one, as with the closing sheet. */
  readonly cover: number;
  readonly closing: number;
  /** The list of all volumes; 0 where it does not stand in this one. */
  readonly master: number;
  readonly index: number;
  readonly dividers: ReadonlyMap<IndicatorCode, number>;
  /** Placeholder pages by `sheetId`; one page each where nothing else is told. */
  readonly cards: ReadonlyMap<string, number>;
}

/** The index names page numbers, and its length moves them; five rounds settle it (as Typst bounds its own). */
const maxRounds = 5;

/**
 * Lays the volumes out, part after part. `measure` typesets cover, index and dividers of each volume with the numbers
 * of a plan and counts their pages; the loop ends when the count no longer changes. `guess` tells beforehand what they
 * will probably take: the nearer it is, the sooner the loop ends.
 */
export async function paginate(
  pack: Pack,
  material: Material,
  measure: (plan: PagePlan) => Promise<readonly Measured[]>,
  guess: (plan: PagePlan) => readonly Measured[] = () => [],
): Promise<Staged<PagePlan>> {
  let laid = layOut(pack, material, [], []);
  for (let round = 0; round < maxRounds; round += 1) {
    const guessed = guess(laid.plan);
    if (guessed.length === 0 || isAsPlanned(laid.plan, guessed)) break;
    laid = layOut(pack, material, guessed, guessed.map(frontOf));
  }
  // A volume keeps room for the longest index it ever had, or its last exhibit might come and go for ever.
  let fronts: readonly number[] = [];
  for (let round = 0; round < maxRounds; round += 1) {
    const measured = await measure(laid.plan);
    if (isAsPlanned(laid.plan, measured)) return { value: laid.plan, diagnostics: laid.diagnostics };
    fronts = measured.map((each, index) => Math.max(frontOf(each), fronts[index] ?? 0));
    laid = layOut(pack, material, measured, fronts);
  }
  const unstable = diagnostic("unstable-pages", { file: "evipack.yaml" }, { rounds: maxRounds });
  return { value: laid.plan, diagnostics: [unstable, ...laid.diagnostics] };
}

const frontOf = ({ cover, master, index }: Measured): number => cover + master + index;

interface Laid {
  readonly plan: PagePlan;
  readonly diagnostics: readonly Diagnostic[];
}

function layOut(pack: Pack, material: Material, measured: readonly Measured[], fronts: readonly number[]): Laid {
  const { books, volumes: settings, sheets, own } = pack.appendix;
  const isRight = sheets.start === "right";
  const cards = new Map(measured.flatMap((each) => [...each.cards]));
  const dividers = new Map(measured.flatMap((each) => [...each.dividers]));
  const division = divide(
    books.map((book) => ({ title: book.title, units: unitsOf(book, pack, { material, cards }) })),
    settings,
    {
      front: (position) => fronts[position] ?? Number(own.cover) + 1,
      divider: ({ indicator }) => (own.dividers ? (dividers.get(indicator.code) ?? 1) : 0),
      // Its page may have a blank one before it.
      closing: own.closing ? (isRight ? 2 : 1) : 0,
      whole: isRight ? evenFrom : (pages) => pages,
      bytes: (pages) => ownBytes + pages * pageBytes,
    },
  );
  const drafts = division.drafts;
  const volumes: Volume[] = [];
  for (const [index, draft] of drafts.entries()) {
    const before = volumes.at(-1);
    const isFirst = settings.numbering === "volume" || before === undefined;
    volumes.push(
      volumeOf(draft, {
        number: index + 1,
        hasMaster: index === 0 && drafts.length > 1,
        numberedFrom: isFirst ? 1 : before.numberedFrom + before.pages,
        measured: measured[index],
        dividers,
        isRight,
        own,
      }),
    );
  }
  return { plan: planOf(volumes), diagnostics: tooLarge(division, settings) };
}

/** What a volume takes besides the bytes of its files: fonts and sheets of its own, and stamp and entry of each page. */
const [ownBytes, pageBytes] = [1_500_000, 1_500];

/** Pages with the blank one after them that lets the next begin on a right-hand page. */
const evenFrom = (pages: number): number => pages + (pages % 2);

interface Framing {
  readonly number: number;
  readonly hasMaster: boolean;
  readonly numberedFrom: number;
  readonly measured: Measured | undefined;
  /** Do dividers and exhibits begin on right-hand pages? */
  readonly isRight: boolean;
  readonly own: OwnSheets;
  /** Lengths in any volume: one that is new to this one is as long here. */
  readonly dividers: ReadonlyMap<IndicatorCode, number>;
}

function volumeOf({ title, part, units }: Draft, given: Framing): Volume {
  const { number, numberedFrom, measured, dividers, own } = given;
  const parts: PlacedPart[] = [];
  let next = 1;
  const place = (planned: PlannedPart, pages: number): void => {
    parts.push({ part: planned, first: next, last: next + pages - 1 });
    next += pages;
  };
  const turn = (): void => {
    if (given.isRight && next % 2 === 0) place({ type: "blank" }, 1);
  };
  const pagesOf = (sheet: "cover" | "master" | "closing"): number => measured?.[sheet] || 1;
  const dividerPages = (code: IndicatorCode): number => measured?.dividers.get(code) ?? dividers.get(code) ?? 1;
  if (own.cover) place({ type: "cover" }, pagesOf("cover"));
  if (given.hasMaster) place({ type: "master" }, pagesOf("master"));
  place({ type: "index" }, measured?.index ?? 1);
  const groups: { leaf: Leaf; exhibits: Exhibit[] }[] = [];
  for (const unit of units) {
    const group = groups.at(-1);
    const { code } = unit.leaf.indicator;
    if (group?.leaf === unit.leaf) group.exhibits.push(...unit.exhibits);
    else {
      groups.push({ leaf: unit.leaf, exhibits: [...unit.exhibits] });
      if (own.dividers) {
        turn();
        place({ type: "divider", code }, dividerPages(code));
      }
    }
    turn();
    for (const { part: planned, pages } of unit.sheets) place(planned, pages);
  }
  if (own.closing) {
    turn();
    place({ type: "closing" }, pagesOf("closing"));
  }
  return { number, title, part, groups, parts, pages: next - 1, numberedFrom };
}

function planOf(volumes: readonly Volume[]): PagePlan {
  const filled = volumes.flatMap((volume) =>
    volume.parts.flatMap(({ part, first, last }) => filesOf(part).map((file) => ({ file, volume, first, last }))),
  );
  return {
    volumes,
    exhibits: places(filled.map(({ file, ...place }) => [file.exhibit, place])),
    files: places(filled.map(({ file, ...place }) => [file.source, place])),
  };
}

/** From the first page to the last on which each stands. */
const places = <Key>(placed: readonly (readonly [Key, Place])[]): Map<Key, Place> =>
  new Map(
    [...groupBy(placed, ([key]) => key)].flatMap(([key, all]) => {
      const [head] = all;
      if (head === undefined) return [];
      const first = all.reduce((least, [, place]) => Math.min(least, place.first), head[1].first);
      const last = all.reduce((most, [, place]) => Math.max(most, place.last), head[1].last);
      return [[key, { volume: head[1].volume, first, last }]];
    }),
  );

/** Do all typeset parts have as many pages as the plan gave them? */
export const isAsPlanned = ({ volumes }: PagePlan, measured: readonly Measured[]): boolean =>
  volumes.every(({ parts }, index) => {
    const found = measured[index];
    return (
      found !== undefined &&
      parts.every(({ part, first, last }) => (lengthOf(part, found) ?? last - first + 1) === last - first + 1)
    );
  });

/** Pages of a typeset part; null for what is bound. */
function lengthOf(part: PlannedPart, measured: Measured): number | null {
  switch (part.type) {
    case "cover":
    case "index":
    case "master":
    case "closing":
      return measured[part.type];
    case "divider":
      return measured.dividers.get(part.code) ?? null;
    case "file":
      return measured.cards.get(sheetId(part.file)) ?? null;
    case "photos":
    case "blank":
      return null;
  }
}

const tooLarge = ({ oversize }: Division, { maxPages, maxBytes }: Pack["appendix"]["volumes"]): Diagnostic[] =>
  oversize.map(({ exhibit, pages, bytes }) =>
    diagnostic(
      "volume-too-large",
      { file: "evipack.yaml" },
      maxPages !== null && pages > maxPages
        ? { exhibit, what: "pages", value: pages, limit: maxPages }
        : { exhibit, what: "files", value: megabytes(bytes), limit: (maxBytes ?? 0) / mega },
    ),
  );
