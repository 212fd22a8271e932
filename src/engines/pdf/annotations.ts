/** Annotations and form fields drawn into the page as a viewer shows them (ISO 32000-1, 12.5.5). */
import { PDFDict, PDFName, PDFRawStream } from "pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import type { Copier } from "./copy.ts";
import {
  arrayOf,
  dictIn,
  dictOf,
  heightOf,
  nameIn,
  numberIn,
  numbersIn,
  plainAll,
  rectangleIn,
  widthOf,
} from "./objects.ts";
import type { Rectangle } from "./objects.ts";
import { decoded, mendStream } from "./streams.ts";

/** What is drawn over the content of a page: its operators, and the resources that they name. */
export interface Overlay {
  readonly operators: string;
  readonly forms: readonly (readonly [name: string, form: PDFRef])[];
  readonly layers: readonly (readonly [name: string, layer: PDFObject])[];
}

/** Makes the appearance of an annotation that has none, or one that does not count; null when there is nothing to draw. */
export type MakeAppearance = (annotation: PDFDict) => Promise<PDFRef | null>;

export interface Surroundings {
  readonly context: PDFContext;
  readonly copier: Copier;
  readonly make: MakeAppearance;
  /** Turn of the page in degrees, clockwise. */
  readonly turn: number;
  /** The form's default resources, on which appearances may lean; null without a form. */
  readonly defaults: PDFDict | null;
}

/** Flags of annotations (ISO 32000-1, table 165). */
const [hiddenFlag, noRotateFlag, noViewFlag] = [2, 16, 32];

export const isHidden = (annotation: PDFDict): boolean =>
  ((numberIn(annotation, "F") ?? 0) & (hiddenFlag | noViewFlag)) !== 0;

/** Draws all annotations of a page that are seen on the screen, in their order; form fields come last, as in viewers. */
export async function overlayOf(annotations: readonly PDFDict[], around: Surroundings): Promise<Overlay> {
  const isField = (each: PDFDict): boolean => nameIn(each, "Subtype") === "Widget";
  const ordered = [...annotations.filter((each) => !isField(each)), ...annotations.filter(isField)];
  const operators: string[] = [];
  const forms: [string, PDFRef][] = [];
  const layers: [string, PDFObject][] = [];
  for (const annotation of ordered) {
    // Pop-up windows belong to the viewer, not to the page.
    if (nameIn(annotation, "Subtype") === "Popup" || isHidden(annotation)) continue;
    const form = (await around.make(annotation)) ?? copiedAppearance(annotation, around);
    const place = form === null ? null : placeOf(annotation, form, around);
    if (form === null || place === null) continue;
    const name = `EvAnnotation${String(forms.length)}`;
    forms.push([name, form]);
    const drawn = `q ${plainAll(...place)} cm /${name} Do Q`;
    const layer = annotation.get(PDFName.of("OC"));
    if (layer === undefined) operators.push(drawn);
    else {
      const mark = `EvLayer${String(layers.length)}`;
      layers.push([mark, around.copier.copy(layer)]);
      operators.push(`/OC /${mark} BDC ${drawn} EMC`);
    }
  }
  return { operators: operators.join("\n"), forms, layers };
}

/** The normal appearance: of the state that is set, where there are several. */
export function normalAppearance(annotation: PDFDict): PDFRawStream | null {
  const appearances = dictIn(annotation, "AP");
  const normal = appearances?.lookup(PDFName.of("N"));
  if (normal instanceof PDFRawStream) return normal;
  if (!(normal instanceof PDFDict)) return null;
  const stream = normal.lookup(PDFName.of(stateOf(annotation, normal)));
  return stream instanceof PDFRawStream ? stream : null;
}

function stateOf(annotation: PDFDict, states: PDFDict): string {
  const state = nameIn(annotation, "AS");
  if (state !== null) return state;
  const parent = dictIn(annotation, "Parent");
  const value = nameIn(annotation, "V") ?? (parent === null ? null : nameIn(parent, "V"));
  return value !== null && states.has(PDFName.of(value)) ? value : "Off";
}

/** The file's own appearance as a form of the new file, with the resources that viewers would lend it. */
function copiedAppearance(annotation: PDFDict, { context, copier, defaults }: Surroundings): PDFRef | null {
  const appearance = normalAppearance(annotation);
  if (appearance === null) return null;
  const entries = new Map(appearance.dict.asMap());
  const form = PDFDict.fromMapWithContext(entries, appearance.dict.context);
  form.set(PDFName.of("Type"), PDFName.of("XObject"));
  form.set(PDFName.of("Subtype"), PDFName.of("Form"));
  if (nameIn(annotation, "Subtype") === "Widget" && defaults !== null) {
    form.set(PDFName.of("Resources"), lent(dictIn(form, "Resources"), defaults, namesUsed(appearance)));
  }
  return context.register(copier.copy(PDFRawStream.of(form, appearance.contents)));
}

