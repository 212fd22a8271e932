/** A pack and its originals as one delivery: what goes in, and whether it may. */
import path from "node:path";
import { diagnostic } from "../diagnostics/diagnostic.ts";
import type { Diagnostic } from "../diagnostics/diagnostic.ts";
import type { DeliveryFacts } from "../load/delivery.ts";
import { isLeftBehind } from "../model/left-behind.ts";
import { sortedByName } from "../model/order.ts";
import type { Manifest } from "../schema/manifest.ts";
import { checkPackFiles, parsed, unreadable } from "../verify/verify.ts";
import { Files } from "../verify/files.ts";
import { evidenceFolder } from "../load/evidence.ts";
import { changedInputs, inputsOf } from "../load/inputs.ts";
import { isTaskListName } from "../load/register/read.ts";
import { nothing, packInBag } from "../verify/place.ts";
import { hashFile, walk } from "../world.ts";
import { checksumFile, checksumOf, manifestFile, manifestText } from "../write/manifest.ts";
import { bagOf, carriedBytes, carriedText, inPayload } from "./bag.ts";
import type { Carried } from "./bag.ts";
import { isLeftOut, namesLeftOut } from "./left-out.ts";
import { asOriginal, asOutput, asOwn, checkClashes, checkLimits } from "./limits.ts";
import type { Weighed, WeighedAs } from "./limits.ts";
import { originalsOf, strayOriginals } from "./names.ts";
import type { Original } from "./names.ts";
import { leadsToOriginals, relinked } from "./relink.ts";
import { remarksOf } from "./remarks.ts";
import type { Remark } from "./remarks.ts";
import { descriptionOf, listFile, listText, readmeFile, readmeText } from "./readme.ts";

export interface Delivery {
  readonly manifest: Manifest;
  readonly originals: readonly Original[];
  /** Titles of the sections that the report holds; empty where it holds all. */
  readonly partial: readonly string[];
  /** What `package.leave_out` leaves out: outputs by their names, and whether it does so with the originals. */
  readonly leftOut: { readonly outputs: readonly string[]; readonly originals: boolean };
  /** Every file of the bag. */
  readonly bag: readonly Carried[];
  /** Files of evidence that came after the pack was compiled, and that it therefore knows nothing of. */
  readonly later: readonly string[];
  /** Files beside the evidence that are not as they were when it was compiled: settings, figures, texts, looks. */
  readonly changed: readonly string[];
  /** What whoever delivers should know, and how often the check in the pack says it. */
  readonly remarks: ReadonlyMap<Remark, number>;
  /** What stands in the way: with any of these nothing is to be written. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface DeliverOptions {
  /** Folder of the workspace and of the pack, absolute; `shown` is the pack as it was typed. */
  readonly root: string;
  readonly pack: string;
  readonly shown: string;
  /** Name and version of the program, for bag-info.txt. */
  readonly agent: string;
  readonly onFile: (name: string) => void;
}

/** Gathers the delivery, every file hashed. Throws Fatal when there is no pack. */
export async function gatherDelivery(facts: DeliveryFacts, options: DeliverOptions): Promise<Delivery> {
  const { limits, language, contact } = facts;
  const { manifest, files, diagnostics } = await readPack(options);
  // A pack goes by what its own cover says, whatever evipack.yaml says by now.
  const { title, applicant, office } = manifest.application ?? facts;
  const partial = (manifest.sections ?? []).map((code) => facts.sections.get(code) ?? code);
  const ascii = limits.asciiNames;
  const { leaveOut } = limits;
  const originals = leaveOut.includes("originals") ? [] : originalsOf(manifest, { ascii });
  const delivered = { ...manifest, outputs: manifest.outputs.filter((each) => !isLeftOut(each, leaveOut)) };
  const weighed: Weighed[] = [];
  const payload: Carried[] = [];
  const add = (file: Carried, shown: string, as: WeighedAs): void => {
    payload.push({ ...file, path: inPayload(file.path) });
    weighed.push({ path: file.path, shown, bytes: file.bytes, ...as });
  };
  const outputs = await outputsOf(delivered, files, originals, options.onFile);
  for (const { output, file } of outputs) add(inPack(file), file.path, asOutput(output));
  for (const file of machineFiles(delivered, outputs)) add(inPack(file), file.path, asOwn);
  const { sound, faults } = await checkedOriginals(originals, manifest, options);
  for (const { file, source } of sound) add(file, source, asOriginal);
  const noOriginals = leaveOut.includes("originals");
  const told = {
    title,
    applicant,
    office,
    manifest: delivered,
    originals: noOriginals ? null : originals,
    partial,
    ascii,
  };
  add(carriedText(readmeFile, readmeText(told, language)), readmeFile, asOwn);
  if (!noOriginals) add(carriedText(listFile, listText(originals, language)), listFile, asOwn);
  const description = descriptionOf(title, partial, language);
  const bag = bagOf(payload, {
    organization: [applicant, office].filter((each) => each !== "").join(language === "en" ? ", " : " "),
    contact,
    description,
    day: manifest.asOf,
    agent: options.agent,
  });
  return {
    manifest,
    originals,
    partial,
    leftOut: { outputs: namesLeftOut(manifest, leaveOut), originals: noOriginals },
    bag,
    later: await laterFiles(options.root, manifest),
    changed: await changedSince(options.root, manifest),
    remarks: await remarksOf(manifest, files),
    diagnostics: [...diagnostics, ...faults, ...checkLimits(weighed, limits), ...checkClashes(weighed)],
  };
}

