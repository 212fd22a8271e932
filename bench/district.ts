/**
 * A district of any size, made from a seed: departments, indicators, and evidence whose kinds and sizes are those of an
 * office's year (scans and papers, phone photos, Word, Excel). The same numbers give the same bytes.
 */
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PDFDocument } from "pdf-lib";
import sharp from "sharp";
import { pick, randomOf, whole } from "../fixtures/make/random.ts";
import { codeOf, madeOnce, writeWorkspace } from "./workspace.ts";

export interface Size {
  readonly files: number;
  readonly indicators: number;
  readonly departments: number;
}

/** Part of all files, and how to make one differ from its pattern without changing what it shows. */
interface Pattern {
  readonly extension: string;
  readonly bytes: Buffer;
  readonly mark: (bytes: Buffer, text: string) => Buffer;
}

const years = [2017, 2018, 2019] as const;

/** The folder of the workspace; made once and kept, since making takes longer than checking. */
export async function district(folder: string, { files, indicators, departments }: Size): Promise<string> {
  const name = `district-${String(files)}-${String(indicators)}-${String(departments)}`;
  return madeOnce(path.join(folder, name), async (making) => {
    const offices = writeWorkspace(making, { indicators, departments });
    const random = randomOf("district");
    const patterns = await patternsOf();
    for (let index = 0; index < files; index += 1) {
      const leaf = index % indicators;
      const office = offices[leaf % departments] ?? "";
      const { extension, bytes, mark } = pick(random, patterns);
      const year = pick(random, years);
      const file = `${codeOf(leaf)} 样例材料 ${String(year)}-${String(whole(random, 1, 9)).padStart(2, "0")}-15 第${String(index)}件.${extension}`;
      writeFileSync(path.join(making, "evidence", office, file), mark(bytes, `sample ${String(index)}`));
    }
  });
}

/** Twenty patterns: nine PDFs, six photos, three Word files, two workbooks. */
async function patternsOf(): Promise<readonly Pattern[]> {
  const random = randomOf("patterns");
  const photos = await Promise.all(
    [
      [1080, 1440],
      [1080, 1440],
      [1440, 1080],
      [3000, 4000],
      [1600, 1200],
      [1920, 1080],
    ].map(async ([width = 0, height = 0]) => photo(random, width, height)),
  );
  const pages = [1, 1, 1, 2, 2, 3, 4, 6, 8];
  const scans = await Promise.all(pages.map(async (count) => scan(photos.slice(0, 3), count)));
  const sample = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, "..", "fixtures", name));
  const words = sample(wordSample);
  const sheet = sample(sheetSample);
  return [
    ...scans.map((bytes) => ({ extension: "pdf", bytes, mark: markPdf })),
    ...photos.map((bytes) => ({ extension: "jpg", bytes, mark: markJpeg })),
    ...[words, words, words].map((bytes) => ({ extension: "docx", bytes, mark: markZip })),
    ...[sheet, sheet].map((bytes) => ({ extension: "xlsx", bytes, mark: markZip })),
  ];
}

const wordSample = "fenghua/evidence/老干部局/2-1-2 老年教育经费使用说明2019-09-16.docx";
const sheetSample = "fenghua/evidence/教育局/1-3-1 学校开放/学校开放统计表2019.xlsx";

/** Soft shapes with grain, which a phone's JPEG takes about a fifth of a byte a pixel for. */
export async function photo(random: () => number, width: number, height: number): Promise<Buffer> {
  const small = Buffer.from(Array.from({ length: 48 * 36 * 3 }, () => whole(random, 30, 220)));
  const soft = await sharp(small, { raw: { width: 48, height: 36, channels: 3 } })
    .resize(width, height, { kernel: "cubic", fit: "fill" })
    .raw()
    .toBuffer();
  for (let at = 0; at < soft.length; at += 1)
    soft[at] = Math.max(0, Math.min(255, (soft[at] ?? 0) + whole(random, -7, 7)));
  return sharp(soft, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}

/** A paper as an office's scanner hands it in: a picture a page, no text. */
async function scan(pictures: readonly Buffer[], pages: number): Promise<Buffer> {
  const document = await PDFDocument.create();
  for (let page = 0; page < pages; page += 1) {
    const picture = pictures[page % pictures.length];
    if (picture === undefined) continue;
    const embedded = await document.embedJpg(picture);
    document.addPage([595, 842]).drawImage(embedded, { x: 30, y: 30, width: 535, height: 782 });
  }
  return Buffer.from(await document.save());
}

/** What follows the end of a PDF is a comment to every reader. */
const markPdf = (bytes: Buffer, text: string): Buffer => Buffer.concat([bytes, Buffer.from(`\n% ${text}\n`)]);

/** A comment segment after the start of the picture. */
function markJpeg(bytes: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const head = Buffer.from([0xff, 0xfe, 0, 0]);
  head.writeUInt16BE(comment.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, comment, bytes.subarray(2)]);
}

/** The comment of a ZIP stands at its very end. */
function markZip(bytes: Buffer, text: string): Buffer {
  const comment = Buffer.from(text);
  const end = Buffer.from(bytes);
  end.writeUInt16LE(comment.length, end.length - 2);
  return Buffer.concat([end, comment]);
}
