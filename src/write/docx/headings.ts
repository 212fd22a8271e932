/** Headings: counted ones have their number from the list of their style, others carry their code as text. */
import { type FileChild, Paragraph } from "../../engines/docx.ts";
import type { Heading } from "../../model/document.ts";
import { headingMark } from "../marks.ts";
import type { Drawing } from "./drawing.ts";
import { bookmark, textRuns } from "./inline.ts";
import { headingStyles, styleIds } from "./names.ts";
import { headingIndent } from "./number-forms.ts";
import { Numbered } from "./numbered.ts";
import { cleanLine, headingText } from "./text.ts";

/** A heading in its style, in the bookmark to which the contents lead. */
export function drawHeading(drawing: Drawing, heading: Heading, newPage: boolean): FileChild {
  const { language, style } = drawing.context;
  const listed = drawing.numbering.numbers(heading);
  const text = listed ? cleanLine(heading.text) : headingText(language, headingMark(heading, style), heading.text);
  const options = {
    style: headingStyles[heading.level - 1] ?? styleIds.heading4,
    pageBreakBefore: newPage,
    children: bookmark(drawing, heading.anchor, textRuns(drawing, text)),
  };
  const level = heading.level - 1;
  if (listed) {
    const id = drawing.headingLists.next(heading.numbers ?? []);
    return id === null ? new Paragraph(options) : new Numbered(options, { id, level });
  }
  if (!drawing.numbering.numbersHeadings(level)) return new Paragraph(options);
  // Without its number a paragraph loses the indent of the list too.
  return new Numbered({ ...options, indent: { firstLine: headingIndent(style, level) } }, { id: 0, level: 0 });
}
