/** The only door to the outside: files, clock, environment, terminal. Nothing else imports node:fs. */
import { createHash } from "node:crypto";
import * as now from "node:fs";
import * as fs from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { crc32 } from "node:zlib";

export interface Output {
  write(text: string): unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

export interface World {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Milliseconds since 1970; nothing that is written hangs on it, unless a user said "today". */
  readonly now: () => number;
  readonly stdout: Output;
  readonly stderr: Output;
}

/** What an attempt to read told, instead of an exception. */
export type ReadFailure = "missing" | "no-permission" | "is-folder" | "outside" | "failed";

export type ReadResult =
  | { readonly ok: true; readonly bytes: Buffer }
  | { readonly ok: false; readonly failure: ReadFailure; readonly cause: string };

/** Name of this computer; never part of an output. */
export const machine = (): string => hostname();

/** Root of the program's own package, where `indicators/` and `templates/` lie. */
export const packageRoot = fileURLToPath(new URL("..", import.meta.url));

/** File of a dependency, e.g. a font, by its module specifier. */
export const dependencyFile = (specifier: string): string => fileURLToPath(import.meta.resolve(specifier));

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

export async function readFile(file: string): Promise<ReadResult> {
  try {
    return { ok: true, bytes: await fs.readFile(file) };
  } catch (error) {
    return { ok: false, failure: failureOf(error), cause: causeOf(error) };
  }
}

/** Writes a file at once, for threads: each of them has nothing else to do, and handing the work on costs more than it. */
export const writeFileNow = (file: string, bytes: Uint8Array): void => now.writeFileSync(file, bytes);

/** The first bytes of a file. */
export async function readHead(file: string, length: number): Promise<ReadResult> {
  try {
    const handle = await fs.open(file);
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
      return { ok: true, bytes: buffer.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return { ok: false, failure: failureOf(error), cause: causeOf(error) };
  }
}

/** Bytes that are read piece by piece, so that a file of any length costs bounded memory. */
export interface ByteSource {
  readonly size: number;
  /** Up to `length` bytes from `offset`; fewer at the end, none when the reading fails. */
  readonly read: (offset: number, length: number) => Promise<Uint8Array>;
}

export const sourceOfBytes = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: (offset, length) => Promise.resolve(bytes.subarray(offset, offset + length)),
});

/** Lets `use` read a file piece by piece; null when it cannot be opened. */
export async function withFile<T>(file: string, use: (source: ByteSource) => Promise<T>): Promise<T | null> {
  const handle = await fs.open(file).catch(() => null);
  if (handle === null) return null;
  try {
    const { size } = await handle.stat();
    const read = async (offset: number, length: number): Promise<Uint8Array> => {
      const room = Buffer.alloc(Math.max(0, Math.min(length, size - offset)));
      const { bytesRead } = await handle.read(room, 0, room.length, offset).catch(() => ({ bytesRead: 0 }));
      return room.subarray(0, bytesRead);
    };
    return await use({ size, read });
  } finally {
    await handle.close();
  }
}

/** A file that is read at once, for libraries that cannot wait. */
export interface FileNow {
  readonly size: number;
  /** Fills `target` from `offset`; gives how many bytes there were. */
  readonly readInto: (target: Uint8Array, offset: number) => number;
}

export interface OpenNow extends FileNow {
  readonly close: () => void;
}

/** What cannot be had is null. */
function orNull<T>(get: () => T): T | null {
  try {
    return get();
  } catch {
    return null;
  }
}

/** Opens a file that is read without waiting; null when it cannot be opened. */
export function openNow(file: string): OpenNow | null {
  const place = orNull(() => now.openSync(file, "r"));
  if (place === null) return null;
  return {
    size: now.fstatSync(place).size,
    readInto: (target, offset) => orNull(() => now.readSync(place, target, 0, target.length, offset)) ?? 0,
    close: () => now.closeSync(place),
  };
}

