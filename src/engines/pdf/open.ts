/** A PDF parsed into objects, and its pages in order. */
import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from "pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import { arrayIn, dictIn, isRef } from "./objects.ts";

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
}

/** More pages than any evidence has; a tree that says so is broken. */
const mostPages = 100_000;

/** Opens a PDF that is not encrypted; null when it cannot be parsed or has no pages. */
export async function openPdf(bytes: Uint8Array): Promise<Source | null> {
  try {
    const { context } = await PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: false,
      warnOnInvalidObjects: false,
    });
    const catalog = context.lookup(context.trailerInfo.Root);
    if (!(catalog instanceof PDFDict)) return null;
    const leaves = leavesOf(catalog);
    return leaves.length === 0 ? null : { pages: leaves.length, context, catalog, leaves };
  } catch {
    return null;
  }
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
    waiting.push(...kids.asArray().map((kid) => ({ at: kid, above: below })).reverse());
  }
  return leaves;
}

const pair = (key: PDFName, value: PDFObject | undefined): [PDFName, PDFObject][] =>
  value === undefined ? [] : [[key, value]];

function withInherited(dict: PDFDict, above: ReadonlyMap<PDFName, PDFObject>): PDFDict {
  return PDFDict.fromMapWithContext(new Map([...above, ...dict.asMap()]), dict.context);
}

/** The entries of a name tree or of a dictionary of names, by the bytes of the name (ISO 32000-1, 7.9.6). */
export function namedIn(catalog: PDFDict, tree: string, dictionary: string | null): Map<string, PDFObject> {
  const found = new Map<string, PDFObject>();
  const old = dictionary === null ? null : dictIn(catalog, dictionary);
  for (const [key] of old?.entries() ?? []) {
    const value = old?.lookup(key);
    if (value !== undefined) found.set(Buffer.from(key.asBytes()).toString("latin1"), value);
  }
  const seen = new Set<PDFDict>();
  const names = dictIn(catalog, "Names");
  const waiting = [names === null ? null : dictIn(names, tree)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === null || seen.has(node)) continue;
    seen.add(node);
    collect(arrayIn(node, "Names"), found);
    const kids = arrayIn(node, "Kids");
    for (const index of kids?.asArray().keys() ?? []) {
      const kid = kids?.lookup(index);
      if (kid instanceof PDFDict) waiting.push(kid);
    }
  }
  return found;
}

function collect(pairs: ReturnType<typeof arrayIn>, found: Map<string, PDFObject>): void {
  for (let index = 0; pairs !== null && index + 1 < pairs.size(); index += 2) {
    const [key, value] = [pairs.lookup(index), pairs.lookup(index + 1)];
    const name = nameBytes(key);
    if (name !== null && value !== undefined) found.set(name, value);
  }
}

/** The bytes of a string or name as Latin-1 text, which is how names of destinations are compared. */
export function nameBytes(value: PDFObject | undefined): string | null {
  if (value === undefined || !("asBytes" in value)) return null;
  return Buffer.from((value as { asBytes(): Uint8Array }).asBytes()).toString("latin1");
}
