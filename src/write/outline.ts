/** The pack as plain text: what `compile --outline` prints, and what a person reads in a golden. */
import type { Block } from "../model/document.ts";
import { fill } from "../assemble/format.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan } from "../model/plan.ts";
import type { RenderedExhibits } from "../model/rendered.ts";
import type { Looks } from "../schema/looks.ts";
import { plainCell, plainInline, references } from "./resolve.ts";
import type { References } from "./resolve.ts";

export interface OutlineFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedExhibits;
  readonly looks: Looks;
}

export function writeOutline({ pack, plan, rendered, looks: { words } }: OutlineFacts): string {
  const refs = references(plan, words);
  const report = pack.report.blocks.flatMap((block) => blockLines(block, refs));
  return [
    `# ${words.files.report}`,
    ...pack.report.cover.marks.map((mark) => `[${mark}]`),
    pack.title,
    ...report,
    "",
    `# ${words.files.appendix}`,
    ...plan.parts.map(({ part, first, last }) => {
      const pages = fill(words.outline.pages, { from: first, to: last });
      if (part.type === "exhibit") {
        const exhibit = pack.exhibits.find((each) => each.id === part.exhibit);
        const how = rendered.get(part.exhibit);
        const reason = how?.type === "card" ? ` [${words.marks.placeholder}: ${how.reason}]` : "";
        return `    ${part.exhibit} ${exhibit?.title ?? ""} (${pages})${reason}`;
      }
      return part.type === "divider" ? `  ${part.code} (${pages})` : `  ${part.type} (${pages})`;
    }),
    ...(pack.omitted.length === 0 ? [] : ["", `# ${words.outline.omitted}`]),
    ...pack.omitted.map(({ evidence, reason }) => `  ${evidence.path} [${reason}]`),
    "",
  ].join("\n");
}

function blockLines(block: Block, refs: References): string[] {
  switch (block.type) {
    case "heading":
      return ["", `${"#".repeat(block.level + 1)} ${block.mark} ${block.text}`.replace(/ {2,}/gu, " ")];
    case "paragraph":
      return [block.content.map((inline) => plainInline(inline, refs)).join("")];
    case "quote":
      return [`> ${block.content.map((inline) => plainInline(inline, refs)).join("")}`];
    case "labelled":
      return [`[${block.label}] ${block.content.map((inline) => plainInline(inline, refs)).join("")}`];
    case "list":
      return block.items.map((item, index) => {
        const mark = block.ordered ? `${String(index + 1)}.` : "-";
        return `${mark} ${item.map((inline) => plainInline(inline, refs)).join("")}`;
      });
    case "table":
      return [
        ...(block.caption === null ? [] : [`(${block.caption})`]),
        block.columns.map((column) => column.title).join(" | "),
        ...block.rows.map((row) => row.map((cell) => plainCell(cell, refs)).join(" | ")),
      ];
    case "page-break":
      return [];
  }
}
