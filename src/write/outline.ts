/** The pack as plain text: what `compile --outline` prints, and what a person reads in a golden. */
import type { Block, Figure, Inline, List, Report, Table } from "../model/document.ts";
import { fill } from "../assemble/format.ts";
import type { SourcePath } from "../model/ids.ts";
import type { Exhibit, Pack } from "../model/pack.ts";
import { printedRange } from "../model/plan.ts";
import type { PagePlan, Place } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import type { Looks } from "../schema/looks.ts";
import type { Style } from "../schema/style.ts";
import { captionText, headingMark } from "./marks.ts";
import { plainText, references } from "./resolve.ts";
import type { References } from "./resolve.ts";
import { volumeFile } from "./volume-names.ts";

export interface OutlineFacts {
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly looks: Looks;
}

export function writeOutline({ pack, plan, rendered, looks }: OutlineFacts): string {
  const { words, style } = looks;
  const refs = references(plan, words);
  const lines = ({ cover, front, blocks, letter }: Report, name: string): string[] => [
    `# ${name}`,
    ...cover.marks.map((mark) => `[${mark}]`),
    ...(letter === true ? [] : [pack.title, ...(cover.subtitle === null ? [] : [cover.subtitle])]),
    ...[...front, ...blocks].flatMap((block) => blockLines(block, { refs, style })),
    "",
  ];
  return [
    ...lines(pack.report, words.files.report),
    ...(pack.briefing === null ? [] : lines(pack.briefing, words.files.briefing)),
    `# ${words.files.appendix}`,
    ...appendixLines({ plan, rendered, looks }),
    ...(pack.omitted.length === 0 ? [] : ["", `# ${words.outline.omitted}`]),
    ...pack.omitted.map(({ evidence, reason }) => `  ${evidence.path} [${reason}]`),
    "",
  ].join("\n");
}

/** Cover, index and dividers as they stand; below its divider, each exhibit with the files of a bundle. */
function appendixLines({ plan, rendered, looks: { words } }: Omit<OutlineFacts, "pack">): string[] {
  const pages = (place: Place | undefined): string => {
    if (place === undefined) return "";
    const [from, to] = printedRange(place);
    return fill(words.outline.pages, { from, to });
  };
  const replaced = (path: SourcePath): string => {
    const reason = rendered.get(path)?.parts.find((part) => part.type === "card")?.reason;
    return reason === undefined ? "" : ` [${words.marks.placeholder}: ${reason}]`;
  };
  const exhibitLines = ({ id, title, files }: Exhibit): string[] => {
    const head = `    ${id} ${title} (${pages(plan.exhibits.get(id))})`;
    const [only] = files;
    if (only !== undefined && files.length === 1) return [`${head}${replaced(only.path)}`];
    return [head, ...files.map(({ path }) => `      ${path} (${pages(plan.files.get(path))})${replaced(path)}`)];
  };
  return plan.volumes.flatMap((volume) => [
    ...(plan.volumes.length === 1 ? [] : [`## ${volumeFile(volume, plan, words)}`]),
    ...volume.parts.flatMap(({ part, first, last }) => {
      if (part.type === "file" || part.type === "photos") return [];
      const at = pages({ volume, first, last });
      if (part.type !== "divider") return [`  ${part.type} (${at})`];
      const group = volume.groups.find((each) => each.leaf.indicator.code === part.code);
      return [`  ${part.code} (${at})`, ...(group?.exhibits ?? []).flatMap(exhibitLines)];
    }),
  ]);
}

interface Spelling {
  readonly refs: References;
  readonly style: Style;
}

function blockLines(block: Block, spelling: Spelling): string[] {
  const { refs, style } = spelling;
  const caption = (it: Table | Figure): string[] => (it.caption === null ? [] : [`(${captionText(it, style)})`]);
  switch (block.type) {
    case "heading":
      return ["", `${"#".repeat(block.level + 1)} ${headingMark(block, style)} ${block.text}`.replace(/ {2,}/gu, " ")];
    case "paragraph":
      return [plainText(block.content, refs), ...noteLines(block.content, refs)];
    case "quote":
      return [`> ${plainText(block.content, refs)}`, ...noteLines(block.content, refs)];
    case "labelled":
      return [`[${block.label}] ${plainText(block.content, refs)}`, ...noteLines(block.content, refs)];
    case "verbatim":
      return block.text.split("\n").map((line) => `    ${line}`);
    case "list":
      return listLines(block, spelling);
    case "table":
      return [
        ...caption(block),
        block.columns.map((column) => column.title).join(" | "),
        ...block.rows.map((row) => row.map((cell) => plainText(cell, refs)).join(" | ")),
      ];
    case "figure":
      return [`[${block.alt}]`, ...caption(block)];
    case "attachment-note":
      return block.names.map((name, index) => `${index === 0 ? block.label : ""} ${String(index + 1)}. ${name}`);
    case "signature":
      return [block.issuer, block.date];
    case "attachment":
      return ["", `## ${block.mark} ${block.title}`];
    case "title":
      return ["", `## ${block.text}`];
    case "page-break":
      return [];
  }
}

/** Footnotes stand below the paragraph that has them. */
const noteLines = (content: readonly Inline[], refs: References): string[] =>
  content.flatMap((inline) => (inline.type === "note" ? [`  * ${plainText(inline.content, refs)}`] : []));

function listLines({ ordered, start = 1, items }: List, spelling: Spelling): string[] {
  return items.flatMap((item, index) => {
    const mark = ordered ? `${String(start + index)}.` : "-";
    const [first = "", ...rest] = item.flatMap((block) => blockLines(block, spelling));
    return [`${mark} ${first}`, ...rest.map((line) => `  ${line}`)];
  });
}
