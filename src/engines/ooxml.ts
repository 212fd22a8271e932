/**
 * The only importer of fflate. Makes the bytes of a DOCX or XLSX depend on what it says and on nothing else:
 * the libraries that write them leave the clock, random relationship ids and running counters behind.
 */
import { deflateSync, strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { salvagedParts } from "./zip-parts.ts";
import { entriesOf, isBomb, unpack } from "./zip.ts";

type Parts = Map<string, Uint8Array>;

const contentTypes = "[Content_Types].xml";
const coreProperties = "docProps/core.xml";

/** A start tag with its attributes; comments and CDATA are matched first so that nothing inside them is. */
const tagPattern = /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<[A-Za-z_](?:[^<>"']|"[^"]*"|'[^']*')*>/g;

/** Attributes by which a part points at its relationships (ISO/IEC 29500-1, 22.8; `o:relid` stands in VML). */
const pointerPattern = /(\s(?:r:[A-Za-z]+|o:relid)=")([^"]*)"/g;

/**
 * Re-zips an Office Open XML file so that equal content gives equal bytes: parts in a fixed order, one fixed zip time
 * (1980-01-01 00:00 whatever the time zone), `options.date` (YYYY-MM-DD) as the day it was made and changed, revision 1,
 * relationships and bookmarks numbered in the order in which they appear. The same bytes in, the same bytes out;
 * doing it twice changes nothing more. Throws when the bytes are no zip file.
 */
export function normaliseOoxml(bytes: Uint8Array, options: { readonly date: string }): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
  dropThemeScripts(parts);
  dateProperties(parts, options.date);
  for (const path of sorted(parts.keys()).filter(isRelationships)) renumberRelationships(parts, path);
  for (const path of sorted(parts.keys()).filter((each) => /^word\/.*\.xml$/.test(each))) renumberObjects(parts, path);
  return zip(parts);
}

/** The XML text of one part of a DOCX or XLSX; null when there is no such part. */
export function readOoxmlPart(bytes: Uint8Array, path: string): string | null {
  const part = unzipSync(bytes, { filter: (file) => file.name === path })[path];
  return part === undefined ? null : strFromU8(part);
}

export type Repacked =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly reason: "corrupt" | "too-large" };

/**
 * The parts of an Office Open XML file that `keep` names, as `edit` leaves them, in a zip file without compression.
 * `limit` bounds in bytes both what the directory declares of these parts and what is really unpacked, so that
 * nothing behind this meets a zip bomb; other parts are never unpacked (APPNOTE.TXT 6.3.10, 4.3).
 */
export function repackOoxml(
  bytes: Uint8Array,
  {
    limit,
    keep,
    edit,
  }: { limit: number; keep: (path: string) => boolean; edit: (path: string, xml: string) => string },
): Repacked {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = entriesOf(zip)?.filter((each) => keep(each.name));
  if (entries === undefined) return { ok: false, reason: "corrupt" };
  try {
    const declared = entries.reduce((sum, each) => sum + each.unpacked, 0);
    if (declared > limit) return { ok: false, reason: "too-large" };
    const parts: Record<string, Uint8Array> = {};
    let left = limit;
    for (const entry of entries) {
      const part = unpack(zip, entry, left);
      left -= part.length;
      parts[entry.name] = strToU8(edit(entry.name, strFromU8(part)));
    }
    return { ok: true, bytes: zipSync(parts, { level: 0, mtime: new Date(1980, 0, 1) }) };
  } catch (error) {
    return { ok: false, reason: isBomb(error) ? "too-large" : "corrupt" };
  }
}

/** The parts of a package, by their names, in the order in which they lie in it. Throws when the bytes are no zip file. */
export const partsIn = (bytes: Uint8Array): ReadonlyMap<string, Uint8Array> =>
  new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));

/** The same package with some parts written anew. Throws when the bytes are no zip file. */
export function withParts(bytes: Uint8Array, changed: ReadonlyMap<string, string>): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
  for (const [path, xml] of changed) parts.set(path, strToU8(xml));
  return zip(parts);
}

/** The package as `change` leaves its parts. Throws when the bytes are no zip file. */
export function editParts(bytes: Uint8Array, change: (parts: Map<string, Uint8Array>) => void): Uint8Array {
  const parts: Parts = new Map(Object.entries(unzipSync(bytes)).filter(([path]) => !path.endsWith("/")));
  change(parts);
  return zip(parts);
}

/** A package of whatever can still be read of a broken one, up to `limit` bytes; null when that is nothing. */
export function salvage(bytes: Uint8Array, limit: number): Uint8Array | null {
  const parts = salvagedParts(bytes, limit);
  return parts.size === 0 ? null : zip(new Map(parts));
}

/** A package of these parts. */
export const packParts = (parts: ReadonlyMap<string, string>): Uint8Array =>
  zip(new Map([...parts].map(([path, text]) => [path, strToU8(text)])));

/** The theme's fonts by script are those of the library's author; the styles name the fonts that are meant. */
function dropThemeScripts(parts: Parts): void {
  for (const path of sorted(parts.keys()).filter((each) => /\/theme\d*\.xml$/u.test(each))) {
    edit(parts, path, (xml) => xml.replace(/<a:font script="[^"]*" typeface="[^"]*"\s*\/>/gu, ""));
  }
}

/** How thoroughly parts are packed. */
const level = 6;

/** A part as it lies in every package that is written here. */
export const packedPart = (part: Uint8Array): Uint8Array => deflateSync(part, { level });

