/** A page laid anew on a sheet: fitted to A4, or drawn a little smaller so that the strip at its foot is free. */
import { PDFArray, PDFDict, PDFName, PDFNull, PDFNumber, PDFRawStream } from "pdf-lib";
import type { PDFObject, PDFPage, PDFPageLeaf, PDFRef } from "pdf-lib";
import { arrayOf, dictOf, isRef, itemsOf, nameIn, numbersIn, plainAll, streamOf } from "./objects.ts";
import { decoded, packedStream } from "./streams.ts";
import { viewOf } from "./view.ts";
import type { View } from "./view.ts";

const mm = 72 / 25.4;

/** `a4`: every page of the evidence on a sheet of A4; `original`: each keeps its size. */
export type Paper = "a4" | "original";

/** Where a page comes to stand on its sheet, both as they are seen; in points, from the lower left corner. */
export interface Laying {
  readonly width: number;
  readonly height: number;
  /** Page units in a point of the sheet. */
  readonly unit: number;
  readonly scale: number;
  readonly left: number;
  readonly bottom: number;
}

/** The sheet upright, its sides in points (ISO 216: 210 × 297 mm). */
const a4 = { short: 210 * mm, long: 297 * mm };

/** A page that is A4 but for so much stays as it is: programs round its sides, and nobody sees it. */
const tolerance = mm;

/** A page that would shrink to less for the sake of its number, as those below 8 cm would, gets a larger sheet instead. */
const leastScale = 0.85;

/** The strip in which the number of a page stands, in points. */
export interface StripRoom {
  readonly strip: number;
  readonly edge: "foot" | "head";
  /** What the number and the air beside it take across the page. */
  readonly wide: number;
}

/**
 * How a page is to be laid so that it fits its sheet, and `strip` (points) at the foot or the head is free where something
 * of the page would be `full` there. It is never enlarged: a receipt keeps its size, and a small page on which no number
 * has room comes onto a sheet that is larger by the strip. Null when it can stay as it is.
 */
export function layingOf(
  view: Pick<View, "width" | "height" | "unit">,
  paper: Paper,
  { strip, edge, wide, full }: StripRoom & { readonly full: boolean },
): Laying | null {
  const foot = edge === "foot" ? strip : 0;
  const [width, height] = [view.width / view.unit, view.height / view.unit];
  const sheet = width > height ? { width: a4.long, height: a4.short } : { width: a4.short, height: a4.long };
  const isA4 = Math.abs(width - sheet.width) <= tolerance && Math.abs(height - sheet.height) <= tolerance;
  if (paper === "original" || isA4) {
    const scale = (height - strip) / height;
    if (width < wide || height < strip || (full && scale < leastScale)) {
      const across = Math.max(width, wide);
      const beside = { left: (across - width) / 2, bottom: foot };
      return { width: across, height: height + strip, unit: view.unit, scale: 1, ...beside };
    }
    if (!full) return null;
    return { width, height, unit: view.unit, scale, left: (width * (1 - scale)) / 2, bottom: foot };
  }
  const whole = Math.min(1, sheet.width / width, sheet.height / height);
  const room = sheet.height - strip;
  const beside = full || height * whole <= room;
  const scale = beside ? Math.min(whole, room / height) : whole;
  const left = (sheet.width - width * scale) / 2;
  const bottom = beside ? foot + (room - height * scale) / 2 : (sheet.height - height * scale) / 2;
  return { ...sheet, unit: 1, scale, left, bottom };
}

/** x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3). */
type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

/** From the coordinates of the page to those of the sheet, which stands upright with its corner at the origin. */
function matrixOf(view: View, { unit, scale, left, bottom }: Laying): Matrix {
  const [origin, right, up] = [view.at(0, 0), view.at(1, 0), view.at(0, 1)];
  const [u, v] = [
    { x: right.x - origin.x, y: right.y - origin.y },
    { x: up.x - origin.x, y: up.y - origin.y },
  ];
  const k = (scale / view.unit) * unit;
  const shift = (axis: { x: number; y: number }): number => -k * (origin.x * axis.x + origin.y * axis.y);
  return [k * u.x, k * v.x, k * u.y, k * v.y, shift(u) + left * unit, shift(v) + bottom * unit];
}

