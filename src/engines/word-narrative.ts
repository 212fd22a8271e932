/** The only importer of mammoth: Word narratives → blocks of the document model, by its tree and without HTML. */
import mammoth from "mammoth";
import type { Picture } from "../model/document.ts";
import type { Loss } from "../model/narrative.ts";
import type { SourceRef } from "../model/source.ts";
import { together } from "./narrated.ts";
import type { Level, Narrated } from "./narrated.ts";
import { annotate } from "./word-narrative/annotate.ts";
import { blocksOf } from "./word-narrative/blocks.ts";
import { nodesIn } from "./word-narrative/nodes.ts";
import type { WordDocument, WordImage } from "./word-narrative/nodes.ts";
import { mainPart, stylesOf, startsOf, surroundings } from "./word-narrative/parts.ts";
import { Reader } from "./word-narrative/reader.ts";
import { readOoxmlPart, withParts } from "./ooxml.ts";
import { weighZip } from "./zip-parts.ts";

export interface WordOptions {
  /** For places. */
  readonly file: string;
  readonly level: Level;
  /** A title at the head of the text that says one of these again is left out. */
  readonly titles: readonly string[];
  readonly readPicture: (bytes: Uint8Array, at: SourceRef) => Promise<Picture | null>;
}

/** Bytes of all parts together; a text of three hundred pages with photos has a fifth of it. */
const limit = 256 * 1024 * 1024;

/** Reads a DOCX that is not encrypted. Tracked insertions count, deletions do not. */
export async function readWordNarrative(
  bytes: Buffer,
  options: WordOptions,
): Promise<Narrated | "damaged" | "too-large"> {
  const weight = weighZip(bytes, limit);
  if (weight !== "fits") return weight === "broken" ? "damaged" : weight;
  try {
    return await narrated(bytes, options);
  } catch {
    // The library throws whatever it met: a part that is missing, XML that is broken or nested without end.
    return "damaged";
  }
}

async function narrated(bytes: Buffer, options: WordOptions): Promise<Narrated | "damaged"> {
  const name = mainPart(bytes);
  const xml = name === null ? null : readOoxmlPart(bytes, name);
  if (name === null || xml === null) return "damaged";
  const { document, unread } = await treeOf(withParts(bytes, new Map([[name, annotate(xml)]])));
  const reader = new Reader(document, { ...options, styles: stylesOf(bytes), starts: startsOf(bytes) });
  for (const image of nodesIn(document.children).filter((node) => node.type === "image")) {
    const at = reader.placeOf(image);
    const content = await contentOf(image);
    const picture = content === null ? null : await options.readPicture(content, at);
    if (content === null) reader.lost.push({ what: "picture", count: 1, at });
    if (picture !== null) reader.pictures.set(image, picture);
  }
  const blocks = blocksOf(document.children, reader);
  const around = [...surroundings(bytes), ...unread].map((each): Loss => ({ ...each, at: { file: options.file } }));
  return { blocks, texts: reader.texts, lost: together([...reader.lost, ...around]) };
}

/** Null for a picture that is not in the file: it was linked, or its part is missing. */
async function contentOf(image: WordImage): Promise<Buffer | null> {
  try {
    return await image.read();
  } catch {
    return null;
  }
}

/** Elements of the text that have no words, or that marks of ours tell. */
const harmless =
  /^w:(?:rubyPr|altChunk|control|permStart|permEnd|ptab|pgNum|tblPrEx|cr|separator|continuationSeparator)$/u;

async function treeOf(bytes: Uint8Array): Promise<{ document: WordDocument; unread: readonly Omit<Loss, "at">[] }> {
  const found: WordDocument[] = [];
  const { messages } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    {
      styleMap: [],
      includeDefaultStyleMap: false,
      includeEmbeddedStyleMap: false,
      transformDocument: (document: WordDocument) => {
        found.push(document);
        // Nothing is left to be made HTML of.
        return { ...document, children: [], comments: [] };
      },
    },
  );
  const [document] = found;
  if (document === undefined) throw new Error("no document");
  const ignored = messages
    .map(({ message }) => /unrecognised element was ignored: (\S+)/u.exec(message)?.[1])
    .filter((name) => name?.startsWith("w:") === true && !harmless.test(name));
  return { document, unread: ignored.length === 0 ? [] : [{ what: "element", count: ignored.length }] };
}
