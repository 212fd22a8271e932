/** Plain text and web pages, made ready for the engine: nothing in them is loaded from elsewhere. */
import { packParts } from "../../engines/ooxml.ts";
import { decodeAny } from "../../engines/text.ts";
import { escapeXml } from "../../engines/xml.ts";

const namespaces = ["office", "style", "text", "fo:xsl-fo-compatible"]
  .map((each) => {
    const [name = "", uri = name] = each.split(":");
    return `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${uri}:1.0"`;
  })
  .join(" ");

const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/><manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/></manifest:manifest>`;

const font = `style:font-name="宋体" style:font-name-asian="宋体" fo:font-family="宋体" style:font-family-asian="宋体"`;

const styles = `<?xml version="1.0" encoding="UTF-8"?>
<office:document-styles ${namespaces} office:version="1.2"><office:styles><style:default-style style:family="paragraph"><style:paragraph-properties fo:line-height="130%"/><style:text-properties ${font} fo:font-size="12pt" style:font-size-asian="12pt" fo:language="zh" fo:country="CN" style:language-asian="zh" style:country-asian="CN"/></style:default-style></office:styles><office:automatic-styles><style:page-layout style:name="page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="2cm"/></style:page-layout></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="page"/></office:master-styles></office:document-styles>`;

/** More characters, and more lines, than fit on one page of a text in 12 pt, even of the narrowest letters. */
const [charactersOfPage, linesOfPage] = [10_000, 100];

/**
 * A plain text as ODF text on A4: one paragraph a line, spaces and tabs kept (ODF 1.2 part 1, 6.1.2 to 6.1.4). Of a
 * long one so much as fills more than `pages` pages: nobody prints the rest, and the engine would choke on it.
 */
export function textAsOdt(bytes: Uint8Array, pages: number): Uint8Array {
  const paragraphs = decodeAny(bytes)
    .slice(0, (pages + 1) * charactersOfPage)
    .replace(/^\ufeff/u, "")
    .split(/\r\n|\r|\n|\f/u, (pages + 1) * linesOfPage)
    .map((line) => `<text:p>${lineAsOdf(line)}</text:p>`)
    .join("");
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content ${namespaces} office:version="1.2"><office:body><office:text>${paragraphs}</office:text></office:body></office:document-content>`;
  return packParts(
    new Map([
      ["mimetype", "application/vnd.oasis.opendocument.text"],
      ["META-INF/manifest.xml", manifest],
      ["content.xml", content],
      ["styles.xml", styles],
    ]),
  );
}

/** Half of a pair, and control characters: XML holds none of them. */
// oxlint-disable-next-line no-control-regex
const notInXml = /\p{Surrogate}|[\u0000-\u0008\u000b\u000e-\u001f\ufffe\uffff]/gu;

const lineAsOdf = (line: string): string =>
  escapeXml(line.replace(notInXml, "\ufffd"))
    .replaceAll("\t", "<text:tab/>")
    .replace(/ {2,}/gu, (spaces) => ` <text:s text:c="${String(spaces.length - 1)}"/>`);

/** Elements that run or load something by themselves. */
const loading = /<(script|iframe|frame|frameset|object|embed|applet|link|base|meta|svg|video|audio)\b[^>]*>/giu;
const loadingBlocks = /<(script|iframe|object|applet|svg|video|audio)\b[^>]*>[\s\S]*?<\/\1\s*>/giu;
/** Attributes that make a reader load something; those of links wait for a click. */
const references =
  /(\s)(?:src|srcset|background|poster|data|lowsrc|dynsrc|longdesc|xlink:href)\s*=\s*("[^"]*"|'[^']*'|[^\s>]*)/giu;

/** A web page as UTF-8, without anything that loads by itself; pictures that lie in the page itself stay. */
export function inertHtml(bytes: Uint8Array): Buffer {
  const html = decodeHtml(bytes)
    .replace(/^\ufeff/u, "")
    .replace(loadingBlocks, "")
    .replace(loading, "")
    .replace(references, (whole, space: string, value: string) => (/^["']?data:image\//iu.test(value) ? whole : space))
    .replace(/@import[^;}]*;?/giu, "")
    .replace(/url\(\s*(["']?)(?!data:image\/)[^)]*\)/giu, "none");
  const charset = `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">`;
  return Buffer.from(
    /<head\b[^>]*>/iu.test(html) ? html.replace(/<head\b[^>]*>/iu, (head) => head + charset) : charset + html,
  );
}

function decodeHtml(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 2048)).toString("latin1");
  const declared = /<meta[^>]+charset\s*=\s*["']?([\w-]+)/iu.exec(head)?.[1]?.toLowerCase() ?? "";
  const marked = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  if (marked || declared === "" || /^(?:utf-?8|utf-16|gb.*)$/u.test(declared)) return decodeAny(bytes);
  try {
    return new TextDecoder(declared).decode(bytes);
  } catch {
    return decodeAny(bytes);
  }
}
