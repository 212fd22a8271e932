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

/** Families that a drawing may name are not here; these stand in for them. */
const families = new Set(["Evipack Song", "Evipack Hei"]);

const readFonts = (): Promise<Buffer[]> =>
  Promise.all(
    fontFiles
      .filter(({ file, family }) => families.has(family) && !/500Medium/u.test(file))
      .map(async ({ file, family }) => renameFamily(await bytesOf(file), family)),
  );

let fonts: Promise<Buffer[]> | null = null;

async function draw({ text, box, hasText }: SvgJob): Promise<Raster> {
  const measured = new Resvg(text, { font: { fontBuffers: [] } });
  const wide = measured.width / measured.height > box.width / box.height;
  measured.free();
  const drawing = new Resvg(text, {
    font: {
      fontBuffers: hasText ? await (fonts ??= readFonts()) : [],
      defaultFontFamily: "Evipack Hei",
      sansSerifFamily: "Evipack Hei",
      serifFamily: "Evipack Song",
    },
    fitTo: wide ? { mode: "width", value: box.width } : { mode: "height", value: box.height },
    background: "#ffffff",
    languages: ["zh", "en"],
  });
  const image = drawing.render();
  const raster = { width: image.width, height: image.height, data: Uint8Array.from(image.pixels) };
  image.free();
  drawing.free();
  return raster;
}

await initWasm(await bytesOf("@resvg/resvg-wasm/index_bg.wasm"));
// What fails here ends the thread with an error, which is the answer then.
async function answer(job: SvgJob): Promise<void> {
  const raster = await draw(job);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(raster);
}

parentPort?.on("message", (job: SvgJob) => void answer(job));
