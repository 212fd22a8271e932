/** Reads what a Word file lends to another: styles, page, headers and footers. Trusts nothing in it. */
import path from "node:path";
import type { Reference, ReferenceFault, ReferenceFrame, ReferenceRelation } from "../model/reference.ts";
import { identify } from "./file-type.ts";
import type { ByteSource } from "../world.ts";
import { scanXml } from "./xml.ts";
import type { XmlElement } from "./xml.ts";
import { entriesOf, isBomb, unpack } from "./zip.ts";
import type { ZipEntry } from "./zip.ts";

/** Most bytes that are unpacked of one file. */
const limit = 64 * 1024 * 1024;
const namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const images = new Set(["png", "jpg", "jpeg", "gif", "bmp"]);

export type ReadReference =
  | { readonly ok: true; readonly reference: Reference; readonly objects: boolean }
  | { readonly ok: false; readonly fault: ReferenceFault };

/** The looks of a DOCX; `objects` when a header or footer was left out for what it holds. */
export async function readReference(bytes: Uint8Array, source: ByteSource): Promise<ReadReference> {
  const { format, failure } = await identify(bytes, "docx", source);
  if (failure === "encrypted") return { ok: false, fault: "encrypted" };
  if (format === "docm" || format === "dotm") return { ok: false, fault: "macros" };
  if (failure !== null) return { ok: false, fault: "damaged" };
  if (format !== "docx" && format !== "dotx") return { ok: false, fault: "not-docx" };
  try {
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  } catch (error) {
    return { ok: false, fault: isBomb(error) ? "too-large" : "damaged" };
  }
}

/** Parts by name, each unpacked once, all of them together within the limit. */
class Parts {
  readonly #zip: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  #left = limit;

  constructor(zip: Buffer) {
    this.#zip = zip;
    this.#entries = new Map((entriesOf(zip) ?? []).map((entry) => [entry.name, entry]));
  }

  bytes(name: string): Buffer | null {
    const entry = this.#entries.get(name);
    if (entry === undefined) return null;
    const part = unpack(this.#zip, entry, this.#left);
    this.#left -= part.length;
    return part;
  }

  /** Throws when the part is no well-formed XML, or brings declarations of its own. */
  xml(name: string): string | null {
    const text =
      this.bytes(name)
        ?.toString("utf8")
        .replace(/^\uFEFF/u, "") ?? null;
    if (text !== null && (/<!DOCTYPE|<!ENTITY/u.test(text) || !scanXml(text, () => undefined))) throw new Error(name);
    return text;
  }
}

function read(zip: Buffer): ReadReference {
  const parts = new Parts(zip);
  const document = parts.xml("word/document.xml");
  const styles = parts.xml("word/styles.xml");
  if (document === null || styles === null) return { ok: false, fault: "damaged" };
  // The strict form of the format has other names for everything.
  if (!styles.includes(`xmlns:w="${namespace}"`)) return { ok: false, fault: "not-docx" };
  const relations = relationsOf(parts, "word/document.xml");
  const section = lastSection(document);
  const frames: ReferenceFrame[] = [];
  let objects = false;
  for (const { name, attributes } of section.filter((each) => /^(?:header|footer)Reference$/u.test(each.name))) {
    const relation = relations.find(({ id }) => id === attributes["r:id"]);
    const frame = relation === undefined ? null : frameOf(parts, relation.target, name, attributes["w:type"]);
    if (frame === null) objects = true;
    else frames.push(frame);
  }
  const theme = relations.find(({ type }) => type === "theme");
  return {
    ok: true,
    objects,
    reference: {
      styles,
      theme: theme === undefined ? null : parts.xml(theme.target),
      page: pageOf(section),
      frames,
      twoSided: /<w:evenAndOddHeaders(?:\s*\/>| w:val="(?:1|true|on)")/u.test(parts.xml("word/settings.xml") ?? ""),
    },
  };
}

/** What stands in the section that a document ends with. */
function lastSection(document: string): XmlElement[] {
  let section: XmlElement[] = [];
  let depth = -1;
  scanXml(document, (element) => {
    if (element.name === "sectPr" && element.prefix === "w:") [section, depth] = [[], element.depth];
    else if (depth >= 0 && element.depth === depth + 1) section.push(element);
    else if (element.depth <= depth) depth = -1;
  });
  return section;
}

function pageOf(section: readonly XmlElement[]): Reference["page"] {
  const mm = (name: string, attribute: string): number => {
    const value = section.find((each) => each.name === name)?.attributes[`w:${attribute}`];
    return value === undefined ? Number.NaN : (Math.abs(Number(value)) / 20) * (25.4 / 72);
  };
  const page = {
    width: mm("pgSz", "w"),
    height: mm("pgSz", "h"),
    top: mm("pgMar", "top"),
    bottom: mm("pgMar", "bottom"),
    left: mm("pgMar", "left"),
    right: mm("pgMar", "right"),
  };
  const fits = page.width - page.left - page.right > 20 && page.height - page.top - page.bottom > 20;
  return fits && page.width < 1000 && page.height < 1000 ? page : null;
}

interface Relation {
  readonly id: string;
  /** Last word of its type. */
  readonly type: string;
  /** Name of a part, or the address of what lies outside. */
  readonly target: string;
  readonly outside: boolean;
}

function relationsOf(parts: Parts, name: string): Relation[] {
  const folder = path.posix.dirname(name);
  const xml = parts.xml(`${folder}/_rels/${path.posix.basename(name)}.rels`);
  const found: Relation[] = [];
  scanXml(xml ?? "<none/>", ({ name: tag, attributes }) => {
    if (tag !== "Relationship") return;
    const { Id: id = "", Type: type = "", Target: target = "", TargetMode: mode } = attributes;
    const outside = mode === "External";
    const inside = target.startsWith("/") ? target.slice(1) : path.posix.normalize(`${folder}/${target}`);
    found.push({ id, type: type.split("/").at(-1) ?? "", target: outside ? target : inside, outside });
  });
  return found;
}

/** A header or footer; null when it is not there, or needs more than pictures and addresses. */
function frameOf(parts: Parts, part: string, name: string, type = "default"): ReferenceFrame | null {
  const xml = parts.xml(part);
  if (xml === null) return null;
  const relations: ReferenceRelation[] = [];
  for (const { id, type: kind, target, outside } of relationsOf(parts, part)) {
    const extension = path.posix.extname(target).slice(1).toLowerCase();
    const bytes = kind === "image" && !outside && images.has(extension) ? parts.bytes(target) : null;
    if (bytes !== null) relations.push({ id, type: "image", extension, bytes });
    else if (kind === "hyperlink" && outside && /^(?:https?|mailto):/iu.test(target))
      relations.push({ id, type: "hyperlink", address: target });
    else return null;
  }
  const kind = name === "headerReference" ? "header" : "footer";
  return { kind, type: type === "even" || type === "first" ? type : "default", xml, relations };
}
