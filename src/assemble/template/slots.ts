/**
 * What a template prints is kept aside while Markdown is read, and put back as it is: a mark stands in its place, so that
 * nothing in it can be taken for markup.
 */
import { Misuse } from "../../engines/liquid.ts";
import { parseMarkdown } from "../../engines/markdown.ts";
import type { Block, Cell, Inline } from "../../model/document.ts";
import { text } from "../format.ts";
import { Place, withoutMarks } from "./values.ts";

const value = /\u{FFFFE}(\d+)\u{FFFFF}/gu;
const marked = /(\u{FFFFE}\d+\u{FFFFF}|\n*\u{10FFFE}\d+\u{FFFFF}\n*)/u;
const place = /^\u{10FFFE}(\d+)\u{FFFFF}$/mu;

/** Values of one text, by the number of their marks. */
type Values = (index: number) => Inline;

export class Slots {
  readonly #inlines: Inline[] = [];
  readonly #blocks: (readonly Block[])[] = [];

  /** A mark for what stands within a line. */
  inline(inline: Inline): string {
    return `\u{FFFFE}${String(this.#inlines.push(inline) - 1)}\u{FFFFF}`;
  }

  /** A mark for whole blocks, on a line of its own. */
  blocks(blocks: readonly Block[]): string {
    return blocks.length === 0 ? "\n\n" : `\n\n\u{10FFFE}${String(this.#blocks.push(blocks) - 1)}\u{FFFFF}\n\n`;
  }

  /** Words that a template prints, as marks; what is a mark in them already, out of a capture, stays one. */
  print(words: string): string {
    return words
      .split(marked)
      .map((part, index) => (index % 2 === 1 || part === "" ? part : this.inline(text(withoutMarks(part)))))
      .join("");
  }

  /** Rendered Markdown → blocks, with all values in their places. */
  read(rendered: string): Block[] {
    return rendered.split(place).flatMap((piece, index) => {
      if (index % 2 === 1) return this.#blocks[Number(piece)] ?? [];
      return piece.trim() === "" ? [] : this.#parse(piece);
    });
  }

  /** One cell of a table. What is no paragraph there, such as `- `, stays as it is typed. */
  cell(rendered: string): Cell {
    if (rendered === "") return [];
    const blocks = this.#parse(rendered);
    const [only] = blocks;
    return only?.type === "paragraph" && blocks.length === 1 ? only.content : joined(this.#split(rendered, text));
  }

  /** The words of a cell, without its looks. */
  plain(rendered: string): string {
    return this.cell(rendered)
      .map((inline) => ("text" in inline ? inline.text : new Place(inline).toString()))
      .join("");
  }

  /** Where only words can stand: a title, a label. */
  words(rendered: string): string {
    if (place.test(rendered)) throw new Misuse("value", { name: "blocks" });
    return wordsIn(rendered, this.#value);
  }

  readonly #value: Values = (index) => this.#inlines[index] ?? text("");

  #split(rendered: string, words: (part: string) => Inline): Inline[] {
    return partsOf(rendered, this.#value, words);
  }

  /** The marks are counted from 0, so that what is read of one indicator stands for the next. */
  #parse(piece: string): Block[] {
    const numbers: number[] = [];
    const shape = piece.replace(
      value,
      (_, index: string) => `\u{FFFFE}${String(numbers.push(Number(index)) - 1)}\u{FFFFF}`,
    );
    return parseMarkdown(shape, "").blocks.map((block) => filled(block, (index) => this.#value(numbers[index] ?? -1)));
  }
}

function filled(block: Block, values: Values): Block {
  switch (block.type) {
    case "heading": {
      // As pandoc has it: # 自评汇总 {#summary}
      const [, words = "", anchor = ""] = /^(.*?)(?:\s*\{#([\w-]+)\})?$/su.exec(block.text) ?? [];
      return { ...block, text: wordsIn(words, values), anchor, numbers: [] };
    }
    case "paragraph":
      return labelled(inlinesIn(block.content, values));
    case "quote":
    case "labelled":
      return { ...block, content: inlinesIn(block.content, values) };
    case "list":
      return { ...block, items: block.items.map((item) => item.map((each) => filled(each, values))) };
    case "table":
      return {
        ...block,
        columns: block.columns.map((column) => ({ ...column, title: wordsIn(column.title, values) })),
        rows: block.rows.map((row) => row.map((cell) => inlinesIn(cell, values))),
      };
    case "verbatim":
      return { ...block, text: wordsIn(block.text, values) };
    default:
      return block;
  }
}

/** **评估标准**：… is a label with its text. */
function labelled(content: readonly Inline[]): Block {
  const [label, next, ...rest] = content;
  const colon = next?.type === "text" ? /^[:：]\s*/u.exec(next.text) : null;
  if (label?.type !== "strong" || next?.type !== "text" || colon === null) return { type: "paragraph", content };
  return {
    type: "labelled",
    label: label.text,
    content: [{ ...next, text: next.text.slice(colon[0].length) }, ...rest].filter(isSomething),
  };
}

const isSomething = (inline: Inline): boolean => inline.type !== "text" || inline.text !== "";

const inlinesIn = (content: readonly Inline[], values: Values): Inline[] =>
  joined(
    content.flatMap((inline): Inline[] => {
      if (inline.type === "note") return [{ ...inline, content: inlinesIn(inline.content, values) }];
      if (inline.type === "link") {
        const url = wordsIn(inline.url, values);
        return partsOf(inline.text, values, (words) => ({ ...inline, url, text: words }));
      }
      return "text" in inline ? partsOf(inline.text, values, (words) => ({ ...inline, text: words })) : [inline];
    }),
  );

/** Words with the values among them; a value of words is worded as the rest is, a place in the appendix stays one. */
function partsOf(rendered: string, values: Values, worded: (words: string) => Inline): Inline[] {
  return rendered.split(value).flatMap((part, index): Inline[] => {
    if (index % 2 === 0) return part === "" ? [] : [worded(part)];
    const inline = values(Number(part));
    return [inline.type === "text" ? worded(inline.text) : inline];
  });
}

const wordsIn = (rendered: string, values: Values): string =>
  rendered.replace(value, (_, index: string) => {
    const inline = values(Number(index));
    return "text" in inline ? inline.text : new Place(inline).toString();
  });

/** Neighbouring texts as one. */
function joined(content: readonly Inline[]): Inline[] {
  const out: Inline[] = [];
  for (const inline of content) {
    const last = out.at(-1);
    if (last !== undefined && last.type === inline.type && "text" in last && "text" in inline && !("url" in last))
      out[out.length - 1] = { ...last, text: last.text + inline.text };
    else out.push(inline);
  }
  return out;
}
