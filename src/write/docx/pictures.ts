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

/** All pictures of these blocks, of lists too; one that cannot be drawn is left out. */
export async function drawnPictures(
  blocks: readonly Block[],
  style: Style,
): Promise<ReadonlyMap<Picture, DrawnPicture>> {
  const drawn = new Map<Picture, DrawnPicture>();
  for (const picture of picturesOf(blocks)) {
    if (drawn.has(picture)) continue;
    const ready = await drawnPicture(picture, style);
    if (ready !== null) drawn.set(picture, ready);
  }
  return drawn;
}

const picturesOf = (blocks: readonly Block[]): Picture[] =>
  blocks.flatMap((block) => {
    if (block.type === "figure") return [block.picture];
    return block.type === "list" ? block.items.flatMap(picturesOf) : [];
  });

async function drawnPicture(picture: Picture, style: Style): Promise<DrawnPicture | null> {
  const bytes = Buffer.from(picture.bytes.buffer, picture.bytes.byteOffset, picture.bytes.length);
  const printed = await imageForPrint(bytes, 0, printedSize(picture, style), picture.format);
  if (!printed.ok) return null;
  const pixels = { type: printed.format === "jpeg" ? "jpg" : "png", bytes: printed.bytes } as const;
  if (picture.format !== "svg") return pixels;
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
