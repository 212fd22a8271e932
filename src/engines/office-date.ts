/** When an Office file was last saved, as it tells itself. */
import { readOle } from "./ole.ts";
import { entriesOf, unpack } from "./zip.ts";

/** A part that tells of the file is small; more than this is no such part. */
const partLimit = 1024 * 1024;

/** Parts that tell it: `dcterms:modified` (ECMA-376-2, 11.1), `dc:date` (OpenDocument 1.3, part 3, 4.3.2.15). */
const parts: Readonly<Record<string, RegExp>> = {
  "docProps/core.xml": /<(?:\w+:)?modified\b[^>]*>\s*([^<\s]+)\s*</u,
  "meta.xml": /<(?:\w+:)?date>\s*([^<\s]+)\s*</u,
};

/** Milliseconds since 1970-01-01 UTC, whole seconds; null when the file tells no such moment, or none that can be. */
export function lastSaved(bytes: Uint8Array): number | null {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  try {
    const moment = file.toString("latin1", 0, 2) === "PK" ? savedOfPackage(file) : savedOfOle(file);
    return moment !== null && moment >= 0 && moment <= Date.UTC(9999, 0) ? Math.floor(moment / 1000) * 1000 : null;
  } catch {
    return null;
  }
}

function savedOfPackage(zip: Buffer): number | null {
  for (const entry of entriesOf(zip) ?? []) {
    const form = parts[entry.name];
    const text = form?.exec(unpack(zip, entry, partLimit).toString("utf8"))?.[1];
    // A moment without a zone means the same one everywhere.
    if (text !== undefined) return Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$|^[^T]*$/u.test(text) ? text : `${text}Z`);
  }
  return null;
}

/** Ticks of 100 ns from 1601 to 1970 ([MS-DTYP] 2.3.3). */
const ticksTo1970 = 116_444_736_000_000_000n;

/** PIDSI_LASTSAVE_DTM, a FILETIME, in the first set of `SummaryInformation` ([MS-OLEPS] 2.18, 2.20, 3.1). */
function savedOfOle(bytes: Buffer): number | null {
  const properties = readOle(bytes)?.read("\u0005summaryinformation") ?? null;
  if (properties === null) return null;
  const start = properties.readUInt32LE(44);
  const [lastSave, fileTime] = [13, 0x40];
  for (let index = 0; index < properties.readUInt32LE(start + 4); index += 1) {
    const at = start + 8 + index * 8;
    if (properties.readUInt32LE(at) !== lastSave) continue;
    const value = start + properties.readUInt32LE(at + 4);
    const ticks = properties.readUInt32LE(value) === fileTime ? properties.readBigUInt64LE(value + 4) : 0n;
    return ticks === 0n ? null : Number((ticks - ticksTo1970) / 10_000n);
  }
  return null;
}
