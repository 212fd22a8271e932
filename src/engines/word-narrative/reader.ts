/** What is known of a Word text while it is read, and what comes to light meanwhile. */
import type { Block, Inline, Picture } from "../../model/document.ts";
import { inlinesIn } from "../../model/narrative.ts";
import type { Loss } from "../../model/narrative.ts";
import type { SourceRef } from "../../model/source.ts";
import type { TextLine } from "../../model/words.ts";
import type { Level } from "../narrated.ts";
import { readMark } from "./annotate.ts";
import type { Mark } from "./annotate.ts";
import { nodesIn, wordsIn } from "./nodes.ts";
import type { WordDocument, WordNode, WordParagraph } from "./nodes.ts";
import { namedStyle } from "./parts.ts";
import type { WordStyle } from "./parts.ts";

interface Known {
  readonly file: string;
  readonly level: Level;
  readonly titles: readonly string[];
  readonly styles: ReadonlyMap<string, WordStyle>;
  readonly starts: ReadonlyMap<string, ReadonlyMap<number, number>>;
}

type ListMark = Extract<Mark, { readonly type: "paragraph" }>;

export class Reader {
  readonly level: Level;
  readonly titles: readonly string[];
  readonly starts: Known["starts"];
  readonly notes: WordDocument["notes"];
  readonly lost: Loss[] = [];
  readonly texts: TextLine[] = [];
  readonly pictures = new Map<WordNode, Picture>();
  /** Figures of the paragraph or table that is being read; they stand below it. */
  readonly figures: Block[] = [];
  inNote = false;
  /** Where what is being read stands. */
  at: SourceRef;
  readonly #styles: Known["styles"];
  readonly #places = new Map<WordNode, SourceRef>();

  constructor(document: WordDocument, { file, level, titles, styles, starts }: Known) {
    this.level = level;
    this.titles = titles;
    this.starts = starts;
    this.notes = document.notes;
    this.at = { file };
    this.#styles = styles;
    let paragraph = 0;
    for (const node of nodesIn(document.children)) {
      if (node.type === "paragraph" && wordsIn(node.children).trim() !== "") paragraph += 1;
      this.#places.set(node, { file, paragraph: Math.max(1, paragraph) });
    }
  }

  placeOf(node: WordNode): SourceRef {
    return this.#places.get(node) ?? this.at;
  }

  styleOf({ styleId, styleName }: WordParagraph, { outline }: ListMark): WordStyle {
    const direct = namedStyle("", outline);
    const known = this.#styles.get(styleId ?? "") ?? namedStyle(styleName ?? "", null);
    const byId = /^heading\s?([1-9])$/iu.exec(styleId ?? "")?.[1];
    const plain = { heading: null, isTitle: false, isCaption: false, isContents: false };
    return direct ?? known ?? (byId === undefined ? plain : { ...plain, heading: Number(byId) });
  }

  lose(what: Loss["what"], count = 1): void {
    this.lost.push({ what, count, at: this.at });
  }

  /** Keeps the words of a paragraph for the rules. */
  tell(content: readonly Inline[]): void {
    const text = inlinesIn([{ type: "paragraph", content }])
      .map((each) => ("text" in each && !("mention" in each) ? each.text : " "))
      .join("")
      .trim();
    if (text !== "") this.texts.push({ text, at: this.at });
  }

  takeFigures(): Block[] {
    return this.figures.splice(0);
  }
}

/** The marks of ours in a paragraph; of one that swallowed a deleted one the last counts. */
export function listMarkOf({ children }: WordParagraph): ListMark {
  const marks = children.flatMap((node) => (node.type === "bookmarkStart" ? [readMark(node.name)] : []));
  const none: ListMark = { type: "paragraph", list: null, depth: 0, outline: null };
  return marks.findLast((mark) => mark?.type === "paragraph") ?? none;
}
