/** A volume of the appendix as PDF: typeset sheets and evidence bound in the order of the plan, numbered, bookmarked, linked. */
import { fill } from "../assemble/format.ts";
import { digestOf } from "../digest.ts";
import { stampFont } from "../engines/fonts.ts";
import { Binder } from "../engines/pdf/binder.ts";
import type { Bookmark, RemotePage, Sink } from "../engines/pdf/binder.ts";
import type { MarkedPlace } from "../engines/pdf/marks.ts";
import { inkIn } from "../engines/pdfium-ink.ts";
import { Room } from "../engines/room.ts";
import { exhibitId } from "../model/ids.ts";
import type { ExhibitId } from "../model/ids.ts";
import type { Pack, StampForms } from "../model/pack.ts";
import { printedNumber } from "../model/plan.ts";
import type { PagePlan, PlacedPart, PlannedPart, Volume } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Looks } from "../schema/looks.ts";
import type { Words } from "../schema/words.ts";
import { filesOf } from "../paginate/units.ts";
import { sweepWhenFull } from "../threads.ts";
import { dependencyFile, readFile } from "../world.ts";
import { appendixBookmarks } from "./appendix-bookmarks.ts";
import { linkScheme } from "./appendix-sheets.ts";
import type { DrawnSheets } from "./sheets.ts";
import type { Strips } from "./strips.ts";
import { volumeFile } from "./volume-names.ts";
import { addPart, ownSheets } from "./volume-parts.ts";

export interface VolumeFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  /** Of the volume, in pieces. */
  readonly sheets: readonly DrawnSheets[];
  readonly rendered: RenderedFiles;
  readonly strips: Strips;
  readonly looks: Looks;
}

/**
 * For each page on which a part begins, by what its look is known again: all that is drawn there. Pages of the same key
 * look the same, whatever volume they stand in.
 */
export type LookKeys = ReadonlyMap<number, string>;

/** Binds one volume into `sink`. In memory are its own sheets and one file of evidence at a time. */
export async function writeVolumePdf(
  { pack, plan, sheets, rendered, strips, looks }: VolumeFacts,
  volume: Volume,
  sink: Sink,
): Promise<LookKeys> {
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
  const keys = new Map<number, string>();
  const room = new Room();
  for (const placed of volume.parts) {
    const { file, drawn } = await addPart(binder, placed, { own, rendered, strips, outlines, room });
    if (binder.pages !== placed.last) {
      throw new Error(`${nameOf(placed.part)} ends on page ${String(binder.pages)}, planned ${String(placed.last)}`);
    }
    const stamps = Array.from({ length: placed.last - placed.first + 1 }, (_, index) =>
      stampText(placed, volume, placed.first + index, { stamp: pack.appendix.stamp, words: looks.words }),
    );
    // Our own sheets keep the foot of the page free.
    const boxes = stamps.map((text, index) => binder.stampBox(placed.first + index, text));
    const full = file === null ? [] : await inkIn(file.bytes, boxes, file.strip?.bands);
    for (const [index, text] of stamps.entries()) binder.stamp(placed.first + index, text, full[index]);
    const proof = proofOn(placed, plan);
    if (proof !== null) binder.mark(placed.first + proof.page, proof.place);
    const { sheets: paper, stamp } = pack.appendix;
    if (drawn !== null) keys.set(placed.first, digestOf([drawn, paper, stamp, stamps[0], boxes[0], full[0], proof]));
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
  return keys;
}

/** What proves the matter on the pages of a file, to be marked in red (domain 4.4); pages count from 0. */
function proofOn(
  { part }: PlacedPart,
  { proofs }: PagePlan,
): { readonly page: number; readonly place: MarkedPlace } | null {
  if (part.type !== "file") return null;
  const proof = proofs?.get(part.file.exhibit);
  const isHere = proof?.file?.source === part.file.source && proof.file.index === part.file.index;
  if (proof === undefined || !isHere) return null;
  return { page: proof.pageOfFile, place: { boxes: proof.boxes, area: proof.area, said: proof.quote } };
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
