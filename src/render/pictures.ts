/** A picture → one file for each of its pages, upright and no finer than print needs. */
import { diagnostic } from "../diagnostics/diagnostic.ts";
import { greySquare, imageForPrint } from "../engines/image.ts";
import { thumbnailSide } from "../model/evidence.ts";
import { photoCells } from "../model/photo-page.ts";
import type { RenderedPart } from "../model/rendered.ts";
import type { PhotosPerPage } from "../model/workspace.ts";
import { writeFile } from "../world.ts";
import { printed, replaced, unprinted } from "./outcome.ts";
import type { Outcome } from "./outcome.ts";

export interface PictureJob {
  /** Path in the workspace, for remarks. */
  readonly file: string;
  readonly format: string;
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
    const file = `${job.prepared}-${String(page)}`;
    await writeFile(file, image.bytes);
    const { format, width, height } = image;
    const thumbnail = await greySquare(image.bytes, thumbnailSide);
    parts.push({ type: "picture", file, format, width, height, photo: job.photo, thumbnail });
  }
  const tell = damaged && !job.known;
  return printed(parts, tell ? [diagnostic("damaged-picture", { file: job.file }, {})] : []);
}
