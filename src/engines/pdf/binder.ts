/** Pages of many PDFs bound into one, with numbers, bookmarks and links. */
import * as fontkit from "fontkit";
import {
  degrees,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNull,
  PDFPage,
  PDFPageLeaf,
  rgb,
} from "pdf-lib";
import type { PDFFont, PDFRef } from "pdf-lib";
import type { Box } from "../../model/photo-page.ts";
import type { RemotePage } from "./amend.ts";
import { setBookmarks, setGoal } from "./bookmarks.ts";
import type { Bookmark } from "./bookmarks.ts";
import { Copier } from "./copy.ts";
import { copiedLayers, layersOf, setLayers } from "./layers.ts";
import { Destinations, setNames } from "./links.ts";
import { arrayIn, dictIn, isRef, itemsOf, nameIn, textIn } from "./objects.ts";
import { nameBytes } from "./open.ts";
import type { Leaf, Source } from "./open.ts";
import type { SeenBox } from "../pdfium-ink.ts";
import { makeRoom } from "./room.ts";
import { viewOf } from "./view.ts";

export type { RemotePage } from "./amend.ts";
export type { Bookmark } from "./bookmarks.ts";
export { openPdf } from "./open.ts";
export type { Source } from "./open.ts";

const mm = 72 / 25.4;

/** Type of the page numbers, and the strip at the foot in which they stand, in points. */
const [stampSize, stampStrip] = [10, 12 * mm];

/** Entries of a page that are bound; all others act, or belong to the file that the page came from. */
const boundEntries = ["MediaBox", "CropBox", "Rotate", "UserUnit", "Group", "Resources", "Contents", "Annots"];

/** A PDF in the making. All bytes follow from what is put in; `day` (YYYY-MM-DD) stands for the clock. */
export class Binder {
  readonly #document: PDFDocument;
  readonly #font: PDFFont;
  readonly #copies = new WeakMap<Source, readonly PDFPage[]>();
  readonly #names = new Map<string, PDFArray>();
  readonly #layers: { readonly all: PDFRef[]; readonly hidden: PDFRef[] } = { all: [], hidden: [] };
  readonly #unplaced = new Set<PDFRef>();

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
   * copied together the first time, so that what they share (fonts, pictures) is stored once; its links lead to the
   * copies. Its named destinations are kept as `prefix/name`, where the first call for the source gives a prefix.
   * Sources with forms, scripts or faults have been prepared before.
   */
  addPages(source: Source, from: number, to: number, prefix: string | null = null): void {
    const copies = this.#copies.get(source) ?? this.#copyAll(source, prefix);
    this.#copies.set(source, copies);
    for (const page of copies.slice(from - 1, to)) {
      this.#unplaced.delete(page.ref);
      this.#document.addPage(page);
    }
  }

  #copyAll(source: Source, prefix: string | null): readonly PDFPage[] {
    const { context } = this.#document;
    const copier = new Copier(source.context, context);
    const refs = source.leaves.map(() => context.nextRef());
    for (const [index, { ref }] of source.leaves.entries()) {
      const copy = refs[index];
      if (ref !== null && copy !== undefined) copier.assign(ref, copy);
    }
    const destinations = new Destinations(source, refs, context);
    const pages = refs.flatMap((ref, index) => {
      const leaf = source.leaves[index];
      return leaf === undefined ? [] : [this.#copyPage(leaf, ref, copier)];
    });
    for (const page of pages) this.#renameLinks(page, destinations, prefix);
    if (prefix !== null) {
      for (const [name, value] of destinations.names) this.#names.set(latinOf(`${prefix}/`) + name, value);
    }
    const layers = copiedLayers(layersOf(source.catalog), copier);
    this.#layers.all.push(...layers.all);
    this.#layers.hidden.push(...layers.hidden);
    return pages;
  }

  #copyPage({ dict }: Leaf, ref: PDFRef, copier: Copier): PDFPage {
    const { context } = this.#document;
    const entries = new Map([[PDFName.of("Type"), PDFName.of("Page")]] as [PDFName, ReturnType<Copier["copy"]>][]);
    for (const key of boundEntries.map((each) => PDFName.of(each))) {
      const value = dict.get(key);
      if (value !== undefined) entries.set(key, copier.copy(value));
    }
    const leaf = PDFPageLeaf.fromMapWithContext(entries, context);
    context.assign(ref, leaf);
    this.#unplaced.add(ref);
    return PDFPage.of(leaf, ref, this.#document);
  }

