/** Narratives (自评文字) as they are read: blocks, the words in them, and what of them could not be kept. */
import type { Block, Inline } from "./document.ts";
import type { Mention } from "./mention.ts";
import type { SourceRef } from "./source.ts";

/** What cannot stand in a report as it stands in a narrative; its words are kept where it has any. */
export const losses = [
  "html",
  "deletion",
  "note-undefined",
  "note-unused",
  "note-in-note",
  "note-in-heading",
  "mention-in-heading",
  "definition-unused",
  "link",
  "control",
  "merged-cells",
  "table-in-cell",
  "raised",
  "picture",
  "text-box",
  "equation",
  "object",
  "chart",
  "diagram",
  "comment",
  "revision",
  "header",
  "contents",
  "element",
] as const;

export interface Loss {
  readonly what: (typeof losses)[number];
  readonly count: number;
  readonly at: SourceRef;
}

/** Every inline of some blocks, those of lists, tables and notes too, in reading order. */
export function inlinesIn(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => {
    if ("content" in block) return block.content.flatMap(withNote);
    if (block.type === "list") return block.items.flatMap(inlinesIn);
    return block.type === "table" ? block.rows.flat().flat().flatMap(withNote) : [];
  });
}

const withNote = (inline: Inline): Inline[] =>
  inline.type === "note" ? [inline, ...inline.content.flatMap(withNote)] : [inline];

/** What some blocks name by a sign, in reading order. */
export const mentionsIn = (blocks: readonly Block[]): Mention[] =>
  inlinesIn(blocks).flatMap((inline) => ("mention" in inline && inline.mention !== undefined ? [inline.mention] : []));
