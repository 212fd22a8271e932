/** A PDF as it was handed in → the same pages, plain and clean, ready to be bound. */
import { drawPages, plainCopy, probePdf } from "../pdfium.ts";
import type { Opened, PdfFailure, PlainCopy } from "../pdfium.ts";
import type { RemovedPart } from "./actions.ts";
import { cleanPdf } from "./clean.ts";
import type { Cleaned } from "./clean.ts";
import { openPdf } from "./open.ts";
import { pictured } from "./pictured.ts";

export type Prepared =
  | {
      readonly ok: true;
      /** A PDF of pages only: not encrypted, nothing that acts, forms and annotations drawn into the pages. */
      readonly bytes: Uint8Array;
      readonly pages: number;
      /** The file was damaged; what could be read of it is there. */
      readonly repaired: boolean;
      /** What was left out, each once, sorted. */
      readonly removed: readonly RemovedPart[];
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
  const copy = await plainCopy(bytes, passwords, { pagesOnly: false });
  if (!copy.ok && copy.failure === "encrypted") return copy;
  if (!copy.ok || copy.value.pages === 0) return salvaged(bytes);
  const whole = await cleaned(copy.value);
  if (whole !== null) {
    const repaired = whole.damaged || !copy.value.sound;
    const kept = repaired ? await withPictures(whole.bytes, copy.value) : whole.bytes;
    return prepared(kept, whole, copy.value, repaired);
  }
  const pages = await plainCopy(bytes, passwords, { pagesOnly: true });
  const mended = pages.ok ? await cleaned({ ...pages.value, pages: copy.value.pages }) : null;
  const kept = mended === null ? await pictured(copy.value.bytes, copy.value.pages, null) : await withPictures(mended.bytes, copy.value);
  return kept === null ? { ok: false, failure: "corrupt" } : prepared(kept, mended, copy.value, true);
}

const prepared = (bytes: Uint8Array, cleaned: Cleaned | null, { pages, opened }: PlainCopy, repaired: boolean): Prepared => ({
  ok: true,
  bytes,
  pages,
  repaired,
  removed: cleaned?.removed ?? [],
  opened,
});

/** The clean file, when it has as many pages as viewers count; null when the objects of the copy do not hold together. */
async function cleaned({ bytes, pages }: PlainCopy): Promise<Cleaned | null> {
  const source = await openPdf(bytes);
  if (source === null || source.pages !== pages) return null;
  try {
    const result = await cleanPdf(source);
    const probe = await probePdf(result.bytes);
    return probe.ok && probe.pages === pages ? result : null;
  } catch {
    return null;
  }
}

/** A file in which viewers find no page, but whose pages can be found one by one. */
async function salvaged(bytes: Uint8Array): Promise<Prepared> {
  const source = await openPdf(bytes);
  const result = source === null ? null : await cleaned({ bytes, pages: source.pages, opened: "plain", sound: false });
  if (source === null || result === null) return { ok: false, failure: "corrupt" };
  const { removed } = result;
  return { ok: true, bytes: result.bytes, pages: source.pages, repaired: true, removed, opened: "plain" };
}

/** Pages of a repaired file are compared with the original as viewers show it, coarsely; more would take too long. */
const compared = { pages: 200, dpi: 24, tolerance: 6 };

/** Of a repaired file, the pages that no longer look like the original become pictures of it. */
async function withPictures(bytes: Uint8Array, original: PlainCopy): Promise<Uint8Array> {
  const indexes = Array.from({ length: Math.min(original.pages, compared.pages) }, (_, index) => index);
  const differing = new Set<number>();
  for (const index of indexes) {
    const [[before], [after]] = [
      (await drawPages(original.bytes, [index], compared.dpi)) ?? [],
      (await drawPages(bytes, [index], compared.dpi)) ?? [],
    ];
    if (before === null || before === undefined) continue;
    const same = after !== null && after !== undefined && before.data.length === after.data.length;
    if (!same || meanDifference(before.data, after.data) > compared.tolerance) differing.add(index);
  }
  return differing.size === 0 ? bytes : ((await pictured(original.bytes, original.pages, { bytes, differing })) ?? bytes);
}

function meanDifference(a: Uint8Array, b: Uint8Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += Math.abs((a[index] ?? 0) - (b[index] ?? 0));
  return sum / Math.max(a.length, 1);
}
