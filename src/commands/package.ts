/** `evipack package`: the pack and its originals as one delivery, a BagIt bag in a folder or a ZIP. */
import path from "node:path";
import { gatherDelivery } from "../deliver/deliver.ts";
import type { Delivery } from "../deliver/deliver.ts";
import { weighZip, writeBag, writeZip } from "../deliver/bag.ts";
import { checkZip } from "../deliver/limits.ts";
import { diagnostic, Fatal, sortDiagnostics } from "../diagnostics/diagnostic.ts";
import { printDiagnostics } from "../diagnostics/print/human.ts";
import { exit } from "../diagnostics/severity.ts";
import { listZip } from "../engines/zip.ts";
import { loadDelivery } from "../load/delivery.ts";
import { bagFiles } from "../model/bagit.ts";
import { withFarewell } from "../processes.ts";
import { isSoundBag, isSoundZip, packInBag } from "../verify/place.ts";
import { causeOf, entryType, makeFolder, removeNow, rename, withFile, writeFile } from "../world.ts";
import type { World } from "../world.ts";
import { manifestFile } from "../write/manifest.ts";
import { openStaging, refuseInputs } from "../write/staging.ts";
import { systemFault } from "./compile-report.ts";
import { progressLine } from "./options.ts";
import type { CommonOptions } from "./options.ts";
import { packWords } from "./pack-words.ts";
import { version } from "./version.ts";
import { commandWords } from "./words.ts";

export interface PackageOptions extends CommonOptions {
  /** Where the delivery goes, as typed; null for `delivery`, or `delivery.zip`, in the workspace. */
  readonly out: string | null;
  readonly zip: boolean;
  /** Folder of the pack, as typed; null for `pack` in the workspace. */
  readonly pack: string | null;
}

/** Writes the delivery (0), or tells what stands in its way and writes nothing (1). */
export async function runPackage(options: PackageOptions, world: World): Promise<number> {
  const facts = await loadDelivery(options.root, options.shown);
  const language = options.language ?? facts.language;
  const words = packWords[language].package;
  const place = placeOf(options, world);
  const { isZip, target, shown } = place;
  const progress = progressLine(options, world);
  const delivery = await gatherDelivery(facts, {
    root: options.root,
    pack: place.pack,
    shown: options.pack ?? "pack",
    agent: `evipack ${await version()}`,
    onFile: (name) => progress(words.reading(name)),
  }).finally(() => progress(""));
  const weight = weighZip(place.base, delivery.bag);
  const ofZip = isZip ? checkZip(shown, weight.bytes, weight.fits, facts.limits) : [];
  const found = sortDiagnostics([...delivery.diagnostics, ...ofZip]);
  if (found.length > 0) {
    const problems = options.quiet ? "" : `${printDiagnostics(found, { language, color: options.color })}\n\n`;
    world.stdout.write(`${problems}${words.refused(found.length, exit.gaps)}\n`);
    return exit.gaps;
  }
  const onFile = (name: string): void => progress(commandWords[language].writing(name));
  const write = isZip ? writeZipInPlace : writeFolder;
  const kept = await write(place, delivery, onFile).finally(() => progress(""));
  const where = path.relative(world.cwd, target) || ".";
  const aside = kept === null ? [] : [words.kept(kept)];
  // That something has another name now, nobody should have to find out.
  if (options.quiet) world.stderr.write(aside.join(""));
  const told = [
    ...words.written(where, delivery, isZip ? weight.bytes : null),
    ...words.leftOut(delivery),
    ...aside,
    ...words.standing(delivery),
  ];
  world.stdout.write(`${[...(options.quiet ? [] : told), words.done(exit.complete)].join("\n")}\n`);
  return exit.complete;
}

interface Place {
  /** The delivery, absolute and as typed. */
  readonly target: string;
  readonly shown: string;
  readonly isZip: boolean;
  readonly root: string;
  readonly pack: string;
  /** Name of the one folder in a ZIP. */
  readonly base: string;
}