/** A point of the page, and where it has come to on its sheet. */
export type Move = (x: number, y: number) => readonly [x: number, y: number];

const moveBy =
  ([a, b, c, d, e, f]: Matrix): Move =>
  (x, y) => [a * x + c * y + e, b * x + d * y + f];

const formName = "EvipackPage";

/** Entries that say how a page is seen; the sheet says it anew. */
const boxes = ["CropBox", "BleedBox", "TrimBox", "ArtBox", "Rotate", "UserUnit"].map((each) => PDFName.of(each));

/**
 * Lays a page on its sheet, its links and the `goals` (explicit destinations that lead to it) along with it. The
 * content becomes a form: patterns are laid out from the corner of the content in which they stand (ISO 32000-1,
 * 8.7.3.1), so a matrix before it would shift them. Gives how points have moved.
 */
export function layOn(page: PDFPage, laying: Laying, goals: readonly PDFArray[]): Move {
  const { node } = page;
  const { context } = node;
  const view = viewOf(page);
  const content = contentOf(node.lookup(PDFName.of("Contents")));
  const matrix = matrixOf(view, laying);
  if (content === null) moveContent(node, matrix, boxOf(view));
  else callAsForm(node, content, { matrix, box: boxOf(view) });
  for (const key of boxes) node.delete(key);
  const { width, height, unit } = laying;
  node.set(PDFName.of("MediaBox"), arrayOf(context, [0, 0, rounded(width * unit), rounded(height * unit)]));
  if (unit !== 1) node.set(PDFName.of("UserUnit"), PDFNumber.of(1 / unit));
  const move = moveBy(matrix);
  for (const annotation of itemsOf(node.Annots() ?? null)) {
    if (annotation instanceof PDFDict) moveAnnotation(annotation, move);
  }
  for (const goal of goals) moveGoal(goal, move, view);
  return move;
}

/** The corners of what is seen of a page, in its own coordinates. */
function boxOf(view: View): Box {
  const [a, b] = [view.at(0, 0), view.at(view.width, view.height)];
  return [Math.min(a.x, b.x), Math.min(a.y, b.y), Math.max(a.x, b.x), Math.max(a.y, b.y)];
}

type Box = readonly [left: number, bottom: number, right: number, top: number];

function callAsForm(
  node: PDFPageLeaf,
  content: Uint8Array | PDFRawStream,
  { matrix, box }: { readonly matrix: Matrix; readonly box: Box },
): void {
  const { context } = node;
  const form = dictOf(context, {
    Type: PDFName.of("XObject"),
    Subtype: PDFName.of("Form"),
    BBox: arrayOf(context, box),
    Resources: node.get(PDFName.of("Resources")) ?? dictOf(context, {}),
    Group: node.get(PDFName.of("Group")),
  });
  const drawn = context.register(formStream(form, content));
  const resources = dictOf(context, { XObject: dictOf(context, { [formName]: drawn }), Font: dictOf(context, {}) });
  node.set(PDFName.of("Resources"), resources);
  const calls = streamOf(dictOf(context, {}), `q ${plainAll(...matrix)} cm /${formName} Do Q\n`);
  node.set(PDFName.of("Contents"), context.register(calls));
}

/** Content of which a piece cannot be unpacked here stays in its pieces, between what moves it; its patterns may shift. */
function moveContent(node: PDFPageLeaf, matrix: Matrix, [left, bottom, right, top]: Box): void {
  const { context } = node;
  const contents = node.lookup(PDFName.of("Contents"));
  const pieces = contents instanceof PDFArray ? contents.asArray() : [];
  const piece = (text: string): PDFRef => context.register(streamOf(dictOf(context, {}), text));
  const clip = `${plainAll(left, bottom, right - left, top - bottom)} re W n`;
  const before = piece(`q ${plainAll(...matrix)} cm ${clip}\n`);
  node.set(PDFName.of("Contents"), arrayOf(context, [before, ...pieces, piece("\nQ\n")]));
}

