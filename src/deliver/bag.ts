/** Writes a delivery as a BagIt bag (RFC 8493): a folder, or a ZIP that is streamed file by file. */
import path from "node:path";
import { crc32 } from "node:zlib";
import { directoryOf, fitsZip, localHeader, zipSize } from "../engines/zip-stored.ts";
import type { StoredFile } from "../engines/zip-stored.ts";
import { bagDeclaration, bagFiles, infoLines, oxumOf, payloadFolder, summedLines } from "../model/bagit.ts";
import { sortedByName } from "../model/order.ts";
import { makeFolder, sha256, withNewFile } from "../world.ts";

/** A file of the delivery with what is known of it: a file of the disk, or bytes of ours. */
export interface Carried {
  /** POSIX, relative to the bag. */
  readonly path: string;
  readonly from: string | Uint8Array;
  readonly bytes: number;
  readonly sha256: string;
  readonly crc32: number;
}

export const carriedBytes = (name: string, from: Uint8Array): Carried => ({
  path: name,
  from,
  bytes: from.length,
  sha256: sha256(from),
  crc32: crc32(from),
});

export const carriedText = (name: string, text: string): Carried => carriedBytes(name, Buffer.from(text, "utf8"));

export interface BagInfo {
  readonly organization: string;
  readonly contact: string;
  readonly description: string;
  /** YYYY-MM-DD: the day of judgement, never that of the clock. */
  readonly day: string;
  readonly agent: string;
}

/** The payload (paths begin with `data/`) and the files of the bag itself, in the order of their names. */
export function bagOf(payload: readonly Carried[], info: BagInfo): readonly Carried[] {
  const sorted = sortedByName(payload, (each) => each.path);
  const { organization, contact, description, day, agent } = info;
  const lines = infoLines([
    ["Source-Organization", organization],
    ...(contact === "" ? [] : [["Contact-Name", contact] as const]),
    ["External-Description", description],
    ["Bagging-Date", day],
    ["Payload-Oxum", oxumOf(sorted.map((each) => each.bytes))],
    ["Bag-Software-Agent", agent],
  ]);
  const tags = [
    carriedText(bagFiles.info, lines),
    carriedText(bagFiles.declaration, bagDeclaration),
    carriedText(bagFiles.manifest, summedLines(sorted)),
  ];
  return [...tags, carriedText(bagFiles.tagmanifest, summedLines(tags)), ...sorted];
}

/** The path of a file of the delivery in the bag. */
export const inPayload = (name: string): string => `${payloadFolder}/${name}`;

/** Throws when a file was changed while it was copied. */
const settle = (file: Carried, copied: string): void => {
  if (copied !== file.sha256) throw new Error(`${file.path} was changed while it was copied`);
};

/** Writes the bag below a folder that is there; `onFile` is called with the path of each file. */
export async function writeBag(folder: string, bag: readonly Carried[], onFile: (name: string) => void): Promise<void> {
  for (const file of bag) {
    onFile(file.path);
    const target = path.join(folder, ...file.path.split("/"));
    await makeFolder(path.dirname(target));
    await withNewFile(target, async (out) => {
      if (typeof file.from === "string") settle(file, await out.copy(file.from));
      else await out.write(file.from);
    });
  }
}

/** The files as they stand in a ZIP, all below one folder (RFC 8493, 4). */
const storedIn = (base: string, bag: readonly Carried[]): readonly StoredFile[] =>
  bag.map(({ path: name, bytes, crc32: sum }) => ({ name: `${base}/${name}`, bytes, crc32: sum }));

/** Bytes of the ZIP, and whether the format takes so much. */
export function weighZip(base: string, bag: readonly Carried[]): { readonly bytes: number; readonly fits: boolean } {
  const stored = storedIn(base, bag);
  return { bytes: zipSize(stored), fits: fitsZip(stored) };
}

/** Writes the bag as a ZIP whose one folder is `base`; never more than a piece of a file is in memory. */
export async function writeZip(
  target: string,
  base: string,
  bag: readonly Carried[],
  onFile: (name: string) => void,
): Promise<void> {
  const stored = storedIn(base, bag);
  await withNewFile(target, async (out) => {
    for (const [index, file] of bag.entries()) {
      onFile(file.path);
      const header = stored[index];
      if (header !== undefined) await out.write(localHeader(header));
      if (typeof file.from === "string") settle(file, await out.copy(file.from));
      else await out.write(file.from);
    }
    await out.write(directoryOf(stored));
  });
}
