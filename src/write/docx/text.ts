/** Text from users on its way into XML: what must not stand there, how a mark joins its words. */

/** C0 controls but tab and line feed (XML 1.0, section 2.2, forbids them), delete and C1. */
// oxlint-disable-next-line no-control-regex -- finding control characters is what it is for
const controls = /[\u0000-\u0008\u000B-\u001F\u007F]/g;
// oxlint-disable-next-line no-control-regex -- same
const invisible = /[\u0080-\u009F\uFFFE\uFFFF]|\p{Surrogate}/gu;

/**
 * The text with every character that XML forbids replaced by one that can be seen: controls by their picture (␀ … ␡),
 * lone surrogates and non-characters by U+FFFD. Line ends become line feeds, tabs become spaces.
 */
export const clean = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    .replaceAll("\t", " ")
    .replace(controls, (char) => (char === "\u007F" ? "\u2421" : String.fromCharCode(0x2400 + char.charCodeAt(0))))
    .replace(invisible, "\uFFFD");

/** The same in one line; places where a title may break (zero-width spaces) are dropped. */
export const cleanLine = (text: string): string =>
  clean(text)
    .replaceAll("\u200B", "")
    .replace(/\s*\n\s*/g, " ")
    .trim();

export const isChinese = (language: string): boolean => language.startsWith("zh");

/** Mark and words of a heading. In Chinese only a mark that ends in a letter or digit (2-1-1) is set off by a space. */
export function headingText(language: string, mark: string, text: string): string {
  const apart = mark !== "" && (!isChinese(language) || /[0-9A-Za-z]$/.test(mark));
  return cleanLine(`${mark}${apart ? " " : ""}${text}`);
}

/** The colon after a label, unless the label brings its own stop. */
export function colon(language: string, label: string): string {
  if (/[:：。.]$/.test(label)) return "";
  return isChinese(language) ? "：" : ":";
}

/**
 * An address that Word can follow, percent-encoded: http, https, mailto, or a path relative to the document.
 * Null for anything else (such as `javascript:`), which is then shown as text.
 */
export function safeAddress(url: string): string | null {
  const trimmed = cleanLine(url);
  if (trimmed === "" || trimmed.length > 2000) return null;
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined) {
    if (!["http", "https", "mailto"].includes(scheme) || !URL.canParse(trimmed)) return null;
    return tidyEscapes(new URL(trimmed).href);
  }
  if (/^[\\/]|\\/.test(trimmed)) return null;
  return tidyEscapes(encodeURI(trimmed.replace(/%(?![0-9A-Fa-f]{2})/g, "%25")).replace(/%25([0-9A-Fa-f]{2})/g, "%$1"));
}

/** Characters that URLs let through and Office does not. */
const tidyEscapes = (address: string): string =>
  address.replace(/[\s"<>^`{|}[\]\\]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
