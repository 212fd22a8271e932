/** Counts what a document counts: headings, tables with a caption, figures with one. */
import type { Block, Heading } from "../model/document.ts";

/**
 * The blocks with their numbers. A heading that is to be counted (`numbers` is a list) gets its place among the counted
 * headings of its level, and those of the levels above it; a heading of any kind starts the levels below it anew.
 * Tables and figures are counted through, those with a caption only.
 */
export function numbered(blocks: readonly Block[]): Block[] {
  const counts = [0, 0, 0, 0];
  let tables = 0;
  let figures = 0;
  return blocks.map((block): Block => {
    if (block.type === "heading") return { ...block, numbers: countHeading(block, counts) };
    if (block.type === "table" && block.caption !== null) return { ...block, number: (tables += 1) };
    if (block.type === "figure" && block.caption !== null) return { ...block, number: (figures += 1) };
    return block;
  });
}

/** `counts`: how many headings of each level were counted under those above it; brought up to date. */
function countHeading({ level, numbers }: Heading, counts: number[]): readonly number[] | null {
  counts.fill(0, level);
  if (numbers === null) return null;
  counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  return counts.slice(0, level);
}
