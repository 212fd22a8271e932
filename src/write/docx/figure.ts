/** Figures: the picture in a line of its own, its caption below on the same page. */
import { AlignmentType, type FileChild, ImageRun, Paragraph } from "../../engines/docx.ts";
import type { Figure, Picture } from "../../model/document.ts";
import type { Style } from "../../schema/style.ts";
import { captionText } from "../marks.ts";
import { captionRuns } from "./captions.ts";
import type { Drawing } from "./drawing.ts";
import { styleIds } from "./names.ts";
import { cleanLine } from "./text.ts";

/** Pixels of docx, 96 an inch. */
const pixels = (mm: number): number => (mm / 25.4) * 96;

/** The size at which a picture is printed, mm: its own, made smaller to fit the text block with three lines of caption. */
export function printedSize({ width, height }: Picture, { page, roles }: Style): { width: number; height: number } {
  const caption = ((roles.caption.leading ?? roles.caption.size * 1.8) * 3 * 25.4) / 72;
  const room = { width: page.width - page.left - page.right, height: page.height - page.top - page.bottom - caption };
  const scale = Math.min(1, room.width / width, room.height / height);
  return { width: width * scale, height: height * scale };
}

/** Picture and caption; a figure whose picture cannot be drawn says so by its alternative text. */
export function drawFigure(drawing: Drawing, figure: Figure, newPage: boolean): FileChild[] {
  const { style } = drawing.context;
  const caption = captionText(figure, style);
  const drawn = drawing.pictures.get(figure.picture);
  const size = printedSize(figure.picture, style);
  const transformation = { width: pixels(size.width), height: pixels(size.height) };
  const alt = cleanLine(figure.alt);
  const altText = { name: cleanLine(caption || figure.alt), description: alt === "" ? cleanLine(caption) : alt };
  const picture =
    drawn === undefined
      ? []
      : [
          new ImageRun(
            drawn.svg === undefined
              ? { type: drawn.type, data: drawn.bytes, transformation, altText }
              : {
                  type: "svg",
                  data: drawn.svg,
                  fallback: { type: drawn.type, data: drawn.bytes },
                  transformation,
                  altText,
                },
          ),
        ];
  return [
    new Paragraph({ style: styleIds.figure, pageBreakBefore: newPage, keepNext: caption !== "", children: picture }),
    ...(caption === ""
      ? []
      : [
          new Paragraph({
            style: styleIds.caption,
            keepNext: false,
            alignment: AlignmentType.CENTER,
            children: captionRuns(drawing, figure),
          }),
        ]),
  ];
}
