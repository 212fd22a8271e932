/** What is verified: the folder of a pack, of a bag, or the ZIP of a bag, unpacked for the while. */
import path from "node:path";
import { diagnostic, Fatal } from "../diagnostics/diagnostic.ts";
import type { Diagnostic, Facts } from "../diagnostics/diagnostic.ts";
import { directoryOf, localHeader } from "../engines/zip-stored.ts";
import type { StoredFile } from "../engines/zip-stored.ts";
import { listZip, readEntry } from "../engines/zip.ts";
import type { ZipEntry } from "../engines/zip.ts";
import { bagFiles, isInside, payloadFolder } from "../model/bagit.ts";
import { sortedByName } from "../model/order.ts";
import { entryType, hashFile, makeFolder, readdir, walk, withFile, withTemporaryFolder, writeFile } from "../world.ts";
import type { ByteSource } from "../world.ts";
import { manifestFile } from "../write/manifest.ts";
import { checkBag } from "./bag.ts";
import { extra, Files } from "./files.ts";

/** Where the pack lies in a bag. */
export const packInBag = `${payloadFolder}/pack`;

export interface Place {
  readonly kind: "pack" | "bag" | "zip";
  /** Folder of the pack or of the bag, absolute. */
  readonly root: string;
  /** What a file of the pack is called, seen from the root, begins with this: nothing, or `data/pack/`. */
  readonly prefix: string;
  /** What is wrong with the ZIP itself. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Lets `use` look at what lies at `target`, which was typed as `name`. Throws Fatal when there is nothing to verify. */
export async function withPlace<T>(target: string, name: string, use: (place: Place) => Promise<T>): Promise<T> {
  const type = await entryType(target);
  if (type === "folder") return use(await folderPlace(target, name));
  if (type !== "file") throw nothing(name, "no-folder");
  const holder = /\.zip$/iu.test(name) ? null : await holderOf(target, name);
  if (holder !== null) throw nothing(name, "inside", holder);
  return withTemporaryFolder(async (temporary) => {
    // One folder further down, so that links out of a pack meet nothing of the system.
    const folder = path.join(temporary, "zip");
    await makeFolder(folder);
    const { altered, isWhole } = await unpack(target, name, folder);
    const below = (await kindOf(folder)) === null ? await placesBelow(folder) : [];
    const [base = ""] = below.length === 1 ? below : [];
    const place = await folderPlace(path.join(folder, base), name, isWhole ? "missing" : "damaged-zip");
    const beside = await besideOf(folder, base);
    // A pack is zipped by whoever sends it: how, is nothing to judge, as long as all of it comes out.
    if (place.kind === "pack") return use({ ...place, diagnostics: [...(isWhole ? [] : altered), ...beside] });
    return use({ ...place, kind: "zip", diagnostics: [...altered, ...beside] });
  });
}

/** The pack, or the bag around it, in which a file lies, as one would type it; null when it lies in none. */
async function holderOf(target: string, name: string): Promise<string | null> {
  let [above, typed, found] = [path.dirname(target), path.dirname(name), null as string | null];
  // A page of the site of a pack in a bag lies that deep.
  for (let up = 0; up < 6; up += 1) {
    const kind = await kindOf(above);
    if (kind === "bag") return typed;
    if (kind === "pack") found ??= typed;
    [above, typed] = [path.dirname(above), upFrom(typed)];
  }
  return found;
}

/** The folder above one that was typed, which may be `.` or `../..`. */
const upFrom = (typed: string): string =>
  [".", ".."].includes(path.basename(typed)) ? path.join(typed, "..") : path.dirname(typed);

/** What somebody has put into the ZIP beside its one folder; named as seen from there. */
async function besideOf(folder: string, base: string): Promise<readonly Diagnostic[]> {
  const found = base === "" ? [] : ((await walk(folder)) ?? []);
  return found.filter((each) => !each.path.startsWith(`${base}/`)).map((each) => extra(`../${each.path}`, null));
}

type NothingReason = Facts["no-manifest"]["reason"];

export const nothing = (name: string, reason: NothingReason, detail?: string): Fatal =>
  new Fatal([diagnostic("no-manifest", { file: name }, { reason, ...(detail === undefined ? {} : { detail }) })]);

/** What lies in a folder; null when it is neither a pack nor a bag. */
async function kindOf(folder: string): Promise<"pack" | "bag" | null> {
  const has = async (file: string): Promise<boolean> => (await entryType(path.join(folder, file))) === "file";
  if (await has(manifestFile)) return "pack";
  for (const mark of [`${packInBag}/${manifestFile}`, ...Object.values(bagFiles)]) if (await has(mark)) return "bag";
  return null;
}

/** Names of the folders right below one that are packs or bags. */
async function placesBelow(folder: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const name of sortedByName(await readdir(folder).catch(() => []), (each) => each)) {
    if ((await kindOf(path.join(folder, name))) !== null) found.push(name);
  }
  return found;
}

