/** The document model: what a report says, without how it looks. Every writer reads this and nothing else. */
import type { ExhibitId } from "./ids.ts";

export type Inline =
  | { readonly type: "text"; readonly text: string }
  | { readonly type: "strong"; readonly text: string }
  | { readonly type: "emphasis"; readonly text: string }
  | { readonly type: "link"; readonly text: string; readonly url: string }
  /** Number of an exhibit. */
  | { readonly type: "exhibit"; readonly exhibit: ExhibitId }
  /** Pages of an exhibit in the appendix, e.g. `45–52`; known after pagination. */
  | { readonly type: "pages"; readonly exhibit: ExhibitId };

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
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Text of a row over the whole width that stands before row `n`. */
  readonly subheads?: ReadonlyMap<number, string>;
  /** The first `columns` are one cell over the rows from each of `starts` to the next; every row says the same there. */
  readonly merged?: { readonly columns: number; readonly starts: ReadonlySet<number> };
}

export type Block =
  /** `mark` is the printed number (一、 or 2-1-1), kept apart from the words. */
  | {
      readonly type: "heading";
      readonly level: 1 | 2 | 3 | 4;
      readonly mark: string;
      readonly text: string;
      readonly anchor: string;
    }
  | { readonly type: "paragraph"; readonly content: readonly Inline[] }
  /** A paragraph that opens with a word in bold, such as 评估标准：… */
  | { readonly type: "labelled"; readonly label: string; readonly content: readonly Inline[] }
  | { readonly type: "quote"; readonly content: readonly Inline[] }
  | { readonly type: "list"; readonly ordered: boolean; readonly items: readonly (readonly Inline[])[] }
  | Table
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
  readonly contentsTitle: string;
  readonly blocks: readonly Block[];
}
