/** The report as PDF, and the page of every heading in it. */
import { amendPdf } from "../engines/pdf/amend.ts";
import type { CacheOfBuild } from "../engines/cache.ts";
import { typeset } from "../engines/typst.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Looks } from "../schema/looks.ts";
import { ReportData } from "./report-data.ts";
import { printedPictures } from "./report-pictures.ts";
import { references } from "./resolve.ts";

export interface WrittenReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Characters that no font has. */
  readonly missing: readonly string[];
  /** Printed page of a heading or an attachment, by anchor. */
  readonly headings: ReadonlyMap<string, number>;
}

/** Throws when the template is broken; text and figures of users never break it. */
export async function writeReportPdf(
  pack: Pick<Pack, "language" | "asOf" | "author" | "report">,
  plan: PagePlan,
  { style, words, standard, fonts }: Pick<Looks, "style" | "words" | "standard" | "fonts">,
  cache: CacheOfBuild | null = null,
): Promise<WrittenReport> {
  const drawn = new ReportData(references(plan, words), style);
  const data = {
    style,
    language: pack.language,
    date: pack.asOf.split("-").map(Number),
    author: pack.author,
    document: { ...pack.report, front: drawn.blocks(pack.report.front), blocks: drawn.blocks(pack.report.blocks) },
  };
  const typesetting = { standard, fonts, cache, pictures: await printedPictures(drawn.pictures, standard) };
  const { pdf, pages, marks, missing } = await typeset("report.typ", data, "headings", typesetting);
  const headings = (marks.flat() as { readonly anchor: string; readonly page: number }[]).map(
    ({ anchor, page }) => [anchor, page] as const,
  );
  return {
    pdf: amendPdf(pdf, { sheets: style.tables.sideways === "sheet" }),
    pages,
    missing,
    headings: new Map(headings),
  };
}
