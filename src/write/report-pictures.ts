/** Pictures of a report as its PDF can have them: drawings as vectors, photos at print quality. */
import { canDraw } from "../engines/typst.ts";
import type { Picture } from "../model/document.ts";
import type { PdfStandard } from "../schema/looks.ts";

/** What stands in for a picture that cannot be read; who read it has told so. */
const frame = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect x="1" y="1" width="98" height="48" fill="none" stroke="#000"/></svg>',
);

export interface PrintedPictures {
  /** Bytes by name. */
  readonly bytes: ReadonlyMap<string, Uint8Array>;
  /** Names of those that cannot be read, of which only a frame is drawn. */
  readonly unread: readonly string[];
}

/** `pictures` by the names that the template knows. Drawings that `standard` forbids are drawn as pixels. */
export async function printedPictures(
  pictures: ReadonlyMap<string, Picture>,
  standard: PdfStandard,
): Promise<PrintedPictures> {
  const bytes = new Map<string, Uint8Array>();
  const unread: string[] = [];
  for (const [name, picture] of pictures) {
    const printed = await printedPicture(name, picture, standard);
    if (printed === null) unread.push(name);
    bytes.set(name, printed ?? frame);
  }
  return { bytes, unread };
}

async function printedPicture(name: string, picture: Picture, standard: PdfStandard): Promise<Uint8Array | null> {
  if (picture.format === "svg" && (await canDraw(name, picture.bytes, standard))) return picture.bytes;
  const { imageForPrint } = await import("../engines/image.ts");
  const image = await imageForPrint(Buffer.from(picture.bytes), 1, picture, picture.format);
  return image.ok ? image.bytes : null;
}
