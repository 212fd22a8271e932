/** A volume of the appendix as PDF: typeset sheets and evidence bound in the order of the plan, numbered, bookmarked, linked. */
import { fill } from "../assemble/format.ts";
import { isSameStamp } from "../digest.ts";
import { stampFont } from "../engines/fonts.ts";
import { Binder, openPdf } from "../engines/pdf/binder.ts";
import type { Bookmark, RemotePage, Sink } from "../engines/pdf/binder.ts";
import { inkIn } from "../engines/pdfium-ink.ts";
import { Room } from "../engines/room.ts";
import { groupBy } from "../model/group.ts";
import { exhibitId } from "../model/ids.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Pack, StampForms } from "../model/pack.ts";
import { printedNumber } from "../model/plan.ts";
import type { PagePlan, PlacedPart, PlannedFile, PlannedPart, Volume } from "../model/plan.ts";
import type { RenderedFiles, RenderedPart } from "../model/rendered.ts";
import type { Looks } from "../schema/looks.ts";
import type { Words } from "../schema/words.ts";
import { filesOf, sheetId } from "../paginate/units.ts";
import { sweepWhenFull } from "../threads.ts";
import { dependencyFile, readFile, stampOf } from "../world.ts";
import { appendixBookmarks } from "./appendix-bookmarks.ts";
import { changed } from "./as-read.ts";
import { linkScheme, photoPlaces } from "./appendix-sheets.ts";
import type { DrawnSheets, SheetMark } from "./sheets.ts";
import { volumeFile } from "./volume-names.ts";

export interface VolumeFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Of the volume, in pieces. */
  readonly sheets: readonly DrawnSheets[];
  readonly rendered: RenderedFiles;
  readonly looks: Looks;
}

/** Binds one volume into `sink`. In memory are its own sheets and one file of evidence at a time. */
export async function writeVolumePdf(
  { pack, plan, sheets, rendered, looks }: VolumeFacts,
  volume: Volume,
  sink: Sink,
): Promise<void> {
  const own = ownSheets(sheets);
  const font = await readFile(dependencyFile(stampFont));
  if (!font.ok) throw new Error(`font ${stampFont}: ${font.cause}`);
  const binder = await Binder.create({
    pages: volume.pages,
    paper: pack.appendix.sheets.page,
    stampFont: font.bytes,
    stampPlace: pack.appendix.stamp,
    links: { scheme: linkScheme, goalOf: targetFinder(plan, volume, looks.words) },
    sink,
  });

  const outlines = new Map<ExhibitId, readonly Bookmark[]>();
  const room = new Room();
  for (const placed of volume.parts) {
    const file = await addPart(binder, placed, { own, rendered, outlines, room });
    if (binder.pages !== placed.last) {
      throw new Error(`${nameOf(placed.part)} ends on page ${String(binder.pages)}, planned ${String(placed.last)}`);
    }
    const stamps = Array.from({ length: placed.last - placed.first + 1 }, (_, index) =>
      stampText(placed, volume, placed.first + index, { stamp: pack.appendix.stamp, words: looks.words }),
    );
    // Our own sheets keep the foot of the page free.
    const boxes = stamps.map((text, index) => binder.stampBox(placed.first + index, text));
    const full = file === null ? [] : await inkIn(file, boxes);
    for (const [index, text] of stamps.entries()) binder.stamp(placed.first + index, text, full[index]);
    markProofs(binder, placed, plan);
    await binder.flush();
    sweepWhenFull();
  }
  binder.setBookmarks(appendixBookmarks({ pack, plan, outlines }, volume, looks.words));
  binder.setPageLabels(volume.numberedFrom);
  const title = plan.volumes.length === 1 ? "" : ` ${fill(looks.words.appendix.volume.number, { n: volume.number })}`;
  binder.setMetadata({
    title: `${pack.title} ${pack.appendix.cover.title}${title}`,
    author: pack.author,
    language: pack.language,
    day: pack.asOf,
  });
  await binder.finish();
}

/** Marks what proves the matter on the pages of a file, in red (domain 4.4). */
function markProofs(binder: Binder, { part, first }: PlacedPart, { proofs }: PagePlan): void {
  if (part.type !== "file") return;
  const proof = proofs?.get(part.file.exhibit);
  const isHere = proof?.file?.source === part.file.source && proof.file.index === part.file.index;
  if (proof === undefined || !isHere) return;
  binder.mark(first + proof.pageOfFile, { boxes: proof.boxes, area: proof.area, said: proof.quote });
}

interface Materials {
  /** Adds a typeset sheet. */
  readonly own: (binder: Binder, kind: SheetMark["kind"], id: string) => Promise<void>;
  readonly rendered: RenderedFiles;
  /** For the PDF that is bound at the moment. */
  readonly room: Room;
  /** Bookmarks that the files of exhibits brought along. */
  readonly outlines: Map<ExhibitId, readonly Bookmark[]>;
}

