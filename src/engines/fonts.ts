/** The embedded fonts: where they lie, and how a WOFF file becomes the TrueType font that Typst takes. */
import { inflateSync } from "node:zlib";

/** TrueType files inside the packages, as module specifiers. */
export const fontFiles = [
  "@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
  "@expo-google-fonts/noto-serif-sc/700Bold/NotoSerifSC_700Bold.ttf",
  "@expo-google-fonts/noto-serif-sc/900Black/NotoSerifSC_900Black.ttf",
  "@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
  "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf",
  "@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf",
] as const;

/** Font of page numbers that are stamped on evidence. */
export const stampFont = "@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf";

/** WOFF 1 files inside the packages; each holds a whole font. */
export const woffFiles = [
  "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-300-normal.woff",
  "@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff",
] as const;

const woffHeader = 44;
const woffEntry = 20;
const sfntHeader = 12;
const sfntEntry = 16;

/**
 * Unpacks a WOFF 1 font into the TrueType (sfnt) file it was made from (W3C WOFF 1.0, sections 3 to 5).
 * Throws when the bytes are not WOFF 1: the fonts come with the program, so that is a fault of ours.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("not a WOFF 1 font");
  const count = woff.readUInt16BE(12);
  const sfnt = Buffer.alloc(woff.readUInt32BE(16));
  const power = 2 ** Math.floor(Math.log2(count));
  woff.copy(sfnt, 0, 4, 8);
  sfnt.writeUInt16BE(count, 4);
  sfnt.writeUInt16BE(power * 16, 6);
  sfnt.writeUInt16BE(Math.log2(power), 8);
  sfnt.writeUInt16BE(count * 16 - power * 16, 10);
  let end = sfntHeader + count * sfntEntry;
  for (let index = 0; index < count; index += 1) {
    const from = woffHeader + index * woffEntry;
    const [offset, packed, length] = [4, 8, 12].map((at) => woff.readUInt32BE(from + at)) as [number, number, number];
    const bytes = woff.subarray(offset, offset + packed);
    const table = packed < length ? inflateSync(bytes) : bytes;
    const to = sfntHeader + index * sfntEntry;
    woff.copy(sfnt, to, from, from + 4);
    woff.copy(sfnt, to + 4, from + 16, from + 20);
    sfnt.writeUInt32BE(end, to + 8);
    sfnt.writeUInt32BE(length, to + 12);
    table.copy(sfnt, end);
    end += Math.ceil(length / 4) * 4;
  }
  return sfnt;
}
