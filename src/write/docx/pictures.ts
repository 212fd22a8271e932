/** Pictures made ready for Word before anything is drawn: pixels at 300 dpi, and drawings as what they are besides. */
import { imageForPrint, probeImage } from "../../engines/image.ts";
import type { Block, Picture } from "../../model/document.ts";
import type { Style } from "../../schema/style.ts";
import { printedSize } from "./figure.ts";

export interface DrawnPicture {
  readonly type: "png" | "jpg";
  readonly bytes: Uint8Array;
  /** The drawing itself; what knows no drawings shows the pixels. */
  readonly svg?: Uint8Array;
}

/** All pictures of these blocks, of lists too. Throws when a drawing cannot be drawn: whoever read it has drawn it before. */
export async function drawnPictures(
  blocks: readonly Block[],
  style: Style,
): Promise<ReadonlyMap<Picture, DrawnPicture>> {
  const drawn = new Map<Picture, DrawnPicture>();
  for (const picture of picturesOf(blocks)) {
    if (!drawn.has(picture)) drawn.set(picture, await drawnPicture(picture, style));
  }
  return drawn;
}

const picturesOf = (blocks: readonly Block[]): Picture[] =>
  blocks.flatMap((block) => {
    if (block.type === "figure") return [block.picture];
    return block.type === "list" ? block.items.flatMap(picturesOf) : [];
  });

/** Photos are upright and fine enough since they were read; a drawing gets pixels beside it. */
async function drawnPicture(picture: Picture, style: Style): Promise<DrawnPicture> {
  if (picture.format !== "svg") return { type: picture.format === "jpeg" ? "jpg" : "png", bytes: picture.bytes };
  const bytes = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.length);
  const printed = await imageForPrint(bytes, 0, printedSize(picture, style), "svg");
  if (!printed.ok) throw new Error(`a drawing of the report cannot be drawn: ${printed.failure}`);
  const pixels = { type: "png", bytes: printed.bytes } as const;
  // A drawing that asks for something from outside, or runs something, goes in as pixels only.
  const probe = await probeImage(bytes, "svg");
  return probe.ok && probe.flaw === null ? { ...pixels, svg: fontsOfWord(picture.bytes, style) } : pixels;
}

/** The drawing with the fonts of the program called by the names that the reader's machine knows. */
function fontsOfWord(svg: Uint8Array, { faces }: Style): Uint8Array {
  const names = new Map(
    Object.values(faces)
      .toReversed()
      .flatMap(({ pdf, docx }) => pdf.map((family) => [family, docx] as const)),
  );
  const text = new TextDecoder().decode(svg);
  const renamed = text.replace(/\bEvipack (?:Song|Hei|Kai|Serif|Sans)\b/gu, (family) => names.get(family) ?? family);
  return new TextEncoder().encode(renamed);
}
