/** Written beside, read back, then renamed: the last good pack survives whatever happens on the way. */
import { mayGoWithPack } from "../model/left-behind.ts";
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import {
  causeOf,
  entryType,
  makeFolder,
  readdir,
  readFile,
  realPath,
  removeNow,
  rename,
  rm,
  sha256,
  walk,
} from "../world.ts";
import { checksumFile, manifestFile } from "./manifest.ts";
import { isRunning, turnAt } from "./turn.ts";

export interface Staging {
  /** Where the new pack is written. */
  readonly folder: string;
  /** Prepared pages; gone before the pack stands. */
  readonly scratch: string;
  /** Makes the folders and takes the turn; nothing stands on the disk before. Throws Fatal when another run has it. */
  readonly begin: () => Promise<void>;
  /** Puts the new pack in place of the old one; gives the name under which an old pack with changes was kept. */
  readonly commit: () => Promise<string | null>;
  /** Removes what was staged; the earlier pack was never touched. */
  readonly discard: () => Promise<void>;
  /** The same at once, for a program that is about to end; false when the new pack is being put in place already. */
  readonly abandon: () => boolean;
}

/** What an earlier run wrote, and what may therefore be replaced. */
export interface Replaceable {
  readonly is: (folder: string) => Promise<boolean>;
  /** Whether somebody has worked on it since: then it is kept beside. */
  readonly isChanged: (folder: string) => Promise<boolean>;
}

/** Folders beside the pack that a run makes, and that an interrupted run leaves. */
const beside = (target: string, what: string): string =>
  path.join(path.dirname(target), `.${path.basename(target)}.${what}`);

/**
 * Opens a staging folder beside `target`. A pack that an interrupted run had set aside is put back first.
 * Throws Fatal when `target` is no place for a pack, or cannot be written.
 */
export async function openStaging(
  target: string,
  shown: string,
  root: string,
  kind: Replaceable = packs,
): Promise<Staging> {
  await refuseUnsafe(target, shown, root, kind);
  const [folder, old] = [beside(target, `new-${String(process.pid)}`), beside(target, "old")];
  const scratch = path.join(folder, ".scratch");
  const turn = turnAt(beside(target, "busy"), shown);
  let committing = false;
  const guarded = async (work: () => Promise<unknown>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      if (error instanceof Fatal) throw error;
      throw new Fatal([diagnostic("cannot-write", { file: shown }, { folder: shown, cause: causeOf(error) })]);
    }
  };
  await turn.ask();
  await guarded(async () => {
    if ((await entryType(target)) === null && (await entryType(old)) !== null) await rename(old, target);
    await removeAbandoned(target);
  });
  return {
    folder,
    scratch,
    begin: () =>
      guarded(async () => {
        await makeFolder(scratch);
        await turn.take();
      }),
    commit: async () => {
      committing = true;
      let kept: string | null = null;
      await guarded(async () => {
        kept = await swap(folder, target, old, { scratch, kind });
      });
      return kept;
    },
    discard: async () => {
      await rm(folder, { recursive: true, force: true }).catch(() => undefined);
      turn.end();
    },
    abandon: () => {
      if (!committing) removeNow(folder);
      if (!committing) turn.end();
      return !committing;
    },
  };
}

/** Staging folders of runs that were killed; those of runs still at work stay. */
async function removeAbandoned(target: string): Promise<void> {
  const prefix = path.basename(beside(target, "new-"));
  const folder = path.dirname(target);
  const names = await readdir(folder).catch(() => []);
  for (const name of names.filter((each) => each.startsWith(prefix))) {
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (pid === process.pid || !isRunning(pid)) await rm(path.join(folder, name), { recursive: true, force: true });
  }
}

