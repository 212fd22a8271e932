/** Where an indicator map lies: built in, or a file of the workspace. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import { nearest } from "../engines/nearest.ts";
import type { Language } from "../model/map.ts";
import type { SourceRef } from "../model/source.ts";
import { compareNames } from "../model/order.ts";
import { packageRoot, readdir, readFile } from "../world.ts";
import { readInside } from "./inside.ts";

export interface MapSource {
  /** Name in messages: relative to the workspace, or `indicators/…` of the program. */
  readonly file: string;
  readonly bytes: Buffer;
}

const builtInFolder = "indicators";

/** Ids of the maps that come with the program. */
export async function builtInMaps(): Promise<readonly string[]> {
  const names = await readdir(path.join(packageRoot, builtInFolder));
  return names
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.slice(0, -".yaml".length))
    .toSorted(compareNames);
}

/** Reads a built-in map by its id; null when there is none. */
export async function builtInMap(id: string): Promise<MapSource | null> {
  if (!(await builtInMaps()).includes(id)) return null;
  const file = `${builtInFolder}/${id}.yaml`;
  const read = await readFile(path.join(packageRoot, file));
  return read.ok ? { file, bytes: read.bytes } : null;
}

/**
 * Finds the map that evipack.yaml names: a YAML file of the workspace, a built-in map, or `indicators.yaml` of the
 * workspace where that has the id. Throws Fatal when there is none.
 */
export async function findMap(root: string, name: string, at: SourceRef, language: Language): Promise<MapSource> {
  if (/\.ya?ml$/iu.test(name)) return mapFile(root, name, at, language);
  const builtIn = await builtInMap(name);
  if (builtIn !== null) return builtIn;
  const own = await readInside(root, ownMap);
  const id = own.ok ? idIn(own.bytes) : null;
  if (own.ok && id === name) return { file: ownMap, bytes: own.bytes };
  const known = await builtInMaps();
  const here = own.ok ? [...(id === null ? [] : [id]), ownMap] : [];
  const facts = { name, known, own: here, nearest: nearest(name, [...known, ...here]) };
  throw new Fatal([diagnostic("no-map", at, facts)], language);
}

const ownMap = "indicators.yaml";

/** The id that a map gives itself, as far as it can be seen without reading all of it. */
const idIn = (bytes: Buffer): string | null => /^id:\s*["']?([^"'#\s]+)/mu.exec(bytes.toString("utf8"))?.[1] ?? null;

async function mapFile(root: string, name: string, at: SourceRef, language: Language): Promise<MapSource> {
  if (isOutside(name)) throw new Fatal([diagnostic("path-outside", at, { path: name })], language);
  const read = await readInside(root, name);
  if (!read.ok && read.failure === "outside")
    throw new Fatal([diagnostic("path-outside", at, { path: name })], language);
  if (read.ok) return { file: path.posix.normalize(name.replaceAll("\\", "/")), bytes: read.bytes };
  const known = await builtInMaps();
  const own = (await readdir(root))
    .filter((each) => /\.ya?ml$/iu.test(each) && each !== at.file)
    .toSorted(compareNames);
  const facts = { name, known, own: [], nearest: nearest(name, [...own, ...known]) };
  throw new Fatal([diagnostic("no-map", at, facts)], language);
}

/** True for a path that leaves the workspace: absolute, on a drive, or upwards. */
export function isOutside(name: string): boolean {
  const posix = path.posix.normalize(name.replaceAll("\\", "/"));
  return posix.startsWith("/") || posix === ".." || posix.startsWith("../") || /^[A-Za-z]:/u.test(posix);
}
