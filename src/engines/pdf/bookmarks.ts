/** The bookmarks panel of a PDF (ISO 32000-1, 12.3.3). */
import { PDFHexString, PDFName, PDFNull, PDFNumber } from "pdf-lib";
import type { PDFContext, PDFDict, PDFRef } from "pdf-lib";
import type { RemotePage } from "./amend.ts";
import { arrayOf, dictOf } from "./objects.ts";

export interface Bookmark {
  readonly title: string;
  /** 1-based page of the bound file, or of another one beside it. */
  readonly page: number | RemotePage;
  readonly children: readonly Bookmark[];
}

/** The same bookmarks of a file before which so many pages stand now. */
export const later = (bookmarks: readonly Bookmark[], pages: number): Bookmark[] =>
  bookmarks.map(({ title, page, children }) => ({
    title,
    page: typeof page === "number" ? page + pages : page,
    children: later(children, pages),
  }));

/** Lets a bookmark or a link lead to the top of a page: one of `pages` of this file, or of one beside it (GoToR; ISO 32000-1, 12.6.4.3). */
export function setGoal(entry: PDFDict, pages: readonly PDFRef[], goal: number | RemotePage): void {
  const { context } = entry;
  const top = [PDFName.of("XYZ"), PDFNull, PDFNull, PDFNull];
  if (typeof goal === "number") {
    entry.set(PDFName.of("Dest"), arrayOf(context, [pages[goal - 1] ?? PDFNull, ...top]));
    return;
  }
  const name = PDFHexString.fromText(goal.file);
  const action = dictOf(context, {
    S: PDFName.of("GoToR"),
    F: dictOf(context, { Type: PDFName.of("Filespec"), F: name, UF: name }),
    D: arrayOf(context, [PDFNumber.of(goal.page - 1), ...top]),
  });
  entry.set(PDFName.of("A"), action);
}

/** Writes the bookmarks panel of a file with these pages; it is open when the file is opened, down to the second level. */
export function setBookmarks(catalog: PDFDict, pages: readonly PDFRef[], bookmarks: readonly Bookmark[]): void {
  if (bookmarks.length === 0) return;
  const { context } = catalog;
  const root = context.nextRef();
  const { first, last, shown } = addBookmarks({ context, pages }, bookmarks, root, 1);
  context.assign(root, context.obj({ Type: "Outlines", First: first, Last: last, Count: shown }));
  catalog.set(PDFName.of("Outlines"), root);
  catalog.set(PDFName.of("PageMode"), PDFName.of("UseOutlines"));
}

function addBookmarks(
  to: { readonly context: PDFContext; readonly pages: readonly PDFRef[] },
  bookmarks: readonly Bookmark[],
  parent: PDFRef,
  level: number,
): { readonly first: PDFRef; readonly last: PDFRef; readonly shown: number } {
  const { context, pages } = to;
  const refs = bookmarks.map(() => context.nextRef());
  let shown = bookmarks.length;
  for (const [index, bookmark] of bookmarks.entries()) {
    const entry = context.obj({ Parent: parent });
    entry.set(PDFName.of("Title"), PDFHexString.fromText(bookmark.title));
    setGoal(entry, pages, bookmark.page);
    const [previous, next] = [refs[index - 1], refs[index + 1]];
    if (previous !== undefined) entry.set(PDFName.of("Prev"), previous);
    if (next !== undefined) entry.set(PDFName.of("Next"), next);
    const ref = refs[index];
    if (ref === undefined) continue;
    if (bookmark.children.length > 0) {
      const below = addBookmarks(to, bookmark.children, ref, level + 1);
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
