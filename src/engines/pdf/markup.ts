/** Markup of readers (lines, marks, notes) whose file brings no drawing of it, drawn as viewers draw it. */
import { PDFArray, PDFName, PDFNumber } from "pdf-lib";
import type { PDFContext, PDFDict, PDFFont, PDFRef } from "pdf-lib";
import { formOf, normalAppearance } from "./annotations.ts";
import {
  arrayIn,
  dictIn,
  dictOf,
  heightOf,
  itemsOf,
  nameIn,
  numberIn,
  numbersIn,
  plainAll,
  rectangleIn,
  textIn,
  widthOf,
} from "./objects.ts";
import type { Rectangle } from "./objects.ts";
import { colorOperators, defaultAppearance, textBlock } from "./text-block.ts";

type Draw = (annotation: PDFDict, rect: Rectangle, pen: Pen) => string;

interface Pen {
  readonly stroke: string;
  readonly fill: string;
  readonly inner: string | null;
  readonly width: number;
}

/** Draws an annotation without an appearance in the coordinates of the page; null for kinds that are drawn by viewers only. */
export async function markupAppearance(
  annotation: PDFDict,
  context: PDFContext,
  font: () => Promise<PDFFont>,
): Promise<PDFRef | null> {
  const kind = nameIn(annotation, "Subtype") ?? "";
  const rect = rectangleIn(annotation, "Rect");
  if (rect === null || normalAppearance(annotation) !== null || dictIn(annotation, "AP") !== null) return null;
  if (kind === "FreeText") return freeText(annotation, rect, context, font);
  const content = drawings[kind]?.(annotation, rect, penOf(annotation)) ?? "";
  if (content === "") return null;
  const state = dictOf(context, {
    BM: PDFName.of(kind === "Highlight" ? "Multiply" : "Normal"),
    CA: PDFNumber.of(numberIn(annotation, "CA") ?? 1),
    ca: PDFNumber.of(numberIn(annotation, "CA") ?? 1),
  });
  const resources = dictOf(context, { ExtGState: dictOf(context, { EvState: state }) });
  const { left, top } = rect;
  const box = kind === "Text" ? { left, bottom: top - noteSize, right: left + noteSize, top } : rect;
  return formOf(context, `/EvState gs ${content}`, { box, resources });
}

function penOf(annotation: PDFDict): Pen {
  const color = numbersIn(annotation, "C") ?? [0];
  const inner = numbersIn(annotation, "IC");
  const style = dictIn(annotation, "BS");
  const width = (style === null ? numbersIn(annotation, "Border")?.[2] : numberIn(style, "W")) ?? 1;
  return {
    stroke: `${colorOperators(color, "stroke")} ${plainAll(width)} w`,
    fill: colorOperators(color, "fill"),
    inner: inner === null ? null : colorOperators(inner, "fill"),
    width,
  };
}

const drawings: Readonly<Record<string, Draw>> = {
  Highlight: (annotation, rect, { fill }) =>
    quads(annotation, rect)
      .map((box) => `${fill} ${plainAll(box.left, box.bottom, widthOf(box), heightOf(box))} re f`)
      .join(" "),
  Underline: (annotation, rect, { stroke }) => across(annotation, rect, stroke, 0.06),
  Squiggly: (annotation, rect, { stroke }) => across(annotation, rect, stroke, 0.06),
  StrikeOut: (annotation, rect, { stroke }) => across(annotation, rect, stroke, 0.5),
  Square: (_, rect, pen) => {
    const { left, bottom, right, top } = shrunk(rect, pen.width / 2);
    return painted(`${plainAll(left, bottom, right - left, top - bottom)} re`, pen);
  },
  Circle: (_, rect, pen) => painted(ellipse(shrunk(rect, pen.width / 2)), pen),
  Line: (annotation, _, pen) => stroked([numbersIn(annotation, "L") ?? []], pen),
  PolyLine: (annotation, _, pen) => stroked([numbersIn(annotation, "Vertices") ?? []], pen),
  Polygon: (annotation, _, pen) => {
    const path = pathOf(numbersIn(annotation, "Vertices") ?? []);
    return path === "" ? "" : painted(`${path} h`, pen);
  },
  Text: (_, rect) => note(rect),
  Ink: (annotation, _, pen) => stroked(itemsOf(arrayIn(annotation, "InkList")).map(numbersOf), pen),
};

const noteSize = 18;

