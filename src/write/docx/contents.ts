/** The table of contents: a real field of Word, already filled with the pages of the plan. */
import { type FileChild, Paragraph, TableOfContents } from "../../engines/docx.ts";
import type { Block, Heading } from "../../model/document.ts";
import { headingMark } from "../marks.ts";
import type { Drawing } from "./drawing.ts";
import { textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { cleanLine, headingText } from "./text.ts";

/** Title and entries of the levels that the style lists; nothing when there is no such heading. */
export function drawContents(drawing: Drawing, title: string, blocks: readonly Block[]): FileChild[] {
  const { context } = drawing;
  const { depth } = context.style.contents;
  const headings = blocks.filter((block): block is Heading => block.type === "heading" && block.level <= depth);
  if (headings.length === 0) return [];
  const cachedEntries = headings.map((heading) => {
    const href = drawing.places.get(heading.anchor)?.bookmark;
    const page = context.headingPage(heading.anchor);
    return {
      title: headingText(context.language, headingMark(heading, context.style), heading.text),
      level: heading.level,
      ...(page === null ? {} : { page }),
      ...(href === undefined ? {} : { href }),
    };
  });
  return [
    new Paragraph({ style: styleIds.contentsTitle, children: textRuns(drawing, title) }),
    new Contents(cleanLine(title), {
      hyperlink: true,
      headingStyleRange: `1-${String(depth)}`,
      // Clean: Word shows the pages as written and does not ask to update them.
      beginDirty: false,
      cachedEntries,
    }),
    // Carries the end of the section; without it Word would put a full line below the contents.
    new Paragraph({ style: styleIds.afterTable }),
  ];
}

/** docx sets the tab of every entry itself, for letter paper; here the styles do, so those tabs are taken out again. */
class Contents extends TableOfContents {
  override prepForXml(
    context: Parameters<TableOfContents["prepForXml"]>[0],
  ): ReturnType<TableOfContents["prepForXml"]> {
    const xml = super.prepForXml(context);
    withoutTabs(xml);
    return xml;
  }
}

function withoutTabs(node: unknown): void {
  if (typeof node !== "object" || node === null) return;
  if (Array.isArray(node)) {
    const at = node.findIndex((child: unknown) => typeof child === "object" && child !== null && "w:tabs" in child);
    if (at >= 0) node.splice(at, 1);
  }
  for (const child of Object.values(node)) withoutTabs(child);
}
