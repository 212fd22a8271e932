/**
 * ZIP files that are written file by file (APPNOTE.TXT 6.3.10, 4.3), without compression, or with what was packed
 * beforehand. Sizes and sums stand before each file, so that every reader can stream it, and every byte follows from
 * names and contents, so that every byte can be proven. There is no clock in it, and no ZIP64: see `fitsZip`.
 */

export interface StoredFile {
  /** With `/` between folders. */
  readonly name: string;
  readonly bytes: number;
  readonly crc32: number;
  /** Bytes that it takes when it is packed (deflate); left out of one that is stored as it is. */
  readonly packed?: number;
}

/** Needed to unpack: 2.0. Flag 11: names are UTF-8. Time and day: 1980-01-01 00:00. */
const [needed, utf8, day] = [20, 0x0800, 0x0021];

/** How a packed file is packed. */
const deflated = 8;

/** Made by Unix; a plain file that all may read (0644). */
const [madeBy, mode] = [(3 << 8) | needed, 0o100644];

/** The largest sizes and counts without ZIP64. */
const [mostBytes, mostFiles] = [0xffff_ffff, 0xffff];

/** Bytes of the ZIP that these files make. */
export function zipSize(files: readonly StoredFile[]): number {
  return files.reduce((sum, { name, bytes, packed = bytes }) => sum + packed + 76 + 2 * Buffer.byteLength(name), 22);
}

/** Whether these files fit into a ZIP that every system opens. */
export const fitsZip = (files: readonly StoredFile[]): boolean =>
  zipSize(files) < mostBytes && files.length < mostFiles;

/** What stands before a file. */
export function localHeader({ name, bytes, crc32, packed }: StoredFile): Buffer {
  const title = Buffer.from(name, "utf8");
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(needed, 4);
  header.writeUInt16LE(utf8, 6);
  header.writeUInt16LE(packed === undefined ? 0 : deflated, 8);
  header.writeUInt16LE(day, 12);
  header.writeUInt32LE(crc32, 14);
  header.writeUInt32LE(packed ?? bytes, 18);
  header.writeUInt32LE(bytes, 22);
  header.writeUInt16LE(title.length, 26);
  return Buffer.concat([header, title]);
}

/** What stands behind the last file: the directory and its end. */
export function directoryOf(files: readonly StoredFile[]): Buffer {
  const entries: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const title = Buffer.from(file.name, "utf8");
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(madeBy, 4);
    entry.writeUInt16LE(needed, 6);
    entry.writeUInt16LE(utf8, 8);
    entry.writeUInt16LE(file.packed === undefined ? 0 : deflated, 10);
    entry.writeUInt16LE(day, 14);
    entry.writeUInt32LE(file.crc32, 16);
    entry.writeUInt32LE(file.packed ?? file.bytes, 20);
    entry.writeUInt32LE(file.bytes, 24);
    entry.writeUInt16LE(title.length, 28);
    entry.writeUInt32LE(mode * 0x10000, 38);
    entry.writeUInt32LE(offset, 42);
    entries.push(entry, title);
    offset += 30 + title.length + (file.packed ?? file.bytes);
  }
  const directory = Buffer.concat(entries);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([directory, end]);
}
