/**
 * The appendix in Word with every page of its exhibits as a picture. The document library holds all that it writes, so
 * it is given a mark for each picture, and the pictures go into the file one by one: memory holds a few drawn pages, and
 * the text of the document (a few kilobytes for each page).
 */
import path from "node:path";
import { crc32 } from "node:zlib";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { fill } from "../assemble/format.ts";
import { jpegOf } from "../engines/image.ts";
import { packedPart, partsIn } from "../engines/ooxml.ts";
import { eachPage } from "../engines/pdfium-file.ts";
import { directoryOf, fitsZip, localHeader } from "../engines/zip-stored.ts";
import type { StoredFile } from "../engines/zip-stored.ts";
import type { IndicatorCode } from "../model/ids.ts";
import type { Pack } from "../model/pack.ts";
import type { PagePlan, PlacedPart, Volume } from "../model/plan.ts";
import type { RenderedFiles } from "../model/rendered.ts";
import { filesOf } from "../paginate/units.ts";
import type { Words } from "../schema/words.ts";
import { readFile, sizeOf, withTemporaryFolder, writeFile } from "../world.ts";
import { appendixBlocks } from "./appendix-document.ts";
import type { DocxContext } from "./docx/context.ts";
import type { PagePicture } from "./docx/page-pictures.ts";
import { writePages } from "./docx/write-pages.ts";
import type { Leaves } from "./docx/write-pages.ts";
import { writePieces } from "./pieces.ts";
import type { Written } from "./pieces.ts";
import { references } from "./resolve.ts";
import { volumeCover } from "./volume-cover.ts";
import { volumeFile } from "./volume-names.ts";

interface From {
  readonly pack: Pack;
  readonly plan: PagePlan;
  readonly rendered: RenderedFiles;
  readonly words: Words;
  /** The way up to where originals lie, as `../`; null when they lie elsewhere. */
  readonly workspace: string | null;
  /** Where the bound volumes lie. */
  readonly folder: string;
  readonly dpi: number;
  readonly context: DocxContext;
}

/** Writes it as `name` into the folder of the volumes. Throws Fatal when it would be larger than a ZIP can be. */
export const writeAppendixDocx = (name: string, from: From): Promise<Written> =>
  withTemporaryFolder(async (scratch) => {
    const { pack, plan, context } = from;
    const { index, dividers } = appendixBlocks(pack, plan, from);
    const leaves: Leaves[] = [{ blocks: index, pages: [] }];
    for (const volume of plan.volumes) {
      if (plan.volumes.length > 1 && pack.appendix.own.cover) leaves.push(volumeLeaf(volume, from));
      const sizes = await drawPages(volume, { ...from, scratch });
      for (const { code, parts } of groupsOf(volume)) {
        const pages = parts.flatMap((part) => picturesOf(part, volume, { ...from, sizes }));
        leaves.push({ blocks: code === null ? [] : (dividers.get(code) ?? []), pages });
      }
    }
    const cover = { cover: pack.appendix.cover, letter: !pack.appendix.own.cover };
    return withPictures(path.join(from.folder, name), await writePages(cover, leaves, context), scratch);
  });

/** The sheet with which a volume begins, as its PDF does. */
function volumeLeaf(volume: Volume, { pack, plan, words }: From): Leaves {
  const cover = volumeCover(pack, plan, volume, words);
  return { cover: { ...cover, subtitle: cover.volume }, blocks: [], pages: [] };
}

/** The parts of exhibits, below the dividers that stand before them. */
function groupsOf({ parts }: Volume): { readonly code: IndicatorCode | null; readonly parts: PlacedPart[] }[] {
  const groups: { code: IndicatorCode | null; parts: PlacedPart[] }[] = [];
  for (const placed of parts) {
    if (placed.part.type === "divider") groups.push({ code: placed.part.code, parts: [] });
    else if (filesOf(placed.part).length > 0) {
      if (groups.length === 0) groups.push({ code: null, parts: [] });
      groups.at(-1)?.parts.push(placed);
    }
  }
  return groups;
}

/** What is read where a mark stands: the name of a picture in the scratch folder. */
const markOf = (volume: Volume, page: number): string => `page-${String(volume.number)}-${String(page)}.jpg`;

