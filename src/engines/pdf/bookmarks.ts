/** The bookmarks panel of a PDF (ISO 32000-1, 12.3.3). */
import { PDFHexString, PDFName, PDFNull, PDFNumber } from "pdf-lib";
import type { PDFArray, PDFDict, PDFDocument, PDFRef } from "pdf-lib";
import type { RemotePage } from "./amend.ts";
import { arrayOf, dictOf } from "./objects.ts";

export interface Bookmark {
  readonly title: string;
  /** 1-based page of the bound file, or of another one beside it. */
  readonly page: number | RemotePage;
  readonly children: readonly Bookmark[];
}

/** Top of a page (1-based), at the zoom the reader has. */
export function topOf(document: PDFDocument, page: number): PDFArray {
  return arrayOf(document.context, [document.getPage(page - 1).ref, PDFName.of("XYZ"), PDFNull, PDFNull, PDFNull]);
}

/** Lets a bookmark or a link lead to the top of a page: of this file, or of one beside it (GoToR; ISO 32000-1, 12.6.4.3). */
export function setGoal(entry: PDFDict, document: PDFDocument, page: number | RemotePage): void {
  const { context } = document;
  if (typeof page === "number") {
    entry.set(PDFName.of("Dest"), topOf(document, page));
    return;
  }
  const name = PDFHexString.fromText(page.file);
  const goal = [PDFNumber.of(page.page - 1), PDFName.of("XYZ"), PDFNull, PDFNull, PDFNull];
  const action = dictOf(context, {
    S: PDFName.of("GoToR"),
    F: dictOf(context, { Type: PDFName.of("Filespec"), F: name, UF: name }),
    D: arrayOf(context, goal),
  });
  entry.set(PDFName.of("A"), action);
}

/** Writes the bookmarks panel; it is open when the file is opened, down to the second level. */
export function setBookmarks(document: PDFDocument, bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context, catalog } = document;
  const root = context.nextRef();
  const { first, last, shown } = addBookmarks(document, bookmarks, root, 1);
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: shown }));
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

function addBookmarks(
  document: PDFDocument,
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  level: number,
): { readonly first: PDFRef; readonly last: PDFRef; readonly shown: number } {
  const { context } = document;
  const refs = bookmarks.map(() => context.nextRef());
  let shown = bookmarks.length;
  for (const [index, bookmark] of bookmarks.entries()) {
    const entry = context.obj({ Parent: parent });
    entry.set(PDFName.of("Title"), PDFHexString.fromText(bookmark.title));
    setGoal(entry, document, bookmark.page);
    const [previous, next] = [refs[index - 1], refs[index + 1]];
    if (previous !== undefined) entry.set(PDFName.of("Prev"), previous);
    if (next !== undefined) entry.set(PDFName.of("Next"), next);
    const ref = refs[index];
    if (ref === undefined) continue;
    if (bookmark.children.length > 0) {
      const below = addBookmarks(document, bookmark.children, ref, level + 1);
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
