/** Narratives as tests type them, and as they are read. */
import { strToU8, zipSync } from "fflate";
import { readMarkdown } from "../../src/engines/markdown.ts";
import type { Level, Narrated } from "../../src/engines/narrated.ts";
import { readWordNarrative } from "../../src/engines/word-narrative.ts";
import type { Block, Inline, Picture } from "../../src/model/document.ts";

export const picture: Picture = { format: "png", bytes: new Uint8Array([1]), width: 60, height: 40 };

/** Markdown with no fault of its own; `addresses` are the pictures that can be had. */
export async function markdown(text: string, level: Level = 4, addresses: readonly string[] = []): Promise<Narrated> {
  const readPicture = (address: string): Promise<Picture | null> =>
    Promise.resolve(addresses.includes(address) ? picture : null);
  const read = await readMarkdown(text, { file: "narrative/1-1.md", level, readPicture });
  if (read === null) throw new Error("nested too deeply");
  return read;
}

const namespaces = Object.entries({
  w: "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
  r: "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
  m: "http://schemas.openxmlformats.org/officeDocument/2006/math",
  wp: "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
  a: "http://schemas.openxmlformats.org/drawingml/2006/main",
  pic: "http://schemas.openxmlformats.org/drawingml/2006/picture",
  c: "http://schemas.openxmlformats.org/drawingml/2006/chart",
  mc: "http://schemas.openxmlformats.org/markup-compatibility/2006",
  wps: "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
  v: "urn:schemas-microsoft-com:vml",
  o: "urn:schemas-microsoft-com:office:office",
})
  .map(([prefix, uri]) => `xmlns:${prefix}="${uri}"`)
  .join(" ");

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const relationships = (
  ...targets: readonly (readonly [id: string, type: string, target: string, mode?: string])[]
): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([id, type, target, mode]) =>
        `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"${mode === undefined ? "" : ` TargetMode="${mode}"`}/>`,
    )
    .join("")}</Relationships>`;

const styles = `<w:styles ${namespaces}>
<w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="2"><w:name w:val="标题 2"/></w:style>
<w:style w:type="paragraph" w:styleId="mine"><w:name w:val="我的小标题"/><w:basedOn w:val="2"/></w:style>
<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="cap"><w:name w:val="caption"/></w:style></w:styles>`;

const level = (number: number, format: string, start = 1): string =>
  `<w:lvl w:ilvl="${String(number)}"><w:start w:val="${String(start)}"/><w:numFmt w:val="${format}"/></w:lvl>`;
const numbering = `<w:numbering ${namespaces}>
<w:abstractNum w:abstractNumId="0">${level(0, "decimal")}${level(1, "bullet")}</w:abstractNum>
<w:abstractNum w:abstractNumId="1">${level(0, "decimal", 5)}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>`;

/** A run of text; `properties` as XML. */
export const r = (text: string, properties = ""): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
/** A paragraph of a text or of runs; `properties` as XML. */
export const p = (content: string, properties = ""): string =>
  `<w:p><w:pPr>${properties}</w:pPr>${content.startsWith("<") || content === "" ? content : r(content)}</w:p>`;

export const bold = "<w:b/>";
export const font = (name: string): string => `<w:rFonts w:ascii="Times New Roman" w:eastAsia="${name}"/>`;
export const style = (id: string): string => `<w:pStyle w:val="${id}"/>`;
export const centred = '<w:jc w:val="center"/>';
export const item = (list: number, depth = 0): string =>
  `<w:numPr><w:ilvl w:val="${String(depth)}"/><w:numId w:val="${String(list)}"/></w:numPr>`;
export const cell = (content: string, properties = ""): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content.startsWith("<") ? content : p(content)}</w:tc>`;
export const table = (...rows: readonly (readonly string[])[]): string =>
  `<w:tbl><w:tblPr/>${rows.map((cells) => `<w:tr>${cells.join("")}</w:tr>`).join("")}</w:tbl>`;
