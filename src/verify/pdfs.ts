/** The PDFs of a pack, page by page: counts, labels and printed numbers, links, first pages of exhibits. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { pictureRule, withPdfFile } from "../engines/pdfium-file.ts";
import type { Goal, PdfFile } from "../engines/pdfium-file.ts";
import type { Manifest } from "../schema/outputs.ts";
import { isBoundVolume } from "../write/manifest.ts";
import { lastLine, showsLabel } from "./goals.ts";

type Output = Manifest["outputs"][number];
type Entry = Manifest["evidence"][number];

/** A link that can only be judged once every file was looked at. */
export interface FoundLink {
  /** File in which it stands, relative to the pack. */
  readonly from: string;
  /** Null for a bookmark, and in Office files. */
  readonly page: number | null;
  readonly goal: Goal;
}

export interface ReadPdf {
  readonly pages: number;
  readonly links: readonly FoundLink[];
  readonly labels: number;
  readonly pictures: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** `shown` is the name by which problems call the file. */
export async function readPdf(
  file: string,
  shown: string,
  output: Output,
  manifest: Manifest,
): Promise<ReadPdf | null> {
  return withPdfFile(file, (pdf) => {
    const found: Diagnostic[] = [];
    const at = { file: shown };
    if (output.pages !== null && pdf.pages !== output.pages) {
      found.push(diagnostic("page-count", at, { pages: pdf.pages, expected: output.pages }));
    }
    const volume = isBoundVolume(output) ? manifest.evidence.filter((each) => each.volume === output.volume) : null;
    const pictures = volume === null ? [] : firstPages(pdf, volume, manifest);
    for (const { entry, page, same } of pictures) {
      const facts = { exhibit: entry.exhibit ?? "", page, source: entry.source };
      if (!same) found.push(diagnostic("exhibit-page", at, facts));
    }
    if (volume !== null) found.push(...labelFaults(pdf, volume, shown));
    return {
      pages: pdf.pages,
      links: linksOf(pdf, output.path),
      labels: volume === null ? 0 : pdf.pages,
      pictures: pictures.length,
      diagnostics: found,
    };
  });
}

interface ComparedPage {
  readonly entry: Entry;
  readonly page: number;
  readonly same: boolean;
}

/** First pages against their pictures in the manifest; none when those were drawn in another way. */
function firstPages(pdf: PdfFile, volume: readonly Entry[], manifest: Manifest): readonly ComparedPage[] {
  if (manifest.pagePictures !== pictureRule) return [];
  const drawn = new Map<number, string | null>();
  return volume.flatMap((entry) => {
    const page = entry.pages?.[0];
    if (page === undefined || entry.firstPage === null) return [];
    const picture = drawn.get(page) ?? (page > pdf.pages ? null : pdf.picture(page));
    drawn.set(page, picture);
    return [{ entry, page, same: picture !== null && picture === entry.firstPage }];
  });
}

function labelFaults(pdf: PdfFile, volume: readonly Entry[], shown: string): Diagnostic[] {
  const exhibits = exhibitsByPage(volume);
  const found: Diagnostic[] = [];
  for (let page = 1; page <= pdf.pages; page += 1) {
    const [label, line] = [pdf.label(page), lastLine(pdf.text(page))];
    if (!showsLabel(line, label, exhibits.get(page) ?? [])) {
      found.push(diagnostic("page-label", { file: shown }, { page, label, printed: line.slice(-60) }));
    }
  }
  return found;
}

/** Exhibits of which something stands on a page, photos on one page being of several. */
function exhibitsByPage(volume: readonly Entry[]): ReadonlyMap<number, readonly string[]> {
  const byPage = new Map<number, string[]>();
  for (const { exhibit, pages } of volume) {
    if (exhibit === null || pages === null) continue;
    for (let page = pages[0]; page <= pages[1]; page += 1) {
      const here = byPage.get(page);
      if (here === undefined) byPage.set(page, [exhibit]);
      else here.push(exhibit);
    }
  }
  return byPage;
}

function linksOf(pdf: PdfFile, from: string): readonly FoundLink[] {
  const links: FoundLink[] = [];
  for (let page = 1; page <= pdf.pages; page += 1) {
    for (const goal of pdf.links(page)) links.push({ from, page, goal });
  }
  for (const { goal } of pdf.bookmarks()) links.push({ from, page: null, goal });
  return links;
}
