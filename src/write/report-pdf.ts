/** The report as PDF, and the page of every heading in it. */
import { typeset } from "../engines/typst.ts";
import type { Block, Cell, Report } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Looks } from "../schema/looks.ts";
import { references, resolved } from "./resolve.ts";
import type { References } from "./resolve.ts";

export interface WrittenReport {
  readonly pdf: Uint8Array;
  readonly pages: number;
  /** Characters that no font has. */
  readonly missing: readonly string[];
  /** Printed page of a heading, by anchor. */
  readonly headings: ReadonlyMap<string, number>;
}

export async function writeReportPdf(pack: Pack, plan: PagePlan, { style, words }: Looks): Promise<WrittenReport> {
  const data = {
    style,
    language: pack.language,
    date: pack.asOf.split("-").map(Number),
    author: pack.author,
    document: resolveReport(pack.report, references(plan, words)),
  };
  const { pdf, pages, marks, missing } = await typeset("report.typ", data, "heading", { archival: true });
  const headings = (marks as { readonly anchor: string; readonly page: number }[]).map(
    ({ anchor, page }) => [anchor, page] as const,
  );
  return { pdf, pages, missing, headings: new Map(headings) };
}

/** The report with every reference spelled out, for a template that knows none. */
function resolveReport(report: Report, refs: References): Report {
  return { ...report, blocks: report.blocks.map((block) => resolveBlock(block, refs)) };
}

function resolveBlock(block: Block, refs: References): Block {
  switch (block.type) {
    case "paragraph":
    case "quote":
    case "labelled":
      return { ...block, content: resolved(block.content, refs) };
    case "list":
      return { ...block, items: block.items.map((item) => resolved(item, refs)) };
    case "table":
      return { ...block, rows: block.rows.map((row) => row.map((cell): Cell => resolved(cell, refs))) };
    case "heading":
    case "page-break":
      return block;
  }
}
