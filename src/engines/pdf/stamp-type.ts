/** The type of the stamps: measured and written character by character, for the same few come again on every page. */
import type { PDFFont } from "pdf-lib";
import { stampSize } from "./stamp.ts";

export class StampType {
  readonly #font: PDFFont;
  /** Of characters, in points. */
  readonly #widths = new Map<string, number>();
  readonly #codes = new Map<string, string>();

  constructor(font: PDFFont) {
    this.#font = font;
  }

  /** Width of a text in points. */
  width(text: string): number {
    let width = 0;
    for (const char of text) {
      const own = this.#widths.get(char) ?? this.#font.widthOfTextAtSize(char, stampSize);
      this.#widths.set(char, own);
      width += own;
    }
    return width;
  }

  /** The text as content of a page shows it: a string in hexadecimal digits. */
  shown(text: string): string {
    let codes = "";
    for (const char of text) {
      const own = this.#codes.get(char) ?? this.#font.encodeText(char).toString().slice(1, -1);
      this.#codes.set(char, own);
      codes += own;
    }
    return `<${codes}>`;
  }
}
