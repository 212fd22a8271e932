/**
 * Files written into a folder in which people work on. Each is written beside its place and renamed; one that somebody
 * has changed since is never overwritten. A record of what was written (`.evipack-handout.json`) tells the two apart.
 */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { causeOf, entryType, makeFolder, readFile, rename, rm, sha256, writeFile } from "../world.ts";
import { refuseInputs } from "./staging.ts";

const recordFile = ".evipack-handout.json";
const recordSchema = "evipack/handout@1";

export interface HandoutFile {
  /** POSIX, below the folder. */
  readonly path: string;
  readonly bytes: Uint8Array;
  /** What becomes of one that somebody changed: it stays (a form that is being filled in), or is set aside. */
  readonly changed: "stays" | "set-aside";
}

export interface HandedOut {
  /** Paths written, or the same already. */
  readonly written: readonly string[];
  /** Paths of changed files that were left as they are. */
  readonly left: readonly string[];
  /** Changed files and where they lie now. */
  readonly aside: readonly (readonly [path: string, now: string])[];
}

/**
 * Writes the files; earlier ones of ours among `stale` that are no longer wanted and unchanged are removed.
 * `shown` is the folder as typed. Throws Fatal when the folder is an input of the workspace or cannot be written.
 */
export async function handOut(
  folder: string,
  files: readonly HandoutFile[],
  { shown, root, stale }: { readonly shown: string; readonly root: string; readonly stale: (path: string) => boolean },
): Promise<HandedOut> {
  await refuseInputs(folder, shown, root);
  try {
    return await write(folder, files, stale);
  } catch (error) {
    if (!(error instanceof Error) || !("code" in error)) throw error;
    throw new Fatal([diagnostic("cannot-write", { file: shown }, { folder: shown, cause: causeOf(error) })]);
  }
}

async function write(
  folder: string,
  files: readonly HandoutFile[],
  stale: (path: string) => boolean,
): Promise<HandedOut> {
  const record = await readRecord(folder);
  const wanted = new Set(files.map((each) => each.path));
  const [written, left, aside]: [string[], string[], [string, string][]] = [[], [], []];
  for (const file of files) {
    const state = await stateOf(folder, file, record);
    if (state === "changed" && file.changed === "stays") {
      left.push(file.path);
      continue;
    }
    if (state === "changed") aside.push([file.path, await setAside(folder, file.path)]);
    if (state !== "same") await writeBeside(path.join(folder, file.path), file.bytes);
    record.set(file.path, sha256(file.bytes));
    written.push(file.path);
  }
  for (const [name, hash] of record) {
    if (wanted.has(name) || !stale(name)) continue;
    if ((await hashOf(path.join(folder, name))) === hash) await rm(path.join(folder, name));
    record.delete(name);
  }
  const known = Object.fromEntries([...record].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  const text = `${JSON.stringify({ schema: recordSchema, files: known }, null, 2)}\n`;
  await writeBeside(path.join(folder, recordFile), new TextEncoder().encode(text));
  return { written, left, aside };
}

/** What stands where a file is to go: nothing or our earlier one (`free`), the very same bytes, or somebody's work. */
async function stateOf(
  folder: string,
  { path: name, bytes }: HandoutFile,
  record: ReadonlyMap<string, string>,
): Promise<"free" | "same" | "changed"> {
  const place = path.join(folder, name);
  if ((await entryType(place)) === null) return "free";
  const hash = await hashOf(place);
  if (hash === sha256(bytes)) return "same";
  return hash !== null && hash === record.get(name) ? "free" : "changed";
}

async function hashOf(file: string): Promise<string | null> {
  const read = await readFile(file);
  return read.ok ? sha256(read.bytes) : null;
}

/** `表.docx` → `表-kept-1.docx`, the first number that is free. */
async function setAside(folder: string, name: string): Promise<string> {
  const { dir, name: stem, ext } = path.posix.parse(name);
  for (let number = 1; ; number += 1) {
    const kept = path.posix.join(dir, `${stem}-kept-${String(number)}${ext}`);
    if ((await entryType(path.join(folder, kept))) !== null) continue;
    await rename(path.join(folder, name), path.join(folder, kept));
    return kept;
  }
}

async function writeBeside(file: string, bytes: Uint8Array): Promise<void> {
  await makeFolder(path.dirname(file));
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.new-${String(process.pid)}`);
  try {
    await writeFile(beside, bytes);
    await rename(beside, file);
  } finally {
    await rm(beside, { force: true });
  }
}

async function readRecord(folder: string): Promise<Map<string, string>> {
  const read = await readFile(path.join(folder, recordFile));
  if (!read.ok) return new Map();
  try {
    const record = JSON.parse(read.bytes.toString("utf8")) as {
      schema?: unknown;
      files?: Record<string, unknown>;
    } | null;
    if (record?.schema !== recordSchema) return new Map();
    const inside = Object.entries(record.files ?? {}).filter(([name]) => !path.posix.normalize(name).startsWith(".."));
    return new Map(inside.map(([name, hash]) => [name, String(hash)]));
  } catch {
    return new Map();
  }
}