function zip(parts: Parts): Uint8Array {
  // fflate reads the local clock face of the date, so a local midnight is 00:00 in every time zone.
  const mtime = new Date(1980, 0, 1);
  const paths = sorted(parts.keys());
  const ordered = [...paths.filter((path) => path === contentTypes), ...paths.filter((path) => path !== contentTypes)];
  return zipSync(Object.fromEntries(ordered.map((path) => [path, parts.get(path) ?? new Uint8Array()])), {
    level,
    mtime,
    os: 0,
    attrs: 0,
  });
}

/** By code unit: the same on every locale. */
const sorted = (values: Iterable<string>): string[] => [...values].toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0));

function edit(parts: Parts, path: string, change: (xml: string) => string): void {
  const part = parts.get(path);
  if (part !== undefined) parts.set(path, strToU8(change(strFromU8(part))));
}

/** Gives every element of this name this text. */
const setText = (xml: string, name: string, text: string): string =>
  xml.replace(
    new RegExp(`(<${name}(?:\\s[^>]*)?>)[^<]*(</${name}>)`, "g"),
    (_, open: string, close: string) => open + text + close,
  );

function dateProperties(parts: Parts, date: string): void {
  const moment = `${date}T00:00:00Z`;
  edit(parts, coreProperties, (xml) => {
    const dated = ["dcterms:created", "dcterms:modified", "cp:lastPrinted"].reduce(
      (text, name) => setText(text, name, moment),
      xml,
    );
    return setText(dated, "cp:revision", "1");
  });
  edit(parts, "docProps/app.xml", (xml) => setText(xml, "TotalTime", "0"));
}

const isRelationships = (path: string): boolean => /(^|\/)_rels\/[^/]*\.rels$/.test(path);

/** `word/_rels/document.xml.rels` belongs to `word/document.xml`; `_rels/.rels` to the package, which has no part. */
const sourceOf = (path: string): string => path.replace(/_rels\/([^/]*)\.rels$/, "$1");

interface Relationship {
  readonly id: string;
  readonly tag: string;
  /** The tag without its id: what the relationship says. */
  readonly content: string;
}

function renumberRelationships(parts: Parts, path: string): void {
  const rels = strFromU8(parts.get(path) ?? new Uint8Array());
  const found = (rels.match(/<Relationship\s(?:[^<>"']|"[^"]*"|'[^']*')*>/g) ?? []).map(readRelationship);
  const source = parts.get(sourceOf(path));
  const order = source === undefined ? [] : pointers(strFromU8(source));
  const rank = new Map(order.map((id, index) => [id, index]));
  const ranked = (each: Relationship): number => rank.get(each.id) ?? order.length;
  const ordered = [...found].toSorted(
    (a, b) => ranked(a) - ranked(b) || (a.content < b.content ? -1 : a.content > b.content ? 1 : 0),
  );
  const numbers = new Map(ordered.map((each, index) => [each.id, `rId${index + 1}`]));
  const tags = ordered.map((each) => each.tag.replace(/(\sId=")[^"]*"/, `$1${numbers.get(each.id) ?? each.id}"`));
  const head = rels.slice(0, rels.indexOf(found[0]?.tag ?? ""));
  if (found.length > 0) parts.set(path, strToU8(`${head}${tags.join("")}</Relationships>`));
  edit(parts, sourceOf(path), (xml) =>
    inTags(xml, (tag) =>
      tag.replace(pointerPattern, (whole, start: string, id: string) => {
        const number = numbers.get(id);
        return number === undefined ? whole : `${start}${number}"`;
      }),
    ),
  );
}

function readRelationship(tag: string): Relationship {
  const id = /\sId="([^"]*)"/.exec(tag)?.[1] ?? "";
  const attributes = tag.match(/[A-Za-z]+="[^"]*"/g) ?? [];
  const content = sorted(attributes.filter((each) => !each.startsWith("Id="))).toReversed();
  return { id, tag: tag.replace(/\s*\/?>$/, "/>"), content: content.join(" ") };
}

/** Relationship ids that the XML points at, each once, in order of appearance. */
function pointers(xml: string): string[] {
  const ids = new Set<string>();
  inTags(xml, (tag) => {
    for (const match of tag.matchAll(pointerPattern)) if (match[2] !== undefined) ids.add(match[2]);
    return tag;
  });
  return [...ids];
}

/** What a running counter or chance numbers within a part, from 0 in the order in which it appears. */
const numberedTags: readonly (readonly [tag: RegExp, id: RegExp])[] = [
  [/^<w:bookmark(?:Start|End)\s/u, /(\sw:id=")([^"]*)"/u],
  [/^<wp:docPr\s/u, /(\sid=")([^"]*)"/u],
  [/^<v:shape\s/u, /(\sid="PowerPlusWaterMarkObject)([^"]*)"/u],
];

function renumberObjects(parts: Parts, path: string): void {
  const numbers = numberedTags.map(() => new Map<string, number>());
  edit(parts, path, (xml) =>
    inTags(xml, (tag) => {
      const kind = numberedTags.findIndex(([name]) => name.test(tag));
      const [known, id] = [numbers[kind], numberedTags[kind]?.[1]];
      if (known === undefined || id === undefined) return tag;
      return tag.replace(id, (_, start: string, old: string) => {
        // A bookmark ends under the number under which it began; of all others each is a new one.
        const number = kind === 0 ? (known.get(old) ?? known.size) : known.size;
        known.set(kind === 0 ? old : String(number), number);
        return `${start}${String(number + (kind === 0 ? 0 : 1))}"`;
      });
    }),
  );
}

/** Changes start tags only: what looks like an attribute in running text stays as it is. */
const inTags = (xml: string, change: (tag: string) => string): string =>
  xml.replace(tagPattern, (tag) => (tag.startsWith("<!") ? tag : change(tag)));
