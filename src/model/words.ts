/** What the words inside a file tell, beyond its name; read from its bytes alone, so that it may be kept by their hash. */
import type { PersonalCount } from "./sensitive.ts";
import type { SourceRef } from "./source.ts";

/** Where in a file a piece of text stands. Numbers count from 1; paragraphs are those that have words. */
export type TextPlace =
  | { readonly type: "page" | "paragraph" | "line"; readonly number: number }
  /** `sheet!cell` */
  | { readonly type: "cell"; readonly cell: string };

/** A line or a paragraph of a narrative. */
export interface TextLine {
  readonly text: string;
  readonly at: SourceRef;
}

/** Text of a file, piece by piece, as far as it was read. */
export interface DocumentText {
  /** Title in the properties of the file; empty when there is none. */
  readonly title: string;
  readonly pieces: readonly { readonly place: TextPlace; readonly text: string }[];
  /** All of it was read. */
  readonly whole: boolean;
}

export interface Words {
  readonly title: string;
  /** Beginning of the first page, line by line, numbers of persons made unreadable; empty for a scan without a text layer. */
  readonly opening: string;
  /** Numbers of persons in all that was read. */
  readonly personal: PersonalCount;
  /** The first places of such numbers, and how many there are in all. */
  readonly places: readonly TextPlace[];
  readonly placesInAll: number;
  readonly whole: boolean;
}
