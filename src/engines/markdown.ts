/** The only importer of the Markdown parser: narrative text → blocks of the document model. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Nodes, PhrasingContent, RootContent, Table as MarkdownTable } from "mdast";
import type { Block, Cell, Inline } from "../model/document.ts";
import type { TextLine } from "../model/words.ts";

/** Something that cannot be kept as it stands; its text is kept where it has any. */
export interface Unsupported {
  readonly what: "picture" | "footnote" | "html" | "code" | "deletion";
  readonly line: number;
}

export interface Narrated {
  readonly blocks: readonly Block[];
  /** The words as they are typed, line by line; code and comments are none. */
  readonly texts: readonly TextLine[];
  readonly unsupported: readonly Unsupported[];
}

/** Reads CommonMark with GFM tables. `level` is the highest level that a heading may have where the text goes. */
export function parseMarkdown(text: string, level: 1 | 2 | 3 | 4): Narrated {
  const tree = fromMarkdown(text.replace(/^\uFEFF/, ""), {
    // One tilde is a range (100~200), not a deletion.
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const unsupported: Unsupported[] = [];
  const reader: Reader = {
    level,
    note: (what, node) => unsupported.push({ what, line: node.position?.start.line ?? 1 }),
  };
  const blocks = tree.children.flatMap((node) => blockOf(node, reader));
  return { blocks, texts: tree.children.flatMap(textsIn), unsupported };
}

function textsIn(node: Nodes): TextLine[] {
  if (node.type !== "text") return "children" in node ? node.children.flatMap(textsIn) : [];
  const first = node.position?.start.line ?? 1;
  return node.value.split("\n").map((text, index) => ({ text, line: first + index }));
}

interface Reader {
  readonly level: number;
  readonly note: (what: Unsupported["what"], node: Nodes) => unknown;
}

function blockOf(node: RootContent, reader: Reader): Block[] {
  switch (node.type) {
    case "heading":
      return [
        {
          type: "heading",
          level: Math.min(4, Math.max(node.depth, reader.level)) as 1 | 2 | 3 | 4,
          code: "",
          numbers: null,
          text: plain(node.children, reader),
          anchor: "",
        },
      ];
    case "paragraph":
      return [{ type: "paragraph", content: unindented(inlines(node.children, reader)) }];
    case "blockquote":
      return node.children.flatMap((child) =>
        blockOf(child, reader).map((block): Block =>
          block.type === "paragraph" ? { ...block, type: "quote" } : block,
        ),
      );
    case "list":
      return [
        {
          type: "list",
          ordered: node.ordered === true,
          start: node.start ?? 1,
          items: node.children.map((item) => item.children.flatMap((child) => blockOf(child, reader))),
        },
      ];
    case "table":
      return [tableOf(node, reader)];
    case "code":
      reader.note("code", node);
      return [{ type: "paragraph", content: [{ type: "text", text: node.value }] }];
    case "html":
      if (isComment(node.value)) return [];
      reader.note("html", node);
      return [{ type: "paragraph", content: [{ type: "text", text: node.value }] }];
    case "thematicBreak":
      // A rule has no words to lose.
      return [];
    case "footnoteDefinition":
      reader.note("footnote", node);
      return node.children.flatMap((child) => blockOf(child, reader));
    default:
      return [];
  }
}

/** The style indents paragraphs; the two full-width spaces that people type for it would do it twice. */
function unindented(content: readonly Inline[]): Inline[] {
  const [first, ...rest] = content;
  if (first?.type !== "text") return [...content];
  return [{ ...first, text: first.text.replace(/^\u3000+/u, "") }, ...rest];
}

function tableOf(node: MarkdownTable, reader: Reader): Block {
  const [head, ...rows] = node.children;
  const titles = (head?.children ?? []).map((cell) => plain(cell.children, reader));
  const cells = rows.map((row) =>
    titles.map((_, column): Cell => inlines(row.children[column]?.children ?? [], reader)),
  );
  const widest = (column: number): number =>
    Math.max(4, ...[titles[column] ?? "", ...cells.map((row) => textOf(row[column] ?? []))].map((text) => text.length));
  const widths = titles.map((_, column) => Math.min(widest(column), 24));
  const total = widths.reduce((sum, width) => sum + width, 0);
  return {
    type: "table",
    caption: null,
    columns: titles.map((title, column) => ({
      title,
      share: (widths[column] ?? 1) / total,
      align: node.align?.[column] ?? "left",
    })),
    rows: cells,
  };
}

const textOf = (content: readonly Inline[]): string =>
  content.map((each) => ("text" in each ? each.text : "")).join("");

const plain = (nodes: readonly PhrasingContent[], reader: Reader): string => textOf(inlines(nodes, reader));

/** A note of the writer to himself, not meant to be printed. */
const isComment = (html: string): boolean => /^\s*<!--[^]*-->\s*$/u.test(html);

function inlines(nodes: readonly PhrasingContent[], reader: Reader): Inline[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    // 3*4 米与 5*6 米 is two products, not emphasis.
    const isProduct = node.type === "emphasis" && before?.type === "text" && /\d$/u.test(before.value);
    if (!isProduct) return inlineOf(node, reader);
    return [{ type: "text", text: `*${plain(node.children, reader)}*` } as const];
  });
}

function inlineOf(node: PhrasingContent, reader: Reader): Inline[] {
  switch (node.type) {
    case "text":
      return [{ type: "text", text: joinLines(node.value) }];
    case "strong":
      return [{ type: "strong", text: plain(node.children, reader) }];
    case "emphasis":
      return [{ type: "emphasis", text: plain(node.children, reader) }];
    case "link":
      return [{ type: "link", text: plain(node.children, reader), url: node.url }];
    case "inlineCode":
      return [{ type: "text", text: node.value }];
    case "delete":
      reader.note("deletion", node);
      return inlines(node.children, reader);
    case "break":
      return [{ type: "text", text: " " }];
    case "image":
      reader.note("picture", node);
      return [{ type: "text", text: node.alt ?? "" }];
    case "html":
      if (isComment(node.value)) return [];
      reader.note("html", node);
      return [{ type: "text", text: node.value }];
    case "footnoteReference":
      return [];
    default:
      return "children" in node ? inlines(node.children, reader) : [];
  }
}

/** A line break between two Chinese characters is no space; elsewhere it is one. */
const joinLines = (text: string): string =>
  text
    .replace(/(?<=[\p{Script=Han}\p{P}])[ \t]*\r?\n[ \t]*(?=[\p{Script=Han}《（“])/gu, "")
    .replace(/[ \t]*\r?\n[ \t]*/gu, " ");
