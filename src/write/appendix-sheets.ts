/** The typeset part of the appendix as data for its template: cover, index, dividers, picture pages, placeholder pages. */
import { countedRows } from "../assemble/appendix-index.ts";
import { fill } from "../assemble/format.ts";
import type { Column } from "../model/document.ts";
import type { Exhibit, IndexRow, Pack } from "../model/pack.ts";
import type { PagePlan, PlannedFile, Volume } from "../model/plan.ts";
import { sheetId } from "../paginate/units.ts";
import { captionRoom, photoCells, photoLayout, placeInCell } from "../model/photo-page.ts";
import type { Box } from "../model/photo-page.ts";
import type { RenderedFiles, RenderedPart } from "../model/rendered.ts";
import type { Style } from "../schema/style.ts";
import type { Words } from "../schema/words.ts";
import type { ExhibitId } from "../model/ids.ts";
import { cardData } from "./cards.ts";
import type { Card } from "./cards.ts";
import { closingSheet } from "./closing-sheet.ts";
import { inLists, plainText, references } from "./resolve.ts";
import type { References } from "./resolve.ts";
import { volumeCover } from "./volume-cover.ts";

export const linkScheme = "evipack";

/** A list of exhibits, as the template reads it. */
export interface IndexData {
  readonly id: "master" | "index";
  /** Null for a part of a list that goes on. */
  readonly title: string | null;
  readonly columns: readonly Column[];
  readonly rows: readonly (
    | { readonly type: "section" | "indicator"; readonly text: string }
    | { readonly type: "exhibit"; readonly cells: readonly string[]; readonly target: string }
  )[];
}

/** What `templates/appendix.typ` reads. */
export interface SheetData {
  readonly style: Style;
  readonly language: string;
  readonly date: readonly number[];
  /** Of the file. */
  readonly title: string;
  /** What stands above the first list where there is no cover to bear it. */
  readonly marks: readonly string[];
  readonly cover: unknown;
  readonly indexes: readonly IndexData[];
  readonly dividers: readonly { readonly id: string; readonly rows: readonly unknown[] }[];
  readonly frames: readonly unknown[];
  readonly blanks: readonly unknown[];
  readonly closing: unknown;
  readonly cards: readonly unknown[];
}

interface Sheets {
  readonly exhibits: ReadonlyMap<ExhibitId, Exhibit>;
  readonly rendered: RenderedFiles;
  readonly words: Words;
  readonly refs: References;
}

/** Everything that `templates/appendix.typ` reads for one volume, with the page numbers of a plan. */
export function appendixSheets(
  facts: {
    readonly pack: Pack;
    readonly rendered: RenderedFiles;
    readonly looks: { readonly style: Style; readonly words: Words };
  },
  plan: PagePlan,
  volume: Volume,
): SheetData {
  const { pack, rendered } = facts;
  const { words, style } = facts.looks;
  const { appendix, language, asOf } = pack;
  const refs = references(plan, words, volume);
  const sheets = { exhibits: new Map(pack.exhibits.map((each) => [each.id, each])), rendered, words, refs };
  const here = new Set(volume.groups.map(({ leaf }) => leaf.indicator.code));
  const isOnly = plan.volumes.length === 1;
  return {
    style,
    language,
    date: asOf.split("-").map(Number),
    title: appendix.cover.title,
    // 样例 and 草稿 stand on the cover, or else at the head of the index.
    marks: appendix.own.cover ? [] : appendix.cover.marks,
    cover: !appendix.own.cover ? null : isOnly ? appendix.cover : volumeCover(pack, plan, volume, words),
    indexes: volumeIndexes(pack, plan, volume, words),
    dividers: appendix.dividers
      .filter(({ code }) => appendix.own.dividers && here.has(code))
      .map((divider) => ({
        ...divider,
        id: divider.code,
        rows: divider.rows.map((row) => ({
          cells: row.cells.map((cell) => plainText(cell, inLists(refs))),
          target: targetOf(row.exhibit),
        })),
        back: { text: words.appendix.back, target: `${linkScheme}:index` },
      })),
    frames: volume.parts.flatMap(({ part }) => (part.type === "photos" ? [frameOf(part.photos, sheets)] : [])),
    blanks: volume.parts.flatMap(({ part, first }) =>
      part.type === "blank" ? [{ id: String(first), text: words.appendix.blank }] : [],
    ),
    closing: appendix.own.closing ? closingSheet({ pack, words, rendered }, plan, volume) : null,
    cards: volume.parts.flatMap(({ part }) => (part.type === "file" ? cardFor(part.file, sheets) : [])),
  };
}

const targetOf = (exhibit: string): string => `${linkScheme}:exhibit/${encodeURI(exhibit)}`;

