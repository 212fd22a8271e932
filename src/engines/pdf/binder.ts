/** Pages of many PDFs bound into one, with numbers, bookmarks and links; each is written as it comes. */
import * as fontkit from "fontkit";
import { PDFDocument, PDFName, PDFPage, PDFPageLeaf } from "pdf-lib";
import type { PDFArray, PDFContext, PDFDict, PDFFont, PDFObject, PDFRef } from "pdf-lib";
import type { Box } from "../../model/photo-page.ts";
import type { StampPlace } from "../../model/workspace.ts";
import type { SeenBox } from "../pdfium-ink.ts";
import type { RemotePage } from "./amend.ts";
import { later, setBookmarks, setGoal } from "./bookmarks.ts";
import type { Bookmark } from "./bookmarks.ts";
import { Copier } from "./copy.ts";
import { copiedLayers, layersOf, setLayers } from "./layers.ts";
import { Destinations, setNames } from "./links.ts";
import { ObjectFile } from "./object-file.ts";
import type { Sink } from "./object-file.ts";
import { arrayIn, dictIn, isRef, plainAll, textIn } from "./objects.ts";
import type { Leaf, Source } from "./open.ts";
import { markPlace } from "./marks.ts";
import type { MarkedPlace } from "./marks.ts";
import { outlineOf } from "./outline.ts";
import { PageTree } from "./page-tree.ts";
import { SharedStreams } from "./shared.ts";
import { contentRefs, layingOf, layOn } from "./sheet.ts";
import type { Laying, Move, Paper, StripRoom } from "./sheet.ts";
import { Removed } from "./actions.ts";
import { addResource, asItIs, drawOver, linksOf, nameBelow, ownResources, renameLink } from "./bound-page.ts";
import { inkBox, stampAt, stampSize, stripAt } from "./stamp.ts";
import type { Size, Spot } from "./stamp.ts";
import { StampType } from "./stamp-type.ts";
import { viewOf } from "./view.ts";
import type { View } from "./view.ts";

export type { RemotePage } from "./amend.ts";
export type { Bookmark } from "./bookmarks.ts";
export type { Sink } from "./object-file.ts";
export { openPdf } from "./open.ts";
export type { Paper } from "./sheet.ts";
export type { Source } from "./open.ts";

const mm = 72 / 25.4;

/** Entries of a page that are bound beside its resources; all others act, or belong to the file that the page came from. */
const boundEntries = ["MediaBox", "CropBox", "Rotate", "UserUnit", "Group", "Contents", "Annots"];

export interface Binding {
  /** How many pages there will be. */
  readonly pages: number;
  /** The sheets of what is added with `addFile`. */
  readonly paper: Paper;
  /** A TrueType font that has the characters of every stamp. */
  readonly stampFont: Uint8Array;
  readonly stampPlace: StampPlace;
  /** Where links of our own sheets to addresses `scheme:…` lead; an address that is not known is left as it is. */
  readonly links: { readonly scheme: string; readonly goalOf: (target: string) => number | RemotePage | null };
  /** Takes the bytes of the file, in order. */
  readonly sink: Sink;
}

/** A page that can still be drawn on. */
interface OpenPage {
  readonly page: PDFPage;
  /** `original` for our own sheets. */
  readonly paper: Paper;
  /** How it was laid on its sheet; null while it stands as it came. */
  readonly moved: Move | null;
  /** How it was seen when it came. */
  readonly came: View;
}

/** A PDF in the making. Memory holds the pages since the last `flush`. All bytes follow from what is put in. */
export class Binder {
  readonly #document: PDFDocument;
  readonly #context: PDFContext;
  readonly #font: PDFFont;
  readonly #type: StampType;
  readonly #links: Binding["links"];
  readonly #paper: Paper;
  readonly #place: StampPlace;
  readonly #file: ObjectFile;
  readonly #tree: PageTree;
  readonly #shared = new SharedStreams();
  readonly #sheets = new WeakMap<Source, Copier>();
  /** Pages since the last flush, by their number. */
  readonly #open = new Map<number, OpenPage>();
  /** Destinations on the open pages, by page; and how many of these pages have a stream of content. */
  readonly #goals = new Map<PDFRef, Set<PDFArray>>();
  readonly #contents = new Map<PDFRef, number>();
  readonly #names = new Map<string, PDFArray>();
  readonly #layers: { readonly all: PDFRef[]; readonly hidden: PDFRef[] } = { all: [], hidden: [] };
  #pages = 0;

