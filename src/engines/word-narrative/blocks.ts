/** Paragraphs and tables of Word → blocks: headings by style or by look, lists, captions. */
import type { Block, Inline } from "../../model/document.ts";
import { captionIn, captioned, plainOf } from "../narrated.ts";
import { readMark } from "./annotate.ts";
import { Counter, listsOf } from "./lists.ts";
import type { Item } from "./lists.ts";
import { bodyLooks, fakedLevel, sharedLook, withoutNumber } from "./looks.ts";
import type { Neighbours } from "./looks.ts";
import { nodesIn, wordsIn } from "./nodes.ts";
import type { WordNode, WordParagraph } from "./nodes.ts";
import { listMarkOf } from "./reader.ts";
import type { Reader } from "./reader.ts";
import { inlinesOf } from "./runs.ts";
import { tableBlocks } from "./tables.ts";

/** A heading before its level in the report is known, or something that stays as it is. */
type Piece = { readonly heading: number; readonly text: string } | { readonly block: Block } | { readonly item: Item };

export function blocksOf(nodes: readonly WordNode[], reader: Reader): Block[] {
  const pieces = piecesOf(nodes, reader);
  const highest = pieces.reduce((least, each) => ("heading" in each ? Math.min(least, each.heading) : least), 9);
  const blocks: Block[] = [];
  let items: Item[] = [];
  const endList = (): void => {
    blocks.push(...listsOf(items));
    items = [];
  };
  for (const piece of pieces) {
    if ("item" in piece) {
      items.push(piece.item);
      continue;
    }
    endList();
    blocks.push("block" in piece ? piece.block : headingOf(piece, highest, reader));
  }
  endList();
  return captioned(captioned(blocks, "table", { above: tableCaption, below: captionIn }), "figure", {
    below: figureCaption,
  });
}

/** The highest heading of the text gets the highest level that it may have; one that is counted loses its typed number. */
function headingOf(
  { heading, text }: { readonly heading: number; readonly text: string },
  highest: number,
  reader: Reader,
): Block {
  const level = Math.min(4, reader.level + heading - highest) as 2 | 3 | 4;
  return {
    type: "heading",
    level,
    code: "",
    numbers: null,
    text: level === 2 ? withoutNumber(text) : text,
    anchor: "",
  };
}

const numberForm = String.raw`\s*[\d一二三四五六七八九十]{1,3}(?:[-—.]\d{1,3})?[\s　:：、.]+(\S[^。]{0,59})$`;

const tableCaption = (text: string): string | null =>
  captionIn(text) ?? new RegExp(`^表${numberForm}`, "u").exec(text.trim())?.[1] ?? null;

const figureCaption = (text: string): string | null =>
  /^(?:图|figure)\s*\d*\s*[:：]\s*(\S[^。]{0,59})$/iu.exec(text.trim())?.[1] ??
  new RegExp(`^图${numberForm}`, "u").exec(text.trim())?.[1] ??
  null;

function piecesOf(nodes: readonly WordNode[], reader: Reader): Piece[] {
  const body = bodyLooks(nodes.filter((node) => node.type === "paragraph"));
  const counter = new Counter(reader.starts);
  const spoken = nodes.filter((node) => node.type === "table" || nodesIn([node]).some(says));
  return spoken.flatMap((node, index): Piece[] => {
    if (node.type === "table") return tableBlocks(node, reader).map((block) => ({ block }));
    if (node.type !== "paragraph") return inParagraph(inlinesOf([node], reader), reader);
    const neighbours = { before: textOf(spoken[index - 1]), after: textOf(spoken[index + 1]) };
    if (index === 0 && repeatsTitle(node, reader)) return [];
    return paragraphPieces(node, { body, counter, neighbours, isFirst: index === 0 }, reader);
  });
}

const says = (node: WordNode): boolean =>
  node.type === "image" ||
  node.type === "noteReference" ||
  (node.type === "bookmarkStart" && readMark(node.name)?.type === "lost") ||
  (node.type === "text" && node.value.trim() !== "");

