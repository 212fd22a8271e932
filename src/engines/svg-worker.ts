/**
 * The only importer of resvg (WebAssembly). Runs in a thread of its own, because a drawing of a few lines can keep the
 * renderer busy for hours (filters on filters) and only a thread can be stopped in the middle of it.
 */
import { parentPort } from "node:worker_threads";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { dependencyFile, readFile } from "../world.ts";
import { fontFiles, renameFamily } from "./fonts.ts";
import type { PixelSize, Raster } from "./raster.ts";

export interface SvgJob {
  readonly text: string;
  /** Pixels that the drawing may fill. */
  readonly box: PixelSize;
  readonly hasText: boolean;
}

async function bytesOf(specifier: string): Promise<Buffer> {
  const read = await readFile(dependencyFile(specifier));
  if (!read.ok) throw new Error(`${specifier}: ${read.cause}`);
  return read.bytes;
}

const sans = "Evipack Hei";
const serif = "Evipack Song";

/** Families that a drawing may name are not here; these stand in for them, and only those that it needs are read. */
async function fontsFor(text: string): Promise<Buffer[]> {
  const families = [sans, ...(/(?<!sans-)serif|Evipack Song/iu.test(text) ? [serif] : [])];
  const weights = ["400Regular", ...(/bold|weight[\s"':=]*[6-9]/iu.test(text) ? ["700Bold"] : [])];
  const needed = fontFiles.filter(
    ({ file, family }) => families.includes(family) && weights.some((weight) => file.includes(weight)),
  );
  return Promise.all(needed.map(({ file, family }) => fontOf(file, family)));
}

const fonts = new Map<string, Promise<Buffer>>();

function fontOf(file: string, family: string): Promise<Buffer> {
  const font = fonts.get(file) ?? bytesOf(file).then((bytes) => renameFamily(bytes, family));
  fonts.set(file, font);
  return font;
}

async function draw({ text, box, hasText }: SvgJob): Promise<Raster> {
  const measured = new Resvg(text, { font: { fontBuffers: [] } });
  const wide = measured.width / measured.height > box.width / box.height;
  measured.free();
  const drawing = new Resvg(text, {
    font: {
      fontBuffers: hasText ? await fontsFor(text) : [],
      defaultFontFamily: sans,
      sansSerifFamily: sans,
      serifFamily: serif,
    },
    fitTo: wide ? { mode: "width", value: box.width } : { mode: "height", value: box.height },
    background: "#ffffff",
    languages: ["zh", "en"],
  });
  const image = drawing.render();
  const raster = { width: image.width, height: image.height, data: image.pixels };
  image.free();
  drawing.free();
  return raster;
}

/** What fails in it ends the thread with an error, which is the answer then. */
async function answer(job: SvgJob): Promise<void> {
  const raster = await draw(job);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(raster, [raster.data.buffer as ArrayBuffer]);
}

await initWasm(await bytesOf("@resvg/resvg-wasm/index_bg.wasm"));
parentPort?.on("message", (job: SvgJob) => void answer(job));
