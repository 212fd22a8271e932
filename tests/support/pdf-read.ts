/** Looks into a written PDF: bookmarks, page labels and links, from its low-level objects. */
import { readFileSync } from "node:fs";
import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
} from "pdf-lib";

export interface ReadBookmark {
  readonly title: string;
  /** 1-based; null when it leads nowhere. */
  readonly page: number | null;
  /** Name of another file in which that page is; left out for a page of this one. */
  readonly file?: string;
  readonly children: readonly ReadBookmark[];
}

/** A link, its box in points from the top left corner. */
export interface ReadLink {
  readonly page: number;
  readonly box: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  /** Page that it jumps to; null when it does not jump. */
  readonly to: number | null;
  readonly uri: string | null;
}

export class ReadPdf {
  readonly document: PDFDocument;
  readonly #numbers: ReadonlyMap<string, number>;

  private constructor(document: PDFDocument) {
    this.document = document;
    this.#numbers = new Map(document.getPages().map((page, index) => [page.ref.tag, index + 1]));
  }

  static async open(file: string): Promise<ReadPdf> {
    return new ReadPdf(await PDFDocument.load(readFileSync(file), { updateMetadata: false }));
  }

  get pages(): number {
    return this.document.getPageCount();
  }

  bookmarks(): ReadBookmark[] {
    const outlines = this.document.catalog.lookupMaybe(PDFName.of("Outlines"), PDFDict);
    return outlines === undefined ? [] : this.#bookmarksBelow(outlines);
  }

