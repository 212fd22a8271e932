/** A picture → one file for each of its pages, upright and no finer than print needs. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { greySquare, imageForPrint, rowsOf } from "../engines/image.ts";
import type { PrintImage } from "../engines/image.ts";
import { thumbnailSide } from "../model/evidence.ts";
import { photoCells, stripsOf } from "../model/photo-page.ts";
import type { RenderedPart } from "../model/rendered.ts";
import type { PhotosPerPage } from "../model/workspace.ts";
import { writeFile } from "../world.ts";
import { printed, replaced, unprinted } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

export interface PictureJob {
  /** Path in the workspace, for remarks. */
  readonly file: string;
  readonly format: string;
  /** Size as stored; null for drawings, which have none. */
  readonly pixels: { readonly width: number; readonly height: number } | null;
  /** Where the pages may lie, as the beginning of a file's name. */
  readonly prepared: string;
  /** It may share its page with other photos. */
  readonly photo: boolean;
  /** For how many pictures its page is divided. */
  readonly layout: PhotosPerPage;
  /** That it is damaged has been told already. */
  readonly known: boolean;
}

/** `pages`: null for a picture of a kind that is not decoded. */
export async function renderPictures(bytes: Buffer, pages: number | null, job: PictureJob): Promise<Outcome> {
  if (pages === null) return unprinted(job.file, "not-decodable");
  const [cell] = photoCells(job.layout);
  if (cell === undefined) throw new Error("a page has no room for a picture");
  const parts: RenderedPart[] = [];
  let damaged = false;
  for (let page = 0; page < pages; page += 1) {
    const image = await imageForPrint(bytes, page, cell, job.format);
    if (!image.ok) return replaced(image.failure);
    damaged ||= image.damaged;
    const pieces = await onPages(image, bytes, page, job);
    // What is cut is a screenshot, whatever it was asked for as: each strip has a page of its own.
    const as = { ...job, photo: job.photo && pieces.length === 1 };
    for (const each of pieces) parts.push(await writePart(each, parts.length, as));
  }
  const tell = damaged && !job.known;
  return printed(parts, tell ? [diagnostic("damaged-picture", { file: job.file }, {})] : []);
}

async function writePart(image: PrintImage, index: number, { prepared, photo }: PictureJob): Promise<RenderedPart> {
  const file = `${prepared}-${String(index)}`;
  await writeFile(file, image.bytes);
  const { format, width, height } = image;
  return {
    type: "picture",
    file,
    format,
    width,
    height,
    photo,
    thumbnail: await greySquare(image.bytes, thumbnailSide),
  };
}

/** The picture itself, or the strips of a long screenshot, which would be too narrow to be read on one page. */
async function onPages(
  image: PrintImage,
  bytes: Buffer,
  page: number,
  { format, pixels }: PictureJob,
): Promise<PrintImage[]> {
  const [cell] = photoCells(1);
  if (pixels === null || cell === undefined) return [image];
  const across = Math.min(pixels.width, pixels.height);
  const count = stripsOf(image.width, image.height, across, cell).length;
  if (count === 1) return [image];
  const long = await imageForPrint(bytes, page, { width: cell.width, height: cell.height * count }, format);
  if (!long.ok) return [image];
  const strips = stripsOf(long.width, long.height, across, cell);
  return Promise.all(strips.map(({ top, height }) => rowsOf(long, top, height)));
}
