/** Streams that many files have in common (fonts, logos, colour profiles): each is stored once. */
import { createHash } from "node:crypto";
import { PDFArray, PDFDict, PDFInvalidObject, PDFRawStream, PDFRef, PDFStream } from "pdf-lib";
import type { PDFContext, PDFName, PDFObject } from "pdf-lib";
import { nameIn } from "./objects.ts";

/** Smaller ones are not worth the comparing. */
const worthwhile = 4096;

/** Objects nested deeper are not compared. */
const deepest = 50;

/** Objects that mean something else in each file: pages, and layers, which one file shows and another hides. */
const ofTheirFile: ReadonlySet<string> = new Set(["Page", "Pages", "Catalog", "OCG", "OCMD"]);

/** What every stream says of itself; one that says no more is content of a page, which is drawn upon. */
const ofAnyStream: ReadonlySet<string> = new Set(["Length", "Filter", "DecodeParms"]);

/** Where the streams of all files went, by their content. */
export class SharedStreams {
  readonly #places = new Map<string, PDFRef>();

  /** Of one file; `left` are entries that do not go with a stream. */
  of(context: PDFContext, left: ReadonlySet<PDFName>): FileStreams {
    return new FileStreams(context, this.#places, left);
  }
}

export class FileStreams {
  readonly #context: PDFContext;
  readonly #places: Map<string, PDFRef>;
  readonly #left: ReadonlySet<PDFName>;
  /** Null while it is being made, and for what cannot be shared. */
  readonly #keys = new Map<PDFRef, string | null>();

  constructor(context: PDFContext, places: Map<string, PDFRef>, left: ReadonlySet<PDFName>) {
    this.#context = context;
    this.#places = places;
    this.#left = left;
  }

  /** Where an equal stream went; when there was none, it goes where `place` says. Null for what is not shared. */
  placeOf(
    ref: PDFRef,
    object: PDFObject,
    place: () => PDFRef,
  ): { readonly ref: PDFRef; readonly first: boolean } | null {
    if (!(object instanceof PDFRawStream) || object.contents.length < worthwhile) return null;
    if (object.dict.keys().every((name) => ofAnyStream.has(name.decodeText()))) return null;
    const key = this.#refKey(ref, 0);
    if (key === null) return null;
    const known = this.#places.get(key);
    if (known !== undefined) return { ref: known, first: false };
    const own = place();
    this.#places.set(key, own);
    return { ref: own, first: true };
  }

  #refKey(ref: PDFRef, depth: number): string | null {
    const known = this.#keys.get(ref);
    if (known !== undefined) return known;
    this.#keys.set(ref, null);
    const object = this.#context.lookup(ref);
    const key = object === undefined ? "null" : this.#key(object, depth + 1);
    this.#keys.set(ref, key);
    return key;
  }

  /** A text that is the same for equal objects only; null for what cannot be shared, or leads back to itself. */
  #key(object: PDFObject, depth: number): string | null {
    if (depth > deepest || object instanceof PDFInvalidObject) return null;
    if (object instanceof PDFRef) return this.#refKey(object, depth);
    if (object instanceof PDFArray)
      return joined(
        "[",
        object.asArray().map((each) => this.#key(each, depth + 1)),
      );
    if (object instanceof PDFDict) return this.#dictKey(object, depth, new Set());
    if (object instanceof PDFRawStream) {
      const dict = this.#dictKey(object.dict, depth, this.#left);
      return dict === null
        ? null
        : createHash("sha256").update(dict).update("\0").update(object.contents).digest("hex");
    }
    return object instanceof PDFStream ? null : object.toString();
  }

  #dictKey(dict: PDFDict, depth: number, without: ReadonlySet<PDFName>): string | null {
    if (ofTheirFile.has(nameIn(dict, "Type") ?? "")) return null;
    const entries = dict.entries().filter(([key]) => !without.has(key));
    const sorted = entries
      .map(([key, value]) => ({ name: key.toString(), value }))
      .toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const parts = sorted.map(({ name, value }) => {
      const said = this.#key(value, depth + 1);
      return said === null ? null : `${name} ${said}`;
    });
    return joined("<", parts);
  }
}

const joined = (sign: string, parts: readonly (string | null)[]): string | null =>
  parts.includes(null) ? null : `${sign}${parts.join(" ")}${sign}`;
