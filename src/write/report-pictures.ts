/** Pictures of a report as its PDF can have them: drawings as vectors, photos at print quality. */
import { canDraw } from "../engines/typst.ts";
import type { Picture } from "../model/document.ts";
import type { PdfStandard } from "../schema/looks.ts";

/**
 * The bytes of `pictures`, by the names that the template knows. One that cannot stand in a PDF of `standard`, or asks
 * for other files, is drawn as pixels. Throws when that fails too: who reads a picture draws it once and tells.
 */
export async function printedPictures(
  pictures: ReadonlyMap<string, Picture>,
  standard: PdfStandard,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const printed = new Map<string, Uint8Array>();
  for (const [name, picture] of pictures) printed.set(name, await printedPicture(name, picture, standard));
  return printed;
}

async function printedPicture(name: string, picture: Picture, standard: PdfStandard): Promise<Uint8Array> {
  if (await canDraw(name, picture.bytes, standard)) return picture.bytes;
  const { imageForPrint } = await import("../engines/image.ts");
  const image = await imageForPrint(Buffer.from(picture.bytes), 0, picture, picture.format);
  if (!image.ok) throw new Error(`a picture (${picture.format}) of the report cannot be drawn: ${image.failure}`);
  return image.bytes;
}
