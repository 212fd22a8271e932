/** The only importer of plist: property lists of Apple, binary; those in XML are read for one text at a time. */
import { parseBinary } from "plist";

/** Text under a key (letters only) of the outermost dictionary; null when there is none or the file is broken. */
export function plistText(bytes: Uint8Array, key: string): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  // The library's parser for XML prints what it finds wrong, and a file of one text needs none.
  if (buffer.toString("latin1", 0, 6) !== "bplist") return textInXml(buffer.toString("utf8"), key);
  try {
    const value: unknown = parseBinary(buffer);
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    const text: unknown = Reflect.get(value, key);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}

const named: Readonly<Record<string, string>> = { lt: "<", gt: ">", quot: '"', apos: "'", amp: "&" };

function textInXml(xml: string, key: string): string | null {
  const found = new RegExp(`<key>${key}</key>\\s*<string>([^<]*)</string>`, "u").exec(xml)?.[1];
  if (found === undefined) return null;
  return found.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/giu,
    (whole, hex?: string, decimal?: string, name = "") => {
      const code = hex === undefined ? Number(decimal ?? -1) : Number.parseInt(hex, 16);
      return code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : (named[String(name)] ?? whole);
    },
  );
}
