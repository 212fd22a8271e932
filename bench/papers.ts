/**
 * Districts whose evidence is PDFs alone, made from a seed: pages of text under a logo that all share, a font that one
 * file in five embeds, some photos, some pages lying on their side. The same numbers give the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fontkit from "fontkit";
import { PDFDocument, PDFRawStream, StandardFonts } from "pdf-lib";
import type { PDFFont, PDFImage } from "pdf-lib";
import sharp from "sharp";
import { pick, randomOf, whole } from "../fixtures/make/random.ts";
import { photo } from "./district.ts";
import { codeOf, madeOnce, writeSettings, writeWorkspace } from "./workspace.ts";

const map = { indicators: 300, departments: 40 };

/** The folder of a workspace with so many PDFs, which have so many pages together. */
export async function papers(
  folder: string,
  { files, pages }: { readonly files: number; readonly pages: number },
): Promise<string> {
  return inVolumes(folder, `papers-${String(files)}-${String(pages)}`, async (making) => {
    const random = randomOf("papers");
    const stock = await stockOf(random);
    const keep = keeperOf(making);
    for (const count of shares(random, files, pages)) keep(await paper(random, count, stock));
  });
}

/** The folder of a workspace with so many PDFs of one page, each with so many bytes that do not compress. */
export async function heavyPapers(
  folder: string,
  { files, bytes }: { readonly files: number; readonly bytes: number },
): Promise<string> {
  return inVolumes(folder, `heavy-${String(files)}-${String(bytes)}`, async (making) => {
    const random = randomOf("heavy");
    const keep = keeperOf(making);
    for (let index = 0; index < files; index += 1) keep(await heavyPaper(random, bytes));
  });
}

/** A workspace whose appendix is divided as one of this size is: a binder holds five hundred sheets. */
async function inVolumes(folder: string, name: string, make: (making: string) => Promise<void>): Promise<string> {
  const root = await madeOnce(path.join(folder, name), make);
  writeSettings(root, map.departments, ["appendix: { volumes: section, max_pages: 500 }"]);
  return root;
}

/** Writes one PDF after the other to where the map wants it. */
function keeperOf(root: string): (bytes: Uint8Array) => void {
  const offices = writeWorkspace(root, map);
  let index = 0;
  return (bytes) => {
    const leaf = index % map.indicators;
    const name = `${codeOf(leaf)} 样例材料 2018-05-15 第${String(index)}件.pdf`;
    writeFileSync(path.join(root, "evidence", offices[leaf % map.departments] ?? "", name), bytes);
    index += 1;
  };
}

/** From 1 to twice the mean less one, all together `pages`. */
function shares(random: () => number, files: number, pages: number): readonly number[] {
  const most = Math.max(1, Math.round((2 * pages) / files) - 1);
  const counts = Array.from({ length: files }, () => whole(random, 1, most));
  let left = pages - counts.reduce((sum, count) => sum + count, 0);
  for (let at = 0; left !== 0; at = (at + 1) % files) {
    const step = Math.sign(left);
    const count = counts[at] ?? 0;
    if (count + step < 1) continue;
    counts[at] = count + step;
    left -= step;
  }
  return counts;
}

interface Stock {
  readonly logo: Buffer;
  readonly font: Buffer;
  /** Raw bytes of grain, of which each photo takes another part. */
  readonly grain: readonly Buffer[];
}

const fontFile = "@expo-google-fonts/libertinus-serif/400Regular/LibertinusSerif_400Regular.ttf";

async function stockOf(random: () => number): Promise<Stock> {
  const grain: Buffer[] = [];
  for (let index = 0; index < 8; index += 1) grain.push(await photo(random, 1200, 900));
  const font = readFileSync(path.join(import.meta.dirname, "..", "node_modules", fontFile));
  return { logo: await photo(random, 320, 240), font, grain };
}

async function paper(random: () => number, pages: number, { logo, font, grain }: Stock): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.registerFontkit(fontkit);
  const own = whole(random, 1, 5) === 1;
  const type = own ? await document.embedFont(font) : await document.embedFont(StandardFonts.TimesRoman);
  const mark = await document.embedJpg(logo);
  for (let page = 0; page < pages; page += 1) {
    const picture = whole(random, 1, 9) === 1 ? await document.embedJpg(await shot(random, grain)) : null;
    drawPage(document, { lying: whole(random, 1, 8) === 1, type, mark, picture, random });
  }
  return document.save();
}

/** Part of a photo, saved anew. */
async function shot(random: () => number, grain: readonly Buffer[]): Promise<Buffer> {
  const at = { left: whole(random, 0, 200), top: whole(random, 0, 150), width: 1000, height: 750 };
  return sharp(pick(random, grain)).extract(at).jpeg({ quality: 80 }).toBuffer();
}

interface Drawing {
  readonly lying: boolean;
  readonly type: PDFFont;
  readonly mark: PDFImage;
  readonly picture: PDFImage | null;
  readonly random: () => number;
}

/** Sizes in pt. */
function drawPage(document: PDFDocument, { lying, type, mark, picture, random }: Drawing): void {
  const page = document.addPage(lying ? [842, 595] : [595, 842]);
  const top = page.getHeight() - 60;
  page.drawImage(mark, { x: 60, y: top - 30, width: 60, height: 45 });
  if (picture !== null) page.drawImage(picture, { x: 60, y: 60, width: 300, height: 225 });
  const bottom = picture === null ? 60 : 300;
  for (let y = top - 60; y > bottom; y -= 18) {
    const words = Array.from({ length: 10 }, () => whole(random, 1000, 999999).toString(36));
    page.drawText(words.join(" "), { x: 60, y, size: 11, font: type });
  }
}

async function heavyPaper(random: () => number, bytes: number): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  const [width, height] = [4096, Math.ceil(bytes / 4096)];
  const pixels = Buffer.alloc(width * height);
  for (let at = 0; at + 4 <= pixels.length; at += 4) pixels.writeUInt32LE(Math.floor(random() * 2 ** 32), at);
  const entries = { Type: "XObject", Subtype: "Image", Width: width, Height: height, ColorSpace: "DeviceGray" };
  const image = document.context.register(
    PDFRawStream.of(document.context.obj({ ...entries, BitsPerComponent: 8, Length: pixels.length }), pixels),
  );
  const page = document.addPage([595, 842]);
  const name = page.node.newXObject("Image", image);
  const content = document.context.stream(`q 475 0 0 700 60 80 cm ${name.toString()} Do Q`);
  page.node.addContentStream(document.context.register(content));
  return document.save();
}
