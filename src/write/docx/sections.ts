/** Sections: the page, its grid, where numbering starts, and the page mark at its foot. */
import {
  DocumentGridType,
  type FileChild,
  Footer,
  type ISectionOptions,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  TextRun,
} from "../../engines/docx.ts";
import type { Style } from "../../schema/style.ts";
import { geometryOf } from "./geometry.ts";
import { styleIds } from "./names.ts";
import { cleanLine } from "./text.ts";

/** A section without page marks: cover, contents. */
export const plainSection = (style: Style, children: readonly FileChild[]): ISectionOptions => ({
  properties: { ...pageOf(style), type: SectionType.NEXT_PAGE },
  children,
});

/** The body: page 1 is the front of a leaf where odd and even pages differ. */
export function bodySection(style: Style, children: readonly FileChild[]): ISectionOptions {
  const outer = style.page_mark.position === "outer";
  const { page, grid } = pageOf(style);
  return {
    properties: {
      page: { ...page, pageNumbers: { start: 1 } },
      grid,
      type: outer ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
    },
    footers: {
      default: pageMark(style, styleIds.footer),
      ...(outer ? { even: pageMark(style, styleIds.footerEven) } : {}),
    },
    children,
  };
}

function pageOf(style: Style): Pick<NonNullable<ISectionOptions["properties"]>, "page"> & {
  grid: { type: "linesAndChars" | "default"; linePitch: number; charSpace?: number };
} {
  const geometry = geometryOf(style);
  const { top, bottom, left, right, width, height, footer } = geometry;
  return {
    page: {
      // The library turns a landscape page itself.
      size:
        width > height ? { width: height, height: width, orientation: PageOrientation.LANDSCAPE } : { width, height },
      margin: { top, bottom, left, right, header: Math.round(top / 2), footer, gutter: 0 },
    },
    grid:
      geometry.grid === null
        ? { type: DocumentGridType.DEFAULT, linePitch: 312 }
        : { type: DocumentGridType.LINES_AND_CHARS, ...geometry.grid },
  };
}

/** The number in the form that the style gives, `{n}` standing for it. */
function pageMark(style: Style, styleId: string): Footer {
  const [before = "", ...after] = style.page_mark.form.split("{n}").map((part) => part.replace(/[\r\n\t]/g, " "));
  const children = [before, PageNumber.CURRENT, after.join("")]
    .filter((part) => part !== "")
    .map((part) => (part === PageNumber.CURRENT ? part : keepEdges(part)));
  // Where dashes stand: they belong to the Chinese font.
  return new Footer({
    children: [new Paragraph({ style: styleId, children: [new TextRun({ font: { hint: "eastAsia" }, children })] })],
  });
}

/** Spaces beside the number stay. */
const keepEdges = (part: string): string =>
  `${/^\s/.test(part) ? " " : ""}${cleanLine(part)}${/\s$/.test(part) ? " " : ""}`;
