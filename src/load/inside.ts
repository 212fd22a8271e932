/** Files of the workspace, and nothing else: a link that leads out of it is refused (design: invariant 5). */
import path from "node:path";
import { realPath, readFile } from "../world.ts";
import type { ReadResult } from "../world.ts";

/** True when a path, links followed, lies in the workspace; a path that is not there lies nowhere. */
export async function isInside(root: string, file: string): Promise<boolean> {
  const [home, real] = await Promise.all([realPath(root), realPath(path.join(root, file))]);
  return home !== null && real !== null && (real === home || real.startsWith(home + path.sep));
}

/** Reads a file of the workspace; a link that leads out of it reads as `EOUTSIDE`. */
export async function readInside(root: string, file: string): Promise<ReadResult> {
  const read = await readFile(path.join(root, file));
  if (!read.ok || (await isInside(root, file))) return read;
  return { ok: false, failure: "outside", cause: "EOUTSIDE" };
}
