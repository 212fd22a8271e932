/** The embedded fonts: where they lie, and how they are made ready for Typst under names of our own. */
import { inflateSync } from "node:zlib";

export interface FontFile {
  /** File inside a package, as a module specifier: TrueType, or WOFF 1 that holds a whole font. */
  readonly file: string;
  /**
   * Family under which styles ask for it. Typst also sees the fonts of the machine; a name that no machine
   * has makes sure that the same bytes come out everywhere.
   */
  readonly family: string;
}

const noto = (script: "serif" | "sans", weight: string): string => {
  const name = `Noto${script === "serif" ? "Serif" : "Sans"}SC_${weight}`;
  return `@expo-google-fonts/noto-${script}-sc/${weight}/${name}.ttf`;
};

/** Below the program: the fonts under these families, each a TrueType file; the build writes them. */
export const fontFolder = "dist/fonts";

/** Font of page numbers that are stamped on evidence. */
export const stampFont = noto("sans", "500Medium");

/** Font in the place of those of Chinese text that a PDF names and does not hold. */
export const standInFont = noto("serif", "400Regular");

/** 宋, 黑, 楷 (its light weight stands in for 仿宋), and two for Latin text. */
export const fontFiles: readonly FontFile[] = [
  ...["400Regular", "700Bold"].map((weight) => ({ file: noto("serif", weight), family: "Evipack Song" })),
  ...["400Regular", "500Medium", "700Bold"].map((weight) => ({ file: noto("sans", weight), family: "Evipack Hei" })),
  ...["300", "500"].map((weight) => ({
    file: `@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-${weight}-normal.woff`,
    family: "Evipack Kai",
  })),
  ...["400Regular", "400Regular_Italic", "700Bold"].map((weight) => ({
    file: `@expo-google-fonts/libertinus-serif/${weight}/LibertinusSerif_${weight}.ttf`,
    family: "Evipack Serif",
  })),
  ...["400Regular", "700Bold"].map((weight) => ({
    file: `@expo-google-fonts/noto-sans/${weight}/NotoSans_${weight}.ttf`,
    family: "Evipack Sans",
  })),
];

/** The fonts of a file, each as a file of its own: one, or those of a collection (TTC). Throws when it is no font. */
export function fontsOf(bytes: Buffer): Buffer[] {
  if (bytes.toString("latin1", 0, 4) !== "ttcf") return [writeSfnt(readFont(bytes))];
  const count = bytes.readUInt32BE(8);
  return Array.from({ length: count }, (_, index) => writeSfnt(readFont(bytes, bytes.readUInt32BE(12 + index * 4))));
}

/** Names of a font's family in all languages that it has (OpenType 1.9, "name", 1 and 16). */
export function familyNames(font: Buffer): string[] {
  const names = readFont(font).tables.find(({ tag }) => tag === "name");
  return names === undefined ? [] : [...new Set([1, 16].flatMap((id) => windowsNames(names.bytes, id)))];
}

interface Sfnt {
  readonly flavor: Buffer;
  readonly tables: readonly { readonly tag: string; readonly checksum: number; readonly bytes: Buffer }[];
}

/** The TrueType font of a file's bytes; WOFF 1 is unpacked (W3C WOFF 1.0, sections 3 to 5). */
export const trueType = (bytes: Buffer): Buffer => writeSfnt(readFont(bytes));

/** The same font under another family name; weight, style and PostScript name stay. */
export function renameFamily(bytes: Buffer, family: string): Buffer {
  const font = readFont(bytes);
  return writeSfnt({
    ...font,
    tables: font.tables.map((table) =>
      table.tag === "name" ? { ...table, checksum: 0, bytes: nameTable(table.bytes, family) } : table,
    ),
  });
}