/** The names that an appearance's operators use. */
function namesUsed(appearance: PDFRawStream): ReadonlySet<string> {
  const content = Buffer.from(decoded(mendStream(appearance).stream) ?? []).toString("latin1");
  return new Set([...content.matchAll(/\/([^\s()<>[\]{}/%]+)/gu)].map(([, name = ""]) => name));
}

/** Resources with those of the form beneath them, kind by kind, as far as they are used. */
function lent(own: PDFDict | null, defaults: PDFDict, used: ReadonlySet<string>): PDFDict {
  const merged = PDFDict.fromMapWithContext(new Map(own?.asMap() ?? []), defaults.context);
  for (const [kind] of defaults.entries()) {
    const [below, above] = [defaults.lookup(kind), merged.lookup(kind)];
    if (!(below instanceof PDFDict)) continue;
    const missing = below.entries().filter(([name]) => used.has(name.asString().slice(1)));
    const entries = new Map([...missing, ...(above instanceof PDFDict ? above.asMap() : [])]);
    merged.set(kind, PDFDict.fromMapWithContext(entries, defaults.context));
  }
  return merged;
}

type Matrix = readonly [number, number, number, number, number, number];

/** The matrix that puts an appearance's box, as its own matrix turns it, onto the annotation's rectangle. */
function placeOf(annotation: PDFDict, form: PDFRef, { context, turn }: Surroundings): Matrix | null {
  const stream = context.lookup(form);
  const rect = rectangleIn(annotation, "Rect");
  if (!(stream instanceof PDFRawStream) || rect === null) return null;
  const box = rectangleIn(stream.dict, "BBox");
  if (box === null) return null;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = numbersIn(stream.dict, "Matrix") ?? [];
  const corners = [
    [box.left, box.bottom],
    [box.right, box.bottom],
    [box.left, box.top],
    [box.right, box.top],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f] as const);
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const seen = { left: Math.min(...xs), bottom: Math.min(...ys), right: Math.max(...xs), top: Math.max(...ys) };
  const upright = ((numberIn(annotation, "F") ?? 0) & noRotateFlag) !== 0 && turn !== 0;
  const place = fit(seen, rect);
  return upright ? turned(place, rect, turn) : place;
}

/** Scale and shift of one box onto another; a box without width or height is only shifted. */
function fit(from: Rectangle, onto: Rectangle): Matrix {
  const scale = (size: number, wanted: number): number => (Math.abs(size) < 0.001 ? 1 : wanted / size);
  const [x, y] = [scale(widthOf(from), widthOf(onto)), scale(heightOf(from), heightOf(onto))];
  return [x, 0, 0, y, onto.left - from.left * x, onto.bottom - from.bottom * y];
}

/** An annotation that does not turn with its page turns about its upper left corner (ISO 32000-1, 12.5.3). */
function turned([a, b, c, d, e, f]: Matrix, rect: Rectangle, turn: number): Matrix {
  const angle = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.round(Math.cos(angle)), Math.round(Math.sin(angle))];
  const [x, y] = [rect.left, rect.top];
  const shift = (u: number, v: number): readonly [number, number] => [
    cos * (u - x) - sin * (v - y) + x,
    sin * (u - x) + cos * (v - y) + y,
  ];
  return [cos * a - sin * b, sin * a + cos * b, cos * c - sin * d, sin * c + cos * d, ...shift(e, f)];
}

/** A new form of given size in points, lower left corner at the origin unless told. */
export function formOf(
  context: PDFContext,
  content: string,
  facts: { readonly box: Rectangle; readonly resources?: PDFDict; readonly matrix?: readonly number[] },
): PDFRef {
  const { box, resources, matrix } = facts;
  const dict = dictOf(context, {
    Type: PDFName.of("XObject"),
    Subtype: PDFName.of("Form"),
    BBox: arrayOf(context, [box.left, box.bottom, box.right, box.top]),
    Matrix: matrix === undefined ? null : arrayOf(context, matrix),
    Resources: resources ?? dictOf(context, {}),
  });
  return context.register(PDFRawStream.of(dict, Buffer.from(content, "latin1")));
}
