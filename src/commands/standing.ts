/**
 * The pack that stands: where nothing that goes into it has changed since it was written, it is not made again. What
 * goes in is held against what went in by its content, never by dates; the pack is held against what was written.
 */
import path from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import { digestOf, isSameStamp, sumOfFile } from "../digest.ts";
import { buildKey } from "../load/build.ts";
import { readKept, writeKept } from "../load/kept.ts";
import type { Night } from "../model/history.ts";
import type { Exhibit } from "../model/pack.ts";
import type { ConverterSettings } from "../model/workspace.ts";
import { officeFormat } from "../render/office-format.ts";
import type { RenderedEvidence } from "../render/render.ts";
import type { Manifest } from "../schema/manifest.ts";
import { readFile, sha256, stampOf, walk } from "../world.ts";
import type { Stamp } from "../world.ts";
import { manifestFile } from "../write/manifest.ts";
import type { CompileOptions } from "./compile.ts";
import { folderUp } from "./folder-up.ts";
import type { SeenStates } from "./seen.ts";

/** What the making of a pack found out besides its files. */
export interface Findings {
  /** States of files in which rendering saw more than the check. */
  readonly seen: SeenStates;
  /** What rendering and later stages found. */
  readonly more: readonly Diagnostic[];
  /** What converted Office files; null when there were none. */
  readonly converter: string | null;
  readonly night: Night;
}

interface Standing {
  /** Every file of the pack, as it was after it was written. */
  readonly files: ReadonlyMap<string, { readonly stamp: Stamp; readonly sha256: string }>;
  readonly findings: Findings;
}

export interface StandingPack {
  /** What was found when the pack was written; null when it has to be made. */
  readonly recall: () => Promise<Findings | null>;
  /** Remembers the pack that has just been put in place; where that cannot be written, the next run makes it again. */
  readonly keep: (findings: Findings, manifest: Manifest) => Promise<void>;
}

/**
 * Opens the memory of one place for packs (`target`, absolute). `inputs` is all that decides what is in the pack, as
 * plain data, beside this build of the program and the history of other nights.
 */
export async function standingPack(
  target: string,
  inputs: Readonly<Record<string, unknown>>,
  { cache, outline, paranoid, root, site }: CompileOptions,
): Promise<StandingPack> {
  if (cache === null || outline) return { recall: () => Promise.resolve(null), keep: () => Promise.resolve() };
  const file = path.join(cache, `pack-${sha256(target).slice(0, 16)}.bin`);
  const key = digestOf([await buildKey(), folderUp(target, root), site, inputs]);
  return {
    recall: async () => {
      const kept = await readKept(file, key);
      if (kept === null) return null;
      const { files, findings } = deserialize(kept) as Standing;
      return (await isAsWritten(target, files, paranoid)) ? findings : null;
    },
    keep: async (findings, manifest) => {
      const files = await filesOf(target, manifest);
      if (files !== null) await writeKept(file, key, serialize({ files, findings } satisfies Standing));
    },
  };
}

/**
 * Whether the next run would find the same: where Office files are converted at all, none that looked sound was left
 * out, for another engine may be had then, or the machine be less busy.
 */
export const isLasting = (
  exhibits: readonly Exhibit[],
  { files }: RenderedEvidence,
  { engine }: ConverterSettings,
): boolean =>
  exhibits.every((exhibit) =>
    exhibit.files.every((file) => {
      const placeholder = files.get(file.path)?.placeholder ?? null;
      return placeholder !== "vanished" && (placeholder === null || engine === "none" || officeFormat(file) === null);
    }),
  );

/** The manifest of the pack in a folder that is known to be whole. */
export async function manifestIn(folder: string): Promise<Manifest> {
  const read = await readFile(path.join(folder, manifestFile));
  if (!read.ok) throw new Error(`${manifestFile}: ${read.cause}`);
  return JSON.parse(read.bytes.toString("utf8")) as Manifest;
}

async function filesOf(folder: string, { outputs }: Manifest): Promise<Standing["files"] | null> {
  const sums = new Map(outputs.map((each) => [each.path, each.sha256]));
  const files = new Map<string, { stamp: Stamp; sha256: string }>();
  for (const { path: name } of (await walk(folder)) ?? []) {
    const file = path.join(folder, name);
    const [stamp, sum] = [stampOf(file), sums.get(name) ?? (await sumOfFile(file))];
    if (stamp === null || sum === null) return null;
    files.set(name, { stamp, sha256: sum });
  }
  return files;
}

/** By the dates of its files, and by their bytes where these were changed: a pack may have been copied or restored. */
async function isAsWritten(folder: string, files: Standing["files"], paranoid: boolean): Promise<boolean> {
  const found = await walk(folder);
  if (found === null || found.length !== files.size || !found.every((each) => files.has(each.path))) return false;
  for (const [name, { stamp, sha256: sum }] of files) {
    const file = path.join(folder, name);
    const now = stampOf(file);
    if (now === null || now.size !== stamp.size) return false;
    if (!paranoid && isSameStamp(now, stamp)) continue;
    if ((await sumOfFile(file)) !== sum) return false;
  }
  return true;
}
