/** The only importer of cacache: bytes under a key, on disk, bounded in size, safe when two runs use it at once. */
import cacache from "cacache";
import { lastUsed, touch } from "../world.ts";

export interface Cache {
  /** Absolute. */
  readonly folder: string;
  /** The bytes under a key; null when there are none, or when they are damaged. */
  get(key: string): Promise<Buffer | null>;
  /** Keeps bytes under a key. Where the cache cannot be written nothing is kept; that is no failure. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  size(): Promise<CacheSize>;
  /** Drops what was not used for the longest time until the rest is within the limit. */
  trim(): Promise<void>;
  clear(): Promise<void>;
}

export interface CacheSize {
  readonly bytes: number;
  readonly entries: number;
}

/** Bytes that a cache may hold: the pages of some thousand Office files. */
export const usualCacheLimit = 2 * 1024 ** 3;

/**
 * A cache in a folder, which is made with the first entry. Entries are written beside and renamed, and are compared
 * with their hash when they are read, so another run that writes, drops or damages them costs no more than a miss.
 */
export function openCache(folder: string, limit: number = usualCacheLimit): Cache {
  const entries = async (): Promise<readonly Entry[]> => Object.values(await cacache.ls(folder).catch(() => ({})));
  const drop = async ({ key, integrity }: Pick<Entry, "key" | "integrity">): Promise<void> => {
    await cacache.rm.entry(folder, key).catch(() => undefined);
    await cacache.rm.content(folder, integrity).catch(() => undefined);
  };
  return {
    folder,
    get: async (key) => {
      const info = await cacache.get.info(folder, key).catch(() => null);
      if (info === null) return null;
      try {
        const { data } = await cacache.get(folder, key);
        await touch(info.path).catch(() => undefined);
        return data;
      } catch {
        await drop(info);
        return null;
      }
    },
    put: async (key, bytes) => {
      const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await cacache.put(folder, key, data).catch(() => undefined);
    },
    size: async () => {
      const all = await entries();
      return { bytes: all.reduce((sum, each) => sum + (each.size ?? 0), 0), entries: all.length };
    },
    trim: async () => {
      const all = await Promise.all((await entries()).map(async (each) => ({ each, used: await lastUsed(each.path) })));
      let held = all.reduce((sum, { each }) => sum + (each.size ?? 0), 0);
      for (const { each } of all.toSorted((a, b) => a.used - b.used || (a.each.key < b.each.key ? -1 : 1))) {
        if (held <= limit) return;
        held -= each.size ?? 0;
        await drop(each);
      }
    },
    clear: async () => {
      await cacache.rm.all(folder).catch(() => undefined);
    },
  };
}

/** A cache of what holds only under one build of the program; plain data, so that threads can be told of it. */
export interface CacheOfBuild {
  readonly folder: string;
  readonly build: string;
}

export function openCacheOfBuild({ folder, build }: CacheOfBuild): Pick<Cache, "get" | "put"> {
  const cache = openCache(folder);
  return { get: (key) => cache.get(`${build} ${key}`), put: (key, bytes) => cache.put(`${build} ${key}`, bytes) };
}

type Entry = Awaited<ReturnType<typeof cacache.ls>>[string];
