/** Word and Excel files of a pack: sound zip files of well-formed parts, and where their links lead. */
import { decodeText } from "../engines/text.ts";
import { scanXml } from "../engines/xml.ts";
import { entriesOf, unpack } from "../engines/zip.ts";
import type { ZipEntry } from "../engines/zip.ts";
import { readFile } from "../world.ts";

export interface ReadOffice {
  /** The part that is damaged; null when the file is no zip file at all. */
  readonly broken: string | null;
  readonly sound: boolean;
  /** Addresses of links that lead out of the file. */
  readonly addresses: readonly string[];
  /** Places of the file itself that links name and that are not there. */
  readonly lost: readonly string[];
}

/** Larger parts are not of ours. */
const mostBytes = 1024 ** 3;

const mainPart = { docx: "word/document.xml", xlsx: "xl/workbook.xml" } as const;

export async function readOffice(file: string, format: keyof typeof mainPart): Promise<ReadOffice> {
  const broken = (part: string | null): ReadOffice => ({ broken: part, sound: false, addresses: [], lost: [] });
  const read = await readFile(file);
  const entries = read.ok ? entriesOf(read.bytes) : null;
  if (!read.ok || entries === null) return broken(null);
  const main = mainPart[format];
  if (!entries.some(({ name }) => name === main)) return broken(main);
  const links: Links = { targets: new Map(), places: [], wanted: new Set(), there: new Set() };
  for (const entry of entries) {
    if (!entry.folder && !isSound(read.bytes, entry, links)) return broken(entry.name);
  }
  const lost = [...links.wanted].filter((name) => !links.there.has(name));
  return { broken: null, sound: true, addresses: addressesOf(links), lost };
}

interface Links {
  /** Address of a link out of the file, by its part and id. */
  readonly targets: Map<string, string>;
  /** Where in what lies there a link leads: part and id, place. */
  readonly places: (readonly [target: string, place: string])[];
  readonly wanted: Set<string>;
  readonly there: Set<string>;
}

/** `word/_rels/document.xml.rels` tells the links of `word/document.xml`. */
const partOf = (relationships: string): string => relationships.replace(/_rels\/([^/]+)\.rels$/u, "$1");

/** Addresses with the places in them, each once. */
function addressesOf({ targets, places }: Links): string[] {
  const exact = places.flatMap(([target, place]) => {
    const address = targets.get(target);
    return address === undefined ? [] : [`${address}#${place}`];
  });
  return [...new Set([...targets.values(), ...exact])];
}

/** Unpacks a part; of XML it also sees that it is well formed, and notes links and their places (ISO/IEC 29500-1, 17.16). */
function isSound(zip: Buffer, entry: ZipEntry, links: Links): boolean {
  let bytes: Buffer;
  try {
    bytes = unpack(zip, entry, mostBytes);
  } catch {
    return false;
  }
  if (bytes.length !== entry.unpacked) return false;
  if (!/\.(?:xml|rels)$/iu.test(entry.name)) return true;
  const text = decodeText(bytes);
  return (
    text !== null &&
    scanXml(text, ({ prefix, name, attributes: { Target, TargetMode, ...others } }) => {
      if (name === "Relationship" && TargetMode === "External" && Target !== undefined) {
        links.targets.set(`${partOf(entry.name)}#${others["Id"] ?? ""}`, Target);
      }
      if (prefix !== "w:") return;
      const [anchor, id] = [others["w:anchor"], others["r:id"]];
      if (name === "hyperlink" && anchor !== undefined) {
        if (id === undefined) links.wanted.add(anchor);
        else links.places.push([`${entry.name}#${id}`, anchor]);
      }
      if (name === "bookmarkStart") links.there.add(others["w:name"] ?? "");
    })
  );
}
