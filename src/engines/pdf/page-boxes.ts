/** How large a page is, how it is turned, and whether it needs anything before it is bound. */
import { PDFArray, PDFDict, PDFName, PDFNumber, PDFRawStream } from "pdf-lib";
import { arrayIn, isRef, numberIn, rectangleIn } from "./objects.ts";
import type { PDFObject } from "pdf-lib";
import type { Rectangle } from "./objects.ts";
import type { Leaf } from "./open.ts";

/** /Rotate as viewers take it: a multiple of 90 from 0 to 270. */
export function turnOf(dict: PDFDict): number {
  const quarters = Math.trunc((numberIn(dict, "Rotate") ?? 0) / 90) % 4;
  return ((quarters + 4) % 4) * 90;
}

/** Letter paper, which viewers take for a page without a size. */
const usualPage: Rectangle = { left: 0, bottom: 0, right: 612, top: 792 };

/** Media box, and the crop box as far as it lies in it (ISO 32000-1, 14.11.2). */
export function boxesOf(dict: PDFDict): { readonly media: Rectangle; readonly crop: Rectangle | null } {
  const hasArea = (box: Rectangle | null): box is Rectangle =>
    box !== null && box.right - box.left > 0 && box.top - box.bottom > 0;
  const told = rectangleIn(dict, "MediaBox");
  const media = hasArea(told) ? told : usualPage;
  const crop = rectangleIn(dict, "CropBox");
  if (!hasArea(crop)) return { media, crop: null };
  const both = {
    left: Math.max(media.left, crop.left),
    bottom: Math.max(media.bottom, crop.bottom),
    right: Math.min(media.right, crop.right),
    top: Math.min(media.top, crop.top),
  };
  return { media, crop: hasArea(both) ? both : null };
}

/**
 * Whether cleaning would leave a page alone but for its streams: it can be pointed to, nothing lies over it, its boxes
 * and its turn are said as viewers take them, and its content stands in streams.
 */
export function isPlainPage({ ref, dict }: Leaf): boolean {
  const turn = dict.get(PDFName.of("Rotate"));
  const { media, crop } = boxesOf(dict);
  return (
    ref !== null &&
    isEmpty(dict.lookup(PDFName.of("Annots"))) &&
    dict.get(PDFName.of("UserUnit")) === undefined &&
    (turn === undefined || (turn instanceof PDFNumber && turn.asNumber() === turnOf(dict))) &&
    isSaid(dict, "MediaBox", media) &&
    (dict.get(PDFName.of("CropBox")) === undefined || (crop !== null && isSaid(dict, "CropBox", crop))) &&
    dict.lookup(PDFName.of("Resources")) instanceof PDFDict &&
    hasStreams(dict)
  );
}

const isEmpty = (annotations: PDFObject | undefined): boolean =>
  annotations === undefined || (annotations instanceof PDFArray && annotations.size() === 0);

function isSaid(dict: PDFDict, key: string, { left, bottom, right, top }: Rectangle): boolean {
  const said = dict.lookup(PDFName.of(key));
  const numbers =
    said instanceof PDFArray ? said.asArray().map((each) => (each instanceof PDFNumber ? each.asNumber() : null)) : [];
  return [left, bottom, right, top].every((each, index) => numbers[index] === each) && numbers.length === 4;
}

function hasStreams(dict: PDFDict): boolean {
  const contents = dict.get(PDFName.of("Contents"));
  const list = arrayIn(dict, "Contents")?.asArray() ?? [contents];
  return list.length > 0 && list.every((each) => isRef(each) && dict.context.lookup(each) instanceof PDFRawStream);
}
