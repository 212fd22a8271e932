/** The styles of the document, made from a style profile: what Word's style pane shows, and all looks stand in it. */
import type { ImportedXmlComponent } from "../../engines/docx.ts";
import type { Role, Style } from "../../schema/style.ts";
import { characterStyles } from "./character-styles.ts";
import { em, type Geometry, geometryOf, twips } from "./geometry.ts";
import { headingStyles, ownName, type StyleId, styleIds } from "./names.ts";
import { headingForms } from "./number-forms.ts";
import { headingList } from "./numbering.ts";
import { fontsOf, type ParagraphExtras, paragraphProperties, runProperties } from "./style-parts.ts";
import { toggle, val, w } from "./xml.ts";

/** Word's own names of its own styles; it shows them in the language of its user. */
const builtIn: Readonly<Record<string, string>> = {
  Title: "Title",
  Subtitle: "Subtitle",
  Heading1: "heading 1",
  Heading2: "heading 2",
  Heading3: "heading 3",
  Heading4: "heading 4",
  BodyText: "Body Text",
  Quote: "Quote",
  ListParagraph: "List Paragraph",
  Caption: "caption",
  TOCHeading: "TOC Heading",
  TOC1: "toc 1",
  TOC2: "toc 2",
  TOC3: "toc 3",
  Footer: "footer",
  Header: "header",
  FootnoteText: "footnote text",
};

/** All styles, document defaults first. */
export function stylesOf(style: Style, language: string): ImportedXmlComponent[] {
  const draw: Drawer = { style, language, geometry: geometryOf(style) };
  return [
    documentDefaults(style),
    normal(draw),
    w(
      "style",
      { type: "character", default: 1, styleId: "DefaultParagraphFont" },
      val("name", "Default Paragraph Font"),
      val("uiPriority", 1),
      w("semiHidden"),
    ),
    tableNormal(),
    ...headings(draw),
    ...bodyStyles(draw),
    ...tableStyles(draw),
    ...contentsStyles(draw),
    ...coverStyles(draw),
    ...footerStyles(draw),
    ...characterStyles(style, language),
  ];
}

interface Drawer {
  readonly style: Style;
  readonly language: string;
  readonly geometry: Geometry;
}

function documentDefaults(style: Style): ImportedXmlComponent {
  const { face, size } = style.roles.body;
  const points = Math.round(size * 2);
  const run = w(
    "rPr",
    {},
    fontsOf(style, face),
    val("sz", points),
    val("szCs", points),
    w("lang", { val: "en-US", eastAsia: "zh-CN", bidi: "ar-SA" }),
  );
  return w("docDefaults", {}, w("rPrDefault", {}, run), w("pPrDefault"));
}

/**
 * Normal has no indent, because tables and captions rest on it. On a grid, single lines may stand alone on a page:
 * widow control would leave lines of the page empty. Line breaking rules for Chinese punctuation are on. Lines have an
 * exact pitch and characters an exact spacing, so that nothing need snap to the grid.
 */
function normal({ style, geometry }: Drawer): ImportedXmlComponent {
  const line = geometry.pitch ?? twips(style.roles.body.leading ?? style.roles.body.size * 1.4);
  return w(
    "style",
    { type: "paragraph", default: 1, styleId: "Normal" },
    val("name", "Normal"),
    w("qFormat"),
    w(
      "pPr",
      {},
      toggle("widowControl", geometry.grid === null),
      w("kinsoku"),
      w("overflowPunct"),
      toggle("snapToGrid", false),
      w("spacing", { before: 0, after: 0, line, lineRule: "exact" }),
      val("jc", "both"),
    ),
    // The size is said here too: the pitch of the grid's characters is counted from the size of Normal.
    w("rPr", {}, toggle("snapToGrid", false), val("sz", Math.round(style.roles.body.size * 2))),
  );
}

function tableNormal(): ImportedXmlComponent {
  const margin = (name: string, width: number): ImportedXmlComponent => w(name, { w: width, type: "dxa" });
  return w(
    "style",
    { type: "table", default: 1, styleId: "TableNormal" },
    val("name", "Normal Table"),
    val("uiPriority", 99),
    w("semiHidden"),
    w("unhideWhenUsed"),
    w(
      "tblPr",
      {},
      margin("tblInd", 0),
      w("tblCellMar", {}, margin("top", 0), margin("left", 108), margin("bottom", 0), margin("right", 108)),
    ),
  );
}

interface Look extends ParagraphExtras {
  readonly next?: StyleId;
}