  private constructor(
    document: PDFDocument,
    font: PDFFont,
    file: ObjectFile,
    { pages, links, paper, stampPlace }: Binding,
  ) {
    this.#document = document;
    this.#context = document.context;
    this.#font = font;
    this.#type = new StampType(font);
    this.#file = file;
    this.#links = links;
    this.#paper = paper;
    this.#place = stampPlace;
    this.#tree = new PageTree(document.context, pages);
    document.catalog.set(PDFName.of("Pages"), this.#tree.root);
  }

  static async create(binding: Binding): Promise<Binder> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit);
    const { context, catalog } = document;
    const tree = catalog.get(PDFName.of("Pages"));
    const font = await document.embedFont(binding.stampFont, { subset: true });
    const file = await ObjectFile.begin(context, binding.sink);
    const binder = new Binder(document, font, file, binding);
    // The tree that an empty document has.
    context.delete(tree as PDFRef);
    return binder;
  }

  get pages(): number {
    return this.#pages;
  }

  /**
   * Adds all pages of a file; its links lead to the copies, its named destinations are kept as `prefix/name`. What
   * earlier files hold too (fonts, pictures) is stored once. Files with forms, scripts or faults have been prepared before.
   * Gives the file's own bookmarks, with the pages of this one.
   */
  addFile(source: Source, prefix: string): readonly Bookmark[] {
    const before = this.#pages;
    const refs = this.#tree.refs.slice(this.#pages, this.#pages + source.pages);
    const copier = new Copier(source.context, this.#context, { shared: this.#shared });
    for (const [index, { ref }] of source.leaves.entries()) {
      const copy = refs[index];
      if (ref !== null && copy !== undefined) copier.assign(ref, copy);
    }
    const destinations = new Destinations(source, refs, this.#context);
    for (const leaf of source.leaves) {
      for (const link of linksOf(this.#add(leaf, copier, this.#paper))) {
        renameLink(link, destinations, prefix);
        this.#addGoal(arrayIn(link, "Dest"));
      }
    }
    for (const [name, value] of destinations.names) {
      this.#names.set(nameBelow(prefix, name), value);
      this.#addGoal(value);
    }
    const layers = copiedLayers(layersOf(source.catalog), copier);
    this.#layers.all.push(...layers.all);
    this.#layers.hidden.push(...layers.hidden);
    return later(outlineOf(source, refs, destinations, new Removed()), before);
  }

  /** Adds pages `from`..`to` (1-based, both included) of our own sheets, each at most once. */
  addSheets(own: Source, from: number, to: number): void {
    const copier = this.#sheets.get(own) ?? new Copier(own.context, this.#context);
    this.#sheets.set(own, copier);
    for (const leaf of own.leaves.slice(from - 1, to)) {
      for (const link of linksOf(this.#add(leaf, copier, "original"))) this.#resolveLink(link);
    }
  }

  #addGoal(goal: PDFArray | null): void {
    const page = goal?.get(0);
    if (goal === null || !isRef(page)) return;
    this.#goals.set(page, (this.#goals.get(page) ?? new Set()).add(goal));
  }

  #add({ dict }: Leaf, copier: Copier, paper: Paper): PDFPage {
    const entries = new Map<PDFName, PDFObject>([[PDFName.of("Type"), PDFName.of("Page")]]);
    entries.set(PDFName.of("Resources"), copier.copy(ownResources(dict)));
    for (const key of boundEntries.map((each) => PDFName.of(each))) {
      const value = dict.get(key);
      if (value !== undefined) entries.set(key, copier.copy(value));
    }
    const leaf = PDFPageLeaf.fromMapWithContext(entries, this.#context);
    const page = PDFPage.of(leaf, this.#tree.place(leaf, this.#pages), this.#document);
    this.#pages += 1;
    this.#open.set(this.#pages, { page, paper, moved: null, came: viewOf(page) });
    for (const ref of contentRefs(leaf)) this.#contents.set(ref, (this.#contents.get(ref) ?? 0) + 1);
    return page;
  }

  #page(number: number): OpenPage {
    const page = this.#open.get(number);
    if (page === undefined) throw new Error(`page ${String(number)} is not at hand`);
    return page;
  }

  /** Draws a picture as large as it fits, in the middle of a box on the last page. */
  async drawImage(bytes: Uint8Array, format: "jpeg" | "png", box: Box): Promise<void> {
    const { page } = this.#page(this.#pages);
    const image = format === "jpeg" ? await this.#document.embedJpg(bytes) : await this.#document.embedPng(bytes);
    await image.embed();
    const { width, height } = image.scaleToFit(box.width * mm, box.height * mm);
    const x = (box.x + box.width / 2) * mm - width / 2;
    const y = page.getHeight() - (box.y + box.height / 2) * mm - height / 2;
    const name = addResource(page.node, "XObject", image.ref);
    drawOver(page.node, `q ${plainAll(width, 0, 0, height, x, y)} cm ${name} Do Q\n`);
  }

  #strip = (text: string): StripRoom => stripAt(this.#place, this.#type.width(text));

  /** Of the stamp on a page of this size as it is seen. */
  #stampAt(number: number, text: string, size: Size): Spot {
    return stampAt(this.#place, number, this.#type.width(text), size);
  }

  /** Where `stamp` prints: the place of the page, as it is seen when it came, in its own units. */
  stampBox(number: number, text: string): SeenBox {
    const { page, paper } = this.#page(number);
    const view = viewOf(page);
    const laying = layingOf(view, paper, { ...this.#strip(text), full: false }) ?? asItIs(view);
    return inkBox(this.#stampAt(number, text, laying), laying, view.unit);
  }

  /** Lays the page on its sheet and prints `text` there. What is `full` at that place is drawn beside the strip of the numbers. */
  stamp(number: number, text: string, full = false): void {
    const { page, paper } = this.#page(number);
    const laying = layingOf(viewOf(page), paper, { ...this.#strip(text), full });
    if (laying !== null) this.#lay(number, laying);
    const view = viewOf(page);
    const size = { width: view.width / view.unit, height: view.height / view.unit };
    const { left, bottom } = this.#stampAt(number, text, size);
    const { x, y } = view.at(left * view.unit, bottom * view.unit);
    const turn = (view.angle / 180) * Math.PI;
    const matrix = plainAll(Math.cos(turn), Math.sin(turn), -Math.sin(turn), Math.cos(turn), x, y);
    const name = addResource(page.node, "Font", this.#font.ref);
    drawOver(
      page.node,
      `q 0 g BT ${name} ${plainAll(stampSize * view.unit)} Tf ${matrix} Tm ${this.#type.shown(text)} Tj ET Q\n`,
    );
  }

  /** Marks lines, or a place, of a page that came with `addFile`, after it was stamped. */
  mark(number: number, place: MarkedPlace): void {
    const { page, came, moved } = this.#page(number);
    markPlace(page, { came, moved: moved ?? ((x, y) => [x, y]) }, place);
  }

  #lay(number: number, laying: Laying): void {
    const open = this.#page(number);
    const { page } = open;
    const contents = contentRefs(page.node);
    const moved = layOn(page, laying, [...(this.#goals.get(page.ref) ?? [])]);
    this.#open.set(number, { ...open, moved });
    // Its content mostly stands in a form now; another page may have the same.
    const kept = new Set(contentRefs(page.node));
    for (const ref of contents) if (!kept.has(ref) && this.#contents.get(ref) === 1) this.#context.delete(ref);
  }

  #resolveLink(link: PDFDict): void {
    const { scheme, goalOf } = this.#links;
    const action = dictIn(link, "A");
    const address = action === null ? null : textIn(action, "URI");
    if (address === null || !address.startsWith(`${scheme}:`)) return;
    const goal = goalOf(decodeURI(address.slice(scheme.length + 1)));
    if (goal === null) return;
    link.delete(PDFName.of("A"));
    setGoal(link, this.#tree.refs, goal);
  }

  /** Writes the pages that were added, after which they cannot be drawn on any more. */
  async flush(): Promise<void> {
    const { context } = this.#document;
    const kept = [context.trailerInfo.Root, context.trailerInfo.Info];
    for (const each of [this.#open, this.#goals, this.#contents]) each.clear();
    await this.#file.flush(new Set(kept.filter((each) => isRef(each))));
  }

  setBookmarks(bookmarks: readonly Bookmark[]): void {
    setBookmarks(this.#document.catalog, this.#tree.refs, bookmarks);
  }

  /** Page labels are the printed numbers, `first` on the first page. */
  setPageLabels(first: number): void {
    const { context, catalog } = this.#document;
    catalog.set(PDFName.of("PageLabels"), context.obj({ Nums: [0, first === 1 ? { S: "D" } : { S: "D", St: first }] }));
  }

  /** `day` (YYYY-MM-DD) stands for the clock. */
  setMetadata(facts: Readonly<Record<"title" | "author" | "language" | "day", string>>): void {
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

  /** Ends the file. */
  async finish(): Promise<void> {
    if (this.#pages !== this.#tree.refs.length)
      throw new Error(`${String(this.#pages)} pages instead of ${String(this.#tree.refs.length)}`);
    const { catalog } = this.#document;
    setLayers(catalog, this.#layers);
    setNames(catalog, this.#names);
    this.#tree.write();
    await this.#font.embed();
    await this.#file.finish();
  }
}
