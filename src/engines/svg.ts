/**
 * The only importer of resvg (WebAssembly): SVG drawings as pixels, with the embedded Chinese fonts and no others.
 * It runs no script and opens no file and no address; what a drawing asks for of that kind is only told.
 */
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { dependencyFile, readFile } from "../world.ts";
import { fontFiles, renameFamily } from "./fonts.ts";
import type { PixelSize, Raster } from "./raster.ts";
import { scanSvg } from "./svg-scan.ts";

/** More elements than this (after every `use` is followed) would take minutes. */
const heaviest = 300_000;
const longest = 64 * 1024 * 1024;

export type SvgProbe =
  | { readonly ok: true; readonly active: boolean }
  | { readonly ok: false; readonly failure: "corrupt" | "too-many-pixels" };

/** `isBomb` tells whether a picture inside has too many pixels. Nothing is drawn. */
export async function probeSvg(bytes: Buffer, isBomb: (picture: Buffer) => Promise<boolean>): Promise<SvgProbe> {
  return probe(bytes, isBomb, 0);
}

async function probe(bytes: Buffer, isBomb: (picture: Buffer) => Promise<boolean>, depth: number): Promise<SvgProbe> {
  const text = decode(bytes);
  const scan = text === null || bytes.length > longest || depth > 2 ? null : scanSvg(text);
  if (scan === null) return { ok: false, failure: "corrupt" };
  if (scan.weight > heaviest) return { ok: false, failure: "too-many-pixels" };
  let { active } = scan;
  for (const inner of scan.embedded) {
    if (!inner.svg) {
      if (await isBomb(inner.bytes)) return { ok: false, failure: "too-many-pixels" };
      continue;
    }
    const nested = await probe(inner.bytes, isBomb, depth + 1);
    if (!nested.ok) return nested;
    active ||= nested.active;
  }
  return { ok: true, active };
}

/** The drawing on white, as large as it fits into `box` (pixels); null when it cannot be drawn. */
export async function drawSvg(bytes: Buffer, box: PixelSize): Promise<Raster | null> {
  const text = decode(bytes);
  if (text === null) return null;
  await start();
  const fontBuffers = /<(?:\w+:)?text\b/u.test(text) || text.includes("image/svg") ? [...(await fonts())] : [];
  try {
    const font = { fontBuffers, defaultFontFamily: "Evipack Hei", sansSerifFamily: "Evipack Hei", serifFamily: "Evipack Song" };
    const measured = new Resvg(text, { font: { fontBuffers: [] } });
    const wide = measured.width / measured.height > box.width / box.height;
    measured.free();
    const fitTo = wide ? { mode: "width" as const, value: box.width } : { mode: "height" as const, value: box.height };
    const drawing = new Resvg(text, { font, fitTo, background: "#ffffff", languages: ["zh", "en"] });
    const image = drawing.render();
    const raster = { width: image.width, height: image.height, data: Uint8Array.from(image.pixels) };
    image.free();
    drawing.free();
    return raster;
  } catch {
    return null;
  }
}

/** The encoding that the XML declaration names, else UTF-8; null when the bytes are not in it. */
function decode(bytes: Buffer): string | null {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : null;
  const named = /^[^>]*encoding=["']([\w-]+)["']/u.exec(bytes.toString("latin1", 0, 200))?.[1];
  for (const encoding of wide === null ? ["utf-8", named ?? "utf-8"] : [wide]) {
    try {
      // A second declaration of another encoding would mislead the parser.
      return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^(<\?xml[^>]*?)\s+encoding=["'][^"']*["']/u, "$1");
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}

let started: Promise<void> | null = null;

async function load(): Promise<void> {
  const read = await readFile(dependencyFile("@resvg/resvg-wasm/index_bg.wasm"));
  if (!read.ok) throw new Error(`resvg: ${read.cause}`);
  await initWasm(read.bytes);
}

const start = (): Promise<void> => (started ??= load());

let loaded: Promise<readonly Buffer[]> | null = null;

/** Families that a drawing may name are not here; these stand in for them. */
const families = new Set(["Evipack Song", "Evipack Hei"]);

const fonts = (): Promise<readonly Buffer[]> =>
  (loaded ??= Promise.all(
    fontFiles
      .filter(({ file, family }) => families.has(family) && !/900Black|500Medium/u.test(file))
      .map(async ({ file, family }) => {
        const read = await readFile(dependencyFile(file));
        if (!read.ok) throw new Error(`font ${file}: ${read.cause}`);
        return renameFamily(read.bytes, family);
      }),
  ));
