/** What narratives name by a sign → citations that pages are known of later, and figures with their unit. */
import { namedFigure } from "../check/named-figure.ts";
import type { Block, Inline } from "../model/document.ts";
import { exhibitId } from "../model/ids.ts";
import type { Mention } from "../model/mention.ts";
import { typedCitation } from "../model/mention.ts";
import type { Fact } from "../model/workspace.ts";
import type { Words } from "../schema/words.ts";
import { printFigure, rounded } from "./format.ts";

export interface Named {
  readonly exhibits: ReadonlySet<string>;
  readonly facts: readonly Fact[];
  readonly words: Words;
}

/** The blocks with every mention printed; of what there is not, the sign stays as it was typed (the check has told it). */
export function withMentions(blocks: readonly Block[], named: Named): Block[] {
  const print = (content: readonly Inline[]): Inline[] => content.flatMap((inline) => printed(inline, named));
  return blocks.map((block): Block => {
    if ("content" in block) return { ...block, content: print(block.content) };
    if (block.type === "list") return { ...block, items: block.items.map((item) => withMentions(item, named)) };
    return block.type === "table" ? { ...block, rows: block.rows.map((row) => row.map(print)) } : block;
  });
}

function printed(inline: Inline, named: Named): Inline[] {
  if (inline.type === "note") return [{ ...inline, content: inline.content.flatMap((each) => printed(each, named)) }];
  if (!("mention" in inline) || inline.mention === undefined) return [inline];
  const { mention, ...plain } = inline;
  if (mention.type === "exhibits") return citationsOf(mention, named);
  const text = figureText(mention, named);
  return [text === null ? plain : { ...plain, text }];
}

function citationsOf({ cited, at }: Extract<Mention, { type: "exhibits" }>, { exhibits, words }: Named): Inline[] {
  return cited.flatMap(({ exhibit, page }, index): Inline[] => {
    const between: Inline[] = index === 0 ? [] : [{ type: "text", text: words.format.citation_gap }];
    if (!exhibits.has(exhibit)) return [...between, { type: "text", text: typedCitation(exhibit, page) }];
    return [...between, { type: "citation", exhibit: exhibitId(exhibit), page: page ?? 1, at }];
  });
}

function figureText({ name, unit }: Extract<Mention, { type: "figure" }>, { facts, words }: Named): string | null {
  const figure = namedFigure(name, unit, facts);
  if (!figure.ok) return null;
  if (figure.value === null) return words.report.unknown;
  return printFigure(figure.reckoned ? rounded(figure.value) : figure.value, figure.unit, words);
}
