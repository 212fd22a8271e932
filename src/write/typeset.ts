/** Everything that Typst lays out, with its page numbers settled: the plan of the appendix and the report. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { typeset } from "../engines/typst.ts";
import type { Block, Report } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { citedBeyond } from "../paginate/cited-pages.ts";
import { paginate } from "../paginate/paginate.ts";
import type { Looks } from "../schema/looks.ts";
import { sizeOf } from "../world.ts";
import { appendixSheets, measuredSheets } from "./appendix-sheets.ts";
import type { DrawnSheets, SheetMark } from "./appendix-sheets.ts";
import { locateProofs } from "./proofs.ts";
import { writeReportPdf } from "./report-pdf.ts";
import type { WrittenReport } from "./report-pdf.ts";

export interface Laid {
  /** The pack with what is added to its report. */
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Of each volume, in order. */
  readonly sheets: readonly DrawnSheets[];
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

/** Numbers the appendix, then draws the report, which names those numbers, with what is added to it. */
export async function paginatePack(
  pack: Pack,
  rendered: RenderedFiles,
  looks: Looks,
  added: ((plan: PagePlan) => Added) | null = null,
): Promise<Staged<Laid>> {
  const { value: numbered, diagnostics } = await planAppendix(pack, rendered, looks);
  const { plan, sheets, missing } = numbered;
  const opened = { ...pack, report: added === null ? pack.report : withAdded(pack.report, added(plan)) };
  const report = await writeReportPdf(opened, plan, looks);
  const briefing =
    pack.briefing === null ? null : await writeReportPdf({ ...pack, report: pack.briefing }, plan, looks);
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
  readonly sheets: readonly DrawnSheets[];
  /** Characters of the appendix that no font has. */
  readonly missing: readonly string[];
}

/** Lays the appendix out: its own sheets are drawn until the numbers on them are those of the plan. */
export async function planAppendix(pack: Pack, rendered: RenderedFiles, looks: Looks): Promise<Staged<Planned>> {
  const missing = new Set<string>();
  const material = { rendered, sizes: pack.appendix.volumes.maxBytes === null ? new Map() : await sizesOf(rendered) };
  const { value: proofs, diagnostics: unproved } = await locateProofs(pack, rendered);
  /** Of the last round alone. */
  const drawn = new Map<PagePlan, readonly DrawnSheets[]>();
  const draw = async (numbered: PagePlan): Promise<readonly DrawnSheets[]> => {
    const sheets: DrawnSheets[] = [];
    const plan = { ...numbered, proofs };
    for (const volume of plan.volumes) {
      const data = appendixSheets({ pack, plan, rendered }, volume, looks);
      const {
        pdf,
        marks,
        missing: unknown,
      } = await typeset("appendix.typ", data, "part", {
        standard: null,
        fonts: looks.fonts,
      });
      for (const each of unknown) missing.add(each);
      sheets.push({ pdf, marks: marks as SheetMark[] });
    }
    drawn.clear();
    drawn.set(numbered, sheets);
    return sheets;
  };
  const { value: numbered, diagnostics } = await paginate(pack, material, async (draft) =>
    (await draw(draft)).map(({ marks }) => measuredSheets(marks)),
  );
  // Numbers that never settle have been laid out once more since.
  const sheets = drawn.get(numbered) ?? (await draw(numbered));
  const plan = { ...numbered, proofs };
  return { value: { plan, sheets, missing: [...missing] }, diagnostics: [...unproved, ...diagnostics] };
}

/** Bytes of the prepared files, by name. */
async function sizesOf(rendered: RenderedFiles): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const part of [...rendered.values()].flatMap(({ parts }) => parts)) {
    if (part.type !== "card") sizes.set(part.file, await sizeOf(part.file));
  }
  return sizes;
}
