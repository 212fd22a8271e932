/** A file that cannot be printed → what its placeholder page can tell of it. */
import type { About } from "../model/about.ts";
import type { FileKind } from "../model/evidence.ts";
import { readEml } from "../engines/eml.ts";
import type { MailFacts } from "../engines/mail.ts";
import { mediaFacts } from "../engines/media.ts";
import { readMsg } from "../engines/msg.ts";
import { decodeAny } from "../engines/text.ts";
import { plistText } from "../engines/plist.ts";
import { listZip } from "../engines/zip.ts";
import { withFile } from "../world.ts";
import type { ByteSource } from "../world.ts";

/** A mail is read as a whole up to this size; a larger one keeps what its first part tells. */
const mailLimit = 256 * 1024 * 1024;
const linkLimit = 1024 * 1024;

/** How many names of an archive are told. */
const firstNames = 12;

/**
 * Reads what there is to tell of `file` (absolute), pieces of it where the format allows. Never fails: a broken file
 * tells less, one that is gone tells nothing.
 */
export async function describe(file: string, kind: FileKind, format: string): Promise<About> {
  return (await withFile(file, (source) => describeSource(source, kind, format))) ?? { type: "plain" };
}

async function describeSource(source: ByteSource, kind: FileKind, format: string): Promise<About> {
  switch (kind) {
    case "video":
    case "audio":
      return { type: "media", ...(await mediaFacts(source)) };
    case "link":
      return linkAbout(await source.read(0, linkLimit), format);
    case "mail": {
      const bytes = await source.read(0, mailLimit);
      return mailAbout(format === "msg" ? readMsg(bytes) : await readEml(bytes));
    }
    case "archive":
      return archiveAbout(source, format);
    default:
      return { type: "plain" };
  }
}

function linkAbout(bytes: Uint8Array, format: string): About {
  return linkTo((format === "webloc" ? plistText(bytes, "URL") : shortcutUrl(bytes)) ?? "");
}

/** An address as it was written. */
export function linkTo(url: string): About {
  const text = url.trim();
  return { type: "link", url: text, safe: isWebAddress(text) };
}

/** Only these may be clicked or scanned: others run something, or lead to a machine that the reader does not have. */
function isWebAddress(text: string): boolean {
  if (!/^https?:\/\//iu.test(text) || /\s/u.test(text)) return false;
  return URL.canParse(text);
}

/**
 * `URL=` of the section [InternetShortcut]. No general INI reader: they take `#` and `;`, which addresses have, for
 * the beginning of a comment.
 */
function shortcutUrl(bytes: Uint8Array): string | null {
  let inside = false;
  for (const line of decodeAny(bytes).split(/\r?\n|\r/u)) {
    if (/^\s*\[/u.test(line)) inside = /^\s*\[InternetShortcut\]/iu.test(line);
    const found = inside ? /^\s*URL\s*=(.*)$/iu.exec(line) : null;
    if (found !== null) return found[1] ?? "";
  }
  return null;
}

function mailAbout(mail: MailFacts | null): About {
  if (mail === null) return { type: "mail", from: "", to: [], date: null, subject: "", attachments: [], text: "" };
  const text = mail.text.replace(/\s+/gu, " ").trim();
  return { type: "mail", ...mail, to: [...new Set(mail.to)], text: [...text].slice(0, 200).join("") };
}

async function archiveAbout(source: ByteSource, format: string): Promise<About> {
  const listing = format === "zip" ? await listZip(source) : null;
  if (listing === null) return { type: "archive", entries: null, names: [] };
  const files = listing.entries.filter((entry) => !entry.folder);
  const entries = listing.count > listing.entries.length ? listing.count : files.length;
  return { type: "archive", entries, names: files.slice(0, firstNames).map((entry) => entry.name) };
}
