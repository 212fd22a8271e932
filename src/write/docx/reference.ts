/** The looks of a user's Word file put over a written document: styles, theme, headers and footers. */
import { editParts } from "../../engines/ooxml.ts";
import { escapeXml } from "../../engines/xml.ts";
import type { Reference, ReferenceFrame } from "../../model/reference.ts";
import type { Style } from "../../schema/style.ts";
import { mergeStyles, renameStyles } from "./merge-styles.ts";

const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const mediaTypes: Readonly<Record<string, string>> = {
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
  gif: "image/gif",
  bmp: "image/bmp",
};

/** The style on the page of the reference; its own grid counts on its own page only. */
export function onPageOf(style: Style, reference: Reference | null): Style {
  const page = reference?.page ?? null;
  if (page === null) return style;
  const same = (Object.keys(page) as (keyof typeof page)[]).every((key) => Math.abs(page[key] - style.page[key]) < 0.5);
  if (same) return style;
  const { grid: _, ...rest } = style;
  return { ...rest, page };
}

/** The document in the looks of the reference. Sections with a page mark get its headers and footers. */
export function withReference(bytes: Uint8Array, reference: Reference): Uint8Array {
  return editParts(bytes, (parts) => {
    const text = (name: string): string => new TextDecoder().decode(parts.get(name));
    const write = (name: string, xml: string): void => void parts.set(name, new TextEncoder().encode(xml));
    const { xml, renamed } = mergeStyles(reference.styles, text("word/styles.xml"));
    for (const name of parts.keys())
      if (/^word\/(?:document|footnotes|numbering|header\d+|footer\d+)\.xml$/u.test(name))
        write(name, renameStyles(text(name), renamed));
    write("word/styles.xml", xml);
    if (reference.theme !== null && parts.has("word/theme/theme1.xml")) write("word/theme/theme1.xml", reference.theme);
    const { frames } = reference;
    if (frames.length === 0) return;
    const watermark = /<w:r>(?:(?!<\/w:r>).)*<w:pict>.*?<\/w:pict><\/w:r>/su.exec(text("word/header1.xml"))?.[0] ?? "";
    const relations: string[] = [];
    const types: string[] = [];
    for (const [index, frame] of frames.entries()) {
      const name = `reference${String(index + 1)}.xml`;
      const drawn = frame.kind === "header" && watermark !== "" ? withRun(frame.xml, watermark) : frame.xml;
      write(`word/${name}`, withoutLists(drawn));
      types.push(
        `<Override PartName="/word/${name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.${frame.kind}+xml"/>`,
      );
      relations.push(`<Relationship Id="${idOf(index)}" Type="${office}/${frame.kind}" Target="${name}"/>`);
      write(`word/_rels/${name}.rels`, frameRelations(frame, index, parts));
    }
    const needed = new Set(
      frames.flatMap((frame) => frame.relations.flatMap((each) => (each.type === "image" ? [each.extension] : []))),
    );
    const contentTypes = text("[Content_Types].xml");
    for (const extension of needed)
      if (!contentTypes.includes(`Extension="${extension}"`))
        types.unshift(`<Default Extension="${extension}" ContentType="${mediaTypes[extension] ?? "image/png"}"/>`);
    write(
      "[Content_Types].xml",
      contentTypes.replace("</Types>", () => `${types.join("")}</Types>`),
    );
    const rels = "word/_rels/document.xml.rels";
    write(
      rels,
      text(rels).replace("</Relationships>", () => `${relations.join("")}</Relationships>`),
    );
    write("word/document.xml", framed(text("word/document.xml"), frames));
    if (reference.twoSided && !text("word/settings.xml").includes("evenAndOddHeaders"))
      write(
        "word/settings.xml",
        text("word/settings.xml").replace(/(<w:defaultTabStop [^>]*>)/u, "$1<w:evenAndOddHeaders/>"),
      );
  });
}

const idOf = (index: number): string => `reference${String(index + 1)}`;

/** Lists and references to notes of the other document would lead nowhere. */
const withoutLists = (xml: string): string => xml.replaceAll(/<w:numPr>.*?<\/w:numPr>/gsu, "");

function frameRelations(frame: ReferenceFrame, index: number, parts: Map<string, Uint8Array>): string {
  const tags = frame.relations.map((each, at) => {
    if (each.type === "hyperlink")
      return `<Relationship Id="${escapeXml(each.id)}" Type="${office}/hyperlink" Target="${escapeXml(each.address)}" TargetMode="External"/>`;
    const name = `media/reference${String(index + 1)}-${String(at + 1)}.${each.extension}`;
    parts.set(`word/${name}`, each.bytes);
    return `<Relationship Id="${escapeXml(each.id)}" Type="${office}/image" Target="${name}"/>`;
  });
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${tags.join("")}</Relationships>`;
}

/** The sections that have a page mark, with the frames in place of ours of the same kind. */
function framed(document: string, frames: readonly ReferenceFrame[]): string {
  const kinds = new Set(frames.map(({ kind }) => kind));
  const ours = /<w:(header|footer)Reference [^>]*\/>/gu;
  const theirs = frames.map(({ kind, type }, index) => `<w:${kind}Reference w:type="${type}" r:id="${idOf(index)}"/>`);
  const hasFirst = frames.some(({ type }) => type === "first");
  return document.replaceAll(/<w:sectPr>.*?<\/w:sectPr>/gsu, (section) => {
    if (!/<w:pgNumType [^>]*w:fmt=/u.test(section)) return section;
    const kept = section.replace(ours, (tag, kind: "header" | "footer") => (kinds.has(kind) ? "" : tag));
    const first = hasFirst && section.includes("w:start=") ? kept.replace(/(<w:docGrid )/u, "<w:titlePg/>$1") : kept;
    return first.replace("<w:sectPr>", () => `<w:sectPr>${theirs.join("")}`);
  });
}

/** A header with one more run in its last paragraph, and the names that this run uses. */
function withRun(xml: string, run: string): string {
  const at = xml.lastIndexOf("</w:p>");
  const put = at < 0 ? xml : `${xml.slice(0, at)}${run}${xml.slice(at)}`;
  const names = {
    v: "urn:schemas-microsoft-com:vml",
    o: "urn:schemas-microsoft-com:office:office",
    w10: "urn:schemas-microsoft-com:office:word",
  };
  return Object.entries(names).reduce(
    (text, [name, uri]) =>
      text.includes(`xmlns:${name}=`) ? text : text.replace(/<w:hdr\b/u, `<w:hdr xmlns:${name}="${uri}"`),
    put,
  );
}
