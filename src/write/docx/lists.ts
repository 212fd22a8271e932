/** Lists with Word's own numbering. */
import { type FileChild, Paragraph } from "../../engines/docx.ts";
import type { Block, List } from "../../model/document.ts";
import { em } from "./geometry.ts";
import type { Drawing } from "./drawing.ts";
import { inlineRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { Numbered } from "./numbered.ts";
import { deepestLevel, listIndent } from "./numbering.ts";

export interface ListPlace {
  readonly newPage: boolean;
  /** How many lists stand around this one. */
  readonly depth: number;
}

/**
 * One list. The first paragraph of an item carries its mark; what follows in it stands below its words, lists in it a
 * level further in; `drawMore` draws anything else.
 */
export function drawList(
  drawing: Drawing,
  { ordered, items, start = 1 }: List,
  place: ListPlace,
  drawMore: (block: Block) => readonly FileChild[],
): FileChild[] {
  const { style } = drawing.context;
  const { depth } = place;
  const level = Math.min(depth, deepestLevel);
  const id = drawing.numbering.list(ordered, level, start);
  const flush = style.lists.wrap === "flush";
  const { left } = listIndent(style, ordered, depth);
  const within = flush ? { firstLine: Math.round(style.roles.body.indent * em(style)) } : { left };
  const more = (block: Block): readonly FileChild[] => {
    if (block.type === "list") return drawList(drawing, block, { newPage: false, depth: depth + 1 }, drawMore);
    if (block.type !== "paragraph") return drawMore(block);
    return [new Paragraph({ style: styleIds.list, indent: within, children: inlineRuns(drawing, block.content) })];
  };
  return items.flatMap(([first, ...rest], index) => {
    const opens = first === undefined || first.type === "paragraph";
    const marked = new Numbered(
      {
        style: styleIds.list,
        pageBreakBefore: place.newPage && index === 0,
        ...(depth > deepestLevel ? { indent: deeper(drawing, ordered, depth) } : {}),
        children: opens ? inlineRuns(drawing, first?.content ?? []) : [],
      },
      { id, level },
    );
    return [marked, ...(opens ? rest : [first, ...rest]).flatMap(more)];
  });
}

/** Word knows nine levels: those below take the mark of the last and their own indent. */
function deeper(
  { context: { style } }: Drawing,
  ordered: boolean,
  depth: number,
): { left: number; hanging: number } | { firstLine: number } {
  const { left, hanging } = listIndent(style, ordered, depth);
  return style.lists.wrap === "flush" ? { firstLine: left - hanging } : { left, hanging };
}
