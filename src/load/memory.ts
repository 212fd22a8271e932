/**
 * What was found out about evidence files before, so that a file which has not changed is not opened again.
 * A file counts as unchanged when its size, its times of change and its number on the disk are those of before, and
 * when it had been at rest for a while as it was read: two changes within one tick of the clock look alike.
 * Nothing here can change a result, only how soon it comes; a memory that is lost or damaged is begun anew.
 */
import path from "node:path";
import { fileURLToPath } from "node:url";
import { mkdir, readFile, rename, rm, sha256, stampOf, writeFile } from "../world.ts";
import type { Stamp } from "../world.ts";
import type { Inspected } from "./inspect.ts";

export interface Memory {
  /** What is known of a file (absolute path) that is as it was; else what `look` finds out, which is kept. */
  readonly recall: (file: string, look: () => Promise<Inspected>) => Promise<Inspected>;
  /** Writes down what was recalled or found out in this run; where that cannot be written, nothing is kept. */
  readonly save: () => Promise<void>;
}

const noMemory: Memory = { recall: async (_, look) => look(), save: () => Promise.resolve() };

/** Milliseconds that a file must have been at rest: file systems count time in steps of up to two seconds. */
const restful = 3000;

const fileName = "evidence.json";

type Entry = readonly [size: number, changed: number, renamed: number, number: number, found: Inspected];

type Entries = Readonly<Record<string, Entry>>;

export interface MemoryOptions {
  /** Folder of the workspace, absolute. */
  readonly root: string;
  /** What a file tells hangs on them; they are kept as a hash. */
  readonly passwords: readonly string[];
  readonly now: () => number;
}

/** Reads the memory of a workspace in the folder of its cache; without such a folder every file is looked at anew. */
export async function openMemory(folder: string | null, { root, passwords, now }: MemoryOptions): Promise<Memory> {
  if (folder === null) return noMemory;
  // Another build of the program may find out something else.
  const key = sha256(JSON.stringify([stampOf(fileURLToPath(import.meta.url)), passwords, root]));
  const file = path.join(folder, fileName);
  const before = await readBefore(file, key);
  const after: Record<string, Entry> = {};
  let changed = false;
  return {
    recall: async (evidence, look) => {
      const name = path.relative(root, evidence);
      const stamp = stampOf(evidence);
      const known = before[name];
      if (stamp !== null && known !== undefined && isSame(stamp, known)) {
        after[name] = known;
        return known[4];
      }
      changed = true;
      const begun = now();
      const found = await look();
      const later = stampOf(evidence);
      if (stamp === null || later === null || !isLasting(found)) return found;
      const entry = entryOf(stamp, found);
      if (isSame(later, entry) && isAtRest(stamp, begun)) after[name] = entry;
      return found;
    },
    save: async () => {
      const [known, kept] = [Object.keys(before).length, Object.keys(after).length];
      if (known + kept === 0 || (!changed && known === kept)) return;
      const text = JSON.stringify(after);
      await writeBeside(file, `${sealOf(key, text)}\n${text}`);
    },
  };
}

/** Drops the memory that lies in a cache. */
export const forgetEvidence = (folder: string): Promise<void> => rm(path.join(folder, fileName), { force: true });

/** Stands before the entries: it tells for whom they were written, and that not a byte of them is another. */
const sealOf = (key: string, text: string): string => sha256(`${key}\n${text}`);

async function readBefore(file: string, key: string): Promise<Entries> {
  const read = await readFile(file);
  if (!read.ok) return {};
  const [seal, text = ""] = read.bytes.toString("utf8").split("\n");
  // What bears the seal was written by this program: it has the shape that it should have.
  return seal === sealOf(key, text) ? (JSON.parse(text) as Entries) : {};
}

const entryOf = ({ size, changed, renamed, number }: Stamp, found: Inspected): Entry => [
  size,
  changed,
  renamed,
  number,
  found,
];

const isSame = (stamp: Stamp, [size, changed, renamed, number]: Entry): boolean =>
  stamp.size === size && stamp.changed === changed && stamp.renamed === renamed && stamp.number === number;

/** A file that may not be read today may be read tomorrow without a change of its own: a folder above was opened. */
const isLasting = ({ state }: Inspected): boolean =>
  state.type !== "unreadable" || (state.reason !== "no-permission" && state.reason !== "vanished");

const isAtRest = (stamp: Stamp, at: number): boolean => Math.max(stamp.changed, stamp.renamed) < at - restful;

async function writeBeside(file: string, text: string): Promise<void> {
  const beside = `${file}.${String(process.pid)}`;
  try {
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(beside, text);
    await rename(beside, file);
  } catch {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}
