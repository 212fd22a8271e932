/** What several parts print alike. */
import type { Block, Cell, Inline } from "../../model/document.ts";
import { exhibitId } from "../../model/ids.ts";
import type { NamedItem } from "../../model/workspace.ts";
import { printFigure, rounded, text } from "../format.ts";
import type { Assembling } from "../assembling.ts";

export const cell = (content: string): Cell => [text(content)];

export const paragraph = (content: string): Block => ({ type: "paragraph", content: [text(content)] });

/** Text of the user in paragraphs: of an empty line in running text, YAML leaves one line break. */
export const paragraphs = (content: string): Block[] =>
  content
    .split("\n")
    .map((each) => each.trim())
    .filter((each) => each !== "")
    .map(paragraph);

/** A share in percent, short enough to read. */
export const percent = (value: number, { words }: Assembling): string => printFigure(rounded(value), "%", words);

/** Papers by name; one that is an exhibit is a reference to it. */
export const papers = (items: readonly (NamedItem | null)[], { exhibits, words }: Assembling): Inline[] =>
  items
    .filter((each) => each !== null)
    .flatMap((each, index): Inline[] => [
      ...(index === 0 ? [] : [text(words.format.list)]),
      exhibits.has(each.text) ? { type: "exhibit", exhibit: exhibitId(each.text) } : text(each.text),
    ]);
