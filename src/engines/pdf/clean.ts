/** Pages of a parsed PDF built anew: what they show, their links, and nothing that acts. */
import * as fontkit from "fontkit";
import { PDFDict, PDFDocument, PDFName, PDFNumber, PDFPage, PDFPageLeaf, PDFRawStream } from "pdf-lib";
import type { PDFContext, PDFFont, PDFObject, PDFRef } from "pdf-lib";
import { dependencyFile, readFile } from "../../world.ts";
import { stampFont } from "../fonts.ts";
import { Removed } from "./actions.ts";
import type { RemovedPart } from "../../model/removed.ts";
import { isHidden, overlayOf } from "./annotations.ts";
import type { Overlay } from "./annotations.ts";
import { setBookmarks } from "./bookmarks.ts";
import { isSelfContained } from "./content.ts";
import { Copier } from "./copy.ts";
import { fieldAppearance, formIn } from "./fields.ts";
import type { Form } from "./fields.ts";
import { copiedLayers, fixLayers, layersOf, setLayers } from "./layers.ts";
import { copiedLink, Destinations, setNames } from "./links.ts";
import { markupAppearance } from "./markup.ts";
import { arrayIn, arrayOf, dictIn, dictOf, itemsOf, nameIn, streamOf } from "./objects.ts";
import type { Rectangle } from "./objects.ts";
import type { Leaf, Source } from "./open.ts";
import { outlineOf } from "./outline.ts";
import { boxesOf, isPlainPage, turnOf } from "./page-boxes.ts";
import { decoded, mendStream, packedStream } from "./streams.ts";

export interface Cleaned {
  readonly bytes: Uint8Array;
  readonly removed: readonly RemovedPart[];
  /** Data of some stream was broken; what could be read of it is there. */
  readonly damaged: boolean;
}

/** Writes the pages of a source into a new file. `font` draws the values of fields that have no drawing. */
export async function cleanPdf(source: Source): Promise<Cleaned> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const cleaner = new Cleaner(source, target);
  return cleaner.clean();
}

/** Whether the pages of a source, bound as they are, come out as if they had been cleaned. */
export async function isClean(source: Source): Promise<boolean> {
  const target = await PDFDocument.create({ updateMetadata: false });
  const cleaner = new Cleaner(source, target);
  return cleaner.changesNothing();
}

class Cleaner {
  readonly #source: Source;
  readonly #target: PDFDocument;
  readonly #context: PDFContext;
  readonly #copier: Copier;
  readonly #form: Form | null;
  readonly #removed = new Removed();
  readonly #pushState: PDFRef;
  readonly #popState: PDFRef;
  /** A thousand million bytes of streams and half of that of content are looked through; the rest is taken as it is. */
  readonly #unpacking = { bytes: 1_000_000_000 };
  #reading = 500_000_000;
  #damaged = false;
  /** Anything is not as it was; annotations and layers are not looked at. */
  #changed = false;
  /** What streams of content of this page hold, so that they are not unpacked twice. */
  readonly #unpacked = new Map<PDFRawStream, Uint8Array>();
  #font: Promise<PDFFont> | null = null;

