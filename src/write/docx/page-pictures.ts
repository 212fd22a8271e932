/** Pages of the appendix as pictures, each on a page of its own from edge to edge. */
import {
  type FileChild,
  HorizontalPositionRelativeFrom,
  ImageRun,
  type ISectionOptions,
  Paragraph,
  TextWrappingType,
  VerticalPositionRelativeFrom,
} from "../../engines/docx.ts";
import type { Style } from "../../schema/style.ts";
import type { Drawing } from "./drawing.ts";
import { textRuns } from "./inline.ts";
import { picturesSection } from "./sections.ts";
import { cleanLine } from "./text.ts";

export interface PagePicture {
  /** Stands in for the bytes of the picture, which are put in later: no two alike. */
  readonly mark: string;
  /** Size as seen, in points; null for a page that cannot be drawn: its words stand there instead. */
  readonly points: readonly [width: number, height: number] | null;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
}

const [pixelsPerPoint, emuPerPoint] = [96 / 72, 12_700];

/** The pages in sections, a new one wherever upright pages and those on their side meet. */
export function pictureSections(drawing: Drawing, pages: readonly PagePicture[]): ISectionOptions[] {
  const { style } = drawing.context;
  const runs: { landscape: boolean; pages: PagePicture[] }[] = [];
  for (const page of pages) {
    const landscape = page.points !== null && page.points[0] > page.points[1];
    const run = runs.at(-1);
    if (run?.landscape === landscape) run.pages.push(page);
    else runs.push({ landscape, pages: [page] });
  }
  return runs.map((run) => {
    const children = run.pages.map((page, index) =>
      pageOf(drawing, page, { landscape: run.landscape, first: index === 0 }),
    );
    return picturesSection({ style, watermark: null }, children, run.landscape);
  });
}

function pageOf(
  drawing: Drawing,
  { mark, points, alt }: PagePicture,
  { landscape, first }: { readonly landscape: boolean; readonly first: boolean },
): FileChild {
  const words = cleanLine(alt);
  if (points === null) return new Paragraph({ pageBreakBefore: !first, children: textRuns(drawing, words) });
  const [width, height] = fitted(points, paperOf(drawing.context.style, landscape));
  const paper = paperOf(drawing.context.style, landscape);
  const offset = (room: number, own: number): number => Math.round(((room - own) / 2) * emuPerPoint);
  const picture = new ImageRun({
    type: "jpg",
    data: Buffer.from(mark),
    transformation: { width: width * pixelsPerPoint, height: height * pixelsPerPoint },
    altText: { name: words, description: words },
    floating: {
      horizontalPosition: { relative: HorizontalPositionRelativeFrom.PAGE, offset: offset(paper[0], width) },
      verticalPosition: { relative: VerticalPositionRelativeFrom.PAGE, offset: offset(paper[1], height) },
      wrap: { type: TextWrappingType.NONE },
    },
  });
  return new Paragraph({ pageBreakBefore: !first, children: [picture] });
}

type Size = readonly [width: number, height: number];

const paperOf = ({ page }: Style, landscape: boolean): Size => {
  const [width, height] = [(page.width / 25.4) * 72, (page.height / 25.4) * 72];
  return landscape ? [height, width] : [width, height];
};

/** Its own size, or as large as the paper where it is larger: a receipt stays one. */
function fitted([width, height]: Size, paper: Size): Size {
  const scale = Math.min(1, paper[0] / width, paper[1] / height);
  return [width * scale, height * scale];
}
