/** The report as PDF, and the page of every heading in it. */
import { typeset } from "../engines/typst.ts";
import type { Block, Cell, Report } from "../model/document.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { Looks } from "../schema/looks.ts";
import type { Style } from "../schema/style.ts";
import { captionText, headingMark } from "./marks.ts";
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
  const drawn = (blocks: readonly Block[]): Drawn[] =>
    blocks.map((block) => drawnBlock(block, { refs: references(plan, words), style }));
  const data = {
    style,
    language: pack.language,
    date: pack.asOf.split("-").map(Number),
    author: pack.author,
    document: { ...pack.report, front: drawn(pack.report.front), blocks: drawn(pack.report.blocks) },
  };
  const { pdf, pages, marks, missing } = await typeset("report.typ", data, "heading", { archival: true });
  const headings = (marks as { readonly anchor: string; readonly page: number }[]).map(
    ({ anchor, page }) => [anchor, page] as const,
  );
  return { pdf, pages, missing, headings: new Map(headings) };
}

/** Draws the blocks of a report alone, as a page or a few: neither cover nor contents; it names no exhibit's pages. */
export async function writeSheetPdf(
  report: Report,
  { author, asOf }: Pick<Pack, "author" | "asOf">,
  { style }: Looks,
): Promise<Uint8Array> {
  const refs: References = { exhibitText: (id) => id, pagesText: () => "", citationText: (id) => id };
  const blocks = report.blocks.map((block) => drawnBlock(block, { refs, style }));
  const data = {
    style,
    language: report.language,
    date: asOf.split("-").map(Number),
    author,
    document: { ...report, sheet: true, blocks },
  };
  const { pdf } = await typeset("report.typ", data, "heading", { archival: true });
  return pdf;
}

/** A block as the template takes it: numbers printed, references spelled out, pictures by name. */
type Drawn = Readonly<Record<string, unknown>>;

interface Spelling {
  readonly refs: References;
  readonly style: Style;
}

function drawnBlock(block: Block, spelling: Spelling): Drawn {
  const { refs, style } = spelling;
  switch (block.type) {
    case "heading":
      return { ...block, mark: headingMark(block, style) };
    case "paragraph":
    case "quote":
    case "labelled":
      return { ...block, content: resolved(block.content, refs) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((each) => drawnBlock(each, spelling))) };
    case "table":
      return {
        ...block,
        caption: captionText(block, style),
        rows: block.rows.map((row) => row.map((cell): Cell => resolved(cell, refs))),
      };
    case "figure":
      return { ...block, picture: undefined, caption: captionText(block, style) };
    default:
      return block;
  }
}