/** Gives the bytes of the file whose pages were added; null for what is our own. */
async function addPart(binder: Binder, { part, first }: PlacedPart, materials: Materials): Promise<Uint8Array | null> {
  const { own, rendered } = materials;
  switch (part.type) {
    case "file": {
      const how = rendered.get(part.file.source)?.parts[part.file.index];
      if (how?.type === "pdf") return addFile(binder, how, part.file, materials);
      await own(binder, "card", sheetId(part.file));
      return null;
    }
    case "photos":
      await own(binder, "frame", part.photos.slice(0, 1).map(sheetId).join(""));
      for (const { picture, box } of photoPlaces(part.photos, rendered)) {
        await binder.drawImage(await bytesOf(picture.file), picture.format, box);
      }
      return null;
    case "blank":
      await own(binder, "blank", String(first));
      return null;
    case "divider":
      await own(binder, "divider", part.code);
      return null;
    case "cover":
    case "master":
    case "index":
    case "closing":
      await own(binder, part.type, part.type);
      return null;
  }
}

/** Names of destinations in the file are kept below the number of the exhibit. */
async function addFile(
  binder: Binder,
  { file, pages, asRead }: Extract<RenderedPart, { readonly type: "pdf" }>,
  { exhibit, source: evidence }: PlannedFile,
  { outlines, room }: Materials,
): Promise<Uint8Array> {
  const bytes = await room.read(file);
  if (asRead !== undefined && !isSameStamp(stampOf(file), asRead)) throw changed(evidence);
  if (bytes === null) throw new Error(`${file} is no longer there`);
  const source = await openPdf(bytes);
  if (source === null) throw new Error(`${file} no longer opens`);
  if (source.pages !== pages) throw new Error(`${file} has ${String(source.pages)} pages, planned ${String(pages)}`);
  outlines.set(exhibit, [...(outlines.get(exhibit) ?? []), ...binder.addFile(source, exhibit)]);
  return bytes;
}

async function bytesOf(file: string): Promise<Buffer> {
  const read = await readFile(file);
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  return read.bytes;
}

/** The typeset sheets in their pieces, each opened when the first of its sheets is wanted; a long list stands in several. */
function ownSheets(pieces: readonly DrawnSheets[]): Materials["own"] {
  const places = groupBy(
    pieces.flatMap(({ pdf, marks }) => {
      const source = once(() => openPdf(pdf));
      return marks.map(({ kind, id, page }, index) => {
        const last = (marks[index + 1]?.page ?? page + 1) - 1;
        return { name: `${kind} ${id}`, source, first: page, last };
      });
    }),
    ({ name }) => name,
  );
  return async (binder, kind, id) => {
    const found = places.get(`${kind} ${id}`);
    if (found === undefined) throw new Error(`the template drew no ${kind} ${id}`);
    for (const { source, first, last } of found) {
      const opened = await source();
      if (opened === null) throw new Error("the typeset sheets do not open");
      binder.addSheets(opened, first, last);
    }
  };
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

const nameOf = (part: PlannedPart): string =>
  filesOf(part)
    .map(({ source }) => source)
    .join(", ") || (part.type === "divider" ? part.code : part.type);

/** Number of the exhibit, or of the first and the last whose photos share the page, and of the page. */
function stampText(
  { part }: PlacedPart,
  volume: Volume,
  page: number,
  { stamp, words }: { readonly stamp: StampForms; readonly words: Words },
): string {
  const exhibits = [...new Set(filesOf(part).map(({ exhibit }) => exhibit))];
  const [first, last] = [exhibits[0], exhibits.at(-1)];
  const values = { n: printedNumber(volume, page), volume: volume.number };
  if (first === undefined || last === undefined) return fill(stamp.plain, values);
  const exhibit = first === last ? first : fill(words.appendix.exhibit_range, { first, last });
  return fill(stamp.form, { ...values, exhibit });
}

/** `index` and `exhibit/<number>`, as the sheets write them; what stands in another volume is a page of its file. */
function targetFinder(plan: PagePlan, volume: Volume, words: Words): (target: string) => number | RemotePage | null {
  const index = volume.parts.find(({ part }) => part.type === "index")?.first ?? null;
  return (target) => {
    if (target === "index") return index;
    const [kind, id] = [target.slice(0, target.indexOf("/")), target.slice(target.indexOf("/") + 1)];
    const place = kind === "exhibit" ? plan.exhibits.get(exhibitId(id)) : undefined;
    if (place === undefined || place.volume === volume) return place?.first ?? null;
    return { file: volumeFile(place.volume, plan, words), page: place.first };
  };
}
