/** Everything that Typst lays out, with its page numbers settled: the plan of the appendix and the report. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import type { CacheOfBuild } from "../engines/cache.ts";
import { restTypst, typeset } from "../engines/typst.ts";
import type { Block, Report } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { citedBeyond } from "../paginate/cited-pages.ts";
import { isAsPlanned, paginate } from "../paginate/paginate.ts";
import type { Measured } from "../paginate/paginate.ts";
import type { Looks } from "../schema/looks.ts";
import { sizeOf } from "../world.ts";
import { appendixSheets, volumeIndexes } from "./appendix-sheets.ts";
import type { IndexData, SheetData } from "./appendix-sheets.ts";
import { guessedPages } from "./index-length.ts";
import { withPlaceholders } from "./placeholders.ts";
import { locateProofs } from "./proofs.ts";
import { writeReportPdf } from "./report-pdf.ts";
import type { WrittenReport } from "./report-pdf.ts";
import { lookAtStrips } from "./strips.ts";
import type { KnownStrips, Strips } from "./strips.ts";
import { measuredSheets, partsOf, piecesOf, SheetDrawer } from "./sheets.ts";
import type { DrawnSheets } from "./sheets.ts";

export interface Laid {
  /** The pack with what is added to its report, and its lists with a word on placeholder pages. */
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Of each volume, in order. */
  readonly sheets: readonly (readonly DrawnSheets[])[];
  readonly strips: Strips;
  readonly report: WrittenReport;
  /** Null when none is asked for. */
  readonly briefing: WrittenReport | null;
}

/** What a report opens and ends with can perhaps be told only when the pages are known. */
export interface Added {
  /** On a page before the rest. */
  readonly opening: readonly Block[];
  /** On pages behind the rest. */
  readonly ending: readonly Block[];
}

interface PaginateOptions {
  /** What is added to the report; null for nothing. */
  readonly added: ((plan: PagePlan) => Added) | null;
  /** Where documents that were drawn are kept; null for nowhere. */
  readonly cache: CacheOfBuild | null;
  /** Those that need not be looked at again; null when nothing will be bound. */
  readonly strips: KnownStrips | null;
}

/**
 * Numbers the appendix, then draws the report, which names those numbers, with what is added to it. While Typst has the
 * work, the strips are looked at in which the numbers will stand.
 */
export async function paginatePack(
  assembled: Pack,
  rendered: RenderedFiles,
  looks: Looks,
  { strips: known, ...options }: PaginateOptions,
): Promise<Staged<Laid>> {
  const pack = withPlaceholders(assembled, rendered, looks.words);
  const drawing = drawPack(pack, rendered, looks, options);
  const strips = known === null ? new Map() : await lookAtStrips(pack, rendered, known, drawing);
  const { value, diagnostics } = await drawing;
  return { value: { ...value, strips }, diagnostics };
}

async function drawPack(
  pack: Pack,
  rendered: RenderedFiles,
  looks: Looks,
  { added, cache }: Omit<PaginateOptions, "strips">,
): Promise<Staged<Omit<Laid, "strips">>> {
  const { value: numbered, diagnostics } = await planAppendix(pack, rendered, looks, cache);
  const { plan, sheets, missing } = numbered;
  const opened = { ...pack, report: added === null ? pack.report : withAdded(pack.report, added(plan)) };
  const report = await writeReportPdf(opened, plan, looks, cache);
  const briefing =
    pack.briefing === null ? null : await writeReportPdf({ ...pack, report: pack.briefing }, plan, looks, cache);
  await restTypst();
  const { files } = looks.words;
  const unprintable = (name: string, characters: readonly string[]): Diagnostic[] =>
    characters.length === 0 ? [] : [diagnostic("missing-glyphs", { file: `${name}.pdf` }, { characters })];
  return {
    value: { pack: opened, plan, sheets, report, briefing },
    diagnostics: [
      ...diagnostics,
      ...citedBeyond(pack.report.blocks, plan),
      ...unprintable(files.report, report.missing),
      ...unprintable(files.briefing, briefing?.missing ?? []),
      ...unprintable(files.appendix, missing),
    ],
  };
}

function withAdded(report: Report, { opening, ending }: Added): Report {
  const apart: readonly Block[] = [{ type: "page-break" }];
  const join = (before: readonly Block[], after: readonly Block[]): readonly Block[] =>
    before.length === 0 || after.length === 0 ? [...before, ...after] : [...before, ...apart, ...after];
  return { ...report, front: join(opening, report.front), blocks: join(report.blocks, ending) };
}

