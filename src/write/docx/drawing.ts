/** What drawing needs to know of the whole document, and what it keeps count of on its way. */
import type { Picture, Report } from "../../model/document.ts";
import type { DocxContext } from "./context.ts";
import { HeadingLists } from "./heading-lists.ts";
import { Numbering } from "./numbering.ts";
import type { DrawnPicture } from "./pictures.ts";
import { placesOf } from "./places.ts";
import type { Place } from "./places.ts";

export interface Drawing {
  readonly context: DocxContext;
  /** What an anchor stands for. */
  readonly places: ReadonlyMap<string, Place>;
  /** Anchors whose bookmark is set: it can stand only once. */
  readonly marked: Set<string>;
  readonly numbering: Numbering;
  readonly headingLists: HeadingLists;
  readonly pictures: ReadonlyMap<Picture, DrawnPicture>;
}

/** A new document that is to be drawn from its first block to its last. */
export function drawingFor(
  context: DocxContext,
  report: Pick<Report, "front" | "blocks">,
  pictures: ReadonlyMap<Picture, DrawnPicture>,
): Drawing {
  const numbering = new Numbering(context.style, context.language);
  return {
    context,
    places: placesOf(report, context.style),
    marked: new Set(),
    numbering,
    headingLists: new HeadingLists(numbering),
    pictures,
  };
}
