/** The only importer of the Markdown parser: narrative text → blocks of the document model. */
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";
import type { Image, ImageReference, Nodes, Root } from "mdast";
import type { Picture } from "../model/document.ts";
import type { SourceRef } from "../model/source.ts";
import type { TextLine } from "../model/words.ts";
import { blocksOf } from "./markdown/blocks.ts";
import { Reader } from "./markdown/reader.ts";
import { signSyntax, signTree } from "./markdown/signs.ts";
import { definitionsIn, withoutComments, nodesIn, placeIn } from "./markdown/tree.ts";
import { printable } from "./narrated.ts";
import type { Level, Narrated } from "./narrated.ts";

export interface MarkdownOptions {
  /** For places. */
  readonly file: string;
  readonly level: Level;
  /** The picture behind an address, as it is typed; null when it cannot be had, which has been told. */
  readonly readPicture: (address: string, at: SourceRef) => Promise<Picture | null>;
}

/**
 * Reads CommonMark with GFM (tables, footnotes, task lists, deletions, addresses) and our signs (`[@2-1-1-01]`,
 * `{{figure}}`). Null for a text that is nested more deeply than any person would.
 */
export async function readMarkdown(source: string, options: MarkdownOptions): Promise<Narrated | null> {
  const text = source.replace(/^\uFEFF/u, "");
  if (tooDeep(text)) return null;
  const tree = fromMarkdown(text, {
    // One tilde is a range (100~200), not a deletion.
    extensions: [signSyntax, gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown(), signTree],
  });
  const reader = new Reader(tree, options, await picturesOf(tree, options));
  const blocks = blocksOf(tree.children, reader);
  return { blocks, texts: tree.children.flatMap((node) => textsIn(node, options.file)), lost: reader.lost };
}

/** What was read of templates: the same few pieces come again for every indicator and in every report. */
const templates = new Map<string, Pick<Narrated, "blocks" | "lost">>();

/** As `readMarkdown`, for a template of ours: no signs, and no pictures, each of which is lost. `file` is for places. */
export function parseMarkdown(source: string, file: string): Pick<Narrated, "blocks" | "lost"> {
  const key = `${file}\0${source}`;
  const read = templates.get(key) ?? readTemplate(source, file);
  templates.set(key, read);
  return read;
}

function readTemplate(source: string, file: string): Pick<Narrated, "blocks" | "lost"> {
  const tree = fromMarkdown(source, {
    extensions: [gfm({ singleTilde: false })],
    mdastExtensions: [gfmFromMarkdown()],
  });
  const reader = new Reader(tree, { file, level: 1 }, new Map());
  for (const node of picturesIn(tree)) reader.lose("picture", node);
  return { blocks: blocksOf(tree.children, reader), lost: reader.lost };
}

const deepest = 50;

/** Quotes and lists inside each other; the parser needs the square of their depth. */
const tooDeep = (text: string): boolean =>
  text.split("\n").some((line) => {
    const marks = /^(?:[ \t]{0,8}(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/u.exec(line)?.[0] ?? "";
    const indent = /^[ \t]*/u.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
    return marks.replace(/[\s\d]/gu, "").length > deepest || indent > deepest * 6;
  });

/** Every picture once for each place, read one after another. */
async function picturesOf(tree: Root, { file, readPicture }: MarkdownOptions): Promise<ReadonlyMap<Nodes, Picture>> {
  const found = new Map<Nodes, Picture>();
  const definitions = definitionsIn(nodesIn(tree));
  for (const image of picturesIn(tree)) {
    const address = image.type === "image" ? image.url : (definitions.get(image.identifier)?.url ?? "");
    const picture = await readPicture(address, placeIn(file, image));
    if (picture !== null) found.set(image, picture);
  }
  return found;
}

const picturesIn = (tree: Root): (Image | ImageReference)[] =>
  nodesIn(tree).filter((node) => node.type === "image" || node.type === "imageReference");

/** What is printed, as it is typed; neither signs nor comments. */
function textsIn(node: Nodes, file: string): TextLine[] {
  if (node.type === "sign") return [];
  if (node.type === "image" || node.type === "imageReference") {
    const title = node.type === "image" ? (node.title ?? "") : "";
    return [node.alt ?? "", title].filter((text) => text !== "").map((text) => ({ text, at: lineOf(file, node, 0) }));
  }
  if (!("value" in node)) return "children" in node ? node.children.flatMap((child) => textsIn(child, file)) : [];
  const fence = node.type === "code" && node.position?.end.line !== node.position?.start.line ? 1 : 0;
  return printable(node.type === "html" ? withoutComments(node.value) : node.value)
    .text.split("\n")
    .map((text, index) => ({ text, at: lineOf(file, node, index + fence) }))
    .filter(({ text }) => text !== "");
}

const lineOf = (file: string, { position }: Nodes, below: number): SourceRef => ({
  file,
  line: (position?.start.line ?? 1) + below,
});