/** The sign of a note, at the upper left corner: a sheet with lines. */
function note({ left, top }: Rectangle): string {
  const lines = [4, 8, 12].map((y) => `${plainAll(left + 3, top - y - 1)} m ${plainAll(left + 15, top - y - 1)} l S`);
  return `1 1 0.6 rg 0 G 1 w ${plainAll(left + 0.5, top - 17.5, 17, 17)} re B ${lines.join(" ")}`;
}

const numbersOf = (list: unknown): readonly number[] =>
  list instanceof PDFArray ? itemsOf(list).flatMap((each) => (each instanceof PDFNumber ? [each.asNumber()] : [])) : [];

const shrunk = ({ left, bottom, right, top }: Rectangle, by: number): Rectangle => ({
  left: left + by,
  bottom: bottom + by,
  right: right - by,
  top: top - by,
});

const painted = (path: string, { stroke, inner, width }: Pen): string => {
  const operator = inner === null ? "S" : width > 0 ? "B" : "f";
  return operator === "S" && width <= 0 ? "" : `${inner ?? ""} ${stroke} ${path} ${operator}`;
};

function pathOf(numbers: readonly number[]): string {
  const points: string[] = [];
  for (let index = 0; index + 1 < numbers.length; index += 2) {
    points.push(`${plainAll(numbers[index] ?? 0, numbers[index + 1] ?? 0)} ${index === 0 ? "m" : "l"}`);
  }
  return points.length < 2 ? "" : points.join(" ");
}

function stroked(paths: readonly (readonly number[])[], { stroke, width }: Pen): string {
  const drawn = paths.map(pathOf).filter((each) => each !== "");
  return drawn.length === 0 || width <= 0 ? "" : `${stroke} 1 J 1 j ${drawn.map((each) => `${each} S`).join(" ")}`;
}

/** Four Bézier curves; 0.5523 is the usual length of their handles for a quarter of a circle. */
function ellipse({ left, bottom, right, top }: Rectangle): string {
  const [x, y, rx, ry] = [(left + right) / 2, (bottom + top) / 2, (right - left) / 2, (top - bottom) / 2];
  const [kx, ky] = [rx * 0.5523, ry * 0.5523];
  return [
    `${plainAll(right, y)} m`,
    `${plainAll(right, y + ky, x + kx, top, x, top)} c`,
    `${plainAll(x - kx, top, left, y + ky, left, y)} c`,
    `${plainAll(left, y - ky, x - kx, bottom, x, bottom)} c`,
    `${plainAll(x + kx, bottom, right, y - ky, right, y)} c h`,
  ].join(" ");
}

/** The pieces of text that a mark covers; its rectangle when it does not tell them. */
function quads(annotation: PDFDict, rect: Rectangle): Rectangle[] {
  const numbers = numbersIn(annotation, "QuadPoints") ?? [];
  const boxes: Rectangle[] = [];
  for (let index = 0; index + 7 < numbers.length; index += 8) {
    const points = numbers.slice(index, index + 8);
    const [xs, ys] = [0, 1].map((odd) => points.filter((_, place) => place % 2 === odd));
    boxes.push({
      left: Math.min(...(xs ?? [])),
      bottom: Math.min(...(ys ?? [])),
      right: Math.max(...(xs ?? [])),
      top: Math.max(...(ys ?? [])),
    });
  }
  return boxes.length === 0 ? [rect] : boxes;
}

/** A line along each piece of text, at a share of its height. */
function across(annotation: PDFDict, rect: Rectangle, stroke: string, share: number): string {
  return quads(annotation, rect)
    .map((box) => {
      const y = box.bottom + heightOf(box) * share;
      return `${stroke} ${plainAll(box.left, y)} m ${plainAll(box.right, y)} l S`;
    })
    .join(" ");
}

async function freeText(
  annotation: PDFDict,
  rect: Rectangle,
  context: PDFContext,
  font: () => Promise<PDFFont>,
): Promise<PDFRef | null> {
  const text = textIn(annotation, "Contents") ?? "";
  if (text.trim() === "") return null;
  const { size, color } = defaultAppearance(textIn(annotation, "DA"));
  const background = numbersIn(annotation, "C");
  const ground =
    background === null
      ? ""
      : `${colorOperators(background, "fill")} ${plainAll(rect.left, rect.bottom, widthOf(rect), heightOf(rect))} re f`;
  const align = numberIn(annotation, "Q") ?? 0;
  const block = textBlock(text, await font(), { box: rect, size, color, align, multiline: true, comb: 0 });
  return formOf(context, `q ${ground} Q q ${block.operators} Q`, { box: rect, resources: block.resources(context) });
}
