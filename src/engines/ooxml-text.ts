/**
 * The words of DOCX and XLSX, without what makes them look as they do (ECMA-376-1, 17.3 and 18.3). A search for the few
 * elements that hold text is faster than a parser by far, and a part that is not well-formed tells what it has. No form
 * below looks beyond the next `<`, so that any text costs time in proportion to its length.
 */
import type { DocumentText, TextPlace } from "../model/words.ts";
import { decodeAny } from "./text.ts";
import { withinLimit } from "./text-limit.ts";
import { entriesOf, unpack } from "./zip.ts";
import type { ZipEntry } from "./zip.ts";

/** Bytes of one part; a longer one is not read. */
const partLimit = 16 * 1024 * 1024;

type Piece = DocumentText["pieces"][number];

/** The parts of a package by name; empty text for one that is missing, damaged or too long. */
class Parts {
  readonly #zip: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  /** A part was left unread. */
  lost = false;

  constructor(bytes: Uint8Array) {
    this.#zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const entries = entriesOf(this.#zip);
    if (entries === null) throw new Error("no package");
    this.#entries = new Map(entries.map((entry) => [entry.name.replaceAll("\\", "/").toLowerCase(), entry]));
  }

  text(name: string): string {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return "";
    try {
      return decodeAny(unpack(this.#zip, entry, partLimit));
    } catch {
      this.lost = true;
      return "";
    }
  }
}

/** The paragraphs of a DOCX, those of tables and text boxes too; deleted text and comments are left out. Null when it is no package. */
export const readWordText = (bytes: Uint8Array): DocumentText | null => readPackage(bytes, paragraphs);

const wordForm = /<w:t(?:\s[^<>]*)?>([^<]*)|<w:(tab|br|cr|noBreakHyphen)\b[^<>]*>|<\/w:p>|<(\/?)mc:Fallback\b[^<>]*>/gu;

function* paragraphs(parts: Parts): Generator<Piece> {
  let [open, number, fallback] = ["", 0, false];
  for (const [tag, content, sign, closing] of parts.text("word/document.xml").matchAll(wordForm)) {
    // A text box stands there twice, the second time for programs of old.
    if (closing !== undefined) fallback = closing === "";
    else if (fallback) continue;
    else if (tag !== "</w:p>") open += content === undefined ? (sign === "noBreakHyphen" ? "-" : " ") : plain(content);
    else {
      const text = open.trim();
      open = "";
      if (text !== "") yield { place: { type: "paragraph", number: (number += 1) }, text };
    }
  }
}

/** The cells of an XLSX, sheet by sheet; a formula counts with its last result. Null when it is no package. */
export const readSheetText = (bytes: Uint8Array): DocumentText | null => readPackage(bytes, cells);

function* cells(parts: Parts): Generator<Piece> {
  const shared = [...elementsOf(parts.text("xl/sharedStrings.xml"), /<si\b([^<>]*)>/u)].map((each) => each.text);
  for (const { name, file } of sheetsOf(parts)) {
    for (const { attributes, text } of elementsOf(parts.text(file), /<c\b([^<>]*)>/u)) {
      const shown = (/\st="s"/u.test(attributes) ? shared[Number(text)] : text)?.trim() ?? "";
      const place: TextPlace = { type: "cell", cell: `${name}!${attribute(attributes, "r")}` };
      if (shown !== "") yield { place, text: shown };
    }
  }
}

/** Elements of one kind with the values and texts inside; readings above Chinese characters (rPh) are no text. */
function* elementsOf(xml: string, start: RegExp): Generator<{ readonly attributes: string; readonly text: string }> {
  const form = new RegExp(`${start.source}|<[vt](?:\\s[^<>]*)?>([^<]*)|<(\\/?)rPh\\b[^<>]*>`, "gu");
  let [open, text, reading] = ["", "", false];
  let begun = false;
  for (const [, attributes, content, closing] of xml.matchAll(form)) {
    if (attributes !== undefined) {
      if (begun) yield { attributes: open, text };
      [open, text, reading, begun] = [attributes, "", false, true];
    } else if (closing !== undefined) reading = closing === "";
    else if (!reading) text += plain(content ?? "");
  }
  if (begun) yield { attributes: open, text };
}

/** Names and parts of the sheets in the order of the workbook. */
function sheetsOf(parts: Parts): { readonly name: string; readonly file: string }[] {
  const relations = new Map(
    [...parts.text("xl/_rels/workbook.xml.rels").matchAll(/<Relationship\b([^<>]*)>/gu)].map(([, tag = ""]) => [
      attribute(tag, "Id"),
      attribute(tag, "Target"),
    ]),
  );
  return [...parts.text("xl/workbook.xml").matchAll(/<(?:\w{1,10}:)?sheet\s([^<>]*)>/gu)].map(([, tag = ""]) => {
    const target = relations.get(attribute(` ${tag}`, "r:id")) ?? "";
    return { name: attribute(` ${tag}`, "name"), file: `xl/${target.replace(/^\/?(?:xl\/)?/u, "")}` };
  });
}

function readPackage(bytes: Uint8Array, read: (parts: Parts) => Iterable<Piece>): DocumentText | null {
  try {
    const parts = new Parts(bytes);
    const { pieces, whole } = withinLimit(read(parts));
    const title = /<dc:title\b[^<>]*>([^<]*)/u.exec(parts.text("docProps/core.xml"))?.[1] ?? "";
    return { title: plain(title).trim(), pieces, whole: whole && !parts.lost };
  } catch {
    return null;
  }
}

const attribute = (tag: string, name: string): string =>
  plain(new RegExp(`\\s${name}="([^"]*)"`, "u").exec(tag)?.[1] ?? "");

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/** Text of XML with its five entities and its character references resolved; no others are known. */
export const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/giu, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const point = decimal === undefined ? Number.parseInt(String(hexadecimal), 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
