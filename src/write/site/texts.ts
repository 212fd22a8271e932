/** The text layers of what is bound, page by page with their printed numbers, to be searched on the offline page. */
import type { ExhibitId } from "../../model/ids.ts";
import type { Pack } from "../../model/pack.ts";
import { printedNumber } from "../../model/plan.ts";
import type { PagePlan } from "../../model/plan.ts";
import type { RenderedFiles } from "../../model/rendered.ts";
import { masked } from "../../model/sensitive.ts";
import type { SiteText } from "../../model/site.ts";
import { readFile } from "../../world.ts";

export interface Texts {
  /** Exhibits that have text, in the order of the appendix. */
  readonly texts: readonly SiteText[];
  /** How many exhibits are not in it whole. */
  readonly cut: number;
}

export interface TextLimits {
  /** Characters of one exhibit. */
  readonly exhibit: number;
  /** Characters in all: what a browser holds and looks through in no time. */
  readonly all: number;
}

const usual: TextLimits = { exhibit: 20_000, all: 8_000_000 };

/** Reads the prepared PDFs; numbers of persons are made unreadable, and white space is one sign. */
export async function readTexts(
  { exhibits }: Pick<Pack, "exhibits">,
  { volumes }: PagePlan,
  rendered: RenderedFiles,
  limits: TextLimits = usual,
): Promise<Texts> {
  const found = new Map<ExhibitId, [page: number, text: string][]>();
  const left = new Map<ExhibitId, number>();
  const cut = new Set<ExhibitId>();
  let room = limits.all;
  const placed = volumes.flatMap((volume) =>
    volume.parts.map(({ part, first }) => ({ part, first: printedNumber(volume, first) })),
  );
  for (const { part, first } of placed) {
    if (part.type !== "file") continue;
    const { exhibit, source, index } = part.file;
    const bound = rendered.get(source)?.parts[index];
    if (bound?.type !== "pdf") continue;
    const { pages, whole } = await pagesOf(bound.file);
    if (!whole) cut.add(exhibit);
    for (const [page, text] of pages) {
      const own = left.get(exhibit) ?? limits.exhibit;
      const kept = text.slice(0, Math.min(room, own));
      if (kept.length < text.length) cut.add(exhibit);
      if (kept === "") continue;
      room -= kept.length;
      left.set(exhibit, own - kept.length);
      found.set(exhibit, [...(found.get(exhibit) ?? []), [first + page - 1, kept]]);
    }
  }
  const texts = exhibits.flatMap(({ id }): SiteText[] => {
    const pages = found.get(id);
    return pages === undefined ? [] : [[id, pages]];
  });
  return { texts, cut: cut.size };
}

interface PageTexts {
  readonly pages: readonly (readonly [page: number, text: string])[];
  readonly whole: boolean;
}

async function pagesOf(file: string): Promise<PageTexts> {
  const { readPdfText } = await import("../../engines/pdfium-text.ts");
  const read = await readFile(file);
  const text = read.ok ? await readPdfText(read.bytes, []) : null;
  if (text === null) return { pages: [], whole: true };
  const pages = text.pieces
    .map(({ place, text: words }) => [place.type === "page" ? place.number : 1, plain(words)] as const)
    .filter(([, words]) => words !== "");
  return { pages, whole: text.whole };
}

/** Between Chinese signs a line break is no white space, between others it is. */
const plain = (text: string): string =>
  masked(text)
    .replaceAll("\0", "")
    .replace(/(?<=[\p{Script=Han}，。、；：！？）》〕])\s+(?=[\p{Script=Han}（《〔])/gu, "")
    .replace(/\s+/gu, " ")
    .trim();
