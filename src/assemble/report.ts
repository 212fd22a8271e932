/** The self-assessment report (自评报告) and the briefing (汇报稿): what their templates make of the same data. */
import type { Block, Cover, Report } from "../model/document.ts";
import type { TextFile } from "../model/workspace.ts";
import type { Assembling } from "./assembling.ts";
import { numbered } from "./numbered.ts";
import { parts } from "./parts/registry.ts";
import { renderReport } from "./template/render.ts";

/** Throws `Fatal` when the template is wrong. */
export function assembleReport(
  from: Assembling,
  template: TextFile,
  cover: Cover,
  watermark: string | null,
  known = parts,
): Report {
  const { front, blocks, contentsTitle, cover: covered } = renderReport(template, from, known);
  const heading = blocks.find((block) => block.type === "title")?.text;
  return {
    language: from.workspace.language,
    cover: covered || heading === undefined ? cover : { ...cover, title: heading },
    ...(covered ? {} : { letter: true }),
    front,
    contentsTitle,
    blocks: named(numbered(blocks)),
    watermark,
  };
}

/**
 * Every heading has an anchor, and no two the same: a text may stand in a report twice. A counted one without a code has
 * its place below its chapter for one: 2, 2.1.
 */
function named(blocks: readonly Block[]): Block[] {
  const taken = new Map<string, number>();
  return blocks.map((block, index) => {
    if (block.type !== "heading") return block;
    const anchor = block.anchor === "" ? `heading-${String(index)}` : block.anchor;
    const times = (taken.get(anchor) ?? 0) + 1;
    taken.set(anchor, times);
    return {
      ...block,
      code: block.code === "" && block.numbers !== null ? block.numbers.slice(1).join(".") : block.code,
      anchor: times === 1 ? anchor : `${anchor}-${String(times)}`,
    };
  });
}
