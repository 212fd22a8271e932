/** Pages and pictures as grey pixels, to compare what is seen. */
import sharp from "sharp";
import { runRaw } from "./tools.ts";

export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** One page, drawn as a reader sees it. */
export async function drawPage(pdf: string, page: number, dpi: number): Promise<Pixels> {
  const at = String(page);
  const png = runRaw("pdftoppm", ["-f", at, "-l", at, "-r", String(dpi), "-png", pdf]);
  return greyOf(sharp(png));
}

/** A picture as its EXIF turns it, at a given size. */
export const drawPicture = (file: string, width: number, height: number): Promise<Pixels> =>
  greyOf(sharp(file).autoOrient().resize({ width, height, fit: "fill" }).flatten({ background: "#ffffff" }));

async function greyOf(image: ReturnType<typeof sharp>): Promise<Pixels> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true });
  if (info.channels !== 1) throw new Error(`${String(info.channels)} channels in a grey picture`);
  return { width: info.width, height: info.height, data };
}

/** The rectangle of some pixels. */
export function crop(from: Pixels, left: number, top: number, width: number, height: number): Pixels {
  const data = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = (top + y) * from.width + left;
    data.set(from.data.subarray(start, start + width), y * width);
  }
  return { width, height, data };
}

/** Mean difference of two equally large pictures, of 255. */
export function difference(a: Pixels, b: Pixels): number {
  if (a.width !== b.width || a.height !== b.height) return 255;
  let sum = 0;
  for (const [index, value] of a.data.entries()) sum += Math.abs(value - (b.data[index] ?? 0));
  return sum / a.data.length;
}

/** Share of pixels that are not white. */
export const ink = ({ data }: Pixels): number => data.filter((value) => value < 230).length / data.length;

/** The first block of a page from the top: rows of ink up to the first white row, cut to its ink. */
export function firstBlock(page: Pixels): Pixels {
  const dark = (value: number | undefined): boolean => (value ?? 255) < 250;
  const row = (y: number): Uint8Array => page.data.subarray(y * page.width, (y + 1) * page.width);
  const rows = Array.from({ length: page.height }, (_, y) => row(y).some(dark));
  const top = rows.indexOf(true);
  const end = rows.indexOf(false, top);
  if (top < 0 || end < 0) throw new Error("no block on the page");
  const block = crop(page, 0, top, page.width, end - top);
  const columns = Array.from({ length: page.width }, (_, x) =>
    Array.from({ length: block.height }, (_, y) => y).some((y) => dark(block.data[y * page.width + x])),
  );
  const left = columns.indexOf(true);
  return crop(block, left, 0, columns.lastIndexOf(true) - left + 1, block.height);
}
