/** The tree of a file's pages, whose shape is known before any of them (ISO 32000-1, 7.7.3). */
import { PDFName, PDFNumber } from "pdf-lib";
import type { PDFContext, PDFPageLeaf, PDFRef } from "pdf-lib";
import { arrayOf, dictOf } from "./objects.ts";

/** Pages in a branch; readers look a page up in two steps. */
const pagesInBranch = 64;

export class PageTree {
  readonly #context: PDFContext;
  readonly #branches: readonly PDFRef[];
  readonly root: PDFRef;
  /** Of the pages, in order. */
  readonly refs: readonly PDFRef[];

  constructor(context: PDFContext, pages: number) {
    this.#context = context;
    this.root = context.nextRef();
    this.#branches = Array.from({ length: Math.ceil(pages / pagesInBranch) }, () => context.nextRef());
    this.refs = Array.from({ length: pages }, () => context.nextRef());
  }

  /** Puts a page at its place (from 0); gives its reference. */
  place(page: PDFPageLeaf, index: number): PDFRef {
    const [ref, branch] = [this.refs[index], this.#branches[Math.floor(index / pagesInBranch)]];
    if (ref === undefined || branch === undefined) throw new Error(`no place for page ${String(index + 1)}`);
    page.set(PDFName.of("Parent"), branch);
    this.#context.assign(ref, page);
    return ref;
  }

  /** Puts the branches and the root into the context. */
  write(): void {
    const node = (kids: readonly PDFRef[], pages: number, parent: PDFRef | null) =>
      dictOf(this.#context, {
        Type: PDFName.of("Pages"),
        Parent: parent,
        Count: PDFNumber.of(pages),
        Kids: arrayOf(this.#context, kids),
      });
    for (const [index, branch] of this.#branches.entries()) {
      const kids = this.refs.slice(index * pagesInBranch, (index + 1) * pagesInBranch);
      this.#context.assign(branch, node(kids, kids.length, this.root));
    }
    this.#context.assign(this.root, node(this.#branches, this.refs.length, null));
  }
}
