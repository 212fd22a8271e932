/** The report as its template takes it: numbers printed, references spelled out and made links, pictures by name. */
import { remoteAddress } from "../engines/pdf/amend.ts";
import type { Block, Inline, Picture } from "../model/document.ts";
import type { Style } from "../schema/style.ts";
import { captionText, headingMark, isCloser } from "./marks.ts";
import { inCells, plainInline } from "./resolve.ts";
import type { References } from "./resolve.ts";
import { closedUp } from "./typed-spaces.ts";

/** A block as JSON. */
type Drawn = Readonly<Record<string, unknown>>;

/** Turns blocks into data, and gathers their pictures. */
export class ReportData {
  readonly #refs: References;
  /** The same for cells of tables. */
  readonly #cells: References;
  readonly #style: Style;
  #rank = 0;
  readonly #pictures = new Map<string, Picture>();

  constructor(refs: References, style: Style) {
    this.#refs = refs;
    this.#cells = inCells(refs);
    this.#style = style;
  }

  /** Pictures of all blocks so far, by the names that stand in the data. */
  get pictures(): ReadonlyMap<string, Picture> {
    return this.#pictures;
  }

  blocks(blocks: readonly Block[]): Drawn[] {
    return blocks.map((block, index) => ({ ...this.#block(block), keep: isCloser(blocks[index + 1]) }));
  }

  #block(block: Block): Drawn {
    switch (block.type) {
      case "heading":
        this.#rank = Math.min(block.level, this.#rank + 1);
        return { ...block, rank: this.#rank, mark: headingMark(block, this.#style) };
      case "paragraph":
      case "quote":
      case "labelled":
        return { ...block, content: this.#inlines(block.content) };
      case "list":
        return { ...block, items: block.items.map((item) => this.blocks(item)) };
      case "table": {
        const { merged, subheads = new Map<number, string>() } = block;
        return {
          ...block,
          caption: captionText(block, this.#style),
          rows: block.rows.map((row) => row.map((cell) => this.#inlines(cell, this.#cells))),
          subheads: [...subheads],
          merged: merged === undefined ? null : { columns: merged.columns, starts: [...merged.starts] },
          sideways: block.sideways ?? false,
        };
      }
      case "figure": {
        const { width, height } = block.picture;
        const picture = `/pictures/${String(this.#pictures.size + 1)}`;
        this.#pictures.set(picture, block.picture);
        const caption = captionText(block, this.#style);
        return { ...block, picture, width, height, caption, alt: block.alt.trim() === "" ? caption : block.alt };
      }
      default:
        return block;
    }
  }

  #inlines(content: readonly Inline[], refs: References = this.#refs): Drawn[] {
    return content.flatMap((inline) => this.#inline(inline, refs));
  }

  #inline(inline: Inline, refs: References): Drawn[] {
    if (inline.type === "note") return [{ ...inline, content: this.#inlines(inline.content) }];
    if (inline.type === "text" || inline.type === "strong" || inline.type === "emphasis")
      return [{ ...inline, text: closedUp(inline.text) }];
    if (inline.type !== "exhibit" && inline.type !== "pages" && inline.type !== "citation") return [inline];
    const target = refs.citationTarget(inline.exhibit, inline.type === "citation" ? inline.page : 1);
    const lines = plainInline(inline, refs)
      .split("\n")
      .map((text) => (target === null ? { type: "text", text } : { type: "link", text, url: remoteAddress(target) }));
    return lines.flatMap((line, index): Drawn[] => (index === 0 ? [line] : [{ type: "break" }, line]));
  }
}
