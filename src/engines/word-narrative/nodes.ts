/** The tree that mammoth makes of a document (its `lib/documents.js`), as far as it is asked here. */
export type WordNode =
  | WordParagraph
  | WordTable
  | { readonly type: "tableRow"; readonly children: readonly WordNode[]; readonly isHeader: boolean }
  | WordCell
  | WordRun
  | WordLink
  | WordImage
  | WordNoteReference
  | { readonly type: "text"; readonly value: string }
  | { readonly type: "tab" }
  | { readonly type: "checkbox"; readonly checked: boolean }
  | { readonly type: "commentReference" }
  | { readonly type: "break"; readonly breakType: "line" | "page" | "column" }
  | { readonly type: "bookmarkStart"; readonly name: string };

export interface WordParagraph {
  readonly type: "paragraph";
  readonly children: readonly WordNode[];
  readonly styleId: string | null;
  readonly styleName: string | null;
  readonly numbering: { readonly isOrdered: boolean; readonly level: string } | null;
  readonly alignment: string | null;
}

export interface WordTable {
  readonly type: "table";
  readonly children: readonly WordNode[];
}

/** Cells below a merged one are left out of their rows. */
export interface WordCell {
  readonly type: "tableCell";
  readonly children: readonly WordNode[];
  readonly colSpan: number;
  readonly rowSpan: number;
}

export interface WordRun {
  readonly type: "run";
  readonly children: readonly WordNode[];
  readonly isBold: boolean;
  readonly isItalic: boolean;
  readonly isStrikethrough: boolean;
  readonly verticalAlignment: "baseline" | "superscript" | "subscript" | undefined;
  readonly font: string | null;
  /** pt */
  readonly fontSize: number | null;
}

export interface WordLink {
  readonly type: "hyperlink";
  readonly children: readonly WordNode[];
  /** None for one that leads into the document itself. */
  readonly href?: string | undefined;
}

export interface WordImage {
  readonly type: "image";
  readonly altText: string | undefined;
  readonly read: () => Promise<Buffer>;
}

export interface WordNoteReference {
  readonly type: "noteReference";
  readonly noteType: "footnote" | "endnote";
  readonly noteId: string;
}

export interface WordDocument {
  readonly children: readonly WordNode[];
  readonly notes: {
    readonly resolve: (reference: WordNoteReference) => { readonly body: readonly WordNode[] } | null;
  };
}

/** Every node of some, in reading order. */
export const nodesIn = (nodes: readonly WordNode[]): WordNode[] =>
  nodes.flatMap((node) => [node, ...("children" in node ? nodesIn(node.children) : [])]);

/** All words below some nodes, as they are typed. */
export const wordsIn = (nodes: readonly WordNode[]): string =>
  nodesIn(nodes)
    .map((node) => (node.type === "text" ? node.value : node.type === "tab" ? " " : ""))
    .join("");
