/** Inlines of the document model → runs. */
import { Bookmark, ExternalHyperlink, InternalHyperlink, type ParagraphChild, TextRun } from "../../engines/docx.ts";
import type { Inline } from "../../model/document.ts";
import { plainInline, plainText } from "../resolve.ts";
import type { DocxContext } from "./context.ts";
import { styleIds } from "./names.ts";
import { clean, isChinese, safeAddress } from "./text.ts";

/** What drawing needs to know of the whole document. */
export interface Drawing {
  readonly context: DocxContext;
  /** Anchor of a heading → name of its bookmark. */
  readonly bookmarks: ReadonlyMap<string, string>;
}

interface Look {
  readonly style?: string;
  readonly underline?: boolean;
}

/** Quotes, dashes and dots that Chinese and Latin share; the hint gives them to the Chinese font. */
const shared = /[\u00B7\u2014-\u2026\u2460-\u24FF\u00D7\u2190-\u21FF]/;

/** A text as runs: one for each line. */
export function textRuns(drawing: Drawing, text: string, look: Look = {}): TextRun[] {
  const hint = isChinese(drawing.context.language) && shared.test(text) ? { font: { hint: "eastAsia" } } : {};
  return clean(text)
    .split("\n")
    .map(
      (line, index) =>
        new TextRun({
          ...(look.style === undefined ? {} : { style: look.style }),
          ...(look.underline === true ? { underline: {} } : {}),
          ...hint,
          ...(index === 0 ? {} : { break: 1 }),
          text: line,
        }),
    );
}

/** The inlines as children of a paragraph. */
export const inlineRuns = (drawing: Drawing, content: readonly Inline[]): ParagraphChild[] =>
  content.flatMap((part) => inlineRun(drawing, part));

function inlineRun(drawing: Drawing, part: Inline): ParagraphChild[] {
  switch (part.type) {
    case "text":
      return textRuns(drawing, part.text);
    case "strong":
      return textRuns(drawing, part.text, { style: styleIds.strong });
    case "emphasis":
      return textRuns(drawing, part.text, { style: styleIds.emphasis });
    case "link":
      return link(drawing, part.text, part.url);
    case "exhibit":
    case "pages":
    case "citation":
      return textRuns(drawing, plainInline(part, drawing.context));
    case "reference":
      return link(drawing, part.text, `#${part.anchor}`);
    case "note":
      return textRuns(drawing, `（${plainText(part.content, drawing.context)}）`);
    case "break":
      return [new TextRun({ break: 1 })];
  }
}

/** A link to a heading of this document, to elsewhere, or, where Word could not follow it, text with the address. */
function link(drawing: Drawing, text: string, url: string): ParagraphChild[] {
  const children = textRuns(drawing, text, { style: styleIds.hyperlink, underline: true });
  if (url.startsWith("#")) {
    const anchor = drawing.bookmarks.get(url.slice(1));
    return anchor === undefined ? textRuns(drawing, text) : [new InternalHyperlink({ anchor, children })];
  }
  const address = safeAddress(url);
  if (address !== null) return [new ExternalHyperlink({ link: address, children })];
  return textRuns(drawing, url === "" || url === text ? text : `${text} (${url})`);
}

/** A heading's text inside its bookmark. */
export function bookmarked(drawing: Drawing, anchor: string, text: string): ParagraphChild[] {
  const runs = textRuns(drawing, text);
  const id = drawing.bookmarks.get(anchor);
  return id === undefined ? runs : [new Bookmark({ id, children: runs })];
}
