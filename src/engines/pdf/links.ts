/** Links and the destinations that they name: to pages of the file and to addresses, nothing else. */
import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNull, PDFNumber, PDFString } from "pdf-lib";
import type { PDFContext, PDFObject, PDFRef } from "pdf-lib";
import type { Removed } from "./actions.ts";
import type { Copier } from "./copy.ts";
import { arrayIn, arrayOf, dictIn, dictOf, isRef, isText, itemsOf, nameIn } from "./objects.ts";
import { nameBytes, namedDestinations } from "./open.ts";
import type { Leaf, Source } from "./open.ts";

/** Ways to show a destination, and how many numbers follow (ISO 32000-1, table 151). */
const views: Readonly<Record<string, number>> = {
  XYZ: 3,
  Fit: 0,
  FitH: 1,
  FitV: 1,
  FitR: 4,
  FitB: 0,
  FitBH: 1,
  FitBV: 1,
};

/** Turns destinations of a file into destinations of the file into which its pages were copied. */
export class Destinations {
  readonly #pages: readonly PDFRef[];
  readonly #copies: ReadonlyMap<PDFRef, PDFRef>;
  readonly #context: PDFContext;
  /** Named destinations that lead to a page, by the bytes of their names as Latin-1. */
  readonly names: ReadonlyMap<string, PDFArray>;

  /** `pages` are the copies of the source's pages, in order. */
  constructor(source: Source, pages: readonly PDFRef[], context: PDFContext) {
    this.#pages = pages;
    this.#copies = new Map(source.leaves.flatMap((leaf, index) => copyOf(leaf, pages[index])));
    this.#context = context;
    const named = [...namedDestinations(source.catalog)];
    this.names = new Map(
      named.flatMap(([name, value]) => {
        const found = this.explicit(value);
        return found === null ? [] : [[name, found]];
      }),
    );
  }

  /** A destination that says its page itself; null when that page is not in the file. */
  explicit(value: PDFObject | undefined): PDFArray | null {
    const array = value instanceof PDFDict ? arrayIn(value, "D") : value;
    if (!(array instanceof PDFArray) || array.size() === 0) return null;
    const first = array.get(0);
    const page = first instanceof PDFNumber ? this.#pages[first.asNumber()] : this.#copyOf(first);
    if (page === undefined) return null;
    const [, kind, ...rest] = itemsOf(array);
    const view = kind instanceof PDFName ? kind.decodeText() : "";
    const count = views[view];
    if (count === undefined) return arrayOf(this.#context, [page, PDFName.of("XYZ"), PDFNull, PDFNull, PDFNull]);
    const numbers = Array.from({ length: count }, (_, index) => {
      const number = rest[index];
      return number instanceof PDFNumber ? number : PDFNull;
    });
    return arrayOf(this.#context, [page, PDFName.of(view), ...numbers]);
  }

  #copyOf(page: PDFObject): PDFRef | undefined {
    return isRef(page) ? this.#copies.get(page) : undefined;
  }
}

const copyOf = ({ ref }: Leaf, page: PDFRef | undefined): [PDFRef, PDFRef][] =>
  ref === null || page === undefined ? [] : [[ref, page]];

/** What a link or button leads to, as entries of a link annotation; null when it leads nowhere that is kept. */
function targetOf(
  annotation: PDFDict,
  destinations: Destinations,
  removed: Removed,
  context: PDFContext,
): { readonly key: "Dest" | "A"; readonly value: PDFObject } | null {
  const action = dictIn(annotation, "A");
  const type = action === null ? null : nameIn(action, "S");
  if (action !== null && type === "URI") {
    const address = action.lookup(PDFName.of("URI"));
    const kept = isText(address) ? keptAddress(address.decodeText(), removed) : null;
    if (kept === null) return null;
    return { key: "A", value: dictOf(context, { S: PDFName.of("URI"), URI: PDFString.of(kept) }) };
  }
  const goal = type === "GoTo" ? action?.lookup(PDFName.of("D")) : annotation.lookup(PDFName.of("Dest"));
  const name = goal instanceof PDFArray || goal instanceof PDFDict ? null : nameBytes(goal);
  if (name !== null) {
    return destinations.names.has(name)
      ? { key: "Dest", value: PDFHexString.fromBytes(Buffer.from(name, "latin1")) }
      : null;
  }
  const value = destinations.explicit(goal);
  return value === null ? null : { key: "Dest", value };
}

/** An address of the web or of mail, as a PDF string holds it; null for others, which are told. */
function keptAddress(address: string, removed: Removed): string | null {
  const trimmed = address.trim();
  if (/^javascript:/iu.test(trimmed)) removed.add("javascript");
  else if (/^(?:https?|mailto):/iu.test(trimmed)) return encoded(trimmed);
  else if (/^www\./iu.test(trimmed)) return encoded(`http://${trimmed}`);
  else if (trimmed !== "") removed.add("remote-link");
  return null;
}

/** 7-bit, as the format demands of addresses (ISO 32000-1, 12.6.4.7), with the signs of PDF strings escaped. */
const encoded = (address: string): string =>
  [...Buffer.from(address, "utf8")]
    .map((byte) => {
      const sign = String.fromCharCode(byte);
      return /[\u0021-\u007E]/u.test(sign) && !/[()\\]/u.test(sign) ? sign : percent(byte);
    })
    .join("");

const percent = (byte: number): string => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;

const appearance = ["Rect", "Border", "BS", "C", "H", "QuadPoints", "F"];

/**
 * A link annotation in the new file that leads where a link or button led. A link that leads nowhere stays, for
 * its frame may be seen; a button that leads nowhere gives null.
 */
export function copiedLink(
  annotation: PDFDict,
  copier: Copier,
  destinations: Destinations,
  removed: Removed,
  context: PDFContext,
): PDFDict | null {
  const target = targetOf(annotation, destinations, removed, context);
  const isLink = nameIn(annotation, "Subtype") === "Link";
  if (target === null && !isLink) return null;
  const link = dictOf(context, { Type: PDFName.of("Annot"), Subtype: PDFName.of("Link") });
  if (target !== null) link.set(PDFName.of(target.key), target.value);
  for (const key of isLink ? appearance : ["Rect"]) {
    const value = annotation.get(PDFName.of(key));
    if (value !== undefined) link.set(PDFName.of(key), copier.copy(value));
  }
  if (!isLink) link.set(PDFName.of("Border"), arrayOf(context, [0, 0, 0]));
  return link;
}

/** Names in a leaf of the tree; readers search them in halves. */
const namesInLeaf = 64;

/** Writes named destinations into a catalog, sorted by the bytes of their names (ISO 32000-1, 7.9.6). */
export function setNames(catalog: PDFDict, names: ReadonlyMap<string, PDFArray>): void {
  if (names.size === 0) return;
  const { context } = catalog;
  const text = (name: string): PDFHexString => PDFHexString.fromBytes(Buffer.from(name, "latin1"));
  const sorted = [...names].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const kids: PDFRef[] = [];
  for (let from = 0; from < sorted.length; from += namesInLeaf) {
    const part = sorted.slice(from, from + namesInLeaf);
    const limits = [part[0], part.at(-1)].flatMap((each) => (each === undefined ? [] : [text(each[0])]));
    const pairs = part.flatMap(([name, value]): PDFObject[] => [text(name), value]);
    kids.push(context.register(dictOf(context, { Limits: arrayOf(context, limits), Names: arrayOf(context, pairs) })));
  }
  const tree = context.register(dictOf(context, { Kids: arrayOf(context, kids) }));
  catalog.set(PDFName.of("Names"), dictOf(context, { Dests: tree }));
}