function paragraphStyle({ style, language }: Drawer, id: string, role: Role, look: Look = {}): ImportedXmlComponent {
  const name = ownName(language, id);
  return w(
    "style",
    { type: "paragraph", styleId: id, customStyle: name === undefined ? undefined : 1 },
    val("name", name ?? builtIn[id] ?? id),
    val("basedOn", "Normal"),
    look.next === undefined ? null : val("next", look.next),
    w("qFormat"),
    paragraphProperties(style, role, look),
    runProperties(style, role),
  );
}

function headings(draw: Drawer): ImportedXmlComponent[] {
  const { heading1, heading2, heading3, heading4 } = draw.style.roles;
  const forms = headingForms(draw.style, draw.language);
  return [heading1, heading2, heading3, heading4].map((role, index) =>
    paragraphStyle(draw, headingStyles[index] ?? styleIds.heading4, role, {
      keepNext: true,
      outline: index,
      next: styleIds.body,
      ...((forms[index] ?? null) === null ? {} : { list: { id: headingList, level: index } }),
    }),
  );
}

function bodyStyles(draw: Drawer): ImportedXmlComponent[] {
  const { body, title, subtitle, quote, verbatim, note } = draw.style.roles;
  const inset = Math.round(draw.style.quote.inset * em(draw.style));
  return [
    paragraphStyle(draw, styleIds.title, title, { next: styleIds.body }),
    paragraphStyle(draw, styleIds.subtitle, subtitle, { next: styleIds.body }),
    paragraphStyle(draw, styleIds.body, body),
    paragraphStyle(draw, styleIds.list, body, { indent: 0 }),
    paragraphStyle(draw, styleIds.quote, quote, { indentLeft: inset, indentRight: inset }),
    paragraphStyle(draw, styleIds.verbatim, verbatim, { autoSpace: false }),
    paragraphStyle(draw, styleIds.note, note),
  ];
}

function tableStyles(draw: Drawer): ImportedXmlComponent[] {
  const { table, table_head: head, caption, body } = draw.style.roles;
  return [
    paragraphStyle(draw, styleIds.table, table),
    paragraphStyle(draw, styleIds.tableHead, head, { keepNext: true }),
    paragraphStyle(draw, styleIds.caption, caption, { keepNext: true }),
    // Keeps two tables apart: without a paragraph between them Word makes them one.
    paragraphStyle(draw, styleIds.afterTable, table, {
      before: 0,
      // As space, which programs join with that above the next paragraph, and not as a line, which they do not.
      after: twips(Math.max(0, Math.max(draw.style.tables.after, body.after) - 1)),
      line: twips(1),
    }),
    // As high as the picture: an exact line would show a strip of it.
    paragraphStyle(draw, styleIds.figure, caption, { align: "center", keepNext: true, line: "auto" }),
  ];
}

function contentsStyles(draw: Drawer): ImportedXmlComponent[] {
  const { contents, contents_title: title } = draw.style.roles;
  const unit = twips(contents.size);
  const { depth, step, leader } = draw.style.contents;
  const levels = Array.from({ length: depth }, (_, index) =>
    paragraphStyle(draw, `TOC${String(index + 1)}`, contents, {
      align: "left",
      indentLeft: Math.round((index * step + 1) * unit),
      hanging: unit,
      rightTab: draw.geometry.textWidth,
      leader,
    }),
  );
  return [paragraphStyle(draw, styleIds.contentsTitle, title, { next: styleIds.body }), ...levels];
}

function coverStyles(draw: Drawer): ImportedXmlComponent[] {
  const { cover_line: line, mark, title } = draw.style.roles;
  return [
    paragraphStyle(draw, styleIds.coverLine, line, { align: "left" }),
    paragraphStyle(draw, styleIds.coverDate, line, { align: "center" }),
    paragraphStyle(draw, styleIds.mark, mark),
    paragraphStyle(draw, styleIds.attachmentMark, mark, { indent: 0, next: styleIds.attachmentTitle, keepNext: true }),
    paragraphStyle(draw, styleIds.attachmentTitle, title, { next: styleIds.body, keepNext: true }),
  ];
}

/** Outer position: right on odd pages, left on even ones, the given number of characters in. */
function footerStyles(draw: Drawer): ImportedXmlComponent[] {
  const { page_number: role } = draw.style.roles;
  const mark = draw.style.page_mark;
  const inset = twips(mark.inset * role.size);
  const line = twips(role.size);
  const common = { line, before: 0, after: 0, indent: 0 };
  const header = paragraphStyle(draw, styleIds.header, role, { ...common, align: "center" });
  if (mark.position === "center")
    return [header, paragraphStyle(draw, styleIds.footer, role, { ...common, align: "center" })];
  return [
    header,
    paragraphStyle(draw, styleIds.footer, role, { ...common, align: "right", indentRight: inset }),
    paragraphStyle(draw, styleIds.footerEven, role, { ...common, align: "left", indentLeft: inset }),
  ];
}