const rounded = (value: number): number => Number(value.toFixed(3));

/** Coordinates of an annotation that lie on the page (ISO 32000-1, 12.5.2 and 12.5.6). */
function moveAnnotation(annotation: PDFDict, move: Move): void {
  const { context } = annotation;
  const corners = (key: string): readonly number[] | null => {
    const numbers = numbersIn(annotation, key);
    if (numbers === null || numbers.length % 2 === 1) return null;
    return numbers.flatMap((x, index) => (index % 2 === 0 ? move(x, numbers[index + 1] ?? 0).map(rounded) : []));
  };
  const rect = corners("Rect");
  if (rect !== null) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = rect;
    const sides = [Math.min(x0, x1), Math.min(y0, y1), Math.max(x0, x1), Math.max(y0, y1)];
    annotation.set(PDFName.of("Rect"), arrayOf(context, sides));
  }
  const quads = corners("QuadPoints");
  if (quads !== null) annotation.set(PDFName.of("QuadPoints"), arrayOf(context, quads));
}

/** A place on the page is shown at its new place, with the zoom that the reader has chosen (ISO 32000-1, table 151). */
function moveGoal(goal: PDFArray, move: Move, view: View): void {
  const kind = goal.lookup(1);
  const numbers = itemsOf(goal)
    .slice(2)
    .map((each) => (each instanceof PDFNumber ? each.asNumber() : null));
  const [first = null, second = null, , fourth = null] = numbers;
  const corner = view.at(0, view.height);
  const place = (x: number | null, y: number | null): void => {
    if (x === null && y === null) return;
    const [left, top] = move(x ?? corner.x, y ?? corner.y);
    const items = [goal.get(0), PDFName.of("XYZ"), rounded(left), rounded(top), PDFNull];
    while (goal.size() > 0) goal.remove(goal.size() - 1);
    for (const each of items) goal.push(typeof each === "number" ? PDFNumber.of(each) : each);
  };
  switch (kind instanceof PDFName ? kind.decodeText() : "") {
    case "XYZ":
      return place(first, second);
    case "FitH":
    case "FitBH":
      return place(null, first);
    case "FitV":
    case "FitBV":
      return place(first, null);
    case "FitR":
      return place(first, fourth);
    default:
  }
}

/** Content as a form; packed as it was, where it is packed. */
function formStream(form: PDFDict, content: Uint8Array | PDFRawStream): PDFRawStream {
  if (!(content instanceof PDFRawStream)) return packedStream(form, content);
  for (const key of ["Filter", "DecodeParms"]) {
    const value = content.dict.get(PDFName.of(key));
    if (value !== undefined) form.set(PDFName.of(key), value);
  }
  return PDFRawStream.of(form, content.contents);
}

/** The content of a page: its only piece, or all of them one after another; null where one of them cannot be read. */
function contentOf(contents: PDFObject | undefined): Uint8Array | PDFRawStream | null {
  if (contents instanceof PDFRawStream) return contents;
  const streams = contents instanceof PDFArray ? itemsOf(contents) : [contents];
  const pieces: Uint8Array[] = [];
  for (const stream of streams) {
    const piece = stream instanceof PDFRawStream ? decoded(stream) : stream === undefined ? new Uint8Array() : null;
    if (piece === null) return null;
    // Tokens end at the end of a piece.
    pieces.push(piece, Buffer.from("\n"));
  }
  return Buffer.concat(pieces);
}

/** The streams in which a page's content lies, as far as they are nothing else. */
export function contentRefs(page: PDFDict): readonly PDFRef[] {
  const contents = page.get(PDFName.of("Contents"));
  const list = page.lookup(PDFName.of("Contents"));
  const all = list instanceof PDFArray ? list.asArray() : [contents];
  return all.filter((each) => isRef(each)).filter((ref) => isPlain(page.context.lookup(ref)));
}

const isPlain = (object: PDFObject | undefined): boolean =>
  object instanceof PDFRawStream && nameIn(object.dict, "Subtype") === null;
