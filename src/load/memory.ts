/**
 * What was found out about evidence files before, so that a file which has not changed is not opened again.
 * A file counts as unchanged when its size, its times of change and its number on the disk are those of before, and
 * when it had been at rest for a while as it was read: two changes within one tick of the clock look alike.
 */
import path from "node:path";
import { isSameStamp, sumOfFile } from "../digest.ts";
import type { IgnoredReason } from "../model/evidence.ts";
import { stampOf } from "../world.ts";
import type { Stamp } from "../world.ts";
import type { Inspected } from "./inspect.ts";
import { keyOf, readKept, writeKept } from "./kept.ts";
import { noEntries, openEntries, packEntries } from "./memory-form.ts";
import type { Entries, Entry } from "./memory-form.ts";

export interface Memory {
  /**
   * What is known of a file (POSIX, below the root) that is as it was, and was evidence or ignored for the same reason;
   * else what `look` finds out, which is kept.
   */
  readonly recall: (
    file: string,
    ignored: IgnoredReason | null,
    look: (full: string) => Promise<Inspected>,
  ) => Promise<Inspected>;
  /** Writes down what was recalled or found out in this run; where that cannot be written, nothing is kept. */
  readonly save: () => Promise<void>;
}

/** Milliseconds that a file must have been at rest: file systems count time in steps of up to two seconds. */
const restful = 3000;

const fileName = "evidence.bin";

/** Stamps by absolute path; null where there is no such file. */
export type Stamps = ReadonlyMap<string, Stamp | null>;

export interface MemoryOptions {
  /** Folder of the workspace, absolute. */
  readonly root: string;
  /** What a file tells hangs on them; they are kept as a hash. */
  readonly passwords: readonly string[];
  readonly now: () => number;
  /** What is known of a file holds only where its bytes are the same, whatever its dates say. */
  readonly paranoid?: boolean;
  /** What somebody has asked for a moment ago; other files are asked for theirs. */
  readonly stamps?: Stamps | undefined;
}

/** Reads the memory of a workspace in the folder of its cache; without such a folder every file is looked at anew. */
export async function openMemory(
  folder: string | null,
  { root, passwords, now, paranoid = false, stamps }: MemoryOptions,
): Promise<Memory> {
  if (folder === null) return { recall: (file, _, look) => look(`${root}/${file}`), save: () => Promise.resolve() };
  const kept = path.join(folder, fileName);
  const key = keyOf(passwords, root);
  const before = await readBefore(kept, key);
  const after: Entry[] = [];
  let changed = false;
  return {
    recall: async (file, ignored, look) => {
      const full = `${root}/${file}`;
      const seen = stamps?.get(full);
      const stamp = seen === undefined ? stampOf(full) : seen;
      const known = before.get(file);
      if (
        stamp !== null &&
        known !== null &&
        isSameStamp(stamp, known.stamp) &&
        isAs(known.found, ignored) &&
        (!paranoid || (await sumOfFile(full)) === known.found.sha256)
      ) {
        after.push(known);
        return known.found;
      }
      changed = true;
      const begun = now();
      const found = await look(full);
      const later = stampOf(full);
      if (stamp === null || !isLasting(found)) return found;
      if (isSameStamp(later, stamp) && isAtRest(Math.max(stamp.changed, stamp.renamed), begun))
        after.push({ file, stamp, found });
      return found;
    },
    save: async () => {
      if (before.size + after.length === 0 || (!changed && before.size === after.length)) return;
      await writeKept(kept, key, packEntries(after));
    },
  };
}

async function readBefore(file: string, key: string): Promise<Entries> {
  const kept = await readKept(file, key);
  return kept === null ? noEntries : openEntries(kept);
}

const isAs = ({ state }: Inspected, ignored: IgnoredReason | null): boolean =>
  ignored === (state.type === "ignored" ? state.reason : null);

/** A file that may not be read today may be read tomorrow without a change of its own: a folder above was opened. */
const isLasting = ({ state, sha256 }: Inspected): boolean =>
  state.type === "unreadable"
    ? state.reason !== "no-permission" && state.reason !== "vanished"
    : state.type === "readable" || sha256 !== null;

/** Whether what last changed at `changed` had been at rest for a while at `at` (milliseconds since 1970). */
export const isAtRest = (changed: number, at: number): boolean => changed < at - restful;
