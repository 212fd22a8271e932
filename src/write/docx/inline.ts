/** Inlines of the document model → runs. */
import {
  Bookmark,
  ExternalHyperlink,
  FootnoteReferenceRun,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  TextRun,
} from "../../engines/docx.ts";
import { pageAddress } from "../page-address.ts";
import type { Inline } from "../../model/document.ts";
import { plainInline, plainText } from "../resolve.ts";
import { closedUp } from "../typed-spaces.ts";
import type { Drawing } from "./drawing.ts";
import { styleIds } from "./names.ts";
import { clean, cleanLine, isChinese, safeAddress } from "./text.ts";

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
      return textRuns(drawing, closedUp(part.text));
    case "strong":
      return textRuns(drawing, closedUp(part.text), { style: styleIds.strong });
    case "emphasis":
      return textRuns(drawing, closedUp(part.text), { style: styleIds.emphasis });
    case "link":
      return link(drawing, part.text, part.url);
    case "exhibit":
      return textRuns(drawing, plainInline(part, drawing.context));
    case "pages":
    case "citation": {
      const page = part.type === "citation" ? part.page : 1;
      const target = drawing.context.citationTarget?.(part.exhibit, page) ?? null;
      const text = plainInline(part, drawing.context);
      return target === null ? textRuns(drawing, text) : link(drawing, text, pageAddress(target));
    }
    case "reference":
      return reference(drawing, part.text, part.anchor);
    case "note":
      return note(drawing, part.content);
    case "break":
      return [new TextRun({ break: 1 })];
  }
}

/** A footnote. Word has none inside another one: what was to be one is said in brackets there. */
function note(drawing: Drawing, content: readonly Inline[]): ParagraphChild[] {
  const inner = content.flatMap((part): ParagraphChild[] =>
    part.type === "note" ? textRuns(drawing, bracketed(drawing, part.content)) : inlineRun(drawing, part),
  );
  const paragraph = new Paragraph({ style: styleIds.note, children: [new TextRun(" "), ...inner] });
  return [new FootnoteReferenceRun({ children: [paragraph] })];
}

const bracketed = ({ context }: Drawing, content: readonly Inline[]): string =>
  isChinese(context.language) ? `（${plainText(content, context)}）` : ` (${plainText(content, context)})`;

/**
 * A reference to a place of this document: a field of Word where updating it gives the same words again, which is the
 * number of a heading or what stands in the bookmark; else a link.
 */
function reference(drawing: Drawing, text: string, anchor: string): ParagraphChild[] {
  const place = drawing.places.get(anchor);
  const line = cleanLine(text);
  if (place === undefined) return textRuns(drawing, text);
  const instruction = line === cleanLine(place.text) ? "\\h" : line === place.mark ? "\\r \\h" : null;
  return instruction === null
    ? link(drawing, text, `#${anchor}`)
    : [new SimpleField(` REF ${place.bookmark} ${instruction} `, line)];
}

/** A link to a place of this document, to elsewhere, or, where Word could not follow it, text with the address. */
function link(drawing: Drawing, text: string, url: string): ParagraphChild[] {
  const children = textRuns(drawing, text, { style: styleIds.hyperlink, underline: true });
  if (url.startsWith("#")) {
    const anchor = drawing.places.get(url.slice(1))?.bookmark;
    return anchor === undefined ? textRuns(drawing, text) : [new InternalHyperlink({ anchor, children })];
  }
  const address = safeAddress(url);
  if (address !== null) return [new ExternalHyperlink({ link: address, children })];
  return textRuns(drawing, url === "" || url === text ? text : `${text} (${url})`);
}

/** Runs inside the bookmark of an anchor; those that have it already, or have none, stand bare. */
export function bookmark(
  drawing: Drawing,
  anchor: string | undefined,
  children: readonly ParagraphChild[],
): ParagraphChild[] {
  const id = anchor === undefined || drawing.marked.has(anchor) ? undefined : drawing.places.get(anchor)?.bookmark;
  if (anchor === undefined || id === undefined) return [...children];
  drawing.marked.add(anchor);
  return [new Bookmark({ id, children })];
}
