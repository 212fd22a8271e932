/** The pack as plain text: what `compile --outline` prints, and what a person reads in a golden. */
import type { Block } from "../model/document.ts";
import { fill } from "../assemble/format.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import type { PagePlan, PageRange } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Words } from "../schema/words.ts";
import { plainCell, plainInline, references } from "./resolve.ts";
import type { References } from "./resolve.ts";

export interface OutlineFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly looks: { readonly words: Words };
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
    ...appendixLines({ pack, plan, rendered, looks: { words } }),
    ...(pack.omitted.length === 0 ? [] : ["", `# ${words.outline.omitted}`]),
    ...pack.omitted.map(({ evidence, reason }) => `  ${evidence.path} [${reason}]`),
    "",
  ].join("\n");
}

/** Cover, index and dividers as they stand; below its divider, each exhibit with the files of a bundle. */
function appendixLines({ pack, plan, rendered, looks: { words } }: OutlineFacts): string[] {
  const pages = ([from, to]: PageRange): string => fill(words.outline.pages, { from, to });
  const replaced = (path: SourcePath): string => {
    const reason = rendered.get(path)?.parts.find((part) => part.type === "card")?.reason;
    return reason === undefined ? "" : ` [${words.marks.placeholder}: ${reason}]`;
  };
  const exhibitLines = ({ id, title, files }: Exhibit): string[] => {
    const head = `    ${id} ${title} (${pages(plan.exhibits.get(id) ?? [0, 0])})`;
    const [only] = files;
    if (only !== undefined && files.length === 1) return [`${head}${replaced(only.path)}`];
    return [
      head,
      ...files.map(({ path }) => `      ${path} (${pages(plan.files.get(path) ?? [0, 0])})${replaced(path)}`),
    ];
  };
  return plan.parts.flatMap(({ part, first, last }) => {
    if (part.type === "file" || part.type === "photos") return [];
    if (part.type !== "divider") return [`  ${part.type} (${pages([first, last])})`];
    const group = pack.appendix.groups.find((each) => each.leaf.indicator.code === part.code);
    return [`  ${part.code} (${pages([first, last])})`, ...(group?.exhibits ?? []).flatMap(exhibitLines)];
  });
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
