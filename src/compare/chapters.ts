/** A comparison as a few tables of plain cells: what is printed as text and drawn as a document alike. */
import type { CoverageStatus } from "../model/coverage.ts";
import type { Language } from "../model/map.ts";
import { printWords } from "../diagnostics/print/words.ts";
import type { DiffOutput } from "../schema/packs.ts";
import { particularsOf } from "./compare.ts";
import type { ExhibitFacts, PackDiff, Particular, Place } from "./compare.ts";
import { compareWords } from "./words.ts";
import type { CompareWords } from "./words.ts";

export interface Chapter {
  readonly about: "exhibits" | "particulars" | "pages" | "coverage" | "requirements" | "scores";
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Told {
  readonly title: string;
  /** Which packs, and what it comes to. */
  readonly lines: readonly string[];
  /** Only those in which something differs. */
  readonly chapters: readonly Chapter[];
}

export function tell(diff: PackDiff, language: Language): Told {
  const words = compareWords[language];
  const { pages, standing } = diff;
  const counts = countsOf(diff);
  const lines = [
    words.from(diff.from),
    words.to(diff.to),
    ...partialLines(diff, words),
    diff.same ? words.same : words.counts({ exhibits: counts, pages: pages.length }),
    ...(diff.from.map === diff.to.map ? [] : [words.otherMap]),
    ...totalLine(diff, words),
  ];
  const chapters = [
    exhibitChapter(diff, words),
    particularChapter(diff, words),
    pageChapter(diff, words),
    ...(standing === null ? [] : standingChapters(standing, words, language)),
  ];
  return { title: words.title, lines, chapters: chapters.filter((each) => each.rows.length > 0) };
}

export const countsOf = ({ exhibits }: PackDiff): Readonly<Record<keyof PackDiff["exhibits"], number>> => ({
  added: exhibits.added.length,
  removed: exhibits.removed.length,
  joined: exhibits.joined.length,
  parted: exhibits.parted.length,
  replaced: exhibits.replaced.length,
  moved: exhibits.moved.length,
  described: exhibits.described.length,
});

/** Of a pack whose report holds only some sections: which, and that all else is compared as a whole. */
export const partialLines = ({ from, to }: Pick<PackDiff, "from" | "to">, words: CompareWords): readonly string[] =>
  [from, to].flatMap(({ name, sections }) => (sections === undefined ? [] : [words.partial(name, sections)]));

/** Why coverage and scores are not compared; nothing where they are. */
export function checkLines({ from, to }: Pick<PackDiff, "from" | "to">, words: CompareWords): readonly string[] {
  const packs = [from, to].filter(({ check }) => check === "unreadable");
  if (packs.length > 0) return packs.map(({ name }) => words.brokenCheck(name));
  return [from, to].some(({ check }) => check === "missing") ? [words.noCheck] : [];
}

function totalLine(diff: PackDiff, words: CompareWords): readonly string[] {
  const { standing, same } = diff;
  if (standing === null) return checkLines(diff, words);
  const [from, to] = [words.covered(standing.total.from), words.covered(standing.total.to)];
  return same ? [] : [words.total(from, to)];
}

/** Whether one of the packs has several volumes: only then are they named. */
const hasVolumes = ({ from, to }: PackDiff): boolean => Math.max(from.volumes, to.volumes) > 1;

function exhibitChapter(diff: PackDiff, words: CompareWords): Chapter {
  const volumes = hasVolumes(diff);
  const at = (place: Place | null): string => (place === null ? "" : words.place(place, volumes));
  const { added, removed, joined, parted, replaced, moved } = diff.exhibits;
  const single = (kind: "added" | "removed"): readonly string[][] =>
    diff.exhibits[kind].map(({ exhibit, title, place }) => [
      words.kinds[kind],
      exhibit,
      title,
      kind === "added" ? "" : at(place),
      kind === "added" ? at(place) : "",
    ]);
  const double = (kind: "joined" | "parted" | "replaced" | "moved", pairs: typeof replaced): readonly string[][] =>
    pairs.map(({ from, to }) => [
      words.kinds[kind],
      words.arrow(from.exhibit, to.exhibit),
      words.arrow(from.title, to.title),
      at(from.place),
      at(to.place),
    ]);
  const rows = [
    ...(added.length === 0 ? [] : single("added")),
    ...(removed.length === 0 ? [] : single("removed")),
    ...double("joined", joined),
    ...double("parted", parted),
    ...double("replaced", replaced),
    ...double("moved", moved),
  ];
  return { about: "exhibits", title: words.exhibits, columns: words.exhibitColumns, rows };
}

/** A row for each title, document number, date, department, proving passage and placeholder page that is not what it was. */
function particularChapter({ exhibits }: PackDiff, words: CompareWords): Chapter {
  const rows = exhibits.described.flatMap(({ from, to }) =>
    particularsOf(from, to).map((each) => [
      to.exhibit,
      words.particular[each],
      particularOf(from, each, words),
      particularOf(to, each, words),
    ]),
  );
  return { about: "particulars", title: words.particulars, columns: words.particularColumns, rows };
}

function particularOf(facts: ExhibitFacts, which: Particular, words: CompareWords): string {
  if (which === "placeholders") return words.bound(facts.placeholders, facts.sources.length);
  if (which !== "locator") return facts[which] || words.none;
  return facts.locator ? words.locator(facts.locator) : words.none;
}

/** Exhibits one after the other that move alike, by as many pages or from one volume into another, stand in one row. */
function pageChapter(diff: PackDiff, words: CompareWords): Chapter {
  const volumes = hasVolumes(diff);
  const runs: { readonly by: number | null; readonly all: DiffOutput["pages"][number][] }[] = [];
  for (const each of diff.pages) {
    const by = shiftOf(each);
    const run = runs.at(-1);
    const last = run?.all.at(-1);
    const goesOn = last !== undefined && run?.by === by && by !== 0 && isSameWay(last, each);
    if (goesOn) run?.all.push(each);
    else runs.push({ by, all: [each] });
  }
  const whole = (all: readonly (Place | null)[]): string => {
    const [first, last] = [all[0] ?? null, all.at(-1) ?? null];
    if (first === null || last === null) return "";
    return words.place({ volume: first.volume, pages: [first.pages[0], last.pages[1]] }, volumes);
  };
  const rows = runs.map(({ by, all }) => [
    words.range(all[0]?.exhibit ?? "", all.at(-1)?.exhibit ?? ""),
    String(all.length),
    whole(all.map((each) => each.from)),
    whole(all.map((each) => each.to)),
    words.shift(by),
  ]);
  return { about: "pages", title: words.pages, columns: words.pageColumns, rows };
}

/** Are both in one volume before, and in one now? */
const isSameWay = (a: DiffOutput["pages"][number], b: DiffOutput["pages"][number]): boolean =>
  [a, b].every(({ from, to }) => from !== null && to !== null) &&
  a.from?.volume === b.from?.volume &&
  a.to?.volume === b.to?.volume;

/** By how many pages an exhibit moved; 0 when it became longer or shorter, null when it went to another volume. */
function shiftOf({ from, to }: DiffOutput["pages"][number]): number | null {
  if (from === null || to === null || from.volume !== to.volume) return null;
  const [first, last] = [to.pages[0] - from.pages[0], to.pages[1] - from.pages[1]];
  return first === last ? first : 0;
}

type Standing = NonNullable<DiffOutput["standing"]>;
type Score = Standing["scores"][number]["from"];

function standingChapters(standing: Standing, words: CompareWords, language: Language): readonly Chapter[] {
  const { sections, departments, requirements, scores, band } = standing;
  const coverage = (value: Standing["sections"][number]["from"]): string =>
    value === null ? words.none : words.covered(value);
  const status = (name: string | null): string =>
    name === null ? words.none : (printWords[language].status[name as CoverageStatus] ?? name);
  return [
    {
      about: "coverage",
      title: words.coverage,
      columns: words.coverageColumns,
      rows: [
        ...sections.map(({ code, title, from, to }) => [`${code} ${title}`, coverage(from), coverage(to)]),
        ...departments.map(({ title, from, to }) => [
          title === "" ? words.nobody : title,
          coverage(from),
          coverage(to),
        ]),
      ],
    },
    {
      about: "requirements",
      title: words.requirements,
      columns: words.requirementColumns,
      rows: requirements.map(({ code, title, from, to }) => [code, title, status(from), status(to)]),
    },
    {
      about: "scores",
      title: words.scores,
      columns: words.scoreColumns,
      rows: [
        ...scores.map(({ code, title, from, to }) => [
          code,
          code === "" ? words.whole : title,
          scoreText(from, words),
          scoreText(to, words),
        ]),
        ...(band === null ? [] : [["", words.band, band.from ?? words.none, band.to ?? words.none]]),
      ],
    },
  ];
}

function scoreText(score: Score, words: CompareWords): string {
  if (score === null) return words.none;
  const { self, max, verdict } = score;
  const points = self === null ? [] : [max === null ? String(self) : `${String(self)}/${String(max)}`];
  const told = [...points, ...(verdict === null ? [] : [words.verdicts[verdict]])];
  return told.length === 0 ? words.none : told.join(" ");
}
