/** Sections: the page, its grid, where numbering starts, what stands at head and foot. */
import {
  DocumentGridType,
  type FileChild,
  type ISectionOptions,
  NoteNumberRestart,
  NumberFormat,
  PageOrientation,
  SectionType,
} from "../../engines/docx.ts";
import type { Style } from "../../schema/style.ts";
import { geometryOf, sideways } from "./geometry.ts";
import { countedForm } from "./numbering.ts";
import { footersOf, isTwoSided, watermarkHeaders } from "./page-mark.ts";

export interface SectionLook {
  readonly style: Style;
  /** Light words across every page; null for none. */
  readonly watermark: string | null;
}

/** A section without page marks: the cover, and what stands before the contents. */
export const plainSection = ({ style, watermark }: SectionLook, children: readonly FileChild[]): ISectionOptions => ({
  properties: { ...pageOf(style), type: SectionType.NEXT_PAGE },
  ...watermarkHeaders(style, watermark, false),
  children,
});

/** Pages that are pictures: no marks of their own. `landscape` lies on its side. */
export const picturesSection = (
  { style }: SectionLook,
  children: readonly FileChild[],
  landscape: boolean,
): ISectionOptions => ({
  properties: { ...pageOf(landscape ? sideways(style) : style), type: SectionType.NEXT_PAGE },
  children,
});

/** The contents: marked where the style has a form for it, counted from the cover. */
export function contentsSection(look: SectionLook, children: readonly FileChild[]): ISectionOptions {
  const { front } = look.style.page_mark;
  const plain = plainSection(look, children);
  if (front === undefined) return plain;
  const { page, ...rest } = pageOf(look.style);
  const page_ = { ...page, pageNumbers: { formatType: numberFormat(front) } };
  return {
    ...plain,
    properties: { ...rest, page: page_, type: SectionType.NEXT_PAGE },
    footers: footersOf(look.style, front, false),
  };
}

/**
 * A part of the body. The first begins with page 1, which is the front of a leaf where odd and even pages differ; the
 * others run on. A part that is turned lies on its side, its page mark where it is on upright pages.
 */
export function bodySection(
  { style, watermark }: SectionLook,
  children: readonly FileChild[],
  { first = true, turned = false }: { first?: boolean; turned?: boolean } = {},
): ISectionOptions {
  const { form } = style.page_mark;
  const { page, grid, ...rest } = pageOf(turned ? sideways(style) : style);
  const pageNumbers = { formatType: numberFormat(form), ...(first ? { start: 1 } : {}) };
  return {
    properties: {
      ...rest,
      page: { ...page, pageNumbers },
      grid,
      type: first && isTwoSided(style) ? SectionType.ODD_PAGE : SectionType.NEXT_PAGE,
    },
    ...watermarkHeaders(style, watermark, turned),
    footers: footersOf(style, form, turned),
    children,
  };
}

type Format = (typeof NumberFormat)[keyof typeof NumberFormat];

const numberFormat = (form: string): Format => {
  const { format } = countedForm(form, "");
  return Object.values(NumberFormat).find((each) => each === format) ?? NumberFormat.DECIMAL;
};

type Properties = NonNullable<ISectionOptions["properties"]>;

function pageOf(
  style: Style,
): Pick<Properties, "page" | "footnoteProperties"> & { grid: NonNullable<Properties["grid"]> } {
  const geometry = geometryOf(style);
  const { top, bottom, left, right, width, height, footer } = geometry;
  const { form, restart } = style.notes;
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
    footnoteProperties: {
      numberFormat: { type: numberFormat(form) },
      restart: restart === "page" ? NoteNumberRestart.EACH_PAGE : NoteNumberRestart.CONTINUOUS,
    },
  };
}
