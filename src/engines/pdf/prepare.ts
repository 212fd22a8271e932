/** A PDF as it was handed in → the same pages, plain and clean, ready to be bound. */
import { drawPages } from "../pdfium-draw.ts";
import { examine, plainCopy, probePdf } from "../pdfium.ts";
import type { DrawnPage } from "../pdfium-draw.ts";
import type { Examined, Opened, PdfFailure, PlainCopy } from "../pdfium.ts";
import type { RemovedPart } from "../../model/removed.ts";
import { cleanPdf, isClean } from "./clean.ts";
import type { Cleaned } from "./clean.ts";
import { looseFonts, noLooseFonts } from "./loose-fonts.ts";
import type { LooseFonts } from "./loose-fonts.ts";
import { openPdf } from "./open.ts";
import type { Source } from "./open.ts";
import { pictured } from "./pictured.ts";

export type Prepared =
  | {
      readonly ok: true;
      /**
       * A PDF of which the binder takes nothing but pages: not encrypted, nothing that acts, forms and annotations drawn
       * into the pages. The file itself, where it is all that.
       */
      readonly bytes: Uint8Array;
      readonly pages: number;
      /** The file was damaged; what could be read of it is there. */
      readonly repaired: boolean;
      /** What was left out, each once, sorted. */
      readonly removed: readonly RemovedPart[];
      /** Fonts of Chinese text that are not in it. */
      readonly loose: LooseFonts;
      readonly opened: Opened;
    }
  | { readonly ok: false; readonly failure: PdfFailure };

/**
 * Opens a PDF with the empty password or one of `passwords` and writes its pages anew. What viewers can show is
 * kept: a damaged file is repaired, and a page that cannot be taken over becomes a picture of itself.
 */
export async function preparePdf(
  bytes: Uint8Array,
  { passwords }: { readonly passwords: readonly string[] },
): Promise<Prepared> {
  const examined = await examine(bytes, passwords);
  const asItIs = examined.ok ? await needingNothing(bytes, examined.value) : null;
  if (examined.ok && asItIs !== null) {
    const { pages, opened } = examined.value;
    return { ok: true, bytes, pages, repaired: false, removed: [], loose: looseFonts(asItIs), opened };
  }
  const copy = await plainCopy(bytes, passwords, { pagesOnly: false });
  if (!copy.ok && copy.failure === "encrypted") return copy;
  if (!copy.ok || copy.value.places.length === 0) {
    return copy.ok && copy.value.opened !== "plain" ? { ok: false, failure: "encrypted" } : salvaged(bytes);
  }
  const original = copy.value;
  const pages = original.places.length;
  const done = (kept: Uint8Array, removed: readonly RemovedPart[], repaired: boolean): Prepared => ({
    ok: true,
    bytes: kept,
    pages,
    repaired,
    removed,
    loose,
    opened: original.opened,
  });
  const source = await openPdf(original.bytes);
  const loose = source === null ? noLooseFonts : looseFonts(source);
  // A picture of a page would lack what is set in fonts that nothing stands in for.
  const likeOriginal = (one: Cleaned): Promise<Uint8Array> | Uint8Array =>
    loose.blank ? one.bytes : withPictures(one, original);
  const whole = await cleaned(source, pages);
  if (whole !== null) {
    const repaired = whole.damaged || !original.sound;
    return done(repaired ? await likeOriginal(whole) : whole.bytes, whole.removed, repaired);
  }
  const pagesOnly = await plainCopy(bytes, passwords, { pagesOnly: true });
  const mended = pagesOnly.ok ? await cleaned(await openPdf(pagesOnly.value.bytes), pages) : null;
  if (mended !== null) return done(await likeOriginal(mended), mended.removed, true);
  const pictures = await pictured(original.bytes, original.places, null);
  return pictures === null ? { ok: false, failure: "corrupt" } : done(pictures, [], true);
}

/** A sound file of one table of objects that would come out of the cleaning as it went in, opened; else null. */
async function needingNothing(bytes: Uint8Array, { pages, opened, sound }: Examined): Promise<Source | null> {
  if (opened !== "plain" || !sound) return null;
  const source = await openPdf(bytes);
  if (source === null || !source.plain || source.pages !== pages) return null;
  try {
    return (await isClean(source)) ? source : null;
  } catch {
    return null;
  }
}

/** Larger files are not opened once more to count their pages: they would stand in memory twice. */
const probed = 64 * 1024 * 1024;

/** The clean file, when it has as many pages as viewers count; null when the objects of the copy do not hold together. */
async function cleaned(source: Source | null, pages: number): Promise<Cleaned | null> {
  if (source === null || source.pages !== pages) return null;
  try {
    const result = await cleanPdf(source);
    if (result.bytes.length > probed) return result;
    const probe = await probePdf(result.bytes);
    return probe.ok && probe.pages === pages ? result : null;
  } catch {
    return null;
  }
}

/** Larger files that no viewer opens are not searched for pages: it would take too long. */
const searched = 64 * 1024 * 1024;

/** A file in which viewers find no page, but whose pages can be found one by one. */
export async function salvaged(bytes: Uint8Array): Promise<Prepared> {
  const source = bytes.length > searched ? null : await openPdf(bytes);
  const result = source === null ? null : await cleaned(source, source.pages);
  if (source === null || result === null) return { ok: false, failure: "corrupt" };
  const { removed } = result;
  const loose = looseFonts(source);
  return { ok: true, bytes: result.bytes, pages: source.pages, repaired: true, removed, loose, opened: "plain" };
}

/**
 * So many pages of a repaired file are compared with the original as viewers show it, coarsely; more would take too
 * long. Where data of streams was lost, and not only the table of objects was wrong, more of them are.
 */
const compared = { pages: 40, pagesOfDamaged: 200, atOnce: 10, dpi: 24, tolerance: 6 };

/** Draws pages together; one by one where pdfium stumbles over one of them. */
async function drawEach(bytes: Uint8Array, indexes: readonly number[]): Promise<readonly (DrawnPage | null)[]> {
  const together = await drawPages(bytes, indexes, compared.dpi);
  if (together !== null) return together;
  const drawn: (DrawnPage | null)[] = [];
  for (const index of indexes) drawn.push((await drawPages(bytes, [index], compared.dpi))?.[0] ?? null);
  return drawn;
}

/** Of a repaired file, the pages that no longer look like the original become pictures of it. */
async function withPictures({ bytes, damaged }: Cleaned, original: PlainCopy): Promise<Uint8Array> {
  const most = damaged ? compared.pagesOfDamaged : compared.pages;
  const differing = new Set<number>();
  for (let from = 0; from < Math.min(original.places.length, most); from += compared.atOnce) {
    const places = original.places.slice(from, from + compared.atOnce);
    const before = await drawEach(original.bytes, places);
    const after = await drawEach(
      bytes,
      places.map((_, index) => from + index),
    );
    for (const [index, one] of before.entries()) {
      const two = after[index];
      if (one === null) continue;
      const same = two !== null && two !== undefined && one.data.length === two.data.length;
      if (!same || meanDifference(one.data, two.data) > compared.tolerance) differing.add(from + index);
    }
  }
  if (differing.size === 0) return bytes;
  return (await pictured(original.bytes, original.places, { bytes, differing })) ?? bytes;
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / Math.max(a.length, 1);
}
