/** Objects of one PDF copied into another: each once, without the pages and page trees that they point back to. */
import { PDFArray, PDFDict, PDFInvalidObject, PDFName, PDFNull, PDFRawStream, PDFRef, PDFStream } from "pdf-lib";
import type { PDFContext, PDFObject } from "pdf-lib";
import { nameIn } from "./objects.ts";
import type { FileStreams, SharedStreams } from "./shared.ts";

/**
 * Entries of streams that draw nothing: editors' private data, the structure tree, metadata, attached files;
 * and /F, with which a stream would be read from another file (ISO 32000-1, 7.3.8.2).
 */
const besidesThePage: ReadonlySet<PDFName> = new Set(
  "Metadata PieceInfo StructParent StructParents AF OPI LastModified F FFilter FDecodeParms DL Length"
    .split(" ")
    .map((each) => PDFName.of(each)),
);

/** Objects nested deeper than this become null; the reader of the file has the same kind of bound. */
const deepest = 200;

export class Copier {
  readonly #from: PDFContext;
  readonly #to: PDFContext;
  readonly #mend: (stream: PDFRawStream) => PDFRawStream;
  readonly #streams: FileStreams | null;
  readonly #copies = new Map<PDFRef, PDFRef>();
  #waiting: PDFRef[] = [];

  /** `mend` may put a copied stream into better shape; a stream that is among those `shared` already is not copied again. */
  constructor(
    from: PDFContext,
    to: PDFContext,
    {
      mend = (stream) => stream,
      shared = null,
    }: { readonly mend?: (stream: PDFRawStream) => PDFRawStream; readonly shared?: SharedStreams | null } = {},
  ) {
    this.#from = from;
    this.#to = to;
    this.#mend = mend;
    this.#streams = shared?.of(from, besidesThePage) ?? null;
  }

  /** Says what a reference becomes, so that links to a page lead to its copy. */
  assign(ref: PDFRef, copy: PDFRef): void {
    this.#copies.set(ref, copy);
  }

  /** What a reference has become; null when nothing that was copied leads to it. */
  copyOf(ref: PDFRef): PDFRef | null {
    return this.#copies.get(ref) ?? null;
  }

  /** Copies an object and all that it refers to. */
  copy(object: PDFObject): PDFObject {
    const copied = this.#copy(object, 0);
    // A list instead of recursion: chains of references may be as long as the file.
    for (let ref = this.#waiting.pop(); ref !== undefined; ref = this.#waiting.pop()) {
      const [target, value] = [this.#copies.get(ref), this.#from.lookup(ref)];
      if (target !== undefined && value !== undefined) this.#to.assign(target, this.#copy(value, 0));
    }
    return copied;
  }

  #copy(object: PDFObject, depth: number): PDFObject {
    if (depth > deepest || object instanceof PDFInvalidObject) return PDFNull;
    if (object instanceof PDFRef) return this.#reference(object);
    if (object instanceof PDFArray) {
      const array = PDFArray.withContext(this.#to);
      for (const each of object.asArray()) array.push(this.#copy(each, depth + 1));
      return array;
    }
    if (object instanceof PDFRawStream) {
      const dict = this.#dictionary(object.dict, depth, besidesThePage);
      return this.#mend(PDFRawStream.of(dict, object.contents));
    }
    if (object instanceof PDFStream) return PDFNull;
    if (object instanceof PDFDict) return isPageOrTree(object) ? PDFNull : this.#dictionary(object, depth);
    return object;
  }

  #dictionary(dict: PDFDict, depth: number, without: ReadonlySet<PDFName> = new Set()): PDFDict {
    const copy = PDFDict.withContext(this.#to);
    for (const [key, value] of dict.entries()) {
      if (!without.has(key)) copy.set(key, this.#copy(value, depth + 1));
    }
    return copy;
  }

  #reference(ref: PDFRef): PDFObject {
    const known = this.#copies.get(ref);
    if (known !== undefined) return known;
    const value = this.#from.lookup(ref);
    if (value === undefined || value instanceof PDFInvalidObject) return PDFNull;
    if (value instanceof PDFDict && isPageOrTree(value)) return PDFNull;
    const place = this.#streams?.placeOf(ref, value, () => this.#to.nextRef());
    const copy = place?.ref ?? this.#to.nextRef();
    this.#copies.set(ref, copy);
    if (place?.first !== false) this.#waiting.push(ref);
    return copy;
  }
}

function isPageOrTree(dict: PDFDict): boolean {
  const type = nameIn(dict, "Type");
  return type === "Page" || type === "Pages" || type === "Catalog";
}
