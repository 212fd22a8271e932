/** Places of the document that something leads to: headings, tables, figures, attachments, with their bookmarks. */
import type { Block, Report } from "../../model/document.ts";
import type { Style } from "../../schema/style.ts";
import { captionText, headingMark } from "../marks.ts";

export interface Place {
  /** A name that Word accepts: a letter or an underscore first, no hyphens, at most 40 characters. */
  readonly bookmark: string;
  /** What the bookmark holds: a reference field is filled with it. */
  readonly text: string;
  /** Number of the heading in the list of its style; empty without one. */
  readonly mark: string;
}

/** Every anchor with its place; of two with the same anchor the first counts. */
export function placesOf(report: Pick<Report, "front" | "blocks">, style: Style): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  const add = (anchor: string | undefined, kind: string, text: string, mark = ""): void => {
    if (anchor === undefined || places.has(anchor)) return;
    places.set(anchor, { bookmark: `${kind}${String(places.size + 1).padStart(9, "0")}`, text, mark });
  };
  const visit = (block: Block): void => {
    if (block.type === "heading")
      add(block.anchor, "_Toc", block.text, block.numbers === null ? "" : headingMark(block, style));
    else if (block.type === "attachment") add(block.anchor, "_Toc", block.title);
    else if (block.type === "list") block.items.flat().forEach(visit);
    else if (block.type === "table" || block.type === "figure") {
      const numbered = block.number !== undefined && block.number !== null;
      const label = style.captions[block.type].split("{n}")[0] ?? "";
      add(block.anchor, "_Ref", numbered ? `${label}${String(block.number)}` : captionText(block, style));
    }
  };
  [...report.front, ...report.blocks].forEach(visit);
  return places;
}