export const drawing = (id: string, alt = "", how: "embed" | "link" = "embed"): string =>
  `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${alt}"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:${how}="${id}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A DOCX with this body; `more` are further parts, or others in place of the usual ones. */
export function docx(body: string, more: Readonly<Record<string, string | Uint8Array>> = {}): Buffer {
  const parts: Record<string, string | Uint8Array> = {
    "[Content_Types].xml":
      '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
    "_rels/.rels": relationships(["rId1", "officeDocument", "word/document.xml"]),
    "word/_rels/document.xml.rels": relationships(
      ["rId1", "styles", "styles.xml"],
      ["rId2", "numbering", "numbering.xml"],
      ["rId3", "footnotes", "footnotes.xml"],
      ["rId4", "image", "media/image1.png"],
      ["rId5", "hyperlink", "https://example.org/a?b=1&amp;c=2", "External"],
      ["rId6", "hyperlink", "file:///C:/x.docx", "External"],
      ["rId7", "image", "https://example.org/a.png", "External"],
      ["rId8", "image", "media/none.png"],
    ),
    "word/styles.xml": styles,
    "word/numbering.xml": numbering,
    "word/document.xml": `<w:document ${namespaces}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/footnotes.xml": `<w:footnotes ${namespaces}><w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r>${r(" 样例脚注")}</w:p></w:footnote></w:footnotes>`,
    "word/media/image1.png": new Uint8Array([1, 2, 3]),
    ...more,
  };
  const bytes = Object.entries(parts).map(
    ([name, part]) => [name, typeof part === "string" ? strToU8(part) : part] as const,
  );
  return Buffer.from(zipSync(Object.fromEntries(bytes), { mtime: new Date(1980, 0, 1) }));
}

/** The part of comments, headers and the like, with the namespaces that it needs. */
export const part = (name: string, content: string): string => `<w:${name} ${namespaces}>${content}</w:${name}>`;

export async function word(
  body: string,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  highest: Level = 4,
): Promise<Narrated> {
  const read = await readWordNarrative(docx(body, more), {
    file: "narrative/1-1.docx",
    level: highest,
    titles: ["社区教育专项经费"],
    readPicture: () => Promise.resolve(picture),
  });
  if (typeof read === "string") throw new Error(read);
  return read;
}

/** Blocks as lines that a person can read, one a block; `[n]` marks levels, `*…*` bold, `_…_` italic. */
export function lines(blocks: readonly Block[], indent = ""): string[] {
  return blocks.flatMap((block): string[] => {
    if (block.type === "heading") return [`${indent}[${String(block.level)}] ${block.text}`];
    if ("content" in block) return [`${indent}${block.type === "quote" ? "> " : ""}${line(block.content)}`];
    if (block.type === "verbatim") return [`${indent}=${block.text.replaceAll("\n", "⏎")}`];
    if (block.type === "list")
      return block.items.flatMap((entry, index) => {
        const mark = block.ordered ? `${String((block.start ?? 1) + index)}.` : "-";
        const [first = "", ...rest] = lines(entry, `${indent}  `);
        return [`${indent}${mark} ${first.trimStart()}`, ...rest];
      });
    if (block.type === "table") {
      const head = block.columns.map(({ title, align }) => `${title}${{ left: "", right: ">", center: "^" }[align]}`);
      const rows = block.rows.map((row) => row.map(line).join(" | "));
      return [`${indent}(${block.caption ?? ""}) ${head.join(" | ")}`, ...rows.map((row) => `${indent}  ${row}`)];
    }
    return block.type === "figure" ? [`${indent}{${block.alt}} ${block.caption ?? ""}`.trimEnd()] : [block.type];
  });
}

const line = (content: readonly Inline[]): string =>
  content
    .map((each) => {
      if (each.type === "break") return "⏎";
      if (each.type === "note") return `^(${line(each.content)})`;
      if (!("text" in each)) return `<${each.type}>`;
      const mention = "mention" in each && each.mention !== undefined ? "§" : "";
      const around = { strong: "*", emphasis: "_", text: "", link: "", reference: "" }[each.type];
      return `${mention}${around}${each.text}${around}${each.type === "link" ? `(${each.url})` : ""}`;
    })
    .join("");

/** What was lost, and where: `html 3:5`, `equation ¶2 ×2`. */
export const lossesOf = ({ lost }: Narrated): string[] =>
  lost.map(({ what, count, at }) => {
    const place = at.line === undefined ? `¶${String(at.paragraph ?? "")}` : `${String(at.line)}:${String(at.column)}`;
    return `${what} ${place}${count > 1 ? ` ×${String(count)}` : ""}`;
  });
