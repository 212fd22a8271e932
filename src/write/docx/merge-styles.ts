/** Two style sheets made one: that of a reference, and those of our styles that it lacks. */
import { scanXml } from "../../engines/xml.ts";

interface StyleEntry {
  readonly id: string;
  readonly type: string;
  /** As Word calls it in English, in small letters. */
  readonly name: string;
  readonly isDefault: boolean;
  readonly xml: string;
}

export interface MergedStyles {
  readonly xml: string;
  /** Ids of ours that go by another name now. */
  readonly renamed: ReadonlyMap<string, string>;
}

/** Names under which Chinese programs save styles of Word. */
const chineseNames: Readonly<Record<string, string>> = {
  正文: "normal",
  正文文本: "body text",
  标题: "title",
  副标题: "subtitle",
  题注: "caption",
  引用: "quote",
  列表段落: "list paragraph",
  列出段落: "list paragraph",
  页眉: "header",
  页脚: "footer",
  脚注文本: "footnote text",
  脚注引用: "footnote reference",
  超链接: "hyperlink",
  强调: "emphasis",
  要点: "strong",
  "toc 标题": "toc heading",
};

function englishName(name: string): string {
  const plain = name.trim().toLowerCase().replaceAll(/\s+/gu, " ");
  const level = /^(标题|目录) ?([1-9])$/u.exec(plain);
  if (level !== null) return `${level[1] === "标题" ? "heading" : "toc"} ${level[2] ?? ""}`;
  return chineseNames[plain] ?? plain;
}

/** The styles of a sheet, and what stands before them (defaults, names of hidden ones). */
function readSheet(sheet: string): { head: string; styles: StyleEntry[] } {
  const starts: { at: number; style: boolean; attributes: Readonly<Record<string, string>> }[] = [];
  scanXml(sheet, ({ depth, name, prefix, start, attributes }) => {
    if (depth === 1) starts.push({ at: start, style: prefix === "w:" && name === "style", attributes });
  });
  const end = sheet.lastIndexOf("</");
  const styles = starts.flatMap(({ at, style, attributes }, index): StyleEntry[] => {
    if (!style) return [];
    const xml = sheet.slice(at, starts[index + 1]?.at ?? end);
    const name = englishName(/<w:name w:val="([^"]*)"/u.exec(xml)?.[1] ?? "");
    const isDefault = /^(?:1|true|on)$/u.test(attributes["w:default"] ?? "");
    return [{ id: attributes["w:styleId"] ?? "", type: attributes["w:type"] ?? "paragraph", name, isDefault, xml }];
  });
  const first = starts.find(({ style }) => style)?.at ?? end;
  return { head: sheet.slice(0, first), styles };
}

/**
 * The sheet `theirs` with the styles of `ours` that it lacks. Styles are the same when Word knows them by one name,
 * whatever the id, or have one id. Lists of theirs do not go over; headings keep the numbers of ours.
 */
export function mergeStyles(theirs: string, ours: string): MergedStyles {
  const base = readSheet(theirs);
  const own = readSheet(ours);
  const renamed = new Map<string, string>();
  const numbers = new Map<string, string>();
  const added: StyleEntry[] = [];
  for (const style of own.styles) {
    const same = base.styles.find(
      ({ id, type, name, isDefault }) =>
        type === style.type && ((isDefault && style.isDefault) || name === style.name || id === style.id),
    );
    if (same === undefined) {
      const taken = base.styles.some(({ id }) => id === style.id);
      if (taken) renamed.set(style.id, `${style.id}Own`);
      added.push(style);
      continue;
    }
    if (same.id !== style.id) renamed.set(style.id, same.id);
    const number = /<w:numPr>.*?<\/w:numPr>/u.exec(style.xml)?.[0];
    if (number !== undefined) numbers.set(same.id, number);
  }
  const lent = base.styles.map(({ id, xml }) =>
    withNumber(withoutLists(xml), numbers.get(id) ?? unnumbered(base.styles, numbers, id)),
  );
  const mine = added.map(({ xml }) => renameStyles(xml, renamed).replace(/ w:default="1"/u, ""));
  return { xml: `${base.head}${lent.join("")}${mine.join("")}</w:styles>`, renamed };
}

/** Every mention of a style under its new id. Text cannot hold a bare `<`, so these are elements. */
export function renameStyles(xml: string, renamed: ReadonlyMap<string, string>): string {
  if (renamed.size === 0) return xml;
  return xml
    .replace(
      /(<w:(?:pStyle|rStyle|tblStyle|basedOn|next|link) w:val=")([^"]*)"/gu,
      (_, start: string, id: string) => `${start}${renamed.get(id) ?? id}"`,
    )
    .replace(
      /(<w:style [^>]*w:styleId=")([^"]*)"/gu,
      (_, start: string, id: string) => `${start}${renamed.get(id) ?? id}"`,
    );
}

const withoutLists = (xml: string): string => xml.replaceAll(/<w:numPr>.*?<\/w:numPr>|<w:numPr\/>/gsu, "");

/** “No number” for a style that would inherit the one of a heading, as the title of contents based on heading 1 does. */
function unnumbered(styles: readonly StyleEntry[], numbers: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>();
  for (let at: string | undefined = id; at !== undefined && !seen.has(at);) {
    if (numbers.has(at)) return '<w:numPr><w:numId w:val="0"/></w:numPr>';
    seen.add(at);
    const { xml = "" } = styles.find((style) => style.id === at) ?? {};
    at = /<w:basedOn w:val="([^"]*)"/u.exec(xml)?.[1];
  }
  return "";
}

/** The style with a number, at its place in the order of the schema (CT_PPr). */
function withNumber(xml: string, number: string): string {
  if (number === "") return xml;
  const before = /<w:pPr>(?:\s*<w:(?:keepNext|keepLines|pageBreakBefore|framePr|widowControl)\b[^>]*\/>)*/u;
  if (before.test(xml)) return xml.replace(before, (found) => found + number);
  const bare = xml.replace(/<w:pPr\s*\/>/u, "");
  const at = /<w:(?:rPr|tblPr)\b|<\/w:style>/u.exec(bare)?.index ?? bare.length;
  return `${bare.slice(0, at)}<w:pPr>${number}</w:pPr>${bare.slice(at)}`;
}
