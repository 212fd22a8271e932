/** Text has no magic bytes: what kind of text it is stands in its first lines. */

/** Enough to find the first element, the first headers, the first section. */
const headBytes = 16 * 1024;

/**
 * Format of a text file by its first lines: html, svg, xml, mht, eml, url, webloc, rtf, word-xml, excel-xml, csv, txt,
 * and pdf and eps, which may be all text; null when it is no text. `extension` decides only where contents cannot (csv).
 */
export function identifyText(bytes: Uint8Array, extension: string): string | null {
  const head = asciiHead(bytes);
  if (head === null) return null;
  if (head.slice(0, 1024).includes("%PDF-")) return "pdf";
  if (head.startsWith("%!PS")) return "eps";
  const marked = markup(head) ?? headers(head, extension);
  if (marked !== null) return marked;
  if (extension === "csv" || extension === "tsv") return "csv";
  return (extension === "html" || extension === "htm") && /<[a-z][^<>]*>/iu.test(head) ? "html" : "txt";
}

/** The head as far as ASCII matters (whatever the encoding); null when it cannot be text. */
function asciiHead(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, headBytes));
  const wide = wideOrder(head);
  if (wide !== null) return decodeWide(head, wide);
  // No text of any encoding has these control characters (tab, line ends, form feed, escape and DOS's end mark aside).
  if (head.some((byte) => byte < 0x20 && ![9, 10, 12, 13, 0x1a, 0x1b].includes(byte))) return null;
  return head.toString("latin1").replace(/^\u00ef\u00bb\u00bf/u, "");
}

/** Byte order of UTF-16, by its mark or by the zeros of ASCII in it. */
function wideOrder(head: Buffer): "le" | "be" | null {
  if (head[0] === 0xff && head[1] === 0xfe) return "le";
  if (head[0] === 0xfe && head[1] === 0xff) return "be";
  return head[0] === 0x3c && head[1] === 0 && head[3] === 0 ? "le" : null;
}

function decodeWide(head: Buffer, order: "le" | "be"): string | null {
  const even = head.subarray(0, head.length - (head.length % 2));
  const text = (order === "le" ? even : Buffer.from(even).swap16()).toString("utf16le").replace(/^\ufeff/u, "");
  // oxlint-disable-next-line no-control-regex -- control characters are what tells binary data from text
  return /[\u0000-\u0008\u000e-\u0019]/u.test(text) ? null : text;
}

/** What stands before the first element of a markup file. */
const prolog = /^(?:\s+|<\?[\s\S]*?\?>|<!--[\s\S]*?-->|<!DOCTYPE(?:[^<>[\]]|\[[^\]]*\])*>)*/iu;

function markup(head: string): string | null {
  if (/^\s*\{\\rt/u.test(head)) return "rtf";
  const before = prolog.exec(head)?.[0] ?? "";
  const isXml = /^\s*<\?xml\s/u.test(before);
  const root = /^<([\w:.-]+)/u.exec(head.slice(before.length))?.[1] ?? "";
  const name = root.replace(/^.*:/u, "").toLowerCase();
  if (name === "svg") return "svg";
  if (/<!DOCTYPE\s+html/iu.test(before) || name === "html") return "html";
  if (isXml || /<!DOCTYPE\s+plist/iu.test(before)) return xmlFormat(before, name, head);
  const pieces = /^(?:head|body|table|meta|title|style|script|div|p|center|font|frameset|h[1-6]|ul|ol)$/u;
  return pieces.test(name) ? "html" : null;
}

function xmlFormat(before: string, root: string, head: string): string {
  if (/<\?mso-application[^>]*Word\.Document/u.test(before) || root === "worddocument") return "word-xml";
  const isTable = root === "workbook" && head.includes("urn:schemas-microsoft-com:office:spreadsheet");
  if (isTable || /<\?mso-application[^>]*Excel\.Sheet/u.test(before)) return "excel-xml";
  return root === "plist" && /<key>URL<\/key>/u.test(head) ? "webloc" : "xml";
}

/** Fields that every mail has some of (RFC 5322, 3.6). */
const mailFields =
  /^(?:from|to|cc|subject|date|received|message-id|mime-version|return-path|delivered-to|sender|reply-to|x-[\w-]+|content-[\w-]+)$/iu;

function headers(head: string, extension: string): string | null {
  if (/^\s*(?:\[(?!InternetShortcut)[^\]\n]*\][^[]*){0,5}\[InternetShortcut\]/iu.test(head)) return "url";
  const fields = headerFields(head);
  const known = fields.filter(([name]) => mailFields.test(name));
  const core = new Set(known.map(([name]) => name.toLowerCase()).filter((name) => !/^(?:x-|content-)/u.test(name)));
  const enough = extension === "eml" || extension === "mht" || extension === "mhtml" ? 1 : 3;
  if (core.size < enough || known.length * 2 < fields.length) return null;
  const related = known.some(([name, text]) => /^content-type$/iu.test(name) && /multipart\/related/iu.test(text));
  const saved = /^(?:snapshot-content-location|x-mimeole):|^from: *<?saved by/imu.test(head);
  return (related && saved) || extension.startsWith("mht") ? "mht" : "eml";
}

/** `Name: text` lines from the top up to the first line that is neither one nor the continuation of one. */
function headerFields(head: string): [name: string, text: string][] {
  const fields: [string, string][] = [];
  for (const line of head.split(/\r?\n/u)) {
    const field = /^([A-Za-z][\w-]*):(.*)$/u.exec(line);
    if (field !== null) fields.push([field[1] ?? "", field[2] ?? ""]);
    else if (/^[ \t]/u.test(line) && fields.length > 0) {
      const last = fields.at(-1);
      if (last !== undefined) last[1] += line;
    } else if (!(fields.length === 0 && /^(?:From |\s*$)/u.test(line))) break;
  }
  return fields;
}