interface Planned {
  readonly plan: PagePlan;
  /** Drawn with the numbers of the plan, for each volume. */
  readonly sheets: readonly (readonly DrawnSheets[])[];
  /** Characters of the appendix that no font has. */
  readonly missing: readonly string[];
}

/** Lays the appendix out: its own sheets are drawn until the numbers on them are those of the plan. */
export async function planAppendix(
  pack: Pack,
  rendered: RenderedFiles,
  looks: Looks,
  cache: CacheOfBuild | null,
): Promise<Staged<Planned>> {
  const material = { rendered, sizes: pack.appendix.volumes.maxBytes === null ? new Map() : await sizesOf(rendered) };
  const { value: proofs, diagnostics: unproved } = await locateProofs(pack, rendered);
  const facts = { pack, rendered, looks, proofs };
  const drawing = { standard: null, fonts: looks.fonts, cache };
  const drawer = new SheetDrawer((template, data, label) => typeset(template, data, label, drawing));
  const { value: numbered, diagnostics } = await paginate(
    pack,
    material,
    (plan) => measure(drawer, facts, plan),
    (plan) => guessedSheets(facts, plan),
  );
  const plan = { ...numbered, proofs };
  const sheets: DrawnSheets[][] = [];
  for (const volume of plan.volumes) {
    const pieces: DrawnSheets[] = [];
    for (const piece of piecesOf(appendixSheets(facts, plan, volume))) pieces.push(await drawer.draw(piece));
    sheets.push(pieces);
  }
  await restTypst();
  return { value: { plan, sheets, missing: [...drawer.missing] }, diagnostics: [...unproved, ...diagnostics] };
}

interface Facts {
  readonly pack: Pack;
  readonly rendered: RenderedFiles;
  readonly looks: Looks;
  readonly proofs: NonNullable<PagePlan["proofs"]>;
}

/** Pages that the sheets of each volume will take; only lists are often longer than a page. */
const guessedSheets = ({ pack, looks, proofs }: Facts, plan: PagePlan): Measured[] =>
  plan.volumes.map((volume) => {
    const lists = volumeIndexes(pack, { ...plan, proofs }, volume, looks.words).flatMap(partsOf);
    const pages = (id: IndexData["id"]): number =>
      lists.reduce((sum, each) => (each.id === id ? sum + guessedPages(each, looks.style) : sum), 0);
    const { cover, closing } = pack.appendix.own;
    const lengths = { cover: cover ? 1 : 0, master: pages("master"), index: pages("index"), closing: closing ? 1 : 0 };
    return { ...lengths, dividers: new Map(), cards: new Map() };
  });

/** Draws the sheets with the numbers of a plan; the list of all volumes only when all else is as it was planned. */
async function measure(drawer: SheetDrawer, facts: Facts, numbered: PagePlan): Promise<Measured[]> {
  drawer.turn();
  const plan = { ...numbered, proofs: facts.proofs };
  const measured: Measured[] = [];
  const rest: SheetData[] = [];
  for (const volume of plan.volumes) {
    const pieces = piecesOf(appendixSheets(facts, plan, volume));
    const isLast = (piece: SheetData): boolean => pieces.length > 1 && piece.indexes.some(({ id }) => id === "master");
    const drawn: DrawnSheets[] = [];
    for (const piece of pieces.filter((each) => !isLast(each))) drawn.push(await drawer.draw(piece));
    const later = pieces.filter(isLast);
    rest.push(...later);
    const planned = volume.parts.find(({ part }) => part.type === "master");
    const pages = planned === undefined || later.length === 0 ? null : planned.last - planned.first + 1;
    measured.push(pages === null ? measuredSheets(drawn) : { ...measuredSheets(drawn), master: pages });
  }
  const [first, ...others] = measured;
  if (first === undefined || rest.length === 0 || !isAsPlanned(plan, measured)) return measured;
  // What the process holds of all it has drawn would come on top of the longest list.
  await restTypst();
  const lists: DrawnSheets[] = [];
  for (const piece of rest) lists.push(await drawer.draw(piece));
  return [{ ...first, master: measuredSheets(lists).master }, ...others];
}

/** Bytes of the prepared files, by name. */
async function sizesOf(rendered: RenderedFiles): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const part of [...rendered.values()].flatMap(({ parts }) => parts)) {
    if (part.type !== "card") sizes.set(part.file, await sizeOf(part.file));
  }
  return sizes;
}
