/** Everything that Typst lays out, with its page numbers settled: the plan of the appendix and the report. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Staged } from "../diagnostics/diagnostic.ts";
import { measure } from "../engines/typst.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { citedBeyond } from "../paginate/cited-pages.ts";
import { paginate } from "../paginate/paginate.ts";
import type { Measured } from "../paginate/paginate.ts";
import type { Looks } from "../schema/looks.ts";
import { sizeOf } from "../world.ts";
import { appendixSheets, measuredSheets } from "./appendix-sheets.ts";
import type { SheetMark } from "./appendix-sheets.ts";
import { writeReportPdf } from "./report-pdf.ts";
import type { WrittenReport } from "./report-pdf.ts";

export interface Laid {
  readonly plan: PagePlan;
  readonly report: WrittenReport;
  /** Null when none is asked for. */
  readonly briefing: WrittenReport | null;
}

/** Numbers the appendix, then draws the report, which names those numbers. */
export async function paginatePack(pack: Pack, rendered: RenderedFiles, looks: Looks): Promise<Staged<Laid>> {
  const missing = new Set<string>();
  const material = { rendered, sizes: pack.appendix.volumes.maxBytes === null ? new Map() : await sizesOf(rendered) };
  const { value: plan, diagnostics } = await paginate(pack, material, async (draft) => {
    const found: Measured[] = [];
    for (const volume of draft.volumes) {
      const sheets = appendixSheets({ pack, plan: draft, rendered }, volume, looks);
      const measured = await measure("appendix.typ", sheets, "part", looks.fonts);
      for (const each of measured.missing) missing.add(each);
      found.push(measuredSheets(measured.marks as SheetMark[]));
    }
    return found;
  });
  const report = await writeReportPdf(pack, plan, looks);
  const briefing =
    pack.briefing === null ? null : await writeReportPdf({ ...pack, report: pack.briefing }, plan, looks);
  const { files } = looks.words;
  const unprintable = (name: string, characters: readonly string[]): Diagnostic[] =>
    characters.length === 0 ? [] : [diagnostic("missing-glyphs", { file: `${name}.pdf` }, { characters })];
  return {
    value: { plan, report, briefing },
    diagnostics: [
      ...diagnostics,
      ...citedBeyond(pack.report.blocks, plan),
      ...unprintable(files.report, report.missing),
      ...unprintable(files.briefing, briefing?.missing ?? []),
      ...unprintable(files.appendix, [...missing]),
    ],
  };
}

/** Bytes of the prepared files, by name. */
async function sizesOf(rendered: RenderedFiles): Promise<ReadonlyMap<string, number>> {
  const sizes = new Map<string, number>();
  for (const part of [...rendered.values()].flatMap(({ parts }) => parts)) {
    if (part.type !== "card") sizes.set(part.file, await sizeOf(part.file));
  }
  return sizes;
}
