/**
 * A font for Chinese text whose font a PDF names and does not hold. pdfium looks for such fonts in folders of the
 * machine; where it runs there are none, so the calls by which it looks are answered here, on every machine with the
 * same font. It reads the beginning of it when a font is not in the file, and all of it when it sets text in it.
 */
import { dependencyFile, openNow } from "../world.ts";
import type { OpenNow } from "../world.ts";
import { standInFont } from "./fonts.ts";

/** The calls of the system that are answered here, as emscripten has them; numbers are addresses, or places of open files. */
export interface Calls {
  readonly __syscall_openat: (folder: number, path: number, flags: number, mode: number) => number;
  readonly __syscall_getdents64: (open: number, target: number, size: number) => number;
  readonly __syscall_stat64: (path: number, target: number) => number;
  readonly fd_read: (open: number, pieces: number, count: number, target: number) => number;
  readonly fd_seek: (open: number, by: bigint, from: number, target: number) => number;
  readonly fd_close: (open: number) => number;
}

/** One of the folders in which pdfium looks (CFX_LinuxFontInfo), and the only file that it finds. */
const folder = "/usr/share/fonts";
const name = "font.ttf";

/** ENOENT as WASI numbers it. */
const missing = -44;

/** Sizes of `struct dirent` and `struct stat`, and how each of them tells that something is a file. */
const [entrySize, statSize, entryOfFile, modeOfFile] = [280, 96, 8, 0o10_0444];

/** A file that is open; the folder has none. `at` is how far it was read. */
interface Reading {
  readonly file: OpenNow | null;
  at: number;
}

/** Files that are open, by places that no other file has. */
class Readings {
  readonly #open = new Map<number, Reading>();
  #last = 1_000_000;

  open(file: OpenNow | null): number {
    this.#last += 1;
    this.#open.set(this.#last, { file, at: 0 });
    return this.#last;
  }

  get(place: number): Reading | undefined {
    return this.#open.get(place);
  }

  close(place: number): void {
    this.#open.get(place)?.file?.close();
    this.#open.delete(place);
  }
}

/** The calls with our font among what they find; all else is passed on. */
export function withFont<T extends Calls>(calls: T, memory: () => Uint8Array): T {
  const readings = new Readings();
  return { ...calls, ...finding(calls, memory, readings), ...reading(calls, memory, readings) };
}

/** What is in the folder. */
function finding(calls: Calls, memory: () => Uint8Array, readings: Readings): Partial<Calls> {
  const font = dependencyFile(standInFont);
  const textAt = (from: number): string => {
    const bytes = memory();
    return Buffer.from(bytes.subarray(from, bytes.indexOf(0, from))).toString("utf8");
  };
  return {
    __syscall_openat: (from, path, flags, mode) => {
      const wanted = textAt(path);
      if (wanted === folder) return readings.open(null);
      if (wanted !== `${folder}/${name}`) return calls.__syscall_openat(from, path, flags, mode);
      const file = openNow(font);
      return file === null ? missing : readings.open(file);
    },
    __syscall_getdents64: (open, target, size) => {
      const reading = readings.get(open);
      if (reading === undefined) return calls.__syscall_getdents64(open, target, size);
      if (reading.at > 0) return 0;
      reading.at += 1;
      // Number of the file, where the next entry is, size of this one, kind, name.
      const entry = Buffer.alloc(entrySize);
      entry.writeUInt32LE(1, 0);
      entry.writeUInt32LE(reading.at, 8);
      entry.writeUInt16LE(entrySize, 16);
      entry.writeUInt8(entryOfFile, 18);
      entry.write(name, 19);
      memory().set(entry, target);
      return entrySize;
    },
    __syscall_stat64: (path, target) => {
      if (textAt(path) !== `${folder}/${name}`) return calls.__syscall_stat64(path, target);
      const stat = Buffer.alloc(statSize);
      stat.writeUInt32LE(modeOfFile, 4);
      memory().set(stat, target);
      return 0;
    },
  };
}

/** What is in a file. */
function reading(calls: Calls, memory: () => Uint8Array, readings: Readings): Partial<Calls> {
  const view = (): DataView => new DataView(memory().buffer);
  return {
    fd_read: (open, pieces, count, target) => {
      const reading = readings.get(open);
      if (reading === undefined) return calls.fd_read(open, pieces, count, target);
      const from = reading.at;
      for (let piece = pieces; piece < pieces + count * 8; piece += 8) {
        const start = view().getUint32(piece, true);
        const room = memory().subarray(start, start + view().getUint32(piece + 4, true));
        reading.at += reading.file?.readInto(room, reading.at) ?? 0;
      }
      view().setUint32(target, reading.at - from, true);
      return 0;
    },
    fd_seek: (open, by, from, target) => {
      const reading = readings.get(open);
      if (reading === undefined) return calls.fd_seek(open, by, from, target);
      // From its start, from where it is, from its end.
      const base = [0, reading.at, reading.file?.size ?? 0][from] ?? 0;
      reading.at = base + Number(by);
      view().setBigInt64(target, BigInt(reading.at), true);
      return 0;
    },
    fd_close: (open) => {
      if (readings.get(open) === undefined) return calls.fd_close(open);
      readings.close(open);
      return 0;
    },
  };
}

/** The part of pdfium that says where fonts come from. */
interface FontApi {
  readonly HEAP32: Int32Array;
  _FPDF_GetDefaultSystemFontInfo(): number;
  _FPDF_SetSystemFontInfo(info: number): void;
}

/** Place of MapFont in FPDF_SYSFONTINFO (public/fpdf_sysfontinfo.h), as numbers of four bytes. */
const mapFont = 3;

/**
 * Of the functions that look for fonts, leaves out the one that finds the most similar: it would find ours for Latin
 * text too. Without it pdfium takes a font that has the characters of the wanted script, and for Latin its own.
 */
export function forChineseOnly(api: FontApi): void {
  const info = api._FPDF_GetDefaultSystemFontInfo();
  api.HEAP32[info / 4 + mapFont] = 0;
  api._FPDF_SetSystemFontInfo(info);
}
