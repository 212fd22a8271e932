/** The only importer of cacache: bytes under a key, on disk, bounded in size, safe when two runs use it at once. */
import cacache from "cacache";
import { mkdir, setModified } from "../world.ts";

export interface Cache {
  /** Absolute. */
  readonly folder: string;
  /** The bytes under a key; null when there are none, or when they are damaged. */
  get(key: string): Promise<Buffer | null>;
  /** Keeps bytes under a key. A cache that cannot be written keeps nothing; that is no failure. */
  put(key: string, bytes: Uint8Array): Promise<void>;
  /** Bytes and entries that it holds. */
  size(): Promise<CacheSize>;
  /** Drops the entries that were not used for the longest time until the rest is within the limit. */
  trim(): Promise<void>;
  clear(): Promise<void>;
}

export interface CacheSize {
  readonly bytes: number;
  readonly entries: number;
}