  /** Links by name: by the new name, or straight to the page where names are not kept. */
  #renameLinks(page: PDFPage, destinations: Destinations, prefix: string | null): void {
    for (const link of linksOf(page)) {
      const name = nameBytes(link.lookup(PDFName.of("Dest")));
      if (name === null) continue;
      const explicit = destinations.names.get(name);
      if (explicit === undefined) link.delete(PDFName.of("Dest"));
      else if (prefix === null) link.set(PDFName.of("Dest"), explicit);
      else link.set(PDFName.of("Dest"), PDFHexString.fromBytes(Buffer.from(latinOf(`${prefix}/`) + name, "latin1")));
    }
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

  /** Where `stamp` prints: at the foot of the page as it is seen, at its outer edge (right on odd pages, left on even ones). */
  stampBox(number: number, text: string): SeenBox {
    const view = viewOf(this.#document.getPage(number - 1));
    const width = this.#font.widthOfTextAtSize(text, stampSize * view.unit);
    const [inset, pad] = [12 * mm * view.unit, 1.2 * mm * view.unit];
    const u = number % 2 === 1 ? view.width - inset - width : inset;
    const height = stampSize * 0.75 * view.unit;
    const bottom = 7 * mm * view.unit;
    return { left: u - pad, bottom: bottom - pad, width: width + 2 * pad, height: height + 2 * pad };
  }

  /** Prints `text` there. A page that is `full` at that place is drawn smaller, above the strip of the numbers. */
  stamp(number: number, text: string, full = false): void {
    const page = this.#document.getPage(number - 1);
    const view = viewOf(page);
    const { left, bottom } = this.stampBox(number, text);
    const pad = 1.2 * mm * view.unit;
    if (full) makeRoom(page, stampStrip * view.unit);
    const at = view.at(left + pad, bottom + pad);
    const look = { size: stampSize * view.unit, font: this.#font, color: rgb(0, 0, 0), rotate: degrees(view.angle) };
    page.drawText(text, { ...at, ...look });
  }

  /** On the pages of our own source, turns links to `scheme:…` addresses into jumps; an address that `pageOf` does not know is left as it is. */
  resolveLinks(own: Source, scheme: string, pageOf: (target: string) => number | RemotePage | null): void {
    for (const page of this.#copies.get(own) ?? []) {
      for (const link of linksOf(page)) this.#resolveLink(link, scheme, pageOf);
    }
  }

  #resolveLink(link: PDFDict, scheme: string, pageOf: (target: string) => number | RemotePage | null): void {
    const action = dictIn(link, "A");
    const address = action === null ? null : textIn(action, "URI");
    if (address === null || !address.startsWith(`${scheme}:`)) return;
    const page = pageOf(decodeURI(address.slice(scheme.length + 1)));
    if (page === null) return;
    link.delete(PDFName.of("A"));
    setGoal(link, this.#document, page);
  }

  setBookmarks(bookmarks: readonly Bookmark[]): void {
    setBookmarks(this.#document, bookmarks);
  }

  /** Page labels are the printed numbers, `first` on the first page. */
  setPageLabels(first: number): void {
    const { context, catalog } = this.#document;
    catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, first === 1 ? { S: "D" } : { S: "D", St: first }] }));
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
    this.#dropUnplaced();
    setLayers(this.#document.catalog, this.#layers);
    setNames(this.#document.catalog, this.#names);
    return this.#document.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
  }

  /** Pages of a source that were never added leave the file, and so does what leads to them. */
  #dropUnplaced(): void {
    if (this.#unplaced.size === 0) return;
    const isGone = (destination: unknown): boolean => {
      const page = destination instanceof PDFArray && destination.size() > 0 ? destination.get(0) : undefined;
      return isRef(page) && this.#unplaced.has(page);
    };
    for (const [name, value] of this.#names) if (isGone(value)) this.#names.delete(name);
    for (const page of this.#document.getPages()) {
      for (const link of linksOf(page)) {
        const goal = link.lookup(PDFName.of("Dest"));
        const name = nameBytes(goal);
        if (isGone(goal) || (name !== null && !this.#names.has(name))) link.delete(PDFName.of("Dest"));
      }
    }
    for (const ref of this.#unplaced) this.#document.context.assign(ref, PDFNull);
  }
}

function linksOf(page: PDFPage): readonly PDFDict[] {
  return itemsOf(arrayIn(page.node, "Annots")).filter(
    (each): each is PDFDict => each instanceof PDFDict && nameIn(each, "Subtype") === "Link",
  );
}

/** The bytes of a text in UTF-8, as Latin-1. */
const latinOf = (text: string): string => Buffer.from(text, "utf8").toString("latin1");
