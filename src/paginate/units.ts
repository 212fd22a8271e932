/** What cannot be parted when volumes are made: exhibits, and the pages that show them. */
import type { ExhibitId, SourcePath } from "../model/ids.ts";
import type { Book, Pack } from "../model/pack.ts";
import { sharedPages } from "../model/photo-page.ts";
import type { PlannedFile, PlannedPart } from "../model/plan.ts";
import type { RenderedFiles, RenderedPart } from "../model/rendered.ts";
import type { Unit } from "./volumes.ts";

/** What is known of the files that are bound. */
export interface Material {
  readonly rendered: RenderedFiles;
  /** Bytes of prepared files, by name; needed only where a volume has a limit in bytes. */
  readonly sizes: ReadonlyMap<string, number>;
}

interface Pages {
  readonly material: Material;
  readonly cards: ReadonlyMap<string, number>;
}

/** The exhibits of a book with the pages that show them; those that share a page are one. */
export function unitsOf({ groups }: Book, { appendix }: Pack, { material, cards }: Pages): Unit[] {
  return groups.flatMap(({ leaf, exhibits }) => {
    const known = new Map(exhibits.map((each) => [each.id, each]));
    const files = exhibits.flatMap(({ id, files: all }) =>
      all.flatMap(({ path }, position) => plannedParts(id, path, position, material.rendered)),
    );
    const runs: FilePart[][][] = [];
    for (const page of sharedPages(files, isPhoto, appendix.photosPerPage)) {
      const run = runs.at(-1);
      const isOpen = run?.at(-1)?.at(-1)?.file.exhibit === page[0]?.file.exhibit;
      if (isOpen) run?.push(page);
      else runs.push([page]);
    }
    return runs.map((pages): Unit => {
      const sheets = pages.flatMap((page) => sheetsOf(page, cards));
      const names = new Set(pages.flat().map(({ file }) => file.exhibit));
      return {
        leaf,
        exhibits: [...names].flatMap((id) => known.get(id) ?? []),
        sheets,
        pages: sheets.reduce((sum, each) => sum + each.pages, 0),
        bytes: pages.flat().reduce((sum, { part }) => sum + bytesOf(part, material), 0),
      };
    });
  });
}

const bytesOf = (part: RenderedPart, { sizes }: Material): number =>
  part.type === "card" ? 0 : (sizes.get(part.file) ?? 0);

function sheetsOf(page: readonly FilePart[], cards: ReadonlyMap<string, number>): Unit["sheets"] {
  const [first, ...more] = page;
  if (first === undefined) return [];
  const { file, part } = first;
  if (part.type === "picture")
    return [{ part: { type: "photos", photos: [file, ...more.map((each) => each.file)] }, pages: 1 }];
  return [{ part: { type: "file", file }, pages: part.type === "pdf" ? part.pages : (cards.get(sheetId(file)) ?? 1) }];
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
