/** What stands on a page besides its text: the page mark at its foot, and a watermark behind it. */
import { Footer, Header, PageNumber, Paragraph, TextRun, TextWatermark } from "../../engines/docx.ts";
import type { ISectionOptions } from "../../engines/docx.ts";
import type { Style } from "../../schema/style.ts";
import { geometryOf, twips } from "./geometry.ts";
import { styleIds } from "./names.ts";
import { countedForm } from "./numbering.ts";
import { roughWidth } from "../../model/rough-width.ts";
import { cleanLine } from "./text.ts";
import { element, w } from "./xml.ts";

export const isTwoSided = (style: Style): boolean => style.page_mark.position === "outer";

/** The footers of pages with a mark of this form: at the outer edge of odd and even pages, or in the middle. */
export function footersOf(style: Style, form: string, turned: boolean): NonNullable<ISectionOptions["footers"]> {
  const footer = (styleId: string): Footer => {
    const mark = markParagraph(styleId, form);
    return new Footer({ children: [turned ? turnedMark(style, mark) : mark] });
  };
  return {
    default: footer(styleIds.footer),
    ...(isTwoSided(style) ? { even: footer(styleIds.footerEven) } : {}),
  };
}

/** The number in the form that the style gives, `{n}` standing for it. */
function markParagraph(styleId: string, form: string): Paragraph {
  const [before = "", ...after] = countedForm(form, "{n}").text.split("{n}");
  const children = [before, PageNumber.CURRENT, after.join("")]
    .filter((part) => part !== "")
    .map((part) => (part === PageNumber.CURRENT ? part : keepEdges(part.replace(/[\r\n\t]/gu, " "))));
  // Where dashes stand: they belong to the Chinese font.
  return new Paragraph({ style: styleId, children: [new TextRun({ font: { hint: "eastAsia" }, children })] });
}

/** Spaces beside the number stay. */
const keepEdges = (part: string): string =>
  `${/^\s/.test(part) ? " " : ""}${cleanLine(part)}${/\s$/.test(part) ? " " : ""}`;

/**
 * The mark of a sheet that lies on its side, where it stands on all others once the sheet is turned back: in a box along
 * the left edge, read from the right (GB/T 9704-2012, 11). Word, WPS and LibreOffice all know the old form of such a box.
 */
function turnedMark(style: Style, mark: Paragraph): Paragraph {
  const { footer, left, right, width } = geometryOf(style);
  const points = (value: number): string => `${String(value / 20)}pt`;
  const line = Math.round(twips(style.roles.page_number.size) * 1.2);
  const place = {
    position: "absolute",
    "margin-left": points(footer - (line - twips(style.roles.page_number.size))),
    "margin-top": points(left),
    width: points(line),
    height: points(width - left - right),
    "z-index": "251658240",
    "mso-position-horizontal-relative": "page",
    "mso-position-vertical-relative": "page",
  };
  const css = Object.entries(place).map(([name, value]) => `${name}:${value}`);
  const box = element(
    "v:rect",
    { style: css.join(";"), filled: "f", stroked: "f" },
    element("v:textbox", { style: "layout-flow:vertical", inset: "0,0,0,0" }, w("txbxContent", {}, mark)),
  );
  const anchor = new Paragraph({ style: styleIds.header });
  anchor.addChildElement(w("r", {}, w("pict", {}, box)));
  return anchor;
}

/** Headers that carry light words across every page, as Word's own watermarks do; none without words. */
export function watermarkHeaders(
  style: Style,
  words: string | null,
  turned: boolean,
): Pick<ISectionOptions, "headers"> {
  const text = cleanLine(words ?? "");
  if (text === "") return {};
  const header = (): Header =>
    new Header({ children: [new Paragraph({ style: styleIds.header, children: [watermark(style, text, turned)] })] });
  return { headers: { default: header(), ...(isTwoSided(style) ? { even: header() } : {}) } };
}

function watermark(style: Style, text: string, turned: boolean): TextWatermark {
  const { angle, grey } = style.watermark;
  const { size, face } = style.roles.watermark;
  const { width, height } = geometryOf(style);
  const [wide, high] = turned ? [height, width] : [width, height];
  const radians = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.abs(Math.cos(radians)), Math.abs(Math.sin(radians))].map((each) => Math.max(each, 0.01));
  const room = (0.86 * Math.min(wide / (cos ?? 1), high / (sin ?? 1))) / 20;
  const ems = Math.max(1, roughWidth(text));
  const length = Math.min(room, ems * size);
  const shade = Math.round((grey / 100) * 255)
    .toString(16)
    .toUpperCase()
    .padStart(2, "0");
  return new TextWatermark({
    text,
    font: style.faces[face]?.docx ?? "Arial",
    color: shade.repeat(3),
    opacity: 1,
    rotation: (angle + 360) % 360,
    width: Math.round(length),
    height: Math.round((length / ems) * 1.1),
  });
}
