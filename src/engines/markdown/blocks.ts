/** Headings, paragraphs, lists, tables, quotes and code. */
import type { Definition, FootnoteDefinition, List, ListItem, PhrasingContent, RootContent, Table } from "mdast";
import type { Block, Inline } from "../../model/document.ts";
import { captionIn, captioned, plainOf, printable, tableOf, unindented, written } from "../narrated.ts";
import { inlinesOf } from "./inlines.ts";
import type { Reader } from "./reader.ts";
import { withoutComments, nodesIn, wordsIn } from "./tree.ts";

export const blocksOf = (nodes: readonly RootContent[], reader: Reader): Block[] =>
  captioned(
    nodes.flatMap((node) => [...blockOf(node, reader), ...reader.takeFigures()]),
    "table",
    { above: captionIn, below: captionIn },
  );

function blockOf(node: RootContent, reader: Reader): Block[] {
  switch (node.type) {
    case "heading": {
      const { text, notes } = bare(node.children, reader);
      const level = Math.min(4, Math.max(node.depth, reader.level)) as 1 | 2 | 3 | 4;
      const heading: Block = { type: "heading", level, code: "", numbers: null, text, anchor: "" };
      return [...(text === "" ? [] : [heading]), ...notes];
    }
    case "paragraph":
      return paragraph(inlinesOf(node.children, reader));
    case "blockquote":
      return blocksOf(node.children, reader).map((block) =>
        block.type === "paragraph" ? { ...block, type: "quote" } : block,
      );
    case "list":
      return [listOf(node, reader)];
    case "table":
      return tableBlocks(node, reader);
    case "code":
      return [{ type: "verbatim", text: kept(node.value, node, reader) }];
    case "html": {
      const said = withoutComments(node.value);
      if (said === "") return [];
      reader.lose("html", node);
      return paragraph([written(kept(said, node, reader), { type: "text" })]);
    }
    case "definition":
    case "footnoteDefinition":
      return reader.isUsed(node) ? [] : unused(node, reader);
    // A rule has no words to lose.
    default:
      return [];
  }
}

function paragraph(content: readonly Inline[]): Block[] {
  const trimmed = unindented(content);
  const isEmpty = trimmed.every((each) => each.type === "break" || ("text" in each && each.text.trim() === ""));
  return isEmpty ? [] : [{ type: "paragraph", content: trimmed }];
}

function kept(value: string, node: RootContent, reader: Reader): string {
  const { text, removed } = printable(value);
  if (removed > 0) reader.lose("control", node, removed);
  return text;
}

/** Words where only words may stand (headings, heads of tables); notes follow as paragraphs, and are told. */
function bare(nodes: readonly PhrasingContent[], reader: Reader): { readonly text: string; readonly notes: Block[] } {
  reader.inside = "heading";
  const content = inlinesOf(nodes, reader);
  reader.inside = "text";
  const notes = content.flatMap((each) => (each.type === "note" ? [each.content] : []));
  for (const reference of nodes.flatMap(nodesIn))
    if (reference.type === "footnoteReference") reader.lose("note-in-heading", reference);
  return { text: plainOf(unindented(content)).trim(), notes: notes.flatMap(paragraph) };
}

function listOf(node: List, reader: Reader): Block {
  const items = node.children.map((item) => itemBlocks(item, reader));
  return { type: "list", ordered: node.ordered === true, start: node.start ?? 1, items };
}

/** A task that is done, and one that is not: signs of GB 2312, which every Chinese font has. */
const boxes = { done: "√ ", open: "□ " };

function itemBlocks(item: ListItem, reader: Reader): Block[] {
  const blocks = blocksOf(item.children, reader);
  if (typeof item.checked !== "boolean") return blocks;
  const box: Inline = { type: "text", text: item.checked ? boxes.done : boxes.open };
  const [first, ...rest] = blocks;
  if (first?.type !== "paragraph") return [{ type: "paragraph", content: [box] }, ...blocks];
  return [{ ...first, content: [box, ...first.content] }, ...rest];
}

/** A last row of one cell that reads like a caption is one: typed directly below a table, it becomes its row. */
function tableBlocks(node: Table, reader: Reader): Block[] {
  const [head, ...body] = node.children;
  const last = body.at(-1);
  const [only, ...others] = last?.children ?? [];
  const under = only === undefined || others.length > 0 ? null : captionIn(wordsIn(only));
  const heads = (head?.children ?? []).map((cell) => bare(cell.children, reader));
  const rows = (under === null ? body : body.slice(0, -1)).map((row) =>
    row.children.map((cell) => inlinesOf(cell.children, reader)),
  );
  const table = tableOf(
    heads.map(({ text }) => text),
    node.align ?? [],
    rows,
  );
  return [{ ...table, caption: under }, ...heads.flatMap(({ notes }) => notes)];
}

/** A footnote or an address to which nothing in the text leads: told, and kept where it stands. */
function unused(node: Definition | FootnoteDefinition, reader: Reader): Block[] {
  if (node.type === "footnoteDefinition") {
    reader.lose("note-unused", node);
    return blocksOf(node.children, reader);
  }
  reader.lose("definition-unused", node);
  const words = [`[${node.label ?? node.identifier}]: ${node.url}`, node.title ?? ""].join(" ").trim();
  return paragraph([written(kept(words, node, reader), { type: "text" })]);
}