/** Lets `use` read a file without waiting; null when it cannot be opened. */
export async function withFileNow<T>(file: string, use: (source: FileNow) => Promise<T>): Promise<T | null> {
  const opened = openNow(file);
  if (opened === null) return null;
  try {
    return await use(opened);
  } finally {
    opened.close();
  }
}

/** Sums of a file. */
export interface FileSums {
  readonly ok: true;
  readonly sha256: string;
  /** As ZIP files have it. */
  readonly crc32: number;
  readonly bytes: number;
}

/** A file from its start to its end; most papers come in one piece or two. */
const piecesOf = (file: string): AsyncIterable<Buffer> => now.createReadStream(file, { highWaterMark: 2 ** 18 });

/** SHA-256, CRC-32 and size of a file of any length, in bounded memory. */
export async function hashFile(file: string): Promise<FileSums | Exclude<ReadResult, { ok: true }>> {
  const hash = createHash("sha256");
  let [bytes, sum] = [0, 0];
  try {
    for await (const chunk of piecesOf(file)) {
      hash.update(chunk);
      sum = crc32(chunk, sum);
      bytes += chunk.length;
    }
  } catch (error) {
    return { ok: false, failure: failureOf(error), cause: causeOf(error) };
  }
  return { ok: true, sha256: hash.digest("hex"), crc32: sum, bytes };
}

function failureOf(error: unknown): ReadFailure {
  const code = codeOf(error);
  if (code === "ENOENT" || code === "ENOTDIR") return "missing";
  if (code === "EACCES" || code === "EPERM") return "no-permission";
  return code === "EISDIR" ? "is-folder" : "failed";
}

const codeOf = (error: unknown): string =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";

/** The system's word for a failure, without paths of the machine in it. */
export const causeOf = (error: unknown): string =>
  codeOf(error) || (error instanceof Error ? error.message : String(error));

/** A file that is written from its start to its end. */
export interface NewFile {
  readonly write: (bytes: Uint8Array) => Promise<void>;
  /** Adds what another file holds, piece by piece, and gives its SHA-256; throws when it cannot be read. */
  readonly copy: (file: string) => Promise<string>;
}

/** Makes a file; throws when it is there already or cannot be written. */
export async function withNewFile(file: string, use: (target: NewFile) => Promise<void>): Promise<void> {
  const handle = await fs.open(file, "wx");
  const write = (bytes: Uint8Array): Promise<void> => handle.writeFile(bytes);
  const copy = async (from: string): Promise<string> => {
    const hash = createHash("sha256");
    for await (const chunk of piecesOf(from)) {
      hash.update(chunk);
      await write(chunk);
    }
    return hash.digest("hex");
  };
  try {
    await use({ write, copy });
  } finally {
    await handle.close();
  }
}

