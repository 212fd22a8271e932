/** pdfium: whether anything is drawn at a place of a page, and where across a page there is. */
import { withDocument } from "./pdfium-module.ts";
import type { Api } from "./pdfium-module.ts";

/** A band right across a page as it is seen, in points from its foot. */
export interface Band {
  readonly bottom: number;
  readonly height: number;
}

/** A place on a page as it is seen, in points from its lower left corner. */
export interface SeenBox extends Band {
  readonly left: number;
  readonly width: number;
}

/** Points from the left, the last not included. */
type Run = readonly [from: number, to: number];

/** A band that was looked at: where it has ink, in order. */
export interface InkBand extends Band {
  readonly runs: readonly Run[];
}

/** Pixels in a point: a hairline is seen, and a place is drawn in no time. */
const scale = 1;

/** What is lighter is paper: the ground of a scan is rarely quite white. */
const paper = 225;

/** FPDF_ANNOT (public/fpdfview.h). */
const drawAnnotations = 0x01;

/** Bands that differ by less (points) are the same. */
const sameBand = 0.01;

/** For each page of a file the band that `bandOf` asks for on a page of its size (points); none when it does not open. */
export async function inkBands(
  bytes: Uint8Array,
  bandOf: (size: { readonly width: number; readonly height: number }) => Band,
): Promise<readonly InkBand[]> {
  const result = await withDocument(bytes, [], ({ engine: { api }, document, places }) =>
    places.map((_, index) => {
      const page = api._FPDF_LoadPage(document, index);
      if (page === 0) return { bottom: 0, height: 0, runs: [] };
      const width = api._FPDF_GetPageWidthF(page);
      const band = bandOf({ width, height: api._FPDF_GetPageHeightF(page) });
      const runs = runsOf(inkOf(api, page, { left: 0, width, ...band }));
      api._FPDF_ClosePage(page);
      return { ...band, runs };
    }),
  );
  return result.ok ? result.value : [];
}

/**
 * For each page from the first on, whether it has ink in its box; a file that does not open has none. Pages of which
 * the band was looked at before are not opened again.
 */
export async function inkIn(
  bytes: Uint8Array,
  boxes: readonly SeenBox[],
  bands: readonly InkBand[] = [],
): Promise<readonly boolean[]> {
  const known = boxes.map((box, index) => inkWithin(bands[index], box));
  if (known.every((each) => each !== null)) return known;
  const result = await withDocument(bytes, [], ({ engine: { api }, document }) =>
    boxes.map((box, index) => known[index] ?? hasInk(api, document, index, box)),
  );
  return result.ok ? result.value : known.map((each) => each ?? false);
}

/** The first and the last column of pixels of a box, and how many there are. */
const columnsOf = ({ left, width }: SeenBox): { readonly from: number; readonly count: number } => ({
  from: Math.ceil(left * scale),
  count: Math.ceil(width * scale) + 1,
});

/** Null where the box does not lie in the band. */
function inkWithin(band: InkBand | undefined, box: SeenBox): boolean | null {
  if (band === undefined || Math.abs(band.bottom - box.bottom) > sameBand) return null;
  if (Math.abs(band.height - box.height) > sameBand) return null;
  const { from, count } = columnsOf(box);
  return band.runs.some(([begin, end]) => begin < from + count && end > from);
}

/** Where there are ones. */
function runsOf(columns: Uint8Array): Run[] {
  const runs: Run[] = [];
  for (let from = columns.indexOf(1); from !== -1;) {
    const to = columns.indexOf(0, from);
    runs.push([from, to === -1 ? columns.length : to]);
    from = to === -1 ? -1 : columns.indexOf(1, to);
  }
  return runs;
}

function hasInk(api: Api, document: number, index: number, box: SeenBox): boolean {
  const page = api._FPDF_LoadPage(document, index);
  if (page === 0) return false;
  const found = inkOf(api, page, box).includes(1);
  api._FPDF_ClosePage(page);
  return found;
}

/** 1 for each column of pixels with ink, else 0. */
function inkOf(api: Api, page: number, box: SeenBox): Uint8Array {
  const [pageWidth, pageHeight] = [api._FPDF_GetPageWidthF(page) * scale, api._FPDF_GetPageHeightF(page) * scale];
  const { from, count: width } = columnsOf(box);
  const height = Math.ceil(box.height * scale) + 1;
  const size = width * height * 4;
  const buffer = api.wasmExports.malloc(size);
  const bitmap = api._FPDFBitmap_CreateEx(width, height, 4, buffer, width * 4);
  api._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xff_ff_ff_ff);
  // The page is laid so that the box comes onto the bitmap; what is beside it is not drawn.
  const y = Math.floor((box.bottom + box.height) * scale - pageHeight);
  const shown = [-from, y, Math.round(pageWidth), Math.round(pageHeight)];
  api._FPDF_RenderPageBitmap(bitmap, page, ...shown, 0, drawAnnotations);
  const columns = new Uint8Array(width);
  const pixels = api.HEAPU8.subarray(buffer, buffer + size);
  for (let at = 0; at < size; at += 4) {
    const isInk = (pixels[at] ?? 0) < paper || (pixels[at + 1] ?? 0) < paper || (pixels[at + 2] ?? 0) < paper;
    if (isInk) columns[(at / 4) % width] = 1;
  }
  api._FPDFBitmap_Destroy(bitmap);
  api.wasmExports.free(buffer);
  return columns;
}