/** Whether a part lacks fonts for which none stands in: its pages would be drawn without some of their text. */
const isBlank = ({ part }: PlacedPart, rendered: RenderedFiles): boolean => {
  const made = part.type === "file" ? rendered.get(part.file.source)?.parts[part.file.index] : undefined;
  return made?.type === "pdf" && made.blank === true;
};

/** Sizes of drawn pages in points, by their numbers; a page that cannot be drawn has none. */
type Sizes = ReadonlyMap<number, readonly [width: number, height: number]>;

/** Pages that are drawn while the file is open once: fonts and pictures that they share are read once. */
const together = 6;

/** Draws the pages of a volume's exhibits into the scratch folder. */
async function drawPages(
  volume: Volume,
  { plan, rendered, words, folder, dpi, scratch }: From & { readonly scratch: string },
): Promise<Sizes> {
  const bound = path.join(folder, volumeFile(volume, plan, words));
  const drawn = volume.parts.filter((each) => filesOf(each.part).length > 0 && !isBlank(each, rendered));
  const pages = drawn.flatMap(({ first, last }) =>
    Array.from({ length: last - first + 1 }, (_, index) => first + index),
  );
  const sizes = new Map<number, readonly [width: number, height: number]>();
  for (let from = 0; from < pages.length; from += together) {
    const looks = await eachPage(bound, pages.slice(from, from + together), (pdf, page) => pdf.pixels(page, dpi));
    for (const [page, pixels] of looks) {
      if (pixels === null) continue;
      await writeFile(path.join(scratch, markOf(volume, page)), await jpegOf(pixels));
      sizes.set(page, pixels.points);
    }
  }
  return sizes;
}

/** The pages of a part, each told by its exhibit and its printed number. */
function picturesOf(
  { part, first, last }: PlacedPart,
  volume: Volume,
  { pack, plan, words, sizes }: From & { readonly sizes: Sizes },
): PagePicture[] {
  const [exhibit] = filesOf(part).map((file) => pack.exhibits.find(({ id }) => id === file.exhibit));
  if (exhibit === undefined) return [];
  const from = plan.exhibits.get(exhibit.id)?.first ?? first;
  const { citationText } = references(plan, words);
  return Array.from({ length: last - first + 1 }, (_, index): PagePicture => {
    const page = first + index;
    const citation = citationText(exhibit.id, page - from + 1);
    const alt = fill(words.appendix.page_alt, { title: exhibit.title, citation });
    return { mark: markOf(volume, page), points: sizes.get(page) ?? null, alt };
  });
}

/**
 * Writes a package with its pictures in the place of their marks, part by part. Pages of text leave in their pictures
 * what can be packed; and a delivery, which packs its parts anew, is then no smaller than was foreseen.
 */
async function withPictures(file: string, bytes: Uint8Array, scratch: string): Promise<Written> {
  const parts = [...partsIn(bytes)].map(([name, content]) => ({
    name,
    content,
    picture: pictureAt(name, content, scratch),
  }));
  let size = 0;
  for (const { content, picture } of parts) size += picture === null ? content.length : await sizeOf(picture);
  const isTooLarge =
    !fitsZip([{ name: "", bytes: size, crc32: 0 }]) ||
    !fitsZip(parts.map(({ name }) => ({ name, bytes: 0, crc32: 0 })));
  if (isTooLarge) {
    const shown = path.basename(file);
    throw new Fatal([diagnostic("cannot-write", { file: shown }, { folder: shown, cause: "EFBIG" })]);
  }
  const written: StoredFile[] = [];
  return writePieces(file, async (sink) => {
    for (const { name, content, picture } of parts) {
      const read = picture === null ? content : await bytesOf(picture);
      const packed = packedPart(read);
      const stored = { name, bytes: read.length, crc32: crc32(read), packed: packed.length };
      written.push(stored);
      await sink(localHeader(stored));
      await sink(packed);
    }
    await sink(directoryOf(written));
  });
}

function pictureAt(name: string, content: Uint8Array, scratch: string): string | null {
  if (!name.startsWith("word/media/")) return null;
  const mark = new TextDecoder().decode(content.subarray(0, 64));
  return /^page-\d+-\d+\.jpg$/u.test(mark) ? path.join(scratch, mark) : null;
}

async function bytesOf(file: string): Promise<Uint8Array> {
  const read = await readFile(file);
  if (!read.ok) throw new Error(`${file}: ${read.cause}`);
  return read.bytes;
}
