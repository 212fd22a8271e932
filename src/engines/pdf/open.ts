/** A PDF parsed into objects, and its pages in order. */
import { PDFDict, PDFInvalidObject, PDFName, PDFParser } from "pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import { arrayIn, dictIn, isRef, itemsOf, nameIn } from "./objects.ts";

/** One page with what it inherits (ISO 32000-1, 7.7.3.4). */
export interface Leaf {
  /** Null for a page that stands in the tree itself, to which nothing can point. */
  readonly ref: PDFRef | null;
  readonly dict: PDFDict;
}

/** The source PDF of some pages, opened once however many of its pages are taken. */
export interface Source {
  readonly pages: number;
  readonly context: PDFContext;
  readonly catalog: PDFDict;
  readonly leaves: readonly Leaf[];
  /**
   * The file has one table of objects, each object stands in it once, and all could be read. Where another table was
   * added behind it (an incremental update, ISO 32000-1, 7.5.6), the last of each object is taken, which need not be
   * the one that the tables find.
   */
  readonly plain: boolean;
}

/** More pages than any evidence has; a tree that says so is broken. */
const mostPages = 100_000;

/** Opens a PDF that is not encrypted; pages without a tree are found one by one. Null when it cannot be parsed or has no pages. */
export async function openPdf(bytes: Uint8Array): Promise<Source | null> {
  try {
    const { context, plain } = await parsed(bytes);
    if (context.lookup(context.trailerInfo.Encrypt) !== undefined) return null;
    const root = context.lookup(context.trailerInfo.Root);
    const catalog = root instanceof PDFDict ? root : PDFDict.withContext(context);
    const inTree = leavesOf(catalog);
    const leaves = inTree.length > 0 ? inTree : strayPages(context);
    return leaves.length === 0 ? null : { pages: leaves.length, context, catalog, leaves, plain };
  } catch {
    return null;
  }
}

async function parsed(bytes: Uint8Array): Promise<{ readonly context: PDFContext; readonly plain: boolean }> {
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY, false, false);
  // Not told by the parser, which keeps the last of several objects with one number, and of several tables.
  const { context } = parser as unknown as { readonly context: PDFContext };
  let count = 0;
  let broken = false;
  let tables = 0;
  Object.defineProperty(context.pdfFileDetails, "prevStartXRef", {
    set: () => {
      tables += 1;
    },
  });
  const assign = context.assign.bind(context);
  context.assign = (ref, object) => {
    count += 1;
    broken ||= object instanceof PDFInvalidObject;
    assign(ref, object);
  };
  await parser.parseDocument();
  context.assign = assign;
  return { context, plain: !broken && tables === 1 && count === context.enumerateIndirectObjects().length };
}

const inherited = ["Resources", "MediaBox", "CropBox", "Rotate"].map((each) => PDFName.of(each));

/** The pages of a tree in order; a branch that was seen already is a loop and left out. */
function leavesOf(catalog: PDFDict): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const seen = new Set<PDFDict>();
  const waiting: { readonly at: PDFObject; readonly above: ReadonlyMap<PDFName, PDFObject> }[] = [];
  const root = catalog.get(PDFName.of("Pages"));
  if (root !== undefined) waiting.push({ at: root, above: new Map() });
  for (let next = waiting.pop(); next !== undefined && leaves.length < mostPages; next = waiting.pop()) {
    const { at, above } = next;
    const dict = isRef(at) ? catalog.context.lookup(at) : at;
    if (!(dict instanceof PDFDict)) continue;
    const kids = arrayIn(dict, "Kids");
    if (kids === null) {
      leaves.push({ ref: isRef(at) ? at : null, dict: withInherited(dict, above) });
      continue;
    }
    if (seen.has(dict)) continue;
    seen.add(dict);
    const below = new Map([...above, ...inherited.flatMap((key) => pair(key, dict.get(key)))]);
    const inside = kids.asArray().map((kid) => ({ at: kid, above: below }));
    waiting.push(...inside.toReversed());
  }
  return leaves;
}

/** Pages that no tree holds together any more, in the order of their numbers. */
function strayPages(context: PDFContext): readonly Leaf[] {
  return context.enumerateIndirectObjects().flatMap(([ref, dict]) => {
    const isPage = dict instanceof PDFDict && nameIn(dict, "Type") === "Page";
    return isPage && (dict.has(PDFName.of("Contents")) || dict.has(PDFName.of("Annots"))) ? [{ ref, dict }] : [];
  });
}

const pair = (key: PDFName, value: PDFObject | undefined): [PDFName, PDFObject][] =>
  value === undefined ? [] : [[key, value]];

function withInherited(dict: PDFDict, above: ReadonlyMap<PDFName, PDFObject>): PDFDict {
  return PDFDict.fromMapWithContext(new Map([...above, ...dict.asMap()]), dict.context);
}

/** The entries of one of the file's name trees, by the bytes of the name (ISO 32000-1, 7.9.6). */
export function namesIn(catalog: PDFDict, tree: string): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  const seen = new Set<PDFDict>();
  const trees = dictIn(catalog, "Names");
  const waiting = [trees === null ? null : dictIn(trees, tree)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    const pairs = itemsOf(arrayIn(node, "Names"));
    for (let index = 0; index + 1 < pairs.length; index += 2) {
      const [name, value] = [nameBytes(pairs[index]), pairs[index + 1]];
      if (name !== null && value !== undefined) found.set(name, value);
    }
    waiting.push(...itemsOf(arrayIn(node, "Kids")).filter((each) => each instanceof PDFDict));
  }
  return found;
}

/** Named destinations: of the name tree, and of the dictionary in which PDF 1.1 kept them (ISO 32000-1, 12.3.2.3). */
export function namedDestinations(catalog: PDFDict): Map<string, PDFObject> {
  const old = dictIn(catalog, "Dests");
  const found = new Map<string, PDFObject>();
  for (const [key] of old?.entries() ?? []) {
    const [name, value] = [nameBytes(key), old?.lookup(key)];
    if (name !== null && value !== undefined) found.set(name, value);
  }
  return new Map([...found, ...namesIn(catalog, "Dests")]);
}

/** The bytes of a string or name as Latin-1 text, which is how names of destinations are compared. */
export function nameBytes(value: PDFObject | undefined): string | null {
  if (value === undefined || !("asBytes" in value)) return null;
  return Buffer.from((value as { asBytes(): Uint8Array }).asBytes()).toString("latin1");
}