/** Throws Fatal when the delivery would lie in the pack. */
function placeOf({ root, out, zip, pack: from }: PackageOptions, world: World): Place {
  const isZip = zip || /\.zip$/iu.test(out ?? "");
  const shown = out ?? (isZip ? "delivery.zip" : "delivery");
  const target = out === null ? path.join(root, shown) : path.resolve(world.cwd, withZip(out, isZip));
  const pack = from === null ? path.join(root, "pack") : path.resolve(world.cwd, from);
  if (target === pack || target.startsWith(pack + path.sep)) refuse(shown, "in-pack");
  return { target, shown, isZip, root, pack, base: path.basename(target).replace(/\.zip$/iu, "") };
}

const withZip = (out: string, isZip: boolean): string => (isZip && !/\.zip$/iu.test(out) ? `${out}.zip` : out);

const refuse = (shown: string, reason: "in-pack" | "not-a-delivery"): never => {
  throw new Fatal([diagnostic("unsafe-output", { file: shown }, { folder: shown, reason })]);
};

/** Written beside and renamed; an earlier delivery that somebody has changed is kept, and its new name given. */
async function writeFolder(
  { target, shown, root }: Place,
  { bag }: Delivery,
  onFile: (name: string) => void,
): Promise<string | null> {
  const isBag = async (folder: string): Promise<boolean> =>
    (await entryType(path.join(folder, bagFiles.declaration))) === "file" &&
    (await entryType(path.join(folder, packInBag, manifestFile))) === "file";
  const staging = await openStaging(target, shown, root, {
    is: isBag,
    isChanged: async (folder) => !(await isSoundBag(folder)),
  });
  try {
    return await withFarewell(async () => {
      await staging.begin();
      await writeBag(staging.folder, bag, onFile);
      const kept = await staging.commit();
      return kept === null ? null : `${kept}/`;
    }, staging.abandon);
  } catch (error) {
    throw systemFault(error, shown);
  } finally {
    await staging.discard();
  }
}

/** The same for a ZIP. */
async function writeZipInPlace(
  { target, shown, root, base }: Place,
  { bag }: Delivery,
  onFile: (name: string) => void,
): Promise<string | null> {
  await refuseInputs(target, shown, root);
  if ((await entryType(target)) !== null && !(await isDeliveredZip(target))) refuse(shown, "not-a-delivery");
  const beside = path.join(path.dirname(target), `.${path.basename(target)}.new-${String(process.pid)}`);
  const abandon = (): boolean => {
    removeNow(beside);
    return true;
  };
  try {
    await openPlace(beside, shown);
    return await withFarewell(async () => {
      await writeZip(beside, base, bag, onFile);
      const kept = await setAside(target);
      await rename(beside, target);
      return kept;
    }, abandon);
  } catch (error) {
    throw systemFault(error, shown);
  } finally {
    removeNow(beside);
  }
}

/** Gives a ZIP that somebody has changed the first free name beside it; null where there is none. */
async function setAside(target: string): Promise<string | null> {
  if ((await entryType(target)) === null || (await isSoundZip(target))) return null;
  for (let number = 1; ; number += 1) {
    const kept = target.replace(/\.zip$/iu, (extension) => `-kept-${String(number)}${extension}`);
    if ((await entryType(kept)) !== null) continue;
    await rename(target, kept);
    return path.basename(kept);
  }
}

/** Throws Fatal where no file can be made. */
async function openPlace(file: string, shown: string): Promise<void> {
  try {
    await makeFolder(path.dirname(file));
    await writeFile(file, "");
  } catch (error) {
    throw new Fatal([diagnostic("cannot-write", { file: shown }, { folder: shown, cause: causeOf(error) })]);
  }
  removeNow(file);
}

/** A ZIP replaces only a ZIP of a bag. */
async function isDeliveredZip(file: string): Promise<boolean> {
  if ((await entryType(file)) !== "file") return false;
  const listing = await withFile(file, listZip);
  return listing?.entries.some(({ name }) => /^[^/]+\/bagit\.txt$/u.test(name)) === true;
}
