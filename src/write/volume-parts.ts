/** The parts of a volume as they are put into it: files of evidence, pages of photos, sheets of our own. */
import { isSameStamp } from "../digest.ts";
import { openPdf } from "../engines/pdf/binder.ts";
import type { Binder, Bookmark } from "../engines/pdf/binder.ts";
import type { Room } from "../engines/room.ts";
import { groupBy } from "../model/group.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { PlacedPart, PlannedFile } from "../model/plan.ts";
import type { RenderedFiles, RenderedPart } from "../model/rendered.ts";
import { sheetId } from "../paginate/units.ts";
import { readFile, sha256, stampOf } from "../world.ts";
import { changed } from "./as-read.ts";
import { photoPlaces } from "./appendix-sheets.ts";
import type { DrawnSheets, SheetMark } from "./sheets.ts";
import type { Strip, Strips } from "./strips.ts";

export interface Materials {
  /** Adds a typeset sheet; gives by what its first page is known, as plain data. */
  readonly own: (binder: Binder, kind: SheetMark["kind"], id: string) => Promise<unknown>;
  readonly rendered: RenderedFiles;
  readonly strips: Strips;
  /** For the PDF that is bound at the moment. */
  readonly room: Room;
  /** Bookmarks that the files of exhibits brought along. */
  readonly outlines: Map<ExhibitId, readonly Bookmark[]>;
}

export interface AddedPart {
  /** The PDF whose pages were added; null for what is our own. */
  readonly file: { readonly bytes: Uint8Array; readonly strip: Strip | null } | null;
  /** By what its first page is known, as plain data; null where that cannot be told. */
  readonly drawn: unknown;
}

export async function addPart(binder: Binder, { part, first }: PlacedPart, materials: Materials): Promise<AddedPart> {
  const { own, rendered } = materials;
  switch (part.type) {
    case "file": {
      const how = rendered.get(part.file.source)?.parts[part.file.index];
      if (how?.type === "pdf") return addFile(binder, how, part.file, materials);
      return { file: null, drawn: await own(binder, "card", sheetId(part.file)) };
    }
    case "photos": {
      const drawn = [await own(binder, "frame", part.photos.slice(0, 1).map(sheetId).join(""))];
      for (const { picture, box } of photoPlaces(part.photos, rendered)) {
        const bytes = await bytesOf(picture.file);
        drawn.push([sha256(bytes), box]);
        await binder.drawImage(bytes, picture.format, box);
      }
      return { file: null, drawn };
    }
    case "blank":
      return { file: null, drawn: await own(binder, "blank", String(first)) };
    case "divider":
      return { file: null, drawn: await own(binder, "divider", part.code) };
    case "cover":
    case "master":
    case "index":
    case "closing":
      return { file: null, drawn: await own(binder, part.type, part.type) };
  }
}

/** Names of destinations in the file are kept below the number of the exhibit. */
async function addFile(
  binder: Binder,
  { file, pages, asRead }: Extract<RenderedPart, { readonly type: "pdf" }>,
  { exhibit, source: evidence }: PlannedFile,
  { outlines, room, strips }: Materials,
): Promise<AddedPart> {
  const bytes = await room.read(file);
  if (asRead !== undefined && !isSameStamp(stampOf(file), asRead)) throw changed(evidence);
  if (bytes === null) throw new Error(`${file} is no longer there`);
  const source = await openPdf(bytes);
  if (source === null) throw new Error(`${file} no longer opens`);
  if (source.pages !== pages) throw new Error(`${file} has ${String(source.pages)} pages, planned ${String(pages)}`);
  outlines.set(exhibit, [...(outlines.get(exhibit) ?? []), ...binder.addFile(source, exhibit)]);
  const strip = strips.get(file) ?? null;
  return { file: { bytes, strip }, drawn: strip?.sha256 ?? null };
}

async function bytesOf(file: string): Promise<Buffer> {
  const read = await readFile(file);
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  return read.bytes;
}

/** The typeset sheets in their pieces, each opened when the first of its sheets is wanted; a long list stands in several. */
export function ownSheets(pieces: readonly DrawnSheets[]): Materials["own"] {
  const places = groupBy(
    pieces.flatMap(({ pdf, marks }) => {
      const source = once(() => openPdf(pdf));
      const sum = once(() => sha256(pdf));
      return marks.map(({ kind, id, page }, index) => {
        const last = (marks[index + 1]?.page ?? page + 1) - 1;
        return { name: `${kind} ${id}`, source, sum, first: page, last };
      });
    }),
    ({ name }) => name,
  );
  return async (binder, kind, id) => {
    const found = places.get(`${kind} ${id}`);
    const [begin] = found ?? [];
    if (found === undefined || begin === undefined) throw new Error(`the template drew no ${kind} ${id}`);
    for (const { source, first, last } of found) {
      const opened = await source();
      if (opened === null) throw new Error("the typeset sheets do not open");
      binder.addSheets(opened, first, last);
    }
    return [begin.sum(), begin.first];
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
