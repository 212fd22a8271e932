/** The only importer of pdf-lib and fontkit: pages of many PDFs bound into one, with numbers, bookmarks and links. */
import * as fontkit from "fontkit";
import {
  degrees,
  EncryptedPDFError,
  ParseSpeeds,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  rgb,
} from "pdf-lib";
import type { Box } from "../model/rendered.ts";
import type { PDFArray, PDFFont, PDFPage, PDFRef } from "pdf-lib";

const mm = 72 / 25.4;

export interface Bookmark {
  readonly title: string;
  /** 1-based page of the bound file. */
  readonly page: number;
  readonly children: readonly Bookmark[];
}

/** The source PDF of some pages, opened once however many of its pages are taken. */
export interface Source {
  readonly pages: number;
  readonly document: PDFDocument;
}

/** Opens a PDF for binding, with the empty password when it is encrypted; null when it cannot be parsed. */
export async function openPdf(bytes: Uint8Array): Promise<Source | null> {
  const load = (password?: string): Promise<PDFDocument> =>
    PDFDocument.load(bytes, {
      updateMetadata: false,
      parseSpeed: ParseSpeeds.Fastest,
      throwOnInvalidObject: false,
      warnOnInvalidObjects: false,
      ...(password === undefined ? {} : { password }),
    });
  try {
    const document = await load().catch((error: unknown) => {
      if (error instanceof EncryptedPDFError) return load("");
      throw error;
    });
    return { pages: document.getPageCount(), document };
  } catch {
    return null;
  }
}

/** Pages of a PDF that can be bound and stamped, tried on a copy; null when one of them cannot. */
export async function bindablePages(bytes: Uint8Array): Promise<number | null> {
  const source = await openPdf(bytes);
  if (source === null || source.pages === 0) return null;
  try {
    const trial = await PDFDocument.create({ updateMetadata: false });
    for (const page of await trial.copyPages(source.document, source.document.getPageIndices())) {
      trial.addPage(page);
      page.drawRectangle({ ...viewOf(page).at(0, 0), width: 1, height: 1 });
    }
    return source.pages;
  } catch {
    return null;
  }
}

/** A PDF in the making. All bytes follow from what is put in; `day` (YYYY-MM-DD) stands for the clock. */
export class Binder {
  readonly #document: PDFDocument;
  readonly #font: PDFFont;
  readonly #copies = new WeakMap<Source, readonly PDFPage[]>();

  private constructor(document: PDFDocument, font: PDFFont) {
    this.#document = document;
    this.#font = font;
  }

