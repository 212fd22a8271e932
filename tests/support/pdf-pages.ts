/** PDFs prepared and bound as the program does it, and their pages as they are seen. */
import { readFileSync } from "node:fs";
import { Binder, openPdf } from "../../src/engines/pdf/binder.ts";
import type { Paper } from "../../src/engines/pdf/binder.ts";
import { preparePdf } from "../../src/engines/pdf/prepare.ts";
import type { Prepared } from "../../src/engines/pdf/prepare.ts";
import { drawPages } from "../../src/engines/pdfium-draw.ts";
import { inkBands, inkIn } from "../../src/engines/pdfium-ink.ts";
import type { DrawnPage } from "../../src/engines/pdfium-draw.ts";
import { stampBand } from "../../src/engines/pdf/stamp.ts";
import { stampFont } from "../../src/engines/fonts.ts";
import type { StampPlace } from "../../src/model/workspace.ts";
import { dependencyFile } from "../../src/world.ts";

export type Done = Extract<Prepared, { ok: true }>;

/** Prepares a PDF that must succeed. */
export async function prepare(bytes: Uint8Array, ...passwords: readonly string[]): Promise<Done> {
  const prepared = await preparePdf(bytes, { passwords });
  if (!prepared.ok) throw new Error(`not prepared: ${prepared.failure}`);
  return prepared;
}

/** Binds prepared PDFs under numbers 1-1-1-01, 1-1-1-02 …, each page in its size and with its stamp. */
export const bind = (...files: readonly Done[]): Promise<Uint8Array> => bindOn("original", ...files);

/** The same on sheets of a kind. */
export const bindOn = (paper: Paper, ...files: readonly Done[]): Promise<Uint8Array> =>
  bindStamped({ position: "outer", at: "foot" }, paper, ...files);

/** The same with the numbers at a place. */
export async function bindStamped(place: StampPlace, paper: Paper, ...files: readonly Done[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  const binder = await Binder.create({
    pages: files.reduce((sum, { pages }) => sum + pages, 0),
    paper,
    stampPlace: place,
    stampFont: readFileSync(dependencyFile(stampFont)),
    links: { scheme: "none", goalOf: () => null },
    sink: async (bytes) => {
      pieces.push(Buffer.from(bytes));
    },
  });
  for (const [index, file] of files.entries()) {
    const source = await openPdf(file.bytes);
    if (source === null) throw new Error("a prepared file does not open");
    const number = `1-1-1-${String(index + 1).padStart(2, "0")}`;
    const first = binder.pages + 1;
    binder.addFile(source, number);
    const texts = Array.from({ length: source.pages }, (_, at) => `${number}  ${String(first + at)}`);
    const boxes = texts.map((text, at) => binder.stampBox(first + at, text));
    const full = await inkIn(file.bytes, boxes);
    const bands = await inkBands(file.bytes, (size) => stampBand(size, paper, place));
    const known = await inkIn(file.bytes, boxes, bands);
    if (known.join() !== full.join()) throw new Error(`ink of ${number}: ${known.join()}, not ${full.join()}`);
    for (const [at, text] of texts.entries()) binder.stamp(first + at, text, full[at]);
    await binder.flush();
  }
  await binder.finish();
  return Buffer.concat(pieces);
}

const dpi = 72;

/** Pages (from 0) as a viewer shows them; throws when one cannot be drawn. */
export async function seen(bytes: Uint8Array, ...indexes: readonly number[]): Promise<readonly DrawnPage[]> {
  const pages = await drawPages(bytes, indexes.length === 0 ? [0] : indexes, dpi);
  return (pages ?? []).map((page) => {
    if (page === null) throw new Error("a page cannot be drawn");
    return page;
  });
}

/** Height of the strip at the foot of a page in which its number stands, in pixels. */
const strip = Math.ceil((14 / 25.4) * dpi);

/** Share of pixels above the strip that differ clearly; 1 when the pages are of different size. */
export function unlike(a: DrawnPage | undefined, b: DrawnPage | undefined): number {
  if (a === undefined || b === undefined || a.width !== b.width || a.height !== b.height) return 1;
  const end = Math.max(a.height - strip, 1) * a.width * 3;
  let count = 0;
  for (let index = 0; index < end; index += 1) {
    if (Math.abs((a.data[index] ?? 0) - (b.data[index] ?? 0)) > 48) count += 1;
  }
  return count / end;
}

/** Side of the squares whose mean is compared, in pixels. */
const square = 6;

/**
 * The same of a page `b` that is `a` drawn smaller towards the middle of its head, above a free strip of 12 mm: share of
 * squares whose mean differs clearly.
 */
export function unlikeShrunk(a: DrawnPage | undefined, b: DrawnPage | undefined): number {
  if (a === undefined || b === undefined || a.width !== b.width || a.height !== b.height) return 1;
  return unlikeAt(a, b, (b.height - (12 / 25.4) * dpi) / b.height);
}

/** The same of a page `b` that is `a` at the head of a sheet that is larger by a free strip of 12 mm, and perhaps wider. */
export function unlikeOnLarger(a: DrawnPage | undefined, b: DrawnPage | undefined): number {
  if (a === undefined || b === undefined || b.width < a.width) return 1;
  return Math.abs(b.height - a.height - (12 / 25.4) * dpi) > 1 ? 1 : unlikeAt(a, b, 1);
}

/** Of `a` drawn at a scale towards the middle of the head of `b`. */
function unlikeAt(a: DrawnPage, b: DrawnPage, scale: number): number {
  let [count, all] = [0, 0];
  for (let y = 0; y + square < a.height * scale - 1; y += square) {
    for (let x = 0; x + square < b.width; x += square) {
      const from = { x: a.width / 2 + (x - b.width / 2) / scale, y: y / scale };
      if (from.x < 0 || from.x + square / scale > a.width) continue;
      all += 1;
      if (Math.abs(meanOf(a, from.x, from.y, square / scale) - meanOf(b, x, y, square)) > 48) count += 1;
    }
  }
  return all === 0 ? 1 : count / all;
}

function meanOf({ width, height, data }: DrawnPage, x: number, y: number, side: number): number {
  let [sum, all] = [0, 0];
  for (let row = Math.floor(y); row < Math.min(y + side, height); row += 1) {
    for (let column = Math.floor(x); column < Math.min(x + side, width); column += 1) {
      const at = (row * width + column) * 3;
      sum += ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0)) / 3;
      all += 1;
    }
  }
  return all === 0 ? 255 : sum / all;
}

/** Share of pixels in a rectangle (points from the lower left corner as seen) that are not white. */
export function inked(page: DrawnPage | undefined, left: number, bottom: number, right: number, top: number): number {
  if (page === undefined) return 0;
  const [first, last] = [Math.max(page.height - top, 0), page.height - bottom];
  let [count, all] = [0, 0];
  for (let y = first; y < last; y += 1) {
    for (let x = left; x < right; x += 1) {
      const at = (y * page.width + x) * 3;
      all += 1;
      if ([0, 1, 2].some((part) => (page.data[at + part] ?? 255) < 200)) count += 1;
    }
  }
  return all === 0 ? 0 : count / all;
}

/** Ink in the strip at the foot. */
export const stamped = (page: DrawnPage | undefined): number =>
  page === undefined ? 0 : inked(page, 0, 0, page.width, strip);