  constructor(source: Source, target: PDFDocument) {
    const { context } = target;
    this.#source = source;
    this.#target = target;
    this.#context = context;
    this.#form = formIn(source.catalog);
    const mend = (stream: PDFRawStream): PDFRawStream => {
      const mended = mendStream(stream, this.#unpacking);
      this.#damaged ||= mended.damaged;
      this.#changed ||= mended.stream !== stream;
      if (mended.unpacked !== null) this.#unpacked.set(mended.stream, mended.unpacked);
      return mended.stream;
    };
    this.#copier = new Copier(source.context, context, { mend });
    this.#pushState = context.register(streamOf(dictOf(context, {}), "q\n"));
    this.#popState = context.register(streamOf(dictOf(context, {}), "\nQ\n"));
  }

  async changesNothing(): Promise<boolean> {
    const { catalog, leaves } = this.#source;
    if (dictIn(catalog, "OCProperties") !== null || !leaves.every(isPlainPage)) return false;
    const { refs, destinations } = await this.#addPages();
    outlineOf(this.#source, refs, destinations, this.#removed);
    return !this.#changed && this.#removed.parts.length === 0;
  }

  async clean(): Promise<Cleaned> {
    const { catalog } = this.#source;
    const { refs, destinations } = await this.#addPages();
    const layers = copiedLayers(layersOf(catalog), this.#copier);
    fixLayers(layers, this.#context);
    setLayers(this.#target.catalog, layers);
    setNames(this.#target.catalog, destinations.names);
    setBookmarks(this.#target.catalog, refs, outlineOf(this.#source, refs, destinations, this.#removed));
    const bytes = await this.#target.save({
      useObjectStreams: false,
      addDefaultPage: false,
      updateFieldAppearances: false,
      objectsPerTick: Number.POSITIVE_INFINITY,
    });
    return { bytes, removed: this.#removed.parts, damaged: this.#damaged };
  }

  async #addPages(): Promise<{ readonly refs: readonly PDFRef[]; readonly destinations: Destinations }> {
    const { catalog, leaves } = this.#source;
    this.#removed.addDocument(catalog);
    this.#removed.addFields(this.#form?.dict ?? null);
    const refs = leaves.map((leaf) => {
      const ref = this.#context.nextRef();
      if (leaf.ref !== null) this.#copier.assign(leaf.ref, ref);
      return ref;
    });
    const destinations = new Destinations(this.#source, refs, this.#context);
    for (const [index, leaf] of leaves.entries()) {
      const ref = refs[index];
      if (ref !== undefined) await this.#addPage(leaf, ref, destinations);
    }
    return { refs, destinations };
  }

  async #addPage({ dict }: Leaf, ref: PDFRef, destinations: Destinations): Promise<void> {
    const turn = turnOf(dict);
    this.#removed.addActionsOf(dict);
    const annotations = itemsOf(arrayIn(dict, "Annots")).filter((each) => each instanceof PDFDict);
    for (const each of annotations) this.#removed.addAnnotation(each);
    const overlay = await overlayOf(annotations, {
      context: this.#context,
      copier: this.#copier,
      make: (annotation) => this.#appearance(annotation),
      turn,
      defaults: this.#form === null ? null : dictIn(this.#form.dict, "DR"),
    });
    const links = annotations.flatMap((each) => {
      if (isHidden(each)) return [];
      return copiedLink(each, this.#copier, destinations, this.#removed, this.#context) ?? [];
    });
    const boxes = boxesOf(dict);
    const resources = this.#resources(dict, overlay);
    const entries = dictOf(this.#context, {
      MediaBox: this.#box(boxes.media),
      CropBox: boxes.crop === null ? null : this.#box(boxes.crop),
      Rotate: turn === 0 ? null : PDFNumber.of(turn),
      UserUnit: this.#copied(dict, "UserUnit"),
      Group: this.#copied(dict, "Group"),
      Resources: resources,
      Contents: this.#contents(dict, boxes.media, resources, overlay),
      Annots:
        links.length === 0
          ? null
          : arrayOf(
              this.#context,
              links.map((each) => this.#context.register(each)),
            ),
    });
    const leaf = PDFPageLeaf.fromMapWithContext(entries.asMap(), this.#context, false);
    leaf.set(PDFName.of("Type"), PDFName.of("Page"));
    this.#unpacked.clear();
    this.#context.assign(ref, leaf);
    this.#target.addPage(PDFPage.of(leaf, ref, this.#target));
  }

  async #appearance(annotation: PDFDict): Promise<PDFRef | null> {
    const font = (): Promise<PDFFont> => (this.#font ??= this.#embedFont());
    return nameIn(annotation, "Subtype") === "Widget"
      ? fieldAppearance(annotation, this.#form, this.#context, font)
      : markupAppearance(annotation, this.#context, font);
  }

  async #embedFont(): Promise<PDFFont> {
    const read = await readFile(dependencyFile(stampFont));
    if (!read.ok) throw new Error(`font ${stampFont}: ${read.cause}`);
    this.#target.registerFontkit(fontkit);
    return this.#target.embedFont(read.bytes, { subset: true });
  }

  #copied(dict: PDFDict, key: string): PDFObject | null {
    const value = dict.get(PDFName.of(key));
    return value === undefined ? null : this.#copier.copy(value);
  }

  #box({ left, bottom, right, top }: Rectangle): PDFObject {
    return arrayOf(this.#context, [left, bottom, right, top]);
  }

  /** The page's resources with those of what is drawn over it; a dictionary of its own, for pages share theirs. */
  #resources(dict: PDFDict, { forms, layers }: Overlay): PDFDict {
    const own = dictIn(dict, "Resources");
    const copy = own === null ? null : this.#copier.copy(own);
    const resources = copy instanceof PDFDict ? copy : PDFDict.withContext(this.#context);
    for (const [kind, entries] of [["XObject", forms] as const, ["Properties", layers] as const]) {
      if (entries.length === 0) continue;
      const merged = new Map(dictIn(resources, kind)?.asMap() ?? []);
      for (const [name, value] of entries) merged.set(PDFName.of(name), value);
      resources.set(PDFName.of(kind), PDFDict.fromMapWithContext(merged, this.#context));
    }
    return resources;
  }

  /**
   * The content between a push and a pop of the graphics state. Content that would leave something open, or close
   * what it did not open, goes into a form, which keeps it to itself.
   */
  #contents(dict: PDFDict, media: Rectangle, resources: PDFDict, { operators }: Overlay): PDFObject {
    const context = this.#context;
    const streams = contentRefs(dict)
      .map((each) => this.#copier.copy(each))
      .filter((each) => context.lookup(each) instanceof PDFRawStream);
    const over = operators === "" ? [] : [this.#stream(operators)];
    const content = this.#read(streams);
    if (content === null || isSelfContained(content)) {
      return arrayOf(context, [this.#pushState, ...streams, this.#popState, ...over]);
    }
    this.#changed = true;
    const form = dictOf(context, {
      Type: PDFName.of("XObject"),
      Subtype: PDFName.of("Form"),
      BBox: this.#box(media),
      Resources: PDFDict.fromMapWithContext(new Map(resources.asMap()), context),
    });
    const forms = new Map(dictIn(resources, "XObject")?.asMap() ?? []);
    forms.set(PDFName.of("EvPage"), context.register(packedStream(form, content)));
    resources.set(PDFName.of("XObject"), PDFDict.fromMapWithContext(forms, context));
    return arrayOf(context, [this.#stream("q /EvPage Do Q\n"), ...over]);
  }

  /** The content of some streams, one after the other; null when it is in a strange encoding or too much. */
  #read(streams: readonly PDFObject[]): Uint8Array | null {
    const parts: Uint8Array[] = [];
    for (const each of streams) {
      const stream = this.#context.lookup(each);
      const content = stream instanceof PDFRawStream && this.#reading > 0 ? this.#decoded(stream) : null;
      if (content === null) return null;
      this.#reading -= content.length;
      parts.push(content, lineEnd);
    }
    return Buffer.concat(parts);
  }

  #decoded(stream: PDFRawStream): Uint8Array | null {
    return this.#unpacked.get(stream) ?? decoded(stream);
  }

  #stream(operators: string): PDFRef {
    return this.#context.register(streamOf(dictOf(this.#context, {}), operators));
  }
}

const lineEnd = Buffer.from("\n");

/** The content streams of a page, as references wherever they are ones. */
function contentRefs(dict: PDFDict): readonly PDFObject[] {
  const contents = dict.lookup(PDFName.of("Contents"));
  const list = arrayIn(dict, "Contents")?.asArray();
  if (list !== undefined) return list;
  const direct = dict.get(PDFName.of("Contents"));
  return contents instanceof PDFRawStream && direct !== undefined ? [direct] : [];
}
