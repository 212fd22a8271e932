/** The first page of a draft (本稿变化): what came, went and moved since an earlier pack, and what that did to coverage. */
import { text } from "../assemble/format.ts";
import { drawTrend } from "../engines/charts.ts";
import { rateOf } from "../model/coverage.ts";
import type { Block, Cell, Column, Figure, Table } from "../model/document.ts";
import type { Count, Night } from "../model/history.ts";
import type { Language } from "../model/map.ts";
import type { ComparedCheck } from "../schema/packs.ts";
import { checkLines, countsOf, partialLines, tell } from "./chapters.ts";
import { comparePacks } from "./compare.ts";
import type { PackDiff, Side } from "./compare.ts";
import { comparisonPart, tableOf } from "./document.ts";
import { trendPoints } from "../write/site/trend.ts";
import { compareWords } from "./words.ts";
import type { CompareWords } from "./words.ts";

export interface DraftSides {
  /** The earlier pack; null for a draft that is the first. */
  readonly from: Side | null;
  readonly to: Side;
  /** Earlier drafts and this one, the first first; a trend is drawn from two on. */
  readonly nights: readonly Night[];
}

/**
 * Title, what it comes to in a line or two, coverage of every section before and now, a table for each kind of change, the
 * trend, and coverage of the departments in which it changed. Page numbers are left out: one more page in front moves them all (`diff` has them).
 */
export function draftBlocks({ from, to, nights }: DraftSides, language: Language): readonly Block[] {
  const words = compareWords[language];
  const diff = from === null ? null : compareNamed(from, to, language);
  const chapters = diff === null ? [] : tell(diff, language).chapters;
  const told = chapters.filter(({ about }) => about !== "pages" && about !== "coverage");
  const lines =
    diff === null
      ? [words.draft.first]
      : [
          chapters.every(({ about }) => about === "pages")
            ? words.draft.same(diff.from)
            : words.draft.since(diff.from, countsOf(diff)),
          ...(diff.from.map === diff.to.map ? [] : [words.otherMap]),
          ...partialLines(diff, words),
          ...checkLines(diff, words),
        ];
  const pairs = (partsOf: (check: ComparedCheck) => readonly Part[]): readonly Pair[] =>
    to.check === null ? [] : paired(parts(from?.check, partsOf), partsOf(to.check));
  return [
    { type: "title", text: words.draft.title },
    ...lines.map(line),
    ...coverageTable(
      words.draft.bySection,
      pairs((check) => sectionsOf(check, words)),
      words,
    ),
    ...told.map((chapter) => tableOf(chapter, chapter.title)),
    ...trend(nights, words),
    ...departmentCoverage(
      pairs((check) => departmentsOf(check, words)),
      words,
    ),
  ];
}

/** The report's last part, when it is asked for (修订对照): all that changed, page numbers too. */
export function draftComparison({ from, to }: DraftSides, language: Language): readonly Block[] {
  return from === null ? [] : comparisonPart(compareNamed(from, to, language), language);
}

/** Where the packs lie is nobody's business in a report: they go by what they are. */
function compareNamed(from: Side, to: Side, language: Language): PackDiff {
  const { name, earlier } = compareWords[language].draft;
  return comparePacks({ ...from, name: earlier(from.manifest.draft) }, { ...to, name });
}

interface Part extends Count {
  readonly id: string;
  readonly title: string;
}

const parts = (check: ComparedCheck | null | undefined, partsOf: (check: ComparedCheck) => readonly Part[]) =>
  check === null || check === undefined ? [] : partsOf(check);

/** The sections, and below them the whole. */
const sectionsOf = ({ sections, verdict }: ComparedCheck, { draft }: CompareWords): Part[] => [
  ...sections.map((each) => ({ ...each, id: each.code, title: `${each.code} ${each.title}` })),
  { ...verdict, id: "", title: draft.whole },
];

const departmentsOf = ({ departments }: ComparedCheck, { nobody }: CompareWords): Part[] =>
  departments.map((each) => ({ ...each, id: each.id ?? "", title: each.name ?? nobody }));

/** A part before and now; null where it was not yet there, or is gone. */
type Pair = readonly [before: Part | null, now: Part | null];

/** Part by part, also those that are gone; parts of which nothing is asked are left out. */
function paired(before: readonly Part[], now: readonly Part[]): readonly Pair[] {
  const asked = ({ applicable }: Part): boolean => applicable > 0;
  const old = new Map(before.filter(asked).map((each) => [each.id, each]));
  const all = new Map(now.filter((each) => asked(each) || old.has(each.id)).map((each) => [each.id, each]));
  const ids = [...all.keys(), ...[...old.keys()].filter((id) => !all.has(id))];
  return ids.map((id) => [old.get(id) ?? null, all.get(id) ?? null]);
}

const isSame = ([before, now]: Pair): boolean =>
  before?.covered === now?.covered && before?.applicable === now?.applicable;

/** The departments in which coverage changed, and how many others there are. */
function departmentCoverage(pairs: readonly Pair[], words: CompareWords): Block[] {
  const changed = pairs.filter((pair) => !isSame(pair));
  const others = pairs.length - changed.length;
  return [
    ...coverageTable(words.draft.byDepartment, changed, words),
    ...(others === 0 ? [] : [line(words.draft.unchanged(others, changed.length === 0))]),
  ];
}

const line = (words: string): Block => ({ type: "paragraph", content: [text(words)] });

/** Coverage before and now. */
function coverageTable(caption: string, pairs: readonly Pair[], words: CompareWords): Table[] {
  const [of = "", from = "", to = ""] = words.coverageColumns;
  const columns = [of, from, to, words.draft.change].map((title, index): Column => ({
    title,
    share: [0.4, 0.23, 0.23, 0.14][index] ?? 0,
    align: "left",
  }));
  const rows = pairs.map((pair) => coverageRow(pair, words));
  return rows.length === 0 ? [] : [{ type: "table", caption, columns, rows }];
}

/** What changed is in bold. */
function coverageRow(pair: Pair, words: CompareWords): Cell[] {
  const [from, to] = pair;
  const said = (count: Count | null): string =>
    count === null ? words.none : `${words.covered(count)}${count.applicable === 0 ? "" : `　${rateOf(count)}`}`;
  const by = (to?.covered ?? 0) - (from?.covered ?? 0);
  const change = from === null || to === null || by === 0 ? "" : by > 0 ? `+${String(by)}` : `−${String(-by)}`;
  const cells = [to?.title ?? from?.title ?? "", said(from), said(to), change];
  return cells.map((cell, index): Cell => [
    from === null || isSame(pair) || index === 0 ? text(cell) : { type: "strong", text: cell },
  ]);
}

function trend(nights: readonly Night[], { draft }: CompareWords): Figure[] {
  const [first, last] = [nights[0], nights.at(-1)];
  if (first === undefined || last === undefined || nights.length < 2) return [];
  const points = trendPoints(nights);
  return [
    {
      type: "figure",
      caption: draft.trend,
      alt: draft.trendAlt(first.day, last.day),
      picture: drawTrend({ width: 150, height: 45, unit: "%", points }),
    },
  ];
}