/** Originals that are what they were when they were bound, and what is wrong with the others. */
async function checkedOriginals(
  originals: readonly Original[],
  manifest: Manifest,
  { root, onFile }: DeliverOptions,
): Promise<{
  readonly sound: readonly { readonly file: Carried; readonly source: string }[];
  readonly faults: Diagnostic[];
}> {
  const marked = new Set(manifest.evidence.filter(({ reason }) => reason === "classified").map(({ source }) => source));
  const faults = strayOriginals(manifest).map(({ exhibit, source }) =>
    diagnostic("original-changed", { file: source }, { exhibit, reason: "outside" }),
  );
  const sound: { readonly file: Carried; readonly source: string }[] = [];
  for (const { source, exhibit, sha256, path: name } of originals) {
    onFile(source);
    if (marked.has(source)) {
      faults.push(diagnostic("original-classified", { file: source }, { exhibit }));
      continue;
    }
    const from = path.join(root, ...source.split("/"));
    const sums = await hashFile(from);
    if (!sums.ok || sums.sha256 !== sha256) {
      const reason = !sums.ok && sums.failure === "missing" ? "missing" : "changed";
      faults.push(diagnostic("original-changed", { file: source }, { exhibit, reason }));
    } else sound.push({ file: { ...sums, path: name, from }, source });
  }
  return { sound, faults };
}

const inPack = (file: Carried): Carried => ({ ...file, path: `${packInBag.split("/").at(-1) ?? ""}/${file.path}` });

type Output = Manifest["outputs"][number];

interface CarriedOutput {
  readonly output: Output;
  readonly file: Carried;
}

/** The outputs of the pack, those with links to originals led to where these lie here; what is not there is left out. */
async function outputsOf(
  manifest: Manifest,
  files: Files,
  originals: readonly Original[],
  onFile: (name: string) => void,
): Promise<readonly CarriedOutput[]> {
  const found: CarriedOutput[] = [];
  for (const output of manifest.outputs) {
    const { path: name, sha256 } = output;
    onFile(name);
    const [sums, from] = [await files.sums(name), files.find(name)];
    if (sums === null || from === null) continue;
    // A file that somebody has changed is told, and need not be one that can be read.
    const bytes = leadsToOriginals(output) && sums.sha256 === sha256 ? await files.bytes(name) : null;
    const led = bytes === null ? null : relinked(output, bytes, originals);
    found.push({ output, file: led === null ? { ...sums, path: name, from } : carriedBytes(name, led) });
  }
  return found;
}

/** manifest.json of what is delivered, and its checksum. */
function machineFiles(manifest: Manifest, carried: readonly CarriedOutput[]): readonly Carried[] {
  const sums = new Map(carried.map(({ file: { path: name, bytes, sha256 } }) => [name, { bytes, sha256 }]));
  const outputs = manifest.outputs.map((each) => ({ ...each, ...sums.get(each.path) }));
  // What the workspace says is no concern of whoever receives it.
  const text = manifestText({ ...manifest, inputs: undefined, outputs });
  return [carriedText(manifestFile, text), carriedText(checksumFile, checksumOf(text))];
}

/** Inputs that differ from what the manifest names; of a pack that names none nothing can be said. */
async function changedSince(root: string, { inputs }: Manifest): Promise<readonly string[]> {
  if (inputs === undefined) return [];
  const named = inputs.map((each) => each.path);
  return changedInputs(inputs, await inputsOf(root, named));
}

/** Files below `evidence/` that the manifest does not name, but for those that systems, programs and `assign` leave. */
async function laterFiles(root: string, manifest: Manifest): Promise<readonly string[]> {
  const known = new Set(manifest.evidence.map(({ source }) => source));
  const found = (await walk(path.join(root, evidenceFolder))) ?? [];
  const files = found.map((each) => `${evidenceFolder}/${each.path}`).filter((file) => !known.has(file));
  const isOurs = (file: string): boolean => isLeftBehind(file) || isTaskListName(path.posix.basename(file));
  return sortedByName(files, (file) => file).filter((file) => !isOurs(file));
}

async function readPack({ pack, shown }: DeliverOptions): Promise<{
  readonly manifest: Manifest;
  readonly files: Files;
  readonly diagnostics: Diagnostic[];
}> {
  const found = await walk(pack);
  if (found === null) throw nothing(shown, "no-pack");
  const files = new Files(
    pack,
    sortedByName(found, (each) => each.path).map((each) => each.path),
  );
  const bytes = await files.bytes(manifestFile);
  if (bytes === null) throw nothing(shown, "missing");
  const manifest = parsed(bytes);
  if (manifest === null) throw unreadable(bytes, shown);
  const checksum = await files.bytes(checksumFile);
  const proven = checksum?.equals(Buffer.from(checksumOf(bytes))) === true;
  const diagnostics = await checkPackFiles(files, "", manifest);
  return {
    manifest,
    files,
    diagnostics: proven ? diagnostics : [...diagnostics, diagnostic("manifest-changed", { file: manifestFile }, {})],
  };
}