  #bookmarksBelow(parent: PDFDict): ReadBookmark[] {
    const found: ReadBookmark[] = [];
    let entry = parent.lookupMaybe(PDFName.of("First"), PDFDict);
    while (entry !== undefined) {
      found.push({
        title: entry.lookup(PDFName.of("Title"), PDFString, PDFHexString).decodeText(),
        ...this.#goal(entry),
        children: this.#bookmarksBelow(entry),
      });
      entry = entry.lookupMaybe(PDFName.of("Next"), PDFDict);
    }
    return found;
  }

  #goal(entry: PDFDict): Pick<ReadBookmark, "page" | "file"> {
    const action = entry.lookupMaybe(PDFName.of("A"), PDFDict);
    const remote = action === undefined ? null : remoteGoal(action);
    return remote ?? { page: this.#target(entry) };
  }

  /** Page of the /Dest of a bookmark or a link, or of its GoTo action. */
  #target(entry: PDFDict): number | null {
    const holder = entry.lookupMaybe(PDFName.of("A"), PDFDict);
    const destination = entry.lookup(PDFName.of("Dest")) ?? holder?.lookup(PDFName.of("D"));
    if (!(destination instanceof PDFArray)) return null;
    const page = destination.get(0);
    return page instanceof PDFRef ? (this.#numbers.get(page.tag) ?? null) : null;
  }

  links(page: number): ReadLink[] {
    const { node, ...sheet } = this.#sheet(page);
    const annotations = node.Annots();
    return (annotations?.asArray() ?? []).flatMap((_, index): ReadLink[] => {
      const each = annotations?.lookupMaybe(index, PDFDict);
      if (each?.lookupMaybe(PDFName.of("Subtype"), PDFName)?.asString() !== "/Link") return [];
      const { x, y, width, height } = each.lookup(PDFName.of("Rect"), PDFArray).asRectangle();
      const action = each.lookupMaybe(PDFName.of("A"), PDFDict);
      return [
        {
          page,
          box: { left: x, right: x + width, top: sheet.height - y - height, bottom: sheet.height - y },
          to: this.#target(each),
          uri: action?.lookupMaybe(PDFName.of("URI"), PDFString, PDFHexString)?.decodeText() ?? null,
        },
      ];
    });
  }

  #sheet(page: number): { readonly node: ReturnType<PDFDocument["getPage"]>["node"]; readonly height: number } {
    const found = this.document.getPage(page - 1);
    return { node: found.node, height: found.getHeight() };
  }

  /** Size, to a hundredth of a point, and turn of a page as its dictionary has them. */
  shape(page: number): { readonly width: number; readonly height: number; readonly turn: number } {
    const found = this.document.getPage(page - 1);
    const { width, height } = found.getMediaBox();
    const rounded = (points: number): number => Number(points.toFixed(2));
    return { width: rounded(width), height: rounded(height), turn: found.getRotation().angle };
  }

  /** Label of each page, for labels in plain decimal numbers (/S /D). */
  labels(): string[] {
    const nums = this.document.catalog.lookup(PDFName.of("PageLabels"), PDFDict).lookup(PDFName.of("Nums"), PDFArray);
    const ranges = Array.from({ length: nums.size() / 2 }, (_, index) => ({
      from: nums.lookup(index * 2, PDFNumber).asNumber(),
      style: nums.lookup(index * 2 + 1, PDFDict),
    }));
    return Array.from({ length: this.pages }, (_, index) => {
      const range = ranges.findLast(({ from }) => from <= index);
      if (range?.style.lookupMaybe(PDFName.of("S"), PDFName)?.asString() !== "/D") return "";
      const start = range.style.lookupMaybe(PDFName.of("St"), PDFNumber)?.asNumber() ?? 1;
      return String(start + index - range.from);
    });
  }

  /** The first page whose label is the number 1, from 1. */
  firstNumbered(): number {
    return this.labels().indexOf("1") + 1;
  }

  /** Pages of other files to which links lead (GoToR), from 1. */
  remoteLinks(): { readonly file: string; readonly page: number }[] {
    return this.document.getPages().flatMap(({ node }) => {
      const annotations = node.Annots();
      return (annotations?.asArray() ?? []).flatMap((_, index) => {
        const action = annotations?.lookupMaybe(index, PDFDict)?.lookupMaybe(PDFName.of("A"), PDFDict);
        const goal = action === undefined ? null : remoteGoal(action);
        return goal === null ? [] : [goal];
      });
    });
  }

  /** Sizes of type on a page, smallest first. */
  typeSizes(page: number): number[] {
    const found = [...this.#content(page).matchAll(/\/\S+ ([\d.]+) Tf/gu)].map(([, size]) => Number(size));
    return [...new Set(found)].toSorted((one, other) => one - other);
  }

  /** How often a page paints with a pattern. */
  patterns(page: number): number {
    return this.#content(page).match(/\/Pattern cs/gu)?.length ?? 0;
  }

  #content(page: number): string {
    const contents = this.document.getPage(page - 1).node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
    return streams
      .map((stream) => (stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()) : ""))
      .join("\n");
  }

  facts(): { readonly tagged: boolean; readonly language: string; readonly metadata: string } {
    const { catalog } = this.document;
    const metadata = catalog.lookup(PDFName.of("Metadata"));
    return {
      tagged: catalog.lookupMaybe(PDFName.of("StructTreeRoot"), PDFDict) !== undefined,
      language: catalog.lookupMaybe(PDFName.of("Lang"), PDFString, PDFHexString)?.decodeText() ?? "",
      metadata: !(metadata instanceof PDFRawStream)
        ? ""
        : Buffer.from(decodePDFRawStream(metadata).decode()).toString("utf8"),
    };
  }

  /** Alternative texts of the tags. */
  alternatives(): string[] {
    return this.document.context.enumerateIndirectObjects().flatMap(([, object]) => {
      if (!(object instanceof PDFDict)) return [];
      const text = object.lookup(PDFName.of("Alt"));
      return text instanceof PDFString || text instanceof PDFHexString ? [text.decodeText()] : [];
    });
  }
}

/** The page of another file to which an action leads (GoToR), from 1. */
function remoteGoal(action: PDFDict): { readonly file: string; readonly page: number } | null {
  if (action.lookupMaybe(PDFName.of("S"), PDFName)?.asString() !== "/GoToR") return null;
  const file = action.lookup(PDFName.of("F"), PDFDict).lookup(PDFName.of("UF"), PDFString, PDFHexString);
  const page = action.lookup(PDFName.of("D"), PDFArray).lookup(0, PDFNumber).asNumber() + 1;
  return { file: file.decodeText(), page };
}
