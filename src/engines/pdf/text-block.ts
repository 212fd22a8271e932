/** Text set into a box as operators: wrapped, aligned, shrunk until it fits. */
import type { PDFContext, PDFDict, PDFFont } from "pdf-lib";
import { dictOf, heightOf, plainAll, widthOf } from "./objects.ts";
import type { Rectangle } from "./objects.ts";

export interface TextStyle {
  readonly box: Rectangle;
  /** Points; 0 chooses the size that fits. */
  readonly size: number;
  /** Operators that set the colour. */
  readonly color: string;
  /** 0 left, 1 centred, 2 right (/Q). */
  readonly align: number;
  readonly multiline: boolean;
  /** Number of equal cells, one for each character; 0 for running text. */
  readonly comb: number;
}

export interface TextBlock {
  readonly operators: string;
  readonly resources: (context: PDFContext) => PDFDict;
}

/** Height of a line and of capitals, in sizes of the font. */
const [leading, capitals] = [1.2, 0.73];

const [smallest, usual] = [4, 12];

/** Sets text in the font; all of it stays inside the box as far as the smallest size allows. */
export function textBlock(text: string, font: PDFFont, style: TextStyle): TextBlock {
  const clean = text
    .replaceAll(/\r\n?/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(/[^\P{Cc}\n]/gu, "");
  const single = clean.replaceAll("\n", " ");
  const set = style.comb > 0 ? cells(single, font, style) : lines(style.multiline ? clean : single, font, style);
  const { box } = style;
  return {
    operators: [
      `${plainAll(box.left, box.bottom, widthOf(box), heightOf(box))} re W n BT ${style.color}`,
      `/EvText ${plainAll(set.size)} Tf`,
      ...set.pieces.map(
        ({ x, y, text: piece }) => `1 0 0 1 ${plainAll(x, y)} Tm ${font.encodeText(piece).toString()} Tj`,
      ),
      "ET",
    ].join(" "),
    resources: (context) => dictOf(context, { Font: dictOf(context, { EvText: font.ref }) }),
  };
}

interface Placed {
  readonly size: number;
  readonly pieces: readonly { readonly x: number; readonly y: number; readonly text: string }[];
}

function cells(text: string, font: PDFFont, { box, size, comb }: TextStyle): Placed {
  const cell = widthOf(box) / comb;
  const chosen = size > 0 ? size : Math.min(usual, heightOf(box) * 0.8, cell * 1.2);
  const y = box.bottom + (heightOf(box) - capitals * chosen) / 2;
  const pieces = [...text].slice(0, comb).map((each, index) => {
    const x = box.left + (index + 0.5) * cell - font.widthOfTextAtSize(each, chosen) / 2;
    return { x, y, text: each };
  });
  return { size: chosen, pieces };
}

function lines(text: string, font: PDFFont, { box, size, align, multiline }: TextStyle): Placed {
  const [width, height] = [Math.max(widthOf(box) - 2, 1), heightOf(box)];
  const wrap = (at: number): string[] => (multiline ? wrapped(text, font, at, width) : [text]);
  const first = multiline ? usual : Math.max(height * 0.75, smallest);
  let chosen = size > 0 ? size : first;
  const fits = (at: number): boolean => {
    const rows = wrap(at);
    return (
      rows.length * at * (multiline ? leading : 1) <= height + 1 &&
      rows.every((row) => font.widthOfTextAtSize(row, at) <= width + 1)
    );
  };
  while (chosen > smallest && !fits(chosen)) chosen = Math.max(chosen * 0.92, smallest);
  const top = multiline ? box.top - chosen : box.bottom + (height - capitals * chosen) / 2;
  const pieces = wrap(chosen).map((row, index) => {
    const free = width - font.widthOfTextAtSize(row, chosen);
    const shift = align === 1 ? free / 2 : align === 2 ? free : 0;
    return { x: box.left + 1 + shift, y: top - index * chosen * leading, text: row };
  });
  return { size: chosen, pieces };
}

/** Breaks at spaces, and between any two characters of scripts that know no spaces. */
function wrapped(text: string, font: PDFFont, size: number, width: number): string[] {
  return text.split("\n").flatMap((paragraph) => {
    const words = paragraph.match(/[\p{Script=Han}\p{P}]|[^\s\p{Script=Han}\p{P}]+\s*|\s+/gu) ?? [""];
    const rows = [""];
    for (const word of words) {
      const last = rows.at(-1) ?? "";
      if (last !== "" && font.widthOfTextAtSize((last + word).trimEnd(), size) > width) rows.push(word);
      else rows[rows.length - 1] = last + word;
    }
    return rows;
  });
}

/** Size and colour of a default appearance string (ISO 32000-1, 12.7.3.3); black when it tells none. */
export function defaultAppearance(text: string | null): { readonly size: number; readonly color: string } {
  const size = Number(/(-?[\d.]+)\s+Tf/u.exec(text ?? "")?.[1] ?? 0);
  const color = /((?:-?[\d.]+\s+){1,4}(?:g|rg|k))(?:\s|$)/u.exec(text ?? "")?.[1];
  return { size: Number.isFinite(size) && size > 0 && size < 1000 ? size : 0, color: color ?? "0 g" };
}

const operatorOf: Readonly<Record<number, readonly [fill: string, stroke: string]>> = {
  1: ["g", "G"],
  3: ["rg", "RG"],
  4: ["k", "K"],
};

/** Operators that set a colour of one, three or four parts; none for anything else. */
export function colorOperators(parts: readonly number[], use: "fill" | "stroke"): string {
  const operator = operatorOf[parts.length]?.[use === "fill" ? 0 : 1];
  return operator === undefined ? "" : `${plainAll(...parts)} ${operator}`;
}