/** `otherwise`: why there is nothing to verify when neither a pack nor a bag is found, here or right below. */
async function folderPlace(root: string, name: string, otherwise: NothingReason = "missing"): Promise<Place> {
  const kind = await kindOf(root);
  if (kind === null) throw await nothingIn(root, name, otherwise);
  return { kind, root, prefix: kind === "bag" ? `${packInBag}/` : "", diagnostics: [] };
}

/** What to say of a folder that is neither a pack nor a bag: where one is, as far as it can be seen. */
export async function nothingIn(root: string, name: string, otherwise: NothingReason = "missing"): Promise<Fatal> {
  const found = await placesBelow(root);
  const below = found.find((each) => each === "pack") ?? found[0];
  if ((await entryType(path.join(root, "evipack.yaml"))) === "file") {
    return nothing(name, "workspace", below === undefined ? "" : path.join(name, below));
  }
  return below === undefined ? nothing(name, otherwise) : nothing(name, "below", below);
}

/** Whether a folder is a bag in which nothing was changed since it was written. */
export async function isSoundBag(root: string): Promise<boolean> {
  const found = (await walk(root)) ?? [];
  const files = new Files(
    root,
    found.map((each) => each.path),
  );
  return (await checkBag(files)).length === 0;
}

/** The same of a ZIP as `package` writes it, which is unpacked for the while. */
export async function isSoundZip(file: string): Promise<boolean> {
  try {
    return await withPlace(file, file, async ({ diagnostics, root }) => diagnostics.length === 0 && isSoundBag(root));
  } catch (error) {
    if (error instanceof Fatal) return false;
    throw error;
  }
}

/** The largest file that is unpacked, in bytes. */
const mostBytes = 2 ** 31 - 1;

interface Unpacked {
  /** Told when the ZIP is not as `package` writes it. */
  readonly altered: readonly Diagnostic[];
  /** Every file of which the directory tells was unpacked. */
  readonly isWhole: boolean;
}

/** Unpacks a ZIP, one file in memory at a time; names that lead out of the folder are not followed. */
async function unpack(zip: string, name: string, folder: string): Promise<Unpacked> {
  const altered = diagnostic("zip-altered", { file: name }, {});
  const done = await withFile(zip, async (source) => {
    const listing = await listZip(source);
    if (listing === null || listing.entries.length === 0) return null;
    const stored: StoredFile[] = [];
    let sound = listing.count === listing.entries.length;
    let isWhole = sound;
    for (const entry of listing.entries) {
      const isWanted = !entry.folder && isInside(entry.name);
      const bytes = isWanted ? await readEntry(source, entry, mostBytes) : null;
      const target = path.join(folder, ...entry.name.split("/"));
      if (bytes === null || (await entryType(target)) !== null) {
        sound = false;
        if (!entry.folder) isWhole = false;
        continue;
      }
      await makeFolder(path.dirname(target));
      await writeFile(target, bytes);
      const sums = await hashFile(target);
      if (sums.ok) stored.push({ name: entry.name, bytes: sums.bytes, crc32: sums.crc32 });
    }
    return { isWhole, isOurs: sound && (await isAsWritten(source, listing.entries, stored)) };
  });
  if (done === null) throw nothing(name, "no-zip");
  return { altered: done.isOurs ? [] : [altered], isWhole: done.isWhole };
}

/** Whether all that is not content, header by header, is what `package` writes for these files. */
async function isAsWritten(
  source: ByteSource,
  entries: readonly ZipEntry[],
  stored: readonly StoredFile[],
): Promise<boolean> {
  let offset = 0;
  for (const [index, file] of stored.entries()) {
    const header = localHeader(file);
    if (entries[index]?.offset !== offset || !header.equals(await source.read(offset, header.length))) return false;
    offset += header.length + file.bytes;
  }
  const directory = directoryOf(stored);
  return source.size === offset + directory.length && directory.equals(await source.read(offset, directory.length));
}
