/** Red marks on a page that the evidence proves something with, as annotations that a reader can take away. */
import { PDFHexString, PDFName } from "pdf-lib";
import type { PDFPage, PDFRef } from "pdf-lib";
import { formOf } from "./annotations.ts";
import { arrayOf, dictOf, plainAll } from "./objects.ts";
import type { Rectangle } from "./objects.ts";
import type { Move } from "./sheet.ts";
import { viewOf } from "./view.ts";
import type { View } from "./view.ts";

const mm = 72 / 25.4;

export interface MarkedPlace {
  /** Lines of text, in the coordinates of the page as it came. */
  readonly boxes: readonly Rectangle[];
  /** A place, in mm from the upper left corner of the page as it was seen. */
  readonly area: {
    readonly left: number;
    readonly top: number;
    readonly width: number;
    readonly height: number;
  } | null;
  /** What a reader shows as the note of the mark. */
  readonly said: string;
}

/** Marks a place of a page, as it was seen when it `came`, where its points have `moved` to. */
export function markPlace(
  page: PDFPage,
  { came, moved }: { readonly came: View; readonly moved: Move },
  { boxes, area, said }: MarkedPlace,
): void {
  const now = viewOf(page);
  const between = (...corners: readonly (readonly [x: number, y: number])[]): Rectangle =>
    around(
      corners.map(([x, y]) => now.seen(...moved(x, y))),
      0,
    );
  const lines = boxes.map(({ left, bottom, right, top }) => between([left, bottom], [right, top]));
  if (lines.length > 0) addMark(page, now, { kind: "underline", places: lines, said });
  if (area === null) return;
  const corner = (across: number, down: number): readonly [number, number] => {
    const { x, y } = came.at(across * mm * came.unit, came.height - down * mm * came.unit);
    return [x, y];
  };
  const { left, top, width, height } = area;
  const frame = between(corner(left, top), corner(left + width, top + height));
  addMark(page, now, { kind: "frame", places: [frame], said });
}

interface Mark {
  readonly kind: "underline" | "frame";
  /** As they are seen, in units of the page, from its lower left corner. */
  readonly places: readonly Rectangle[];
  readonly said: string;
}

const red = [0.85, 0, 0];

/** ISO 32000-1, table 165: it is printed. */
const printFlag = 4;

/** Underlines some lines, or puts a frame around a place. */
function addMark(page: PDFPage, view: View, mark: Mark): void {
  const { context } = page.node;
  const point = (u: number, v: number): readonly [number, number] => {
    const { x, y } = view.at(u, v);
    return [x, y];
  };
  const width = (mark.kind === "frame" ? 1.5 : 1.1) * view.unit;
  const gap = mark.kind === "frame" ? 0 : view.unit;
  const drawn = mark.places.map((each) =>
    mark.kind === "frame"
      ? `${pathOf([point(each.left, each.bottom), point(each.right, each.bottom), point(each.right, each.top), point(each.left, each.top)])} h S`
      : `${pathOf([point(each.left, each.bottom - gap), point(each.right, each.bottom - gap)])} S`,
  );
  const corners = mark.places.flatMap((each) => [
    point(each.left, each.bottom - gap - width),
    point(each.right, each.top + (mark.kind === "frame" ? width : 0)),
  ]);
  const box = around(corners, width);
  const appearance: PDFRef = formOf(context, `${plainAll(...red)} RG ${plainAll(width)} w ${drawn.join(" ")}`, { box });
  // Upper left, upper right, lower left, lower right, as viewers read it (they part from 12.5.6.10 here).
  const quads = mark.places.flatMap(({ left, bottom, right, top }) => [
    ...point(left, top),
    ...point(right, top),
    ...point(left, bottom),
    ...point(right, bottom),
  ]);
  const annotation = dictOf(context, {
    Type: PDFName.of("Annot"),
    Subtype: PDFName.of(mark.kind === "frame" ? "Square" : "Underline"),
    Rect: arrayOf(context, [box.left, box.bottom, box.right, box.top]),
    QuadPoints: mark.kind === "frame" ? null : arrayOf(context, quads),
    C: arrayOf(context, red),
    F: context.obj(printFlag),
    Contents: mark.said === "" ? null : PDFHexString.fromText(mark.said),
    AP: dictOf(context, { N: appearance }),
  });
  const all = page.node.Annots()?.asArray() ?? [];
  page.node.set(PDFName.of("Annots"), arrayOf(context, [...all, context.register(annotation)]));
}

const pathOf = (points: readonly (readonly [number, number])[]): string =>
  points.map((each, index) => `${plainAll(...each)} ${index === 0 ? "m" : "l"}`).join(" ");

function around(points: readonly (readonly [number, number])[], margin: number): Rectangle {
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  return {
    left: Math.min(...xs) - margin,
    bottom: Math.min(...ys) - margin,
    right: Math.max(...xs) + margin,
    top: Math.max(...ys) + margin,
  };
}
