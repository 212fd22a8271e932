/**
 * What was read out of files before, known again by their content: what the same bytes said is not read again. For files
 * that are understood slowly (an indicator map, registers), by functions whose result hangs on their arguments alone.
 */
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import { sha256 } from "../world.ts";
import { keyOf, readKept, writeKept } from "./kept.ts";

export interface Readings {
  /**
   * What `read` made of `bytes` before, or makes of them now. `about` names the function and its other arguments; the
   * result must be plain data (objects, arrays, maps, no functions).
   */
  readonly recall: <T>(about: readonly unknown[], bytes: Uint8Array, read: () => T | Promise<T>) => Promise<T>;
  /** Writes down what was recalled or read in this run; where that cannot be written, nothing is kept. */
  readonly save: () => Promise<void>;
}

/** Without a cache: everything is read anew, and nothing kept. */
export const noReadings: Readings = { recall: async (_, __, read) => read(), save: () => Promise.resolve() };

const fileName = "readings.bin";

/** Reads what a cache holds; without one everything is read anew. */
export async function openReadings(folder: string | null): Promise<Readings> {
  if (folder === null) return noReadings;
  const kept = path.join(folder, fileName);
  const key = keyOf();
  const before = await readBefore(kept, key);
  const after = new Map<string, unknown>();
  let changed = false;
  return {
    recall: async <T>(about: readonly unknown[], bytes: Uint8Array, read: () => T | Promise<T>) => {
      const name = sha256(JSON.stringify([about, sha256(bytes)]));
      if (!before.has(name)) changed = true;
      const result = before.has(name) ? (before.get(name) as T) : await read();
      after.set(name, result);
      return result;
    },
    save: async () => {
      if (changed || before.size !== after.size) await writeKept(kept, key, serialize(after));
    },
  };
}

async function readBefore(file: string, key: string): Promise<ReadonlyMap<string, unknown>> {
  const kept = await readKept(file, key);
  return kept === null ? new Map() : (deserialize(kept) as ReadonlyMap<string, unknown>);
}