/** The lists of a volume: its own, and before it in the first of several that of all. */
export function volumeIndexes({ appendix }: Pack, plan: PagePlan, volume: Volume, words: Words): IndexData[] {
  const rowsOf = (rows: readonly IndexRow[], spelled: References): IndexData["rows"] =>
    countedRows(rows, appendix).map((row) =>
      row.type === "exhibit"
        ? {
            type: row.type,
            cells: row.cells.map((cell) => plainText(cell, inLists(spelled))),
            target: targetOf(row.exhibit),
          }
        : row,
    );
  const { master } = words.appendix.volume;
  const isOnly = plan.volumes.length === 1;
  const own = isOnly
    ? appendix.rows
    : rowsIn(appendix.rows, (exhibit) => plan.exhibits.get(exhibit)?.volume === volume);
  const index: IndexData = {
    id: "index",
    title: isOnly ? appendix.indexTitle : fill(words.appendix.volume.index, { n: volume.number }),
    columns: appendix.columns,
    rows: rowsOf(own, references(plan, words, volume)),
  };
  if (!volume.parts.some(({ part }) => part.type === "master")) return [index];
  const rows = rowsOf(appendix.rows, references(plan, words));
  return [{ id: "master", title: master, columns: appendix.masterColumns, rows }, index];
}

/** Rows of some exhibits that are printed here, with the heads that have any below them. */
function rowsIn(rows: readonly IndexRow[], isIn: (exhibit: ExhibitId) => boolean): IndexRow[] {
  let waiting: IndexRow[] = [];
  return rows.flatMap((row) => {
    if (row.type === "section") waiting = [row];
    else if (row.type === "indicator") waiting = [...waiting.filter(({ type }) => type === "section"), row];
    else if (row.type === "exhibit" && row.isReference !== true && isIn(row.exhibit)) {
      const found = [...waiting, row];
      waiting = [];
      return found;
    }
    return [];
  });
}

/** A page of photos: where each stands, and the words below it. */
function frameOf(photos: readonly PlannedFile[], from: Sheets): unknown {
  const places = photoPlaces(photos, from.rendered);
  return {
    id: photos.slice(0, 1).map(sheetId).join(""),
    photos: places.map(({ photo, cell, box }) => ({
      x: cell.x,
      y: box.y + box.height,
      width: cell.width,
      room: captionRoom(photoLayout(photos.length)),
      caption: captionOf(photo, photos.length > 1, from),
    })),
  };
}

export interface PhotoPlace {
  readonly photo: PlannedFile;
  readonly picture: PicturePart;
  readonly cell: Box;
  readonly box: Box;
}

/** Where the pictures of a page stand. */
export function photoPlaces(photos: readonly PlannedFile[], rendered: RenderedFiles): PhotoPlace[] {
  const cells = photoCells(photoLayout(photos.length));
  return photos.flatMap((photo, index) => {
    const cell = cells[index];
    const picture = pictureOf(photo, rendered);
    return cell === undefined ? [] : [{ photo, picture, cell, box: placeInCell(cell, picture.width, picture.height) }];
  });
}

type PicturePart = Extract<RenderedPart, { readonly type: "picture" }>;

function pictureOf({ source, index }: PlannedFile, rendered: RenderedFiles): PicturePart {
  const part = rendered.get(source)?.parts[index];
  if (part?.type !== "picture") throw new Error(`${source} has no picture ${String(index)}`);
  return part;
}

/** Theme; time, place, people; department (domain 4.4). Where photos share a page, each names its exhibit. */
function captionOf(photo: PlannedFile, shared: boolean, { exhibits, words }: Sheets): string[] {
  const { id, title, department, date, registered, files } = exhibitOf(photo, exhibits);
  const count = files.length > 1 ? fill(words.appendix.photo_of, { n: 1 + photo.position, all: files.length }) : "";
  const theme = fill(words.appendix.caption, { title: `${registered?.caption || title}${count}` });
  // Where a photo shows nobody, registers say so; that is no part of a caption.
  const people = /^(?:无|没有|none|nobody|-)$/iu.test(registered?.people ?? "") ? "" : (registered?.people ?? "");
  const where = [date, registered?.place ?? "", people].filter((part) => part !== "");
  if (shared)
    return [fill(words.appendix.caption_shared, { exhibit: id }), theme, where.join(words.format.comma)].filter(
      (line) => line !== "",
    );
  const lines =
    where.length > 1
      ? [where.join(words.format.comma), department]
      : [[department, ...where].filter((part) => part !== "").join(words.format.comma)];
  return [theme, ...lines].filter((line) => line !== "");
}

function exhibitOf({ exhibit }: PlannedFile, exhibits: Sheets["exhibits"]): Exhibit {
  const found = exhibits.get(exhibit);
  if (found === undefined) throw new Error(`the plan has an exhibit ${exhibit} that the pack has not`);
  return found;
}

function cardFor(planned: PlannedFile, { exhibits, rendered, words, refs }: Sheets): Card[] {
  const part = rendered.get(planned.source)?.parts[planned.index];
  if (part?.type !== "card") return [];
  const exhibit = exhibitOf(planned, exhibits);
  const evidence = exhibit.files[planned.position];
  if (evidence === undefined) return [];
  return [cardData({ id: sheetId(planned), exhibit, evidence, about: part.about, reason: part.reason }, words, refs)];
}
