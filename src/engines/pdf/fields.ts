/** Form fields: what they hold, and how that is drawn where the file brings no drawing of it. */
import { PDFArray, PDFName } from "pdf-lib";
import type { PDFContext, PDFDict, PDFFont, PDFObject, PDFRef } from "pdf-lib";
import { formOf, normalAppearance } from "./annotations.ts";
import {
  dictIn,
  dictOf,
  heightOf,
  isText,
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

/** A field's entry, inherited from the fields above it (ISO 32000-1, 12.7.3.1). */
function inheritedEntry(field: PDFDict, key: string): PDFObject | undefined {
  let dict: PDFDict | null = field;
  for (let level = 0; dict !== null && level < 32; level += 1) {
    const value = dict.lookup(PDFName.of(key));
    if (value !== undefined) return value;
    dict = dictIn(dict, "Parent");
  }
  return undefined;
}

const inheritedText = (field: PDFDict, key: string): string | null => {
  const value = inheritedEntry(field, key);
  return isText(value) ? value.decodeText() : null;
};

function inheritedNumber(field: PDFDict, key: string): number {
  const value = inheritedEntry(field, key);
  return value !== undefined && "asNumber" in value ? (value as { asNumber(): number }).asNumber() : 0;
}

/** Bits of /Ff (ISO 32000-1, tables 226, 228 and 230). */
const flag = { multiline: 1 << 12, password: 1 << 13, combo: 1 << 17, comb: 1 << 24 } as const;

export interface Form {
  readonly dict: PDFDict;
  /** The file asks its readers to draw all fields anew. */
  readonly stale: boolean;
}

export function formIn(catalog: PDFDict): Form | null {
  const dict = dictIn(catalog, "AcroForm");
  if (dict === null) return null;
  return { dict, stale: String(dict.lookup(PDFName.of("NeedAppearances"))) === "true" };
}

/**
 * Draws a field whose file does not: text and choices with their value, a tick for what is ticked. Null when
 * the file's own drawing counts, or nothing is to be seen. `font` is asked for only when text is drawn.
 */
export async function fieldAppearance(
  widget: PDFDict,
  form: Form | null,
  context: PDFContext,
  font: () => Promise<PDFFont>,
): Promise<PDFRef | null> {
  const type = inheritedEntry(widget, "FT");
  const kind = type instanceof PDFName ? type.decodeText() : "";
  const rect = rectangleIn(widget, "Rect");
  if (rect === null || widthOf(rect) <= 0 || heightOf(rect) <= 0) return null;
  const own = normalAppearance(widget);
  if (kind === "Btn") return own === null && dictIn(widget, "AP") === null ? tick(widget, rect, context) : null;
  if (kind !== "Tx" && kind !== "Ch") return null;
  const text = shownValue(widget, kind);
  if (text === "" || (own !== null && form?.stale !== true)) return null;
  return textAppearance(
    widget,
    { rect, kind, text, fallback: form === null ? null : textIn(form.dict, "DA") },
    context,
    await font(),
  );
}

interface Filled {
  readonly rect: Rectangle;
  readonly kind: "Tx" | "Ch";
  readonly text: string;
  /** Default appearance of the form. */
  readonly fallback: string | null;
}

function textAppearance(
  widget: PDFDict,
  { rect, kind, text, fallback }: Filled,
  context: PDFContext,
  font: PDFFont,
): PDFRef {
  const frame = frameOf(widget, rect);
  const flags = inheritedNumber(widget, "Ff");
  const comb = kind === "Tx" && (flags & flag.comb) !== 0 ? inheritedNumber(widget, "MaxLen") : 0;
  const block = textBlock(text, font, {
    ...defaultAppearance(inheritedText(widget, "DA") ?? fallback),
    box: frame.inner,
    align: inheritedNumber(widget, "Q"),
    multiline: kind === "Tx" ? (flags & flag.multiline) !== 0 : (flags & flag.combo) === 0,
    comb: Math.min(Math.max(comb, 0), 1000),
  });
  const content = `${frame.operators}\n/Tx BMC q ${block.operators} Q EMC`;
  return formOf(context, content, { box: frame.box, matrix: frame.matrix, resources: block.resources(context) });
}

/** The value as it is read: for choices the words that stand for it, for a password only its length. */
function shownValue(widget: PDFDict, kind: "Tx" | "Ch"): string {
  const value = inheritedEntry(widget, "V");
  const values = (value instanceof PDFArray ? itemsOf(value) : [value]).flatMap((each) =>
    isText(each) || each instanceof PDFName ? [each.decodeText()] : [],
  );
  if (kind === "Tx") {
    const text = values[0] ?? "";
    return (inheritedNumber(widget, "Ff") & flag.password) === 0 ? text : "*".repeat([...text].length);
  }
  const options = inheritedEntry(widget, "Opt");
  const words = new Map(
    (options instanceof PDFArray ? itemsOf(options) : []).flatMap((each): [string, string][] => {
      const [key, shown] = each instanceof PDFArray ? itemsOf(each) : [];
      return isText(key) && isText(shown) ? [[key.decodeText(), shown.decodeText()]] : [];
    }),
  );
  return values.map((each) => words.get(each) ?? each).join("\n");
}

interface Frame {
  readonly box: Rectangle;
  /** Where text may stand. */
  readonly inner: Rectangle;
  readonly operators: string;
  readonly matrix: readonly number[];
}

/** Background and border of a field, in a box of its own that its /MK may turn (ISO 32000-1, table 189). */
function frameOf(widget: PDFDict, rect: Rectangle): Frame {
  const style = dictIn(widget, "MK") ?? dictOf(widget.context, {});
  const turn = (((numberIn(style, "R") ?? 0) % 360) + 360) % 360;
  const lying = turn === 90 || turn === 270;
  const [width, height] = lying ? [heightOf(rect), widthOf(rect)] : [widthOf(rect), heightOf(rect)];
  const border = numbersIn(style, "BC");
  const line = border === null ? 0 : (numberIn(dictIn(widget, "BS") ?? style, "W") ?? 1);
  const background = numbersIn(style, "BG");
  const inset = Math.min(Math.max(line, 1), width / 4, height / 4);
  const operators = [
    ...(background === null ? [] : [`${colorOperators(background, "fill")} ${plainAll(0, 0, width, height)} re f`]),
    ...(border === null || line <= 0
      ? []
      : [
          `${colorOperators(border, "stroke")} ${plainAll(line)} w`,
          `${plainAll(line / 2, line / 2, width - line, height - line)} re S`,
        ]),
  ];
  const matrices: Readonly<Record<number, readonly number[]>> = {
    90: [0, 1, -1, 0, height, 0],
    180: [-1, 0, 0, -1, width, height],
    270: [0, -1, 1, 0, 0, width],
  };
  return {
    box: { left: 0, bottom: 0, right: width, top: height },
    inner: { left: inset, bottom: inset, right: width - inset, top: height - inset },
    operators: `q ${operators.join(" ")} Q`,
    matrix: matrices[turn] ?? [1, 0, 0, 1, 0, 0],
  };
}

/** A check box or radio button that is on. */
function tick(widget: PDFDict, rect: Rectangle, context: PDFContext): PDFRef | null {
  const frame = frameOf(widget, rect);
  const value = inheritedEntry(widget, "V");
  const state = nameIn(widget, "AS") ?? (value instanceof PDFName ? value.decodeText() : "Off");
  const [width, height] = [widthOf(frame.box), heightOf(frame.box)];
  const at = (x: number, y: number): string => plainAll(x * width, y * height);
  const mark = `q ${plainAll(Math.min(width, height) / 8)} w ${at(0.2, 0.5)} m ${at(0.42, 0.25)} l ${at(0.8, 0.78)} l S Q`;
  const content = state === "Off" ? frame.operators : `${frame.operators} ${mark}`;
  return formOf(context, content, { box: frame.box, matrix: frame.matrix });
}