async function swap(
  folder: string,
  target: string,
  old: string,
  { scratch, kind }: { readonly scratch: string; readonly kind: Replaceable },
): Promise<string | null> {
  await rm(scratch, { recursive: true, force: true });
  if ((await entryType(target)) === null) {
    await rename(folder, target);
    return null;
  }
  await setAside(old, target, kind);
  await rename(target, old);
  try {
    await rename(folder, target);
  } catch (error) {
    await rename(old, target);
    throw error;
  }
  return setAside(old, target, kind);
}

/** Removes an old pack; one that somebody has worked on (an edited report, a file of their own) is kept beside. */
async function setAside(old: string, target: string, kind: Replaceable): Promise<string | null> {
  if ((await entryType(old)) === null) return null;
  if (!(await kind.isChanged(old))) {
    // Half removed it would look like one that somebody has changed: first it gets a name that any run clears away.
    const gone = beside(target, `new-${String(process.pid)}-old`);
    await rename(old, gone)
      .then(() => rm(gone, { recursive: true, force: true }))
      .catch(() => undefined);
    return null;
  }
  for (let number = 1; ; number += 1) {
    const kept = `${target}-kept-${String(number)}`;
    if ((await entryType(kept)) !== null) continue;
    await rename(old, kept);
    return path.basename(kept);
  }
}

/** True when a pack is no longer what its manifest says, but for files that programs leave. */
async function isChanged(pack: string): Promise<boolean> {
  const manifest = await readManifest(pack);
  if (manifest === null) return true;
  const known = new Map(manifest.outputs.map((each) => [each.path, each.sha256]));
  const names = ((await walk(pack)) ?? [])
    .map((found) => found.path)
    .filter((name) => name !== manifestFile && name !== checksumFile && !mayGoWithPack(name));
  for (const name of names) {
    const read = await readFile(path.join(pack, name));
    if (!read.ok || sha256(read.bytes) !== known.get(name)) return true;
  }
  return false;
}

/** A pack replaces an earlier pack or an empty folder, never anything else. */
async function refuseUnsafe(target: string, shown: string, root: string, kind: Replaceable): Promise<void> {
  await refuseInputs(target, shown, root);
  const type = await entryType(target);
  if (type === null) return;
  const names = type === "folder" ? await readdir(target) : [""];
  if (names.length > 0 && !(await kind.is(target))) refuse(shown, "not-a-pack");
}

const refuse = (shown: string, reason: "not-a-pack" | "in-evidence" | "is-workspace"): never => {
  throw new Fatal([diagnostic("unsafe-output", { file: shown }, { folder: shown, reason })]);
};

/** Nothing is written into the evidence or the texts, nor over the workspace. Throws Fatal when that was asked. */
export async function refuseInputs(target: string, shown: string, root: string): Promise<void> {
  const [home, place] = [await settled(root), await settled(target)];
  const within = (inner: string, outer: string): boolean => inner === outer || inner.startsWith(outer + path.sep);
  if (within(home, place)) refuse(shown, "is-workspace");
  for (const input of ["evidence", "narrative"])
    if (within(place, path.join(home, input))) refuse(shown, "in-evidence");
}

/** The real path of a place that may not be there yet. */
async function settled(place: string): Promise<string> {
  const real = await realPath(place);
  if (real !== null) return real;
  const above = path.dirname(place);
  return above === place ? place : path.join(await settled(above), path.basename(place));
}

const packs: Replaceable = { is: async (folder) => (await readManifest(folder)) !== null, isChanged };

interface ReadManifest {
  readonly outputs: readonly { readonly path: string; readonly sha256: string }[];
}

async function readManifest(folder: string): Promise<ReadManifest | null> {
  const read = await readFile(path.join(folder, manifestFile));
  if (!read.ok) return null;
  try {
    const manifest = JSON.parse(read.bytes.toString("utf8")) as Partial<ReadManifest & { schema: unknown }> | null;
    const isOurs = String(manifest?.schema).startsWith("evipack/manifest@");
    return isOurs ? { outputs: manifest?.outputs ?? [] } : null;
  } catch {
    return null;
  }
}
