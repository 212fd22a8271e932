/**
 * SVG drawings as pixels, with the embedded Chinese fonts and no others. No script runs, and no file and no address is
 * opened; what a drawing asks for of that kind is only told.
 */
import path from "node:path";
import { Worker } from "node:worker_threads";
import { packageRoot } from "../world.ts";
import type { PixelSize, Raster } from "./raster.ts";
import { scanSvg } from "./svg-scan.ts";
import type { SvgJob } from "./svg-worker.ts";

/** More elements than this (after every `use` is followed) are not drawn. */
const heaviest = 300_000;
const longest = 64 * 1024 * 1024;
/** Milliseconds; a drawing of a full page with a shadow takes three seconds. */
const timeLimit = 20_000;

export type SvgProbe =
  | { readonly ok: true; readonly active: boolean }
  | { readonly ok: false; readonly failure: "corrupt" | "too-many-pixels" | "too-complex" };

/** `isBomb` tells whether a picture inside has too many pixels. Nothing is drawn. */
export const probeSvg = (bytes: Buffer, isBomb: (picture: Buffer) => Promise<boolean>): Promise<SvgProbe> =>
  probe(bytes, isBomb, 0);

async function probe(bytes: Buffer, isBomb: (picture: Buffer) => Promise<boolean>, depth: number): Promise<SvgProbe> {
  const text = decode(bytes);
  if (text === null) return { ok: false, failure: "corrupt" };
  const scan = bytes.length > longest || depth > 2 ? null : scanSvg(text);
  if (scan === null || scan.weight > heaviest) return { ok: false, failure: "too-complex" };
  if (!scan.isSvg) return { ok: false, failure: "corrupt" };
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

let last: Promise<unknown> = Promise.resolve();

/**
 * The drawing on white, as large as it fits into `box` (pixels), one at a time; `corrupt` when it cannot be drawn,
 * `too-complex` when it takes too long.
 */
export function drawSvg(bytes: Buffer, box: PixelSize): Promise<Raster | "corrupt" | "too-complex"> {
  const text = decode(bytes);
  if (text === null) return Promise.resolve("corrupt");
  const hasText = /<(?:\w+:)?text\b/u.test(text) || text.includes("image/svg");
  const drawn = last.then(() => drawInThread({ text, box, hasText }));
  last = drawn;
  return drawn;
}

let idle: Worker | null = null;

/** A thread keeps its fonts, some ten megabytes each, from one drawing to the next; one that fails or hangs is given up. */
function drawInThread(job: SvgJob): Promise<Raster | "corrupt" | "too-complex"> {
  // The compiled file, so that tests that run the sources have it too.
  // With flags of its own: what loads the sources of tests has nothing to do here, and takes memory.
  const thread = idle ?? new Worker(path.join(packageRoot, "dist", "engines", "svg-worker.js"), { execArgv: [] });
  idle = null;
  thread.ref();
  return new Promise((resolve) => {
    const end = (result: Raster | "corrupt" | "too-complex"): void => {
      clearTimeout(timer);
      thread.off("message", end).off("error", fail).off("exit", fail);
      // Waiting for more keeps no program from ending.
      thread.unref();
      if (typeof result === "string") void thread.terminate();
      else idle = thread;
      resolve(result);
    };
    const fail = (): void => end("corrupt");
    const timer = setTimeout(() => end("too-complex"), timeLimit);
    thread.on("message", end).on("error", fail).on("exit", fail);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    thread.postMessage(job);
  });
}

/** In the encoding that the XML declaration names, else UTF-8; null when the bytes are not in it. */
function decode(bytes: Buffer): string | null {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : null;
  const named = /^[^>]*encoding=["']([\w-]+)["']/u.exec(bytes.toString("latin1", 0, 200))?.[1];
  for (const encoding of wide === null ? ["utf-8", named ?? "utf-8"] : [wide]) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // The parser gets UTF-8 and must not be told otherwise.
      return text.replace(/^(<\?xml[^>]*?)\s+encoding=["'][^"']*["']/u, "$1");
    } catch {
      // The next encoding is tried.
    }
  }
  return null;
}
