/** Style ids, and the names by which Word shows its users those that are not Word's own. */
import { isChinese } from "./text.ts";

export const styleIds = {
  title: "Title",
  subtitle: "Subtitle",
  heading1: "Heading1",
  heading2: "Heading2",
  heading3: "Heading3",
  heading4: "Heading4",
  body: "BodyText",
  quote: "Quote",
  list: "ListParagraph",
  caption: "Caption",
  contentsTitle: "TOCHeading",
  footer: "Footer",
  footerEven: "FooterEven",
  table: "TableText",
  tableHead: "TableHead",
  afterTable: "AfterTable",
  coverLine: "CoverLine",
  coverDate: "CoverDate",
  mark: "CoverMark",
  strong: "Strong",
  emphasis: "Emphasis",
  label: "LabelText",
  hyperlink: "Hyperlink",
  indexLink: "IndexLink",
  figure: "Figure",
  verbatim: "Verbatim",
  note: "FootnoteText",
  header: "Header",
  attachmentMark: "AttachmentMark",
  attachmentTitle: "AttachmentTitle",
} as const;

export type StyleId = (typeof styleIds)[keyof typeof styleIds];

export const headingStyles = [styleIds.heading1, styleIds.heading2, styleIds.heading3, styleIds.heading4] as const;

const own: Readonly<Record<string, readonly [chinese: string, english: string]>> = {
  FooterEven: ["页脚（双页）", "Footer Even"],
  TableText: ["表格文字", "Table Text"],
  TableHead: ["表头", "Table Head"],
  AfterTable: ["表后空行", "After Table"],
  CoverLine: ["封面项目", "Cover Line"],
  CoverDate: ["封面日期", "Cover Date"],
  CoverMark: ["封面标记", "Cover Mark"],
  LabelText: ["项目名", "Label Text"],
  Figure: ["图片", "Figure"],
  Verbatim: ["原样文字", "Verbatim"],
  AttachmentMark: ["附件标记", "Attachment Mark"],
  AttachmentTitle: ["附件标题", "Attachment Title"],
};

/** The name of a style that Word does not know; undefined for its own. */
export const ownName = (language: string, id: string): string | undefined => own[id]?.[isChinese(language) ? 0 : 1];
