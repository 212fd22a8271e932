/** The document model: what a report says, without how it looks. Every writer reads this and nothing else. */
import type { ExhibitId } from "./ids.ts";
import type { Mention } from "./mention.ts";
import type { SourceRef } from "./source.ts";

export type Inline =
  | Written
  /** Number of an exhibit. */
  | { readonly type: "exhibit"; readonly exhibit: ExhibitId }
  /** Pages of an exhibit in the appendix, e.g. `45–52`; known after pagination. */
  | { readonly type: "pages"; readonly exhibit: ExhibitId }
  /** What proves a claim: number, volume and page, linked to that page. `page` counts within the exhibit, from 1. */
  | {
      readonly type: "citation";
      readonly exhibit: ExhibitId;
      readonly page: number;
      /** Where it was written. */
      readonly at?: SourceRef;
    }
  /** A heading, table or figure of the same document, by its anchor. */
  | { readonly type: "reference"; readonly anchor: string; readonly text: string }
  /** A footnote; its mark stands here. */
  | { readonly type: "note"; readonly content: readonly Inline[] }
  /** A new line in the same paragraph. */
  | { readonly type: "break" };

/** Words as somebody wrote them. With a mention they stand for what it names, and are printed as long as that is not known. */
export type Written = (
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong"; readonly text: string }
  | { readonly type: "emphasis"; readonly text: string }
  | { readonly type: "link"; readonly text: string; readonly url: string }
) & { readonly mention?: Mention };

export type Cell = readonly Inline[];

export interface Column {
  readonly title: string;
  /** Share of the width of the text block. */
  readonly share: number;
  readonly align: "left" | "center" | "right";
}

export interface Table {
  readonly type: "table";
  readonly caption: string | null;
  /** Counted through the document; null for a table without a number. */
  readonly number?: number | null;
  readonly anchor?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Text of a row over the whole width that stands before row `n`. */
  readonly subheads?: ReadonlyMap<number, string>;
  /** The first `columns` are one cell over the rows from each of `starts` to the next; every row says the same there. */
  readonly merged?: { readonly columns: number; readonly starts: ReadonlySet<number> };
  /** Too wide for an upright page: it gets pages of its own that are read from the side. */
  readonly sideways?: boolean;
}

/** A picture that can be drawn as it is; a drawing has its own size, which is only a proportion. */
export interface Picture {
  readonly format: "svg" | "png" | "jpeg";
  readonly bytes: Uint8Array;
  /** mm at which it is printed, at most; never wider or higher than the text block. */
  readonly width: number;
  readonly height: number;
}

export interface Figure {
  readonly type: "figure";
  /** Stands below. */
  readonly caption: string | null;
  readonly number?: number | null;
  readonly anchor?: string;
  /** What it shows, for those who cannot see it. */
  readonly alt: string;
  readonly picture: Picture;
}

export interface Heading {
  readonly type: "heading";
  readonly level: 1 | 2 | 3 | 4;
  /** Number given elsewhere, such as the code of an indicator (2-1-1); empty without one. */
  readonly code: string;
  /** Its place among the counted headings, from level 1 down to its own; null for one that is not counted. */
  readonly numbers: readonly number[] | null;
  readonly text: string;
  readonly anchor: string;
}

export interface List {
  readonly type: "list";
  readonly ordered: boolean;
  /** Number of the first item; 1 when left out. */
  readonly start?: number;
  readonly items: readonly (readonly Block[])[];
}

export type Block =
  | Heading
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  /** A paragraph that opens with a word in bold, such as 评估标准：… */
  | { readonly type: "labelled"; readonly label: string; readonly content: readonly Inline[] }
  | { readonly type: "quote"; readonly content: readonly Inline[] }
  /** Lines as they were typed. */
  | { readonly type: "verbatim"; readonly text: string }
  | List
  | Table
  | Figure
  /** 附件说明: what is bound behind the text, below its last line (GB/T 9704-2012, 7.3.4). */
  | { readonly type: "attachment-note"; readonly label: string; readonly names: readonly string[] }
  /** 发文机关署名 and 成文日期 (GB/T 9704-2012, 7.3.5). */
  | { readonly type: "signature"; readonly issuer: string; readonly date: string }
  /** 附件: its mark at the top of a new page, its title below (GB/T 9704-2012, 7.3.7). */
  | { readonly type: "attachment"; readonly mark: string; readonly title: string; readonly anchor: string }
  /** A title over a page of its own, such as the declaration: neither counted nor in the contents. */
  | { readonly type: "title"; readonly text: string }
  | { readonly type: "page-break" };

export interface Cover {
  readonly title: string;
  readonly subtitle: string | null;
  /** Label and value, e.g. 申报单位 / 宁波市奉化区人民政府. */
  readonly lines: readonly (readonly [label: string, value: string])[];
  /** As printed, e.g. 2019年10月31日. */
  readonly date: string;
  /** Marks across the top: 样例, 草稿. */
  readonly marks: readonly string[];
}

export interface Report {
  readonly language: "zh-CN" | "en";
  readonly cover: Cover;
  /** What stands between cover and contents, on pages without numbers: the declaration. */
  readonly front: readonly Block[];
  /** A letter has no cover; its marks stand above the text, which brings its own title. */
  readonly letter?: boolean;
  /** Empty for a report without a contents page. */
  readonly contentsTitle: string;
  readonly blocks: readonly Block[];
  /** Across every page, lightly: 草稿 and its date; null for a report that is none. */
  readonly watermark?: string | null;
}
