/** The only importer of plist: property lists of Apple, as XML or binary. */
import { parse, parseBinary } from "plist";

/** Text under a key of the outermost dictionary; null when there is none or the file is broken. */
export function plistText(bytes: Uint8Array, key: string): string | null {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const value: unknown =
      buffer.toString("latin1", 0, 6) === "bplist" ? parseBinary(buffer) : parse(buffer.toString("utf8"));
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return null;
    const text: unknown = Reflect.get(value, key);
    return typeof text === "string" ? text : null;
  } catch {
    return null;
  }
}
