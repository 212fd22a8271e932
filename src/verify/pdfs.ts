/** The PDFs of a pack, page by page: counts, labels and printed numbers, links, first pages of exhibits. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { eachPage, pictureRule, picturesOf, withPdfFile } from "../engines/pdfium-file.ts";
import type { Goal } from "../engines/pdfium-file.ts";
import type { Manifest } from "../schema/manifest.ts";
import { isBoundVolume } from "../write/manifest.ts";
import { showsLabel, showsStamp } from "./goals.ts";

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
  const whole = await withPdfFile(file, (pdf) => ({ pages: pdf.pages, bookmarks: pdf.bookmarks() }));
  if (whole === null) return null;
  const { pages, bookmarks } = whole;
  const volume = isBoundVolume(output) ? manifest.evidence.filter((each) => each.volume === output.volume) : null;
  const pictured = volume === null ? [] : firstPages(volume, manifest);
  const pictures = await picturesOf(file, [...new Set(pictured.map(({ page }) => page))]);
  const looked = await eachPage(file, upTo(pages), (pdf, page): LookedAt => ({
    label: volume === null ? "" : pdf.label(page),
    line: volume === null ? "" : pdf.lastText(page),
    links: pdf.links(page),
  }));
  const at = { file: shown };
  const found: Diagnostic[] = [];
  if (output.pages !== null && pages !== output.pages) {
    found.push(diagnostic("page-count", at, { pages, expected: output.pages }));
  }
  for (const { entry, page } of pictured) {
    const same = pictures.get(page) === entry.firstPage;
    const facts = { exhibit: entry.exhibit ?? "", page, source: entry.source };
    if (!same) found.push(diagnostic("exhibit-page", at, facts));
  }
  if (volume !== null) found.push(...labelFaults(looked, volume, { shown, output, stamp: manifest.stamp }));
  const links = [...looked].flatMap(([page, each]) =>
    (each?.links ?? []).map((goal): FoundLink => ({ from: output.path, page, goal })),
  );
  return {
    pages,
    links: [...links, ...bookmarks.map(({ goal }): FoundLink => ({ from: output.path, page: null, goal }))],
    labels: volume === null ? 0 : pages,
    pictures: pictured.length,
    diagnostics: found,
  };
}

const upTo = (pages: number): number[] => Array.from({ length: pages }, (_, index) => index + 1);

/** What is read of a page. */
interface LookedAt {
  readonly label: string;
  /** The words that are drawn last on it: its stamp. */
  readonly line: string;
  readonly links: readonly Goal[];
}

/** Entries whose first page has a picture to compare; none when those were drawn in another way. */
function firstPages(
  volume: readonly Entry[],
  manifest: Manifest,
): readonly { readonly entry: Entry; readonly page: number }[] {
  if (manifest.pagePictures !== pictureRule) return [];
  return volume.flatMap((entry) =>
    entry.pages === null || entry.firstPage === null ? [] : [{ entry, page: entry.pages[0] }],
  );
}

interface Stamped {
  readonly shown: string;
  readonly output: Output;
  /** Packs of old do not tell it. */
  readonly stamp: Manifest["stamp"];
}

/** A page that cannot be looked at shows no label. */
function labelFaults(
  looked: ReadonlyMap<number, LookedAt | null>,
  volume: readonly Entry[],
  { shown, output, stamp }: Stamped,
): Diagnostic[] {
  const exhibits = exhibitsByPage(volume);
  return [...looked].flatMap(([page, each]) => {
    const { label: own, line } = each ?? { label: "", line: "" };
    const label = output.numberedFrom === null ? own : String(output.numberedFrom + page - 1);
    const here = exhibits.get(page) ?? [];
    const isThere =
      stamp === undefined
        ? showsLabel(line, label, here)
        : showsStamp(line, stamp, { label, volume: output.volume ?? 1, exhibits: here });
    if (isThere && own === label) return [];
    return [diagnostic("page-label", { file: shown }, { page, label, printed: line.slice(-60) })];
  });
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