/** `from` is where the font begins in a collection. */
function readFont(bytes: Buffer, from = 0): Sfnt {
  const isWoff = bytes.toString("latin1", 0, 4) === "wOFF";
  const [start, step, count] = isWoff
    ? [44, 20, bytes.readUInt16BE(12)]
    : [from + 12, 16, bytes.readUInt16BE(from + 4)];
  const tables = Array.from({ length: count }, (_, index) => {
    const at = start + index * step;
    const tag = bytes.toString("latin1", at, at + 4);
    if (!isWoff) {
      const offset = bytes.readUInt32BE(at + 8);
      const table = bytes.subarray(offset, offset + bytes.readUInt32BE(at + 12));
      return { tag, checksum: bytes.readUInt32BE(at + 4), bytes: table };
    }
    const offset = bytes.readUInt32BE(at + 4);
    const packed = bytes.subarray(offset, offset + bytes.readUInt32BE(at + 8));
    const table = packed.length < bytes.readUInt32BE(at + 12) ? inflateSync(packed) : packed;
    return { tag, checksum: bytes.readUInt32BE(at + 16), bytes: table };
  });
  return { flavor: isWoff ? bytes.subarray(4, 8) : bytes.subarray(from, from + 4), tables };
}

const padded = (length: number): number => Math.ceil(length / 4) * 4;

/** Font file header and table directory (OpenType 1.9, "Organization of an OpenType font"). */
function writeSfnt({ flavor, tables }: Sfnt): Buffer {
  const head = 12 + tables.length * 16;
  const sfnt = Buffer.alloc(tables.reduce((sum, { bytes }) => sum + padded(bytes.length), head));
  const power = 2 ** Math.floor(Math.log2(tables.length));
  flavor.copy(sfnt, 0);
  sfnt.writeUInt16BE(tables.length, 4);
  sfnt.writeUInt16BE(power * 16, 6);
  sfnt.writeUInt16BE(Math.log2(power), 8);
  sfnt.writeUInt16BE((tables.length - power) * 16, 10);
  let end = head;
  for (const [index, { tag, checksum, bytes }] of tables.entries()) {
    const at = 12 + index * 16;
    sfnt.write(tag, at, "latin1");
    sfnt.writeUInt32BE(checksum, at + 4);
    sfnt.writeUInt32BE(end, at + 8);
    sfnt.writeUInt32BE(bytes.length, at + 12);
    bytes.copy(sfnt, end);
    end += padded(bytes.length);
  }
  return sfnt;
}

/** A naming table with family, subfamily, full and PostScript name (OpenType 1.9, "name", format 0, Windows Unicode). */
function nameTable(old: Buffer, family: string): Buffer {
  const postscript = windowsName(old, 6) ?? family.replaceAll(" ", "");
  const style = windowsName(old, 17) ?? windowsName(old, 2) ?? "Regular";
  const names: readonly (readonly [id: number, text: string])[] = [
    [1, family],
    [2, style],
    [4, `${family} ${style}`],
    [6, postscript],
  ];
  const encoded = names.map(([, text]) => Buffer.from(text, "utf16le").swap16());
  const head = Buffer.alloc(6 + names.length * 12);
  head.writeUInt16BE(names.length, 2);
  head.writeUInt16BE(head.length, 4);
  let offset = 0;
  for (const [index, [id]] of names.entries()) {
    const length = encoded[index]?.length ?? 0;
    for (const [field, value] of [3, 1, 0x409, id, length, offset].entries()) {
      head.writeUInt16BE(value, 6 + index * 12 + field * 2);
    }
    offset += length;
  }
  return Buffer.concat([head, ...encoded]);
}

const windowsName = (table: Buffer, id: number): string | null => windowsNames(table, id)[0] ?? null;

/** Names of one kind for Windows, in the order of the table: one for each language. */
function windowsNames(table: Buffer, id: number): string[] {
  const storage = table.readUInt16BE(4);
  const found: string[] = [];
  for (let index = 0; index < table.readUInt16BE(2); index += 1) {
    const at = 6 + index * 12;
    if (table.readUInt16BE(at) !== 3 || table.readUInt16BE(at + 6) !== id) continue;
    const from = storage + table.readUInt16BE(at + 10);
    const raw = table.subarray(from, from + table.readUInt16BE(at + 8));
    found.push(Buffer.from(raw).swap16().toString("utf16le"));
  }
  return found;
}
