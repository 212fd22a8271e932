/** Pictures of a report as its PDF can have them: drawings as vectors, photos at print quality. */
import { canDraw } from "../engines/typst.ts";
import type { Picture } from "../model/document.ts";
import type { PdfStandard } from "../schema/looks.ts";

/** What stands in for a picture that cannot be read; who read it has told so. */
const frame = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><rect x="1" y="1" width="98" height="48" fill="none" stroke="#000"/></svg>',
);

/**
 * The bytes of `pictures`, by the names that the template knows. A drawing that cannot stand in a PDF of `standard`, or
 * that asks for other files, is drawn as pixels.
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
  if (picture.format === "svg" && (await canDraw(name, picture.bytes, standard))) return picture.bytes;
  const { imageForPrint } = await import("../engines/image.ts");
  const image = await imageForPrint(Buffer.from(picture.bytes), 0, picture, picture.format);
  return image.ok ? image.bytes : frame;
}