  /** `stampFont` is a TrueType font that has the characters of every stamp. */
  static async create(stampFont: Uint8Array): Promise<Binder> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    return new Binder(document, await document.embedFont(stampFont, { subset: true }));
  }

  get pages(): number {
    return this.#document.getPageCount();
  }

  /**
   * Adds pages `from`..`to` (1-based, both included) of a source, each at most once. All pages of a source are
   * copied together the first time, so that what they share (fonts, pictures) is stored once.
   */
  async addPages(source: Source, from: number, to: number): Promise<void> {
    const copies =
      this.#copies.get(source) ?? (await this.#document.copyPages(source.document, source.document.getPageIndices()));
    this.#copies.set(source, copies);
    for (const page of copies.slice(from - 1, to)) this.#document.addPage(page);
  }

  /** Draws a picture as large as it fits, in the middle of a box on the last page. */
  async drawImage(bytes: Uint8Array, format: "jpeg" | "png", box: Box): Promise<void> {
    const page = this.#document.getPage(this.pages - 1);
    const image = format === "jpeg" ? await this.#document.embedJpg(bytes) : await this.#document.embedPng(bytes);
    const { width, height } = image.scaleToFit(box.width * mm, box.height * mm);
    page.drawImage(image, {
      x: (box.x + box.width / 2) * mm - width / 2,
      y: page.getHeight() - (box.y + box.height / 2) * mm - height / 2,
      width,
      height,
    });
  }

  /** Prints `text` at the foot of a page, at its outer edge: right on odd pages, left on even ones. */
  stamp(number: number, text: string): void {
    const page = this.#document.getPage(number - 1);
    const view = viewOf(page);
    const size = 10 * view.unit;
    const width = this.#font.widthOfTextAtSize(text, size);
    const pad = 1.2 * mm * view.unit;
    const inset = 12 * mm * view.unit;
    const u = number % 2 === 1 ? view.width - inset - width : inset;
    const v = 7 * mm * view.unit;
    const corner = view.at(u - pad, v - pad);
    page.drawRectangle({
      ...corner,
      width: width + 2 * pad,
      height: size * 0.75 + 2 * pad,
      color: rgb(1, 1, 1),
      rotate: degrees(view.angle),
    });
    page.drawText(text, { ...view.at(u, v), size, font: this.#font, color: rgb(0, 0, 0), rotate: degrees(view.angle) });
  }

  /** On the pages of our own source, turns links to `scheme:…` addresses into jumps; an address that `pageOf` does not know is left as it is. */
  resolveLinks(own: Source, scheme: string, pageOf: (target: string) => number | null): void {
    for (const page of this.#copies.get(own) ?? []) {
      const annotations = page.node.Annots();
      for (const index of annotations?.asArray().keys() ?? []) {
        const annotation = annotations?.lookupMaybe(index, PDFDict);
        if (annotation !== undefined) this.#resolveLink(annotation, scheme, pageOf);
      }
    }
  }

  #resolveLink(annotation: PDFDict, scheme: string, pageOf: (target: string) => number | null): void {
    const action = annotation.lookupMaybe(PDFName.of("A"), PDFDict);
    const address = action?.lookupMaybe(PDFName.of("URI"), PDFString, PDFHexString)?.decodeText();
    if (address === undefined || !address.startsWith(`${scheme}:`)) return;
    const page = pageOf(decodeURI(address.slice(scheme.length + 1)));
    if (page === null) return;
    annotation.delete(PDFName.of("A"));
    annotation.set(PDFName.of("Dest"), this.#destination(page));
  }

  /** Top of a page, at the zoom the reader has. */
  #destination(page: number): PDFArray {
    const target = this.#document.getPage(page - 1).ref;
    return this.#document.context.obj(
      [target, "XYZ", null, null, null].map((each) => (each === "XYZ" ? PDFName.of("XYZ") : each)),
    );
  }

  /** Writes the bookmarks panel; it is open when the file is opened, down to the second level. */
  setBookmarks(bookmarks: readonly Bookmark[]): void {
    if (bookmarks.length === 0) return;
    const { context, catalog } = this.#document;
    const root = context.nextRef();
    const { first, last, shown } = this.#addBookmarks(bookmarks, root, 1);
    context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: shown }));
    catalog.set(PDFName.of("Outlines"), root);
    catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
  }

  #addBookmarks(
    bookmarks: readonly Bookmark[],
    parent: PDFRef,
    level: number,
  ): { readonly first: PDFRef; readonly last: PDFRef; readonly shown: number } {
    const { context } = this.#document;
    const refs = bookmarks.map(() => context.nextRef());
    let shown = bookmarks.length;
    for (const [index, bookmark] of bookmarks.entries()) {
      const entry = context.obj({ Parent: parent });
      entry.set(PDFName.of("Title"), PDFHexString.fromText(bookmark.title));
      entry.set(PDFName.of("Dest"), this.#destination(bookmark.page));
      const [previous, next] = [refs[index - 1], refs[index + 1]];
      if (previous !== undefined) entry.set(PDFName.of("Prev"), previous);
      if (next !== undefined) entry.set(PDFName.of("Next"), next);
      const ref = refs[index];
      if (ref === undefined) continue;
      if (bookmark.children.length > 0) {
        const below = this.#addBookmarks(bookmark.children, ref, level + 1);
        const open = level < 2;
        entry.set(PDFName.of("First"), below.first);
        entry.set(PDFName.of("Last"), below.last);
        entry.set(PDFName.of("Count"), PDFNumber.of(open ? below.shown : -below.shown));
        if (open) shown += below.shown;
      }
      context.assign(ref, entry);
    }
    const [first, last] = [refs[0], refs.at(-1)];
    if (first === undefined || last === undefined) throw new Error("no bookmarks to add");
    return { first, last, shown };
  }

  /** Printed number = page label = position: 1, 2, 3 … */
  setPageLabels(): void {
    const { context, catalog } = this.#document;
    catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, { S: "D" }] }));
  }

  setMetadata(facts: {
    readonly title: string;
    readonly author: string;
    readonly language: string;
    readonly day: string;
  }): void {
    const date = new Date(`${facts.day}T00:00:00Z`);
    const document = this.#document;
    document.setTitle(facts.title, { showInWindowTitleBar: true });
    document.setAuthor(facts.author);
    document.setLanguage(facts.language);
    document.setProducer("evipack");
    document.setCreator("evipack");
    document.setCreationDate(date);
    document.setModificationDate(date);
  }

  async save(): Promise<Uint8Array> {
    return this.#document.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
  }
}

interface View {
  /** Size of the page as it is seen, in page units. */
  readonly width: number;
  readonly height: number;
  /** Page units in a point, for pages with a UserUnit. */
  readonly unit: number;
  /** Turn that makes text upright. */
  readonly angle: number;
  /** Page coordinates of a point `u` from the left and `v` from the bottom as seen. */
  readonly at: (u: number, v: number) => { readonly x: number; readonly y: number };
}

/** The crop box as far as it lies in the media box, which is what viewers show (ISO 32000-1, 14.11.2). */
function visibleBox(page: PDFPage): { x: number; y: number; width: number; height: number } {
  const [crop, media] = [page.getCropBox(), page.getMediaBox()];
  const [x, y] = [Math.max(crop.x, media.x), Math.max(crop.y, media.y)];
  const width = Math.min(crop.x + crop.width, media.x + media.width) - x;
  const height = Math.min(crop.y + crop.height, media.y + media.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : media;
}

/** How a page is seen: its crop box, turned by /Rotate (ISO 32000-1, 7.7.3.3). */
function viewOf(page: PDFPage): View {
  const { x, y, width, height } = visibleBox(page);
  const angle = ((page.getRotation().angle % 360) + 360) % 360;
  const userUnit = page.node.lookupMaybe(PDFName.of("UserUnit"), PDFNumber)?.asNumber() ?? 1;
  const unit = 1 / (userUnit > 0 ? userUnit : 1);
  const turned = angle === 90 || angle === 270;
  const size = { width: turned ? height : width, height: turned ? width : height, unit, angle };
  switch (angle) {
    case 90:
      return { ...size, at: (u, v) => ({ x: x + width - v, y: y + u }) };
    case 180:
      return { ...size, at: (u, v) => ({ x: x + width - u, y: y + height - v }) };
    case 270:
      return { ...size, at: (u, v) => ({ x: x + v, y: y + height - u }) };
    default:
      return { ...size, angle: 0, at: (u, v) => ({ x: x + u, y: y + v }) };
  }
}