const textOf = (node: WordNode | undefined): string =>
  node === undefined ? "" : node.type === "table" ? "|" : wordsIn([node]).trim();

const isCentred = ({ alignment }: WordParagraph): boolean => alignment === "center";

/** The title of the indicator, set again at the head of its text. */
function repeatsTitle(paragraph: WordParagraph, reader: Reader): boolean {
  const bare = (text: string): string =>
    text
      .normalize("NFKC")
      .replace(/[\p{P}\p{Z}\p{S}\d]/gu, "")
      .toLowerCase();
  const text = bare(wordsIn(paragraph.children));
  const isSet = isCentred(paragraph) || reader.styleOf(paragraph, listMarkOf(paragraph)).isTitle;
  return isSet && text !== "" && reader.titles.some((title) => bare(title) === text);
}

interface Surroundings {
  readonly body: ReturnType<typeof bodyLooks>;
  readonly counter: Counter;
  readonly neighbours: Neighbours;
  readonly isFirst: boolean;
}

function paragraphPieces(paragraph: WordParagraph, around: Surroundings, reader: Reader): Piece[] {
  if (wordsIn(paragraph.children).trim() !== "") reader.at = reader.placeOf(paragraph);
  const mark = listMarkOf(paragraph);
  const style = reader.styleOf(paragraph, mark);
  if (style.isContents) {
    reader.lose("contents");
    return [];
  }
  const content = inlinesOf(paragraph.children, reader);
  const heading = levelOf(paragraph, style, around);
  if (heading !== null && plainOf(content).trim() !== "") return headingPieces(heading, content, reader);
  if (paragraph.numbering === null || content.length === 0) return inParagraph(content, reader);
  reader.tell(content);
  const depth = Math.min(Number(paragraph.numbering.level) || mark.depth, 8);
  const list = mark.list ?? `style ${paragraph.styleId ?? ""}`;
  const { isOrdered: ordered } = paragraph.numbering;
  const number = around.counter.next(list, depth);
  return [{ item: { list, depth, ordered, number, content, more: reader.takeFigures() } }];
}

function levelOf(
  paragraph: WordParagraph,
  style: ReturnType<Reader["styleOf"]>,
  { body, neighbours, isFirst }: Surroundings,
): number | null {
  if (style.heading !== null) return style.heading;
  if (style.isTitle) return 1;
  const text = wordsIn(paragraph.children);
  if (style.isCaption || tableCaption(text) !== null || figureCaption(text) !== null) return null;
  const look = sharedLook(paragraph.children);
  if (isFirst && isCentred(paragraph) && look !== "plain") return 1;
  // A number that Word counts makes a list, unless the paragraph looks like a heading all the same.
  if (paragraph.numbering !== null && body.has(look)) return null;
  return fakedLevel(paragraph, body, neighbours);
}

function headingPieces(heading: number, content: readonly Inline[], reader: Reader): Piece[] {
  reader.tell(content);
  const mentions = content.filter((each) => "mention" in each).length;
  if (mentions > 0) reader.lose("mention-in-heading", mentions);
  const notes = content.flatMap((each) => (each.type === "note" ? [each.content] : []));
  if (notes.length > 0) reader.lose("note-in-heading", notes.length);
  return [
    { heading, text: plainOf(content).trim() },
    ...notes.map((note): Piece => ({ block: { type: "paragraph", content: note } })),
    ...reader.takeFigures().map((block) => ({ block })),
  ];
}

function inParagraph(content: readonly Inline[], reader: Reader): Piece[] {
  reader.tell(content);
  const isEmpty = content.every((each) => each.type === "break" || ("text" in each && each.text.trim() === ""));
  const paragraph: Piece[] = isEmpty ? [] : [{ block: { type: "paragraph", content } }];
  return [...paragraph, ...reader.takeFigures().map((block) => ({ block }))];
}