/** Lets `use` work in a new folder of the system, which is removed afterwards. */
export async function withTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "evipack-"));
  try {
    return await use(folder);
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** What a walk finds; a folder that may not be read and a name that is no UTF-8 are entries too. */
export interface Found {
  /** POSIX, relative to the folder walked; bytes that are no UTF-8 as `\\xNN`. */
  readonly path: string;
  readonly type: "file" | "link" | "special" | "closed-folder" | "empty-folder" | "bad-name";
}

/**
 * Every file below a folder, whatever it is called, and the empty folders where they are asked for; links are not
 * followed. Null when the folder is not there.
 */
export async function walk(folder: string, also?: "empty-folders"): Promise<readonly Found[] | null> {
  if ((await entryType(folder)) !== "folder") return null;
  const found: Found[] = [];
  const visit = (below: string): void => {
    const entries = entriesOf(path.join(folder, below));
    if (entries === null) {
      found.push({ path: below, type: "closed-folder" });
      return;
    }
    if (also !== undefined && entries.length === 0 && below !== "") found.push({ path: below, type: "empty-folder" });
    for (const entry of entries) {
      const name = entry.name.toString();
      const here = (each: string): string => (below === "" ? each : `${below}/${each}`);
      if (typeof entry.name !== "string" && !Buffer.from(name).equals(entry.name))
        found.push({ path: here(spelled(entry.name)), type: "bad-name" });
      else if (entry.isDirectory()) visit(here(name));
      else
        found.push({ path: here(name), type: entry.isFile() ? "file" : entry.isSymbolicLink() ? "link" : "special" });
    }
  };
  visit("");
  return found;
}

/**
 * What a folder holds; null when it may not be read. Names are asked for as bytes only where one has the sign as which
 * that is read what is no UTF-8, and which a name may also have.
 */
function entriesOf(folder: string): readonly now.Dirent<string | Buffer>[] | null {
  try {
    const entries = now.readdirSync(folder, { withFileTypes: true });
    const doubtful = entries.some(({ name }) => name.includes("\ufffd"));
    return doubtful ? now.readdirSync(folder, { withFileTypes: true, encoding: "buffer" }) : entries;
  } catch {
    return null;
  }
}

/** A name of any bytes: ASCII as it is, the rest in hexadecimal. */
const spelled = (name: Buffer): string =>
  [...name]
    .map((byte) => (byte >= 0x20 && byte < 0x7f ? String.fromCodePoint(byte) : `\\x${byte.toString(16)}`))
    .join("");

/** What stands at a path itself, following links; null when nothing does. */
export async function entryType(file: string): Promise<"file" | "folder" | "special" | null> {
  const stat = await fs.stat(file).catch(() => null);
  if (stat === null) return null;
  return stat.isFile() ? "file" : stat.isDirectory() ? "folder" : "special";
}

/** Bytes of a file; 0 when it is not there. */
export const sizeOf = async (file: string): Promise<number> => (await fs.stat(file).catch(() => null))?.size ?? 0;

/** By what a file is known again without being opened; times in milliseconds since 1970. */
export interface Stamp {
  readonly size: number;
  /** When its content was written. */
  readonly changed: number;
  /** When its name, place or permissions changed. */
  readonly renamed: number;
  /** Its number on the disk. */
  readonly number: number;
}

/** The stamp of a file behind links; null when there is none. Asked at once for thousands of files, so it does not wait. */
export const stampOf = (file: string): Stamp | null =>
  orNull(() => {
    const { size, mtimeMs, ctimeMs, ino } = now.statSync(file);
    return { size, changed: mtimeMs, renamed: ctimeMs, number: ino };
  });

/** Marks a file as used just now. */
export async function touch(file: string): Promise<void> {
  const now = new Date();
  await fs.utimes(file, now, now);
}

/** Milliseconds since 1970 at which a file was written or marked; 0 when it is not there. */
export const lastUsed = async (file: string): Promise<number> => (await fs.stat(file).catch(() => null))?.mtimeMs ?? 0;

/** The real path behind links, or null when it leads nowhere. */
export const realPath = (file: string): Promise<string | null> => fs.realpath(file).catch(() => null);

/** Removes a file or a folder at once, for a program that is about to end; what cannot be removed stays. */
export function removeNow(folder: string): void {
  try {
    now.rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  } catch {
    // The next run clears it away.
  }
}

/**
 * Makes a folder and those above it that are not there. Node's own way goes round for ever where a folder takes no
 * others and says that they are not there (/proc).
 */
export async function makeFolder(folder: string): Promise<void> {
  if ((await entryType(folder)) === "folder") return;
  if (path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await fs.mkdir(folder).catch(async (error: unknown) => {
    // Another run may have made it meanwhile.
    if ((await entryType(folder)) !== "folder") throw error;
  });
}

export const { access, writeFile, rename, rm, readdir, open } = fs;

/** A world around the running process. A reader that closes the pipe early (`… | head`) is no fault. */
export function nodeWorld(): World {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (codeOf(error) !== "EPIPE") throw error;
    });
  }
  const { env, stdout, stderr } = process;
  return { cwd: process.cwd(), env, now: () => Date.now(), stdout, stderr };
}
