/** Numbers the pages of the appendix: printed number = label = position, from 1 on the cover. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Staged } from "../diagnostics/diagnostic.ts";
import type { ExhibitId, IndicatorCode, SourcePath } from "../model/ids.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, PageRange, PlacedPart, PlannedFile, PlannedPart } from "../model/plan.ts";
import { sharedPages } from "../model/photo-page.ts";
import type { RenderedFiles, RenderedPart } from "../model/rendered.ts";

/** Pages that the typeset parts take, once they show the numbers of a plan. */
export interface Measured {
  readonly cover: number;
  readonly index: number;
  readonly dividers: ReadonlyMap<IndicatorCode, number>;
  /** Placeholder pages by `sheetId`; one page each where nothing else is told. */
  readonly cards: ReadonlyMap<string, number>;
}

/** The index names page numbers, and its length moves them; five rounds settle it (as Typst bounds its own). */
const maxRounds = 5;

/**
 * Lays the parts out one after another. `measure` typesets cover, index and dividers with the numbers
 * of a plan and counts their pages; the loop ends when the count no longer changes.
 */
export async function paginate(
  pack: Pack,
  rendered: RenderedFiles,
  measure: (plan: PagePlan) => Promise<Measured>,
): Promise<Staged<PagePlan>> {
  let measured: Measured = {
    cover: 1,
    index: 1,
    dividers: new Map(pack.appendix.dividers.map((divider) => [divider.code, 1])),
    cards: new Map(),
  };
  for (let round = 0; round < maxRounds; round += 1) {
    const plan = layOut(pack, rendered, measured);
    const again = await measure(plan);
    if (sameMeasure(measured, again)) return { value: plan, diagnostics: [] };
    measured = again;
  }
  const diagnostics = [diagnostic("unstable-pages", { file: "evipack.yaml" }, { rounds: maxRounds })];
  return { value: layOut(pack, rendered, measured), diagnostics };
}

function layOut(pack: Pack, rendered: RenderedFiles, measured: Measured): PagePlan {
  const parts: PlacedPart[] = [];
  let next = 1;
  const place = (part: PlannedPart, pages: number): void => {
    parts.push({ part, first: next, last: next + pages - 1 });
    next += pages;
  };
  place({ type: "cover" }, measured.cover);
  place({ type: "index" }, measured.index);
  for (const { leaf, exhibits } of pack.appendix.groups) {
    const { code } = leaf.indicator;
    place({ type: "divider", code }, measured.dividers.get(code) ?? 1);
    const files = exhibits.flatMap(({ id, files: all }) =>
      all.flatMap(({ path }, position) => plannedParts(id, path, position, rendered)),
    );
    for (const [first, ...more] of sharedPages(files, isPhoto, pack.appendix.photosPerPage)) {
      if (first === undefined) continue;
      const { file, part } = first;
      if (part.type === "picture") place({ type: "photos", photos: [file, ...more.map((each) => each.file)] }, 1);
      else place({ type: "file", file }, part.type === "pdf" ? part.pages : (measured.cards.get(sheetId(file)) ?? 1));
    }
  }
  const filled = parts.flatMap(({ part, first, last }) => filesOf(part).map((file) => ({ file, first, last })));
  return {
    volume: 1,
    parts,
    pages: next - 1,
    exhibits: ranges(filled.map(({ file, first, last }): [ExhibitId, PageRange] => [file.exhibit, [first, last]])),
    files: ranges(filled.map(({ file, first, last }): [SourcePath, PageRange] => [file.source, [first, last]])),
  };
}

/** Name of the typeset sheet that stands for a part of a file, or for the first photo of a page. */
export const sheetId = ({ exhibit, position, index }: PlannedFile): string =>
  `${exhibit}#${String(position)}.${String(index)}`;

interface FilePart {
  readonly file: PlannedFile;
  readonly part: RenderedPart;
}

function plannedParts(exhibit: ExhibitId, source: SourcePath, position: number, rendered: RenderedFiles): FilePart[] {
  const how = rendered.get(source);
  if (how === undefined) throw new Error(`${source} was not rendered`);
  return how.parts.map((part, index) => ({ file: { exhibit, source, position, index }, part }));
}

const isPhoto = ({ part }: FilePart): boolean => part.type === "picture" && part.photo;

/** The files that a part of the plan shows. */
export function filesOf(part: PlannedPart): readonly PlannedFile[] {
  if (part.type === "file") return [part.file];
  return part.type === "photos" ? part.photos : [];
}

/** From the first page to the last on which each stands. */
function ranges<Key>(placed: readonly (readonly [Key, PageRange])[]): Map<Key, PageRange> {
  const found = new Map<Key, PageRange>();
  for (const [key, [first, last]] of placed) {
    const [from, to] = found.get(key) ?? [first, last];
    found.set(key, [Math.min(from, first), Math.max(to, last)]);
  }
  return found;
}

const sameMeasure = (a: Measured, b: Measured): boolean =>
  a.cover === b.cover &&
  a.index === b.index &&
  [...b.cards].every(([id, pages]) => (a.cards.get(id) ?? 1) === pages) &&
  [...a.dividers].every(([code, pages]) => b.dividers.get(code) === pages);
