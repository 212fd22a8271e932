/** The table of contents: a real field of Word, already filled with the pages of the plan. */
import {
  FileChild,
  InternalHyperlink,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Tab,
  TextRun,
} from "../../engines/docx.ts";
import type { Block, Heading } from "../../model/document.ts";
import { headingMark } from "../marks.ts";
import type { Drawing } from "./drawing.ts";
import { textRuns } from "./inline.ts";
import { styleIds } from "./names.ts";
import { cleanLine, headingText } from "./text.ts";
import { val, w } from "./xml.ts";

/** Title and entries of the levels that the style lists; nothing when there is no such heading. */
export function drawContents(drawing: Drawing, title: string, blocks: readonly Block[]): FileChild[] {
  const { depth } = drawing.context.style.contents;
  const headings = blocks.filter((block): block is Heading => block.type === "heading" && block.level <= depth);
  if (headings.length === 0) return [];
  const last = headings.length - 1;
  const entries = headings.map(
    (heading, index) =>
      new Paragraph({
        style: `TOC${String(heading.level)}`,
        children: [
          ...(index === 0 ? fieldBegin(` TOC \\o "1-${String(depth)}" \\h \\z `) : []),
          ...entry(drawing, heading),
          ...(index === last ? [fieldPart("end")] : []),
        ],
      }),
  );
  return [
    new Paragraph({ style: styleIds.contentsTitle, children: textRuns(drawing, title) }),
    new Contents(cleanLine(title), entries),
    // Carries the end of the section; without it Word would put a full line below the contents.
    new Paragraph({ style: styleIds.afterTable }),
  ];
}

/** Words, dots and page of a heading, all of it a link to it; the page is a field of its own, as Word makes it. */
function entry(drawing: Drawing, heading: Heading): ParagraphChild[] {
  const { context } = drawing;
  const words = headingText(context.language, headingMark(heading, context.style), heading.text);
  const anchor = drawing.places.get(heading.anchor)?.bookmark;
  const page = context.headingPage(heading.anchor);
  const shown = page === null ? "" : String(page);
  const number = anchor === undefined ? new TextRun(shown) : new SimpleField(` PAGEREF ${anchor} \\h `, shown);
  const children = [...textRuns(drawing, words), new TextRun({ children: [new Tab()] }), number];
  return anchor === undefined ? children : [new InternalHyperlink({ anchor, children })];
}

const fieldPart = (type: "begin" | "separate" | "end"): ParagraphChild =>
  new FieldPart(w("fldChar", { fldCharType: type }));

const fieldBegin = (instruction: string): ParagraphChild[] => [
  fieldPart("begin"),
  new FieldPart(w("instrText", {}, instruction)),
  fieldPart("separate"),
];

/** A run of a field that goes over several paragraphs. */
class FieldPart extends TextRun {
  constructor(part: ReturnType<typeof w>) {
    super({});
    this.root.push(part);
  }
}

/** The frame in which Word offers to update a table of contents (ISO/IEC 29500-1, 17.5.2). */
class Contents extends FileChild {
  constructor(title: string, entries: readonly Paragraph[]) {
    super("w:sdt");
    const gallery = w("docPartObj", {}, val("docPartGallery", "Table of Contents"), w("docPartUnique"));
    this.root.push(w("sdtPr", {}, val("alias", title), gallery), w("sdtContent", {}, ...entries));
  }
}
